"""What halving or doubling makes of a number is derived, with the row it comes from."""

from __future__ import annotations

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read


def derived(text):
    record = read(report_of(text, published="2021-03-02"))
    rows = [f for f in record.figures if f.derived]
    assert all(f.span is None and f.sources and f.value_text == "" for f in rows)
    return [(f.role, f.best, f.label) for f in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France will halve its 4,000 troops in Mali by May.", [("target", 2000, "announced")]),
        ("Germany doubled its force of 500 soldiers in Mali.", [("level", 1000, "done")]),
        ("Italy tripled its force of 150 soldiers in Mali.", [("level", 450, "done")]),
        # near misses: the report gives the result itself; nothing is multiplied
        ("France will withdraw half of its 4,000 troops.", []),
        ("France has 4,000 troops in Mali.", []),
    ],
)
def test_multiplied(text, wanted):
    assert derived(text) == wanted
