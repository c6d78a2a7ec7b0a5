"""Types and roles of events: for every family sentences it must catch and a near miss it must not."""

from __future__ import annotations

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read

TYPES = [
    # violence
    ("Gunmen killed two officers in Mosul.", "killed", "ASSAULT"),
    ("Lawmakers killed the bill on Friday.", "killed", None),  # near miss
    ("Rebels launched a wave of attacks on the town.", "attacks", "ASSAULT"),
    ("The senator attacked the proposal.", "attacked", "ACCUSE"),  # near miss: words
    ("Jets bombed the depot at dawn.", "bombed", "ASSAULT"),
    ("Police fired tear gas at the crowd.", "fired", "ASSAULT"),
    ("The president fired a minister.", "fired", None),  # near miss
    ("The two firms struck a deal.", "struck", "AGREE"),  # near miss
    ("Lawmakers shot down the proposal.", "shot down", "REJECT"),  # near miss
    ("The earthquake killed forty people.", "killed", None),  # near miss
    # force short of violence
    ("Turkey deployed troops along the border.", "deployed", "MOBILIZE"),
    ("North Korea fired a test missile.", "fired", "MOBILIZE"),
    ("Police arrested ten students on Monday.", "arrested", "COERCE"),
    ("The students were taken into custody.", "taken", "COERCE"),
    ("The mayor imposed a curfew in the city.", "imposed", "COERCE"),
    ("The bank arrested the slide of the currency.", "arrested", None),  # near miss
    ("A patrol captured a Taliban facilitator.", "captured", "COERCE"),
    ("A patrol captured the hill.", "captured", "ASSAULT"),  # near miss: ground
    # dangers and menaces
    ("Iran warned that it would close the strait.", "warned", "THREATEN"),
    ("The chairman warned that the price could be high.", "warned", None),  # near miss: a danger foretold
    ("She had injuries that were not life threatening.", "threatening", None),  # near miss
    ("Biden vowed to hunt down the attackers.", "vowed", "THREATEN"),
    ("The president called a cabinet meeting for Wednesday.", "called", None),  # near miss
    ("Officers were called to a house at noon.", "called", None),  # near miss
    ("The group took two nurses as hostages.", "took", "ASSAULT"),
    # retreat
    ("Turkey withdrew its troops from the border.", "withdrew", "RETREAT"),
    ("The studio released a film.", "released", None),  # near miss
    ("The rebels released forty hostages.", "released", "RETREAT"),
    # words and deeds between states
    ("France condemned the raid.", "condemned", "ACCUSE"),
    ("Iran rejected the request.", "rejected", "REJECT"),
    ("The president met his counterpart in Geneva.", "met", "CONSULT"),
    ("The firm met its target.", "met", None),  # near miss
    ("Workers went on strike over pay.", "went", "PROTEST"),
    ("Canada imposed sanctions on Syria.", "imposed", "SANCTION"),
    ("Canada gave Chad food aid.", "gave", "AID"),
    ("Canada will give Chad food aid.", "give", "AGREE"),  # PLOVER: aid to come is an agreement
    ("Russia threatened to attack Ukraine.", "threatened", "THREATEN"),
    ("Israel vowed to retaliate.", "vowed", "THREATEN"),
    ("Israel vowed to help.", "vowed", "AGREE"),  # near miss
    ("Pakistan expelled the Indian ambassador.", "expelled", "SANCTION"),
]  # fmt: skip

ROLES = [
    ("Israel attacked Syria.", "attacked", ["Israel"], ["Syria"]),
    ("Syria was attacked by Israel.", "attacked", ["Israel"], ["Syria"]),
    ("Israel agreed to withdraw from Lebanon.", "withdraw", ["Israel"], []),
    ("Israel launched strikes on Syria.", "strikes", ["Israel"], ["Syria"]),
    ("The attack by Israel on Syria ended.", "attack", ["Israel"], ["Syria"]),
    ("Israel, which attacked Syria, said nothing.", "attacked", ["Israel"], ["Syria"]),
    ("Israel killed ten people in an air strike.", "strike", ["Israel"], []),
    ("Iraq accused Iran of attacking Israel.", "attacking", ["Iran"], ["Israel"]),
    ("Iran and Iraq condemned Israel.", "condemned", ["Iran", "Iraq"], ["Israel"]),
]  # fmt: skip


def event(text: str, word: str):
    record = read(report_of(text, published="2020-09-10"))
    found = next(e for e in record.events if e.trigger.text == word)
    names = {actor.id: actor.name for actor in record.actors}
    return found, [names[i] for i in found.actors], [names[i] for i in found.recipients]


@pytest.mark.parametrize(("text", "word", "kind"), TYPES)
def test_type(text, word, kind):
    assert event(text, word)[0].type == kind


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), ROLES)
def test_roles(text, word, actors, recipients):
    _, found, others = event(text, word)
    assert (found, others) == (actors, recipients)


def test_an_announced_withdrawal_keeps_its_type():
    found, _, _ = event("Turkey will withdraw its troops from Syria in October.", "withdraw")
    assert (found.type, found.mode, found.status, found.cameo) == ("RETREAT", "withdraw", "announced", "0356")
    assert found.when is not None
    assert found.when.edtf == "2020-10"


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Rebels attacked the town, and troops left it.", "attacked", "Rebels attacked the town"),
        ("He said that Israel attacked Syria.", "attacked", "that Israel attacked Syria"),
        ("Rebels, who attacked the town, fled.", "attacked", "who attacked the town"),
    ],
)
def test_evidence_is_the_clause(text, word, clause):
    assert event(text, word)[0].evidence.text == clause
