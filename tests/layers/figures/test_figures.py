"""Figures in marked sentences, and laws: any text gives figures whose spans hold and whose bounds are in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import marked
from onrecord.intake.text import report_of
from onrecord.reader import check_spans, read

HERE = Path(__file__).parent
CASES = [*marked.load(HERE / "figures.txt"), *marked.load(HERE / "roles.txt")]
WORDS = [
    "5,200",
    "3,000",
    "two",
    "dozens",
    "several",
    "all",
    "zero",
    "half",
    "a",
    "million",
    "$40",
    "troops",
    "soldiers",
    "people",
    "rebels",
    "tanks",
    "attacks",
    "killed",
    "wounded",
    "detained",
    "withdraw",
    "send",
    "reduce",
    "to",
    "from",
    "by",
    "of",
    "them",
    "in",
    "Iraq",
    "Mali",
    "will",
    "has",
    "was",
    "more",
    "another",
    "not",
    "about",
    "at",
    "least",
    "up",
    ",",
    ".",
    "and",
    "including",
    "each",
]


def shown(row, field):
    """A field of a figure as the marks write it."""
    value = getattr(row, field)
    if field == "as_of" and value is not None:
        return value.edtf
    return "null" if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.guards)
def test_marked(case):
    record = read(report_of(case.text, published=case.published))
    rows = [row for row in record.figures if not row.derived]
    assert [(row.span.start, row.span.end, row.span.text) for row in rows] == [
        (mark.start, mark.end, mark.text) for mark in case.marks
    ]
    for row, mark in zip(rows, case.marks, strict=True):
        assert {field: shown(row, field) for field in mark.fields} == mark.fields, mark.text


@settings(max_examples=40, deadline=None)
@example("5,200 troops more")  # nothing behind
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_bounds_are_in_order_and_spans_hold(text):
    record = read(report_of(text, published="2020-09-10"))
    check_spans(record)
    known = {row.id for row in record.figures}
    for row in record.figures:
        given_bounds = [value for value in (row.low, row.best, row.high) if value is not None]
        assert given_bounds == sorted(given_bounds)
        assert {link for link in (row.pair, row.part_of, row.same_as) if link} <= known
        assert row.id not in (row.pair, row.part_of, row.same_as)


def test_a_difference_is_derived_once_and_says_from_what():
    record = read(report_of("Germany cut its contingent in Mali from 1,100 to 900 soldiers.", published="2021-03-01"))
    (row,) = [row for row in record.figures if row.derived]
    assert (row.role, row.best, row.sources) == ("change", -200, ("f1", "f2"))
    assert row.span is None
    assert "900 − 1,100 = -200" in row.why[0].note


def test_a_headline_above_a_dateline_has_an_owner():
    sent = "BAGHDAD (Harbour Wire) — The United States will act."
    (row,) = read(report_of(f"US to leave 3,000 troops in Iraq\n\n{sent}", published="2020-09-09")).figures
    assert (row.role, row.subject_iso3) == ("target", "USA")
    (row,) = read(report_of(f"{sent[:24]} Some 3,000 troops will be left there.", published="2020-09-09")).figures
    assert row.subject_iso3 is None  # near miss: the town of a dateline owns nothing
