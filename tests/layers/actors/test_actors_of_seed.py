"""The seed report: every actor with its mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
from acting import actors_in

from onrecord.concepts.actor import Actor

TEXT = (Path(__file__).parents[2] / "seed.txt").read_text(encoding="utf-8")

# Name, kind, state, sectors, and some of the words of its mentions, counted from the n-th time that they stand in the report.
ACTORS = [
    (
        "United States",
        "state",
        "USA",
        ("GOV",),
        ["The United States", "its troop", "the United States#1", "the United States#3", "its ultimate"],
    ),
    (
        "Frank McKenzie",
        "person",
        "USA",
        ("MIL",),
        [
            "its commander in West Asia",
            "Frank McKenzie",
            "He added",
            "McKenzie told",
            "McKenzie added",
            "he also",
            "he said",
        ],
    ),
    ("CNN", "outlet", None, ("JRN",), ["CNN"]),
    ("Iraq", "state", "IRQ", ("GOV",), ["invaded |Iraq", "the country", "the government of Iraq"]),
    (
        "Iraqi Security Forces",
        "military",
        "IRQ",
        ("MIL",),
        [
            "the Iraqi Security Forces",
            "the Iraqi forces",
            "Iraqi security forces",
            "our Iraqi partners",
            "our partners",
        ],
    ),
    (
        "Islamic State",
        "armed_group",
        None,
        ("REB",),
        ["ISIS [", "Islamic State group", "its enduring", "the Islamic State group"],
    ),
    ("Saddam Hussein", "person", "IRQ", ("GOV",), ["Saddam Hussein"]),
    ("Donald Trump", "person", "USA", ("GOV",), ["Donald Trump", "he planned", "Trump’s"]),
    ("BBC", "outlet", None, ("JRN",), ["BBC"]),
    ("US forces", "military", "USA", ("MIL",), ["US forces#1", "US forces#2", "we’ve had to pull", "us in Iraq"]),
    ("reporters", "group", None, ("JRN",), ["reporters"]),
    ("Iran", "state", "IRN", ("GOV",), ["neighbour |Iran", "for |Iran to", "Iran has"]),
    ("unidentified senior US administration official", "anonymous", "USA", ("GOV",), ["An unidentified"]),
]


@pytest.fixture(scope="module")
def actors() -> tuple[Actor, ...]:
    return actors_in(TEXT)


def at(words: str) -> int:
    """Where words stand in the report: the n-th time with "#n"; what stands before "|" is only there to find them."""
    words, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = TEXT.index(words.replace("|", ""), start + 1)
    return start + words.find("|") * ("|" in words)


def begins(actor: Actor, words: str) -> bool:
    """Has the actor a mention that begins with these words, or just behind their article?"""
    starts = {mention.start for mention in actor.mentions}
    return bool({at(words), at(words) + 4} & starts) if words.lower().startswith("the ") else at(words) in starts


@pytest.mark.parametrize("row", ACTORS, ids=[row[0] for row in ACTORS])
def test_every_actor_of_the_seed(
    row: tuple[str, str, str | None, tuple[str, ...], list[str]], actors: tuple[Actor, ...]
) -> None:
    name, kind, iso3, sectors, mentions = row
    actor = next(actor for actor in actors if actor.kind == kind and begins(actor, mentions[0]))
    assert (actor.kind, actor.iso3, actor.sectors[:1]) == (kind, iso3, sectors[:1])
    assert [words for words in mentions if not begins(actor, words)] == []
    assert actor.name == name


def test_the_commander_is_known_by_his_office_first(actors: tuple[Actor, ...]) -> None:
    commander = next(actor for actor in actors if actor.name == "Frank McKenzie")
    assert [role.text for role in commander.roles] == ["commander in West Asia", "General"]
    reason = next(reason for reason in commander.why if reason.rule == "office before name")
    assert reason.cues[0].text == "its commander in West Asia"


def test_nobody_stands_for_a_deed(actors: tuple[Actor, ...]) -> None:
    """ "But it has had an effect" speaks of no actor."""
    start = at("it has had an effect")
    assert not any(mention.start == start for actor in actors for mention in actor.mentions)
