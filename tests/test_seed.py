"""The report that started the project: its figures, row by row, with three publication dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read

TEXT = (Path(__file__).parent / "seed.txt").read_text(encoding="utf-8")

# value words, measure, role, low, best, high, approx, label, speaker, relay
ROWS = [
    ("5,200", "troops", "level", 5200, 5200, 5200, False, "done", "Frank McKenzie", ("CNN",)),
    ("3,000", "troops", "target", 3000, 3000, 3000, False, "announced", "Frank McKenzie", ("CNN",)),
    ("all", "troops", "change", None, None, None, False, "planned", "Donald Trump", ("BBC",)),
    ("5,200", "troops", "level", 5200, 5200, 5200, True, "done", "Frank McKenzie", ()),
    ("3,000", "troops", "target", 3000, 3000, 3000, False, "announced", "Frank McKenzie", ()),
    ("a few", "attacks", "total", 3, None, None, False, "alleged", None, ()),
]


def row(figure, record):
    speaker = next((actor.name for actor in record.actors if actor.id == figure.speaker), None)
    return (
        figure.value_text, figure.measure, figure.role, figure.low, figure.best, figure.high, figure.approx,
        figure.label, speaker, figure.relay,
    )  # fmt: skip


def figures(published):
    record = read(report_of(TEXT, published=published))
    return record, [figure for figure in record.figures if not figure.derived]


@pytest.mark.parametrize("published", ["2020-09-10", "2020-09-09", None])
def test_every_figure_and_none_besides(published):
    record, rows = figures(published)
    assert [row(figure, record) for figure in rows] == ROWS
    assert {figure.place_iso3 for figure in rows} == {"IRQ"}
    assert [figure.subject_iso3 for figure in rows] == ["USA"] * 5 + ["IRN"]


def test_as_of_with_a_date():
    _, rows = figures("2020-09-10")
    interval = [figure.as_of and (figure.as_of.earliest, figure.as_of.latest) for figure in rows]
    day, month = ("2020-09-10", "2020-09-10"), ("2020-09-01", "2020-09-30")
    assert interval == [day, month, None, day, month, ("2020-01-01", "2020-09-10")]


def test_nothing_is_dated_without_a_date():
    record, rows = figures(None)
    assert {figure.as_of for figure in rows} == {None}
    assert [warning.slug for warning in record.warnings] == ["no-published"]


def test_pairs_events_and_the_same_fact_twice():
    record, rows = figures("2020-09-10")
    by_id = {figure.id: figure for figure in rows}
    assert [by_id[figure.pair].value_text if figure.pair else None for figure in rows] == [
        "3,000", "5,200", None, "3,000", "5,200", None,
    ]  # fmt: skip
    assert [figure.same_as for figure in rows] == [None, None, None, rows[0].id, rows[1].id, None]
    triggers = {event.id: event.trigger.text for event in record.events}
    assert [triggers.get(figure.event) for figure in rows[:5]] == ["reduce", "reduce", "pull", "reduce", "reduce"]


def test_only_the_difference_is_derived():
    record, _ = figures("2020-09-10")
    made = [figure for figure in record.figures if figure.derived]
    assert {(figure.best, figure.role, figure.value_text) for figure in made} == {(-2200, "change", "")}
    assert made[0].sources == (record.figures[0].id, record.figures[1].id)
