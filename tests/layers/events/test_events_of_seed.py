"""The seed report: every event that must be found, with label, type, actors, place and time; what may be found beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read

SEED = Path(__file__).parents[2] / "seed.txt"

# trigger, where it stands in text order among its like, label, type, actors, places, time
EVENTS = [
    ("reduce", 0, "announced", "RETREAT", ["United States"], ["Iraq"], "2020-09"),
    ("invaded", 0, "done", "ASSAULT", ["United States"], ["Iraq"], "2003"),
    ("found", 0, "negated", None, [], None, None),  # not as weapons found
    ("pull", 0, "planned", "RETREAT", None, ["Iraq"], None),
    ("pulling back", 0, "done", "RETREAT", None, ["Iraq"], "2020-03"),
    ("reduce", 1, "announced", "RETREAT", ["United States"], ["Iraq"], "2020-09"),
    ("pull back", 0, "done", "RETREAT", None, [], None),
    ("pull back", 1, "done", "RETREAT", None, [], None),
    ("attacks", 0, "alleged", "ASSAULT", ["Iran"], ["Iraq"], "2020"),
    ("withdrawals", 0, "possible", "RETREAT", None, ["Afghanistan"], None),  # never as done, never for Iraq
]  # fmt: skip
BESIDE = {"advising", "assisting", "rooting out", "overthrow", "expand", "attack"}


@cache
def record():
    return read(report_of(SEED.read_text(encoding="utf-8"), published="2020-09-10"))


@pytest.mark.parametrize(("words", "number", "label", "kind", "actors", "places", "when"), EVENTS)
def test_event(words, number, label, kind, actors, places, when):
    event = [e for e in record().events if e.trigger.text == words][number]
    assert (event.label, event.type) == (label, kind)
    assert (event.when.edtf if event.when else None) == when
    if actors is not None:
        assert [a.name for a in record().actors if a.id in event.actors] == actors
    if places is not None:
        assert [p.name for p in record().places if p.id in event.places] == places


def test_no_event_that_is_not_there():
    typed = {event.trigger.text for event in record().events if event.type}
    assert typed <= BESIDE | {row[0] for row in EVENTS if row[3]}


def test_history_is_background():
    assert {e.trigger.text for e in record().events if e.background} >= {"invaded", "found"}
    assert not next(e for e in record().events if e.trigger.text == "pulling back").background
