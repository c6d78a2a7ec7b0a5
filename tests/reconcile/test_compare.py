"""What reports say to the cells of a data set."""

from __future__ import annotations

import pytest
from rows import context, row

from onrecord.reconcile.compare import Cell, compare
from onrecord.reconcile.series import series

ROWS = [
    row(5200, held="2020-02-10", told="2020-02-10"),
    row(3000, "target", held="2020-09-01/2020-09-30", told="2020-09-09"),
    row(5200, held="2020-09-09", told="2020-09-09"),
    row(3000, held="2020-12-01", told="2020-12-01"),
]


def points(by, *, carry=False):
    found = {}
    for point in series(ROWS, context(ROWS), by, carry=carry):
        found.setdefault(("SWE", point.period.name[:4] if carry else point.period.name), []).append(point)
    return found


def kinds(by, *cells):
    quarters = points("quarter", carry=True) if by == "year" else None
    made = [Cell(line, "SWE", period, value) for line, (period, value) in enumerate(cells, 2)]
    return [(one.cell.period, one.kind) for one in compare(made, points(by), quarters)]


@pytest.mark.parametrize(
    ("period", "value", "kind"),
    [
        ("2020-Q1", 5200, "supported"),
        ("2020-Q1", 5240, "supported"),  # inside the rounding of 5,200
        ("2020-Q3", 4000, "supported"),  # between the level and the target that falls due
        ("2020-Q4", 5200, "contradicted"),
        ("2020-Q4", 0, "contradicted"),  # a report says that there are some
        ("2020-Q2", 0, "blank as zero"),
        ("2020-Q2", 5200, "unsupported"),
        ("2020-Q3", 8200, "sum of levels"),
        ("2020-Q4", None, "missing"),
    ],
)
def test_kinds(period, value, kind):
    assert dict(kinds("quarter", ("2020-Q1", 5200), (period, value)))[period] == kind


def test_an_empty_cell_of_which_no_report_tells_is_all_right():
    assert kinds("quarter", ("2020-Q1", 5200), ("2020-Q2", None), ("2020-Q3", 5200), ("2020-Q4", 3000)) == [
        ("2020-Q1", "supported"), ("2020-Q3", "supported"), ("2020-Q4", "supported"),
    ]  # fmt: skip


def test_periods_without_a_row_are_missing_inside_the_data_set():
    assert kinds("quarter", ("2020-Q1", 5200), ("2020-Q4", 3000))[2:] == [("2020-Q3", "missing")]
    assert kinds("quarter", ("2020-Q1", 5200)) == [("2020-Q1", "supported")]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (18600, "sum of levels"),  # 5,200 in three quarters, carried into the second, and 3,000
        (13400, "sum of levels"),  # those reported alone
        (20800, "sum of levels"),  # 5,200 four times
        (8200, "sum of levels"),
        (9999, "contradicted"),
        (3000, "supported"),
    ],
)
def test_levels_of_a_year_are_not_added_up(value, kind):
    assert kinds("year", ("2020", value)) == [("2020", kind)]
