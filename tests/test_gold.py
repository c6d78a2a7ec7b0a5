"""Marked sentences are read as they are marked: every mark is found with its fields, and nothing beside the marks."""

from __future__ import annotations

from pathlib import Path

import pytest

import marked
from onrecord.intake.text import report_of
from onrecord.reader import read

GOLD = Path(__file__).parent / "gold"


def shown(row, field):
    """A field of a figure as the marks write it."""
    value = getattr(row, field)
    if field == "as_of" and value is not None:
        return value.edtf
    return "null" if value is None else str(value)


@pytest.mark.parametrize("case", marked.load(GOLD / "figures.txt"), ids=lambda case: case.guards)
def test_figures(case):
    record = read(report_of(case.text, published=case.published))
    rows = [row for row in record.figures if not row.derived]
    assert [(row.span.start, row.span.end) for row in rows] == [(mark.start, mark.end) for mark in case.marks]
    for row, mark in zip(rows, case.marks, strict=True):
        assert {field: shown(row, field) for field in mark.fields} == mark.fields, mark.text
