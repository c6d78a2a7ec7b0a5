"""What of a series is drawn, and where words stand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconcile.compare import Cell, Finding
from onrecord.reconcile.series import series
from onrecord.views.plots.frame import Box, Frame, Words
from onrecord.views.plots.told import told
from reconcile.rows import context, row

FIRST = row(1800, held="2031-02-01", told="2031-02-01")
AGAIN = row(1800, held="2031-02-20", told="2031-02-21")
OTHER = row(1700, held="2031-03-05", told="2031-03-05")
PLAN = row(1200, "target", held="2031-08-01/2031-08-31", told="2031-03-10")
LAST = row(1200, held="2031-12-02", told="2031-12-03")
ROWS = (FIRST, AGAIN, OTHER, PLAN, LAST)


def drawn(*rows, by="quarter", carry=False, beside=None):
    points = series(rows, context(rows), by, carry=carry)
    return list(told(points, {one.figure_id: one for one in rows}, beside or {}))


def test_levels_stand_on_their_days_and_one_is_the_best():
    (one,) = drawn(*ROWS)
    assert [(level.day.isoformat(), level.value, level.is_best) for level in one.levels] == [
        ("2031-02-01", 1800, False), ("2031-02-20", 1800, True), ("2031-03-05", 1700, False), ("2031-12-02", 1200, True),
    ]  # fmt: skip


def test_a_target_leads_from_the_day_it_was_told_to_the_day_it_is_due():
    (target,) = drawn(*ROWS)[0].targets
    assert (target.told, target.due, target.value, target.label) == (
        date(2031, 3, 10),
        date(2031, 8, 31),
        1200,
        "announced",
    )


def test_a_period_without_a_report_is_a_gap_and_parts_the_line():
    (one,) = drawn(*ROWS)
    assert [(gap.first.isoformat(), gap.last.isoformat()) for gap in one.gaps] == [("2031-04-01", "2031-07-01")]
    assert [[level.value for level in run] for run in one.runs] == [[1800], [1200]]
    assert [(band.low, band.high) for band in one.ranges] == [(1700, 1800)]


def test_by_changes_there_are_no_gaps():
    (one,) = drawn(FIRST, OTHER, LAST, by="change")
    assert not one.gaps and [len(run) for run in one.runs] == [3]


def test_carried_levels_are_lines_of_their_own_and_no_levels():
    (one,) = drawn(*ROWS, carry=True)
    assert [(line.first.isoformat(), line.high) for line in one.carried] == [("2031-04-01", 1800), ("2031-07-01", 1800)]
    assert len(one.levels) == 4


def test_scopes_are_drawn_apart():
    narrow = row(300, held="2031-02-01", told="2031-02-01", scope=("combat",))
    assert [one.scope for one in drawn(FIRST, narrow)] == [(), ("combat",)]


def test_a_data_set_stands_in_the_middle_of_its_period():
    cell = Finding(Cell(2, "SWE", "2031-Q1", 1750.0), "supported", "")
    (one,) = drawn(*ROWS, beside={"2031-Q1": cell})
    assert [(cell.day.isoformat(), cell.value) for cell in one.compared] == [("2031-02-14", 1750)]


spots = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 200), st.text("0123456789,", min_size=1, max_size=8)), max_size=12
)


@given(spots)
def test_words_never_cover_one_another_nor_leave_the_plot(found):
    words = Words(300, 200, [Box(x - 5, y - 5, x + 5, y + 5) for x, y, _ in found])
    for x, y, text in found:
        words.put([text], x, y, "done")
    boxes = []
    for one in words.placed:
        long = len(one.text) * 11 * 0.58
        left = {"left": one.x, "right": one.x - long, "center": one.x - long / 2}[one.align]
        boxes.append(Box(left, one.y - 5.5, left + long, one.y + 5.5))
    assert all(box.left >= -0.01 and box.right <= 300.01 for box in boxes)
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 40_000), st.integers(250, 900))
def test_ticks_are_inside_in_order_and_not_too_many(first, days, width):
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    ticks = Frame(width, 100, first, last, 1).ticks()
    assert ticks == sorted(set(ticks)) and len(ticks) <= width / 40 + 2
