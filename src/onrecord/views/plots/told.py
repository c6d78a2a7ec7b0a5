"""What a series gives to draw: levels, targets, ranges, gaps and a data set's cells, as plain marks with days and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import values
from onrecord.reconcile.compare import Finding
from onrecord.reconcile.periods import Period
from onrecord.reconcile.series import Number, Point, is_level, is_target
from onrecord.views.wording import figure_value, number


class Level(NamedTuple):
    """A level on the last day it is said to hold in its period; `is_best` is the one the series takes."""

    day: date
    value: float
    label: str
    is_best: bool
    figure: str
    words: str
    text: str


class Target(NamedTuple):
    """A target on the day it is due, and the day it was first told."""

    due: date
    told: date | None
    value: float
    label: str
    figure: str
    words: str


class Stretch(NamedTuple):
    """Some days with their values: a range, a level carried forward, or (without values) a gap."""

    first: date
    last: date
    low: float = 0
    high: float = 0


class Compared(NamedTuple):
    """A data set's cell in the middle of its period, and what reports say to it."""

    day: date
    value: float
    kind: str


class Told(NamedTuple):
    """All that is drawn of one scope; `runs` are best levels of periods that follow one another."""

    scope: tuple[str, ...]
    levels: tuple[Level, ...]
    targets: tuple[Target, ...]
    ranges: tuple[Stretch, ...]
    gaps: tuple[Stretch, ...]
    carried: tuple[Stretch, ...]
    runs: tuple[tuple[Level, ...], ...]
    compared: tuple[Compared, ...]

    @property
    def days(self) -> list[date]:
        """First and last days of everything."""
        found = [level.day for level in self.levels] + [cell.day for cell in self.compared]
        found += [day for one in self.targets for day in (one.told, one.due) if day]
        return found + [day for one in (*self.ranges, *self.gaps, *self.carried) for day in (one.first, one.last)]

    @property
    def spots(self) -> list[tuple[date, float]]:
        """Where marks stand: days and values."""
        found = [(level.day, level.value) for level in self.levels]
        found += [(target.due, target.value) for target in self.targets]
        return found + [(cell.day, cell.value) for cell in self.compared]

    @property
    def top(self) -> float:
        """The highest value."""
        return max([value for _, value in self.spots] + [one.high for one in self.ranges], default=0)

    @property
    def labels(self) -> list[str]:
        """Labels of all marks."""
        return [level.label for level in self.levels] + [target.label for target in self.targets]


def told(points: Sequence[Point], rows: Mapping[str, FigureRow], beside: Mapping[str, Finding]) -> Iterator[Told]:
    """One drawing for each scope, that of all things counted first; `rows` go by their ids, `beside`, which has no scope, by period."""
    scopes = sorted({point.scope for point in points})
    for scope in scopes:
        mine = [point for point in points if point.scope == scope]
        levels = {point.period: _levels(point, rows) for point in mine}
        yield Told(
            scope,
            tuple(level for found in levels.values() for level in found),
            tuple(target for point in mine for target in _targets(point, rows)),
            tuple(_range(point) for point in mine if point.low is not None and point.low != point.high),
            tuple(_gaps(mine)),
            tuple(Stretch(*_ends(point.period), *(float(point.best),) * 2) for point in mine if point.carried and point.best is not None),
            tuple(_runs(mine, levels)),
            tuple(_cells(mine, beside if scope == scopes[0] else {})),
        )  # fmt: skip


def _ends(period: Period) -> tuple[date, date]:
    """First day of a period and the day after it."""
    return date.fromisoformat(period.start), date.fromisoformat(period.end) + timedelta(days=1)


def _within(day: str | None, period: Period) -> date:
    """A day, moved into its period if it lies outside; the middle of the period without one."""
    first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    return min(max(date.fromisoformat(day[:10]), first), last) if day else first + (last - first) / 2


def _value(row: FigureRow) -> Number | None:
    return row.best if row.best is not None else values.amount(row)


def _levels(point: Point, rows: Mapping[str, FigureRow]) -> list[Level]:
    """Levels of a period, one mark for each day and value; the best is that of the latest day."""
    found: dict[tuple[date, float], Level] = {}
    for row in (rows[id] for id in point.figure_ids if id in rows):
        value = _value(row)
        if value is None or value not in point.levels or not is_level(row):
            continue
        day = _within(row.date_end or row.date_start, point.period)
        who = row.speaker or row.source or row.outlet or "unknown"
        text = figure_value(row) if row.bound else number(value)
        words = f"{text} {row.label} on {row.date_edtf or day}, {who}"
        found.setdefault((day, float(value)), Level(day, float(value), row.label, False, row.figure_id, words, text))
    best = max((key for key in found if key[1] == point.best), default=None)
    return [one._replace(is_best=key == best) for key, one in sorted(found.items())]


def _targets(point: Point, rows: Mapping[str, FigureRow]) -> Iterator[Target]:
    """Targets of a period, one mark for each value: due on the last day of the most, told on the first."""
    for value in point.targets:
        mine = [rows[id] for id in point.figure_ids if id in rows and is_target(rows[id]) and _value(rows[id]) == value]
        if not mine:
            continue
        dues = [_within(row.date_end or row.date_start, point.period) for row in mine]
        due = max(sorted(set(dues)), key=dues.count)
        days = sorted(row.day for row in mine if row.day)
        first = date.fromisoformat(days[0]) if days else None
        words = f"{number(value)} {mine[0].label} for {mine[0].date_edtf or due}, told {days[0] if days else 'on an unknown day'}"
        yield Target(due, first, float(value), mine[0].label, mine[0].figure_id, words)


def _range(point: Point) -> Stretch:
    """The span of a period; that of a day stands where its marks stand."""
    first, last = _ends(point.period)
    last = first if point.period.start == point.period.end else last
    return Stretch(first, last, float(point.low or 0), float(point.high or 0))


def _gaps(points: Sequence[Point]) -> Iterator[Stretch]:
    """Periods without a report, those that follow one another as one."""
    first = last = None
    for point in points:
        if point.n_reports == 0:
            start, end = _ends(point.period)
            first, last = (first or start, end)
        elif first and last:
            yield Stretch(first, last)
            first = last = None
    if first and last:
        yield Stretch(first, last)


def _runs(points: Sequence[Point], levels: Mapping[Period, Sequence[Level]]) -> Iterator[tuple[Level, ...]]:
    """Best levels joined by a line: those of periods that touch; by days and changes there are only periods that are told."""
    run: list[Level] = []
    for before, point in pairwise([None, *points]):
        assert point
        best = next((one for one in levels[point.period] if one.is_best), None)
        if run and (best is None or (before and _broken(before.period, point.period))):
            yield tuple(run)
            run = []
        run += [best] if best else []
    if run:
        yield tuple(run)


def _broken(one: Period, other: Period) -> bool:
    """True for periods of the calendar with another between them."""
    return one.start != one.end and _ends(one)[1].isoformat() != other.start


def _cells(points: Sequence[Point], beside: Mapping[str, Finding]) -> Iterator[Compared]:
    for point in points:
        finding = beside.get(point.period.name)
        if finding and finding.cell.value is not None:
            yield Compared(_within(None, point.period), finding.cell.value, finding.kind)
