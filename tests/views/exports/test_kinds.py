"""PLOVER events in ACLED's and UCDP's words: what must be told, and what must not be guessed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from strike import ACTORS, EVENTS

from onrecord.concepts.event import Event
from onrecord.views.exports.acled import _kinds
from onrecord.views.exports.events import place_of
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.kinds import Kind, intensity, inter_of, kind_of
from onrecord.views.exports.ucdp import _violence


def event(kind: str, mode: str | None) -> Event:
    return replace(EVENTS[0], type=kind, mode=mode)


@pytest.mark.parametrize(
    ("kind", "mode", "sectors", "event_type", "sub_event_type"),
    [
        ("ASSAULT", None, "MIL", "Battles", "Armed clash"),
        ("ASSAULT", "firearms", "REB", "Battles", "Armed clash"),
        ("ASSAULT", None, "REF", "Violence against civilians", "Attack"),
        ("ASSAULT", "aerial", "MIL", "Explosions/Remote violence", "Air/drone strike"),  # the means beat the target
        ("ASSAULT", "drone", "", "Explosions/Remote violence", "Air/drone strike"),
        ("ASSAULT", "abduct", "CVL", "Violence against civilians", "Abduction/forced disappearance"),
        ("ASSAULT", "abduct", "MIL", None, None),  # soldiers taken prisoner are no forced disappearance
        ("ASSAULT", None, "", None, None),  # nobody says who was attacked
        ("ASSAULT", None, "GOV", None, None),  # a government is no armed side by itself
        ("PROTEST", "demo", "", "Protests", "Peaceful protest"),
        ("PROTEST", None, "", "Protests", None),  # nobody says that it was peaceful
        ("PROTEST", "riot", "", "Riots", "Violent demonstration"),
        ("COERCE", "arrest", "CVL", "Strategic developments", "Arrests"),
    ],
)
def test_event_types(
    kind: str, mode: str | None, sectors: str, event_type: str | None, sub_event_type: str | None
) -> None:
    recipients = [replace(ACTORS[0], sectors=tuple(sectors.split()))]
    found = kind_of(event(kind, mode), recipients)
    assert found and (found.type, found.sub_type) == (event_type, sub_event_type)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PROTEST", "strike"), ("COERCE", "curfew"), ("AGREE", None), ("RETREAT", "withdraw"), ("SANCTION", None)],
)
def test_events_that_acled_does_not_record(kind: str, mode: str | None) -> None:
    assert kind_of(event(kind, mode), []) is None


def test_forces_in_another_country_are_external() -> None:
    soldiers = ACTORS[2]
    assert inter_of(soldiers, "IRQ") == ("State forces", 1)
    assert inter_of(soldiers, "SYR") == ("External/Other forces", 8)
    assert inter_of(soldiers, None) == ("State forces", 1)  # not known to be abroad
    assert inter_of(replace(soldiers, sectors=("GOV",)), "IRQ") is None


def test_crowds_are_protesters_or_rioters() -> None:
    students = [ACTORS[5]]
    assert _kinds(students, [], None, Kind("Demonstrations", "Riots", None)) == {
        "inter1": "Rioters", "inter2": None, "interaction": None,
    }  # fmt: skip
    police = [replace(ACTORS[2], sectors=("COP",))]
    assert _kinds(police, students, "IRQ", Kind("Demonstrations", "Protests", None))["inter1"] == "State forces"


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [("MIL", "REB", 1), ("REB", "GOV", 1), ("REB", "PRM", 2), ("UAF", "CVL", 3), ("GOV", "CVL", 3), ("CVL", "CVL", None), ("", "MIL", None)],
)  # fmt: skip
def test_types_of_violence(a: str, b: str, kind: int | None) -> None:
    sides = [[replace(ACTORS[0], sectors=tuple(side.split()))] for side in (a, b)]
    assert _violence(*sides) == kind
    assert _violence(sides[0], []) is None


def test_the_most_precise_place_is_where(monkeypatch: pytest.MonkeyPatch) -> None:
    from strike import strike

    found = place_of(EVENTS[0], Facts(strike()))
    assert found and found.name == "Kirkuk"


def test_every_plover_type_has_a_score() -> None:
    types = {kind for kind, mode in intensity() if mode == "-"}
    assert len(types) == 16
    assert {kind for kind, _ in intensity()} == types
    assert all(-10 <= score <= 10 for score in intensity().values())
