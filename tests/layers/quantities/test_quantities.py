"""Quantities in marked sentences: every mark is found with its fields, and nothing beside the marks."""

from __future__ import annotations

from pathlib import Path

import pytest

import marked
from onrecord.intake.text import report_of
from onrecord.reader import read

CASES = marked.load(Path(__file__).parent / "quantities.txt")


def shown(row, field):
    """A field of a quantity as the marks write it."""
    value = getattr(row, field)
    return "null" if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.guards}: {case.text[:40]}")
def test_marked(case):
    rows = read(report_of(case.text, published=case.published)).quantities
    assert [row.text for row in rows] == [mark.text for mark in case.marks]
    for row, mark in zip(rows, case.marks, strict=True):
        assert (row.start, row.end) == (mark.start, mark.end)
        assert {field: shown(row, field) for field in mark.fields} == mark.fields, mark.text
