"""Random samples and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rows import row

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.precision import FIELDS, drawn, precision, share

ROWS = [row(value) for value in range(1, 60)]


def test_the_same_seed_draws_the_same_rows_and_more_of_them():
    sample = drawn(ROWS, 10, 1)
    assert drawn(reversed(ROWS), 10, 1) == sample and len({one.figure_id for one in sample}) == 10
    assert drawn(ROWS, 20, 1)[:10] == sample
    assert drawn(ROWS, 10, 2) != sample
    assert len(drawn(ROWS, 1000, 1)) == len(ROWS)


def test_a_new_row_takes_the_place_of_one_at_most():
    assert len(set(drawn([*ROWS, row(99)], 10, 1)) & set(drawn(ROWS, 10, 1))) >= 9


# Wilson's interval, worked out by hand: 1/(1+z²/n) · (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)).
@pytest.mark.parametrize(
    ("right", "checked", "low", "high"),
    [(90, 100, 0.8256, 0.9448), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634)],
)
def test_intervals(right, checked, low, high):
    found = share("", right, checked)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share(counts):
    found = share("", *counts)
    assert 0 <= found.low <= found.high <= 1
    assert found.precision is None or found.low <= found.precision <= found.high


def test_what_is_wrong_is_counted_by_field():
    rows = [
        row(1, review="accepted"),
        row(2, review="rejected"),
        row(3, review="corrected", was=(("best", 4), ("low", 4), ("place", "Harbour"))),
        row(5),  # not checked yet
    ]
    found = precision(100, rows)
    counts = {one.what: (one.right, one.checked) for one in found.shares}
    assert (found.population, found.sample, found.checked) == (100, 4, 3)
    assert counts["rows that are there"] == (2, 3) and counts["rows with all fields right"] == (1, 3)
    assert counts["value"] == counts["where"] == (1, 2) and counts["role"] == (2, 2)
    assert found.finite == pytest.approx((97 / 99) ** 0.5, abs=1e-4)


def test_a_corrected_row_that_says_what_was_read_is_right():
    rows = [replace(ROWS[0], review="corrected", was=())]
    assert precision(10, rows).shares[1][1:3] == (1, 1)


def test_all_fields_are_fields_of_a_figure():
    assert {name for names in FIELDS.values() for name in names} <= set(FigureRow.__struct_fields__)
