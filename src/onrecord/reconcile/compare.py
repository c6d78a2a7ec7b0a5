"""Comparing a data set's cells with what reports say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from onrecord.reconcile.series import Number, Point
from onrecord.reconcile.values import grain

Kind = Literal["supported", "unsupported", "contradicted", "blank as zero", "sum of levels", "missing"]
_TERMS = 4  # levels added up at most


class Cell(NamedTuple):
    """One cell of a data set: where it stands (line of the file, 0: there is none), place, period, and value (None: empty)."""

    line: int
    iso3: str
    period: str
    value: float | None


class Finding(NamedTuple):
    """What reports say to a cell."""

    cell: Cell
    kind: Kind
    why: str
    figure_ids: tuple[str, ...] = ()


type Points = Mapping[tuple[str, str], Sequence[Point]]


def compare(cells: Sequence[Cell], points: Points, quarters: Points | None = None) -> list[Finding]:
    """A finding for every cell that has a value or should have one; `points` go by place and name of the period.

    `quarters` are the points of the quarters of each year, for cells of years: their sum is no level of the year.
    """
    parts = quarters or {}
    found = (
        _finding(cell, points.get((cell.iso3, cell.period), ()), parts.get((cell.iso3, cell.period), ()))
        for cell in cells
    )
    return [*(finding for finding in found if finding), *_lacking(cells, points)]


def _lacking(cells: Sequence[Cell], points: Points) -> Iterator[Finding]:
    """Periods between the first and the last of the data set that reports tell of, and for which it has no row."""
    there = {(cell.iso3, cell.period) for cell in cells}
    places = {cell.iso3 for cell in cells}
    periods = sorted(cell.period for cell in cells)
    for place, period in sorted(points):
        told = [point for point in points[place, period] if point.best is not None]
        if told and place in places and (place, period) not in there and periods[0] <= period <= periods[-1]:
            ids = tuple(id for point in told for id in point.figure_ids)
            yield Finding(Cell(0, place, period, None), "missing", f"there is no row; {_said(told)}", ids)


def _finding(cell: Cell, points: Sequence[Point], quarters: Sequence[Point]) -> Finding | None:
    told = [point for point in points if point.low is not None]
    ids = tuple(id for point in told for id in point.figure_ids)
    if cell.value is None:
        return Finding(cell, "missing", _said(told), ids) if any(point.best is not None for point in told) else None
    if not told:
        if cell.value == 0:
            return Finding(cell, "blank as zero", "no report says that there were none: this is a blank, not a 0")
        return Finding(cell, "unsupported", "no report of this ledger gives a number for this period")
    near = next((point for point in told if _fits(cell.value, point)), None)
    if near:
        return Finding(cell, "supported", _said([near]), near.figure_ids)
    terms = _sum(cell.value, told) or _by_quarters(cell.value, quarters)
    if terms:
        alike = len(set(terms)) == 1
        words = f"{len(terms)} × {terms[0]:,}" if alike else " + ".join(f"{term:,}" for term in terms)
        return Finding(cell, "sum of levels", f"{words} = {cell.value:,.0f}: levels are not added up", ids)
    return Finding(cell, "contradicted", _said(told), ids)


def _fits(value: float, point: Point) -> bool:
    """Inside the span of the reports, or apart from one end by no more than its rounding."""
    if point.low is None or point.high is None:
        return False
    slack = max(grain(value), grain(float(point.best or point.low))) / 2
    return point.low - slack < value < point.high + slack or point.low <= value <= point.high


def _sum(value: float, points: Sequence[Point]) -> tuple[Number, ...] | None:
    """Levels of the period that add up to a value."""
    levels = sorted({number for point in points for number in (*point.levels, *point.targets)})
    for size in range(2, min(_TERMS, len(levels)) + 1):
        for terms in combinations(levels, size):
            if sum(terms) == value:
                return terms
    return None


def _by_quarters(value: float, quarters: Sequence[Point]) -> tuple[Number, ...] | None:
    """Levels of a year's quarters that add up to a value: those reported, those carried on too, or one of them in all four."""
    carried = [point.best for point in quarters if point.best is not None]
    reported = [point.best for point in quarters if point.best is not None and not point.carried]
    tries = [tuple(reported), tuple(carried), *((level,) * 4 for level in dict.fromkeys(carried))]
    return next((terms for terms in tries if len(terms) > 1 and sum(terms) == value), None)


def _said(points: Sequence[Point]) -> str:
    """What reports say of a period."""
    said = []
    for point in points:
        scope = f"{', '.join(point.scope)}: " if point.scope else ""
        if point.best is None:
            said.append(f"{scope}no level; targets {', '.join(f'{target:,}' for target in point.targets)}")
        else:
            span = f" ({point.low:,}–{point.high:,})" if point.low != point.high else ""
            said.append(f"{scope}{point.best:,}{span}")
    return f"reports say {'; '.join(said)}" if said else "no report tells"
