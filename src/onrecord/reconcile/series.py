"""Series: per period the best, lowest and highest reported level, and how many say so.

*best*: of the levels in place in the period, those with the most origins; of these the latest. *low*, *high*: the span of the levels in
place and of the targets that fall due in the period. Changes and tolls never enter, a target never becomes *best*, levels are never added
up, and a period without a report is empty, not 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import values
from onrecord.reconcile.conflicts import kinds
from onrecord.reconcile.origins import Context, Tree, origins
from onrecord.reconcile.periods import Period, fitting, through
from onrecord.reconcile.same import Fact, facts, standing

_IN_PLACE = ("done", "ongoing", "alleged", "unknown")
type Number = int | float


class Point(NamedTuple):
    """One period of a series; values are None where no report tells. `carried` names the period a level is carried from."""

    scope: tuple[str, ...]
    period: Period
    low: Number | None
    best: Number | None
    high: Number | None
    levels: tuple[Number, ...]
    targets: tuple[Number, ...]
    basis: str
    n_reports: int
    n_origins: int
    n_witnesses: int
    conflict: str | None
    figure_ids: tuple[str, ...]
    carried: str | None = None


class Told(NamedTuple):
    """A fact with its origins."""

    fact: Fact
    tree: Tree


def series(rows: Iterable[FigureRow], context: Context, by: str, *, carry: bool = False) -> list[Point]:
    """One point a period from the first to the last that is reported, for each scope apart; rows are of one thing in one place."""
    cells: dict[tuple[str, ...], dict[Period, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts(row for row in rows if is_level(row) or is_target(row)):
        told = Told(fact, origins(fact, context))
        for period in {fitting(row.date_start, row.date_end, by) for row in fact.rows} - {None}:
            if period:
                cells[_scope(fact)][period].append(told)
    found = []
    for scope in sorted(cells):
        points = [_point(scope, period, cells[scope].get(period, [])) for period in _periods(list(cells[scope]), by)]
        found += _carried(points) if carry else points
    return found


def is_level(row: FigureRow) -> bool:
    """A level said to be in place."""
    return (
        row.role == "level" and row.label in _IN_PLACE and row.polarity == "positive" and values.amount(row) is not None
    )


def is_target(row: FigureRow) -> bool:
    """A number there will or shall be."""
    return row.role == "target" and row.polarity == "positive" and values.amount(row) is not None


def undated(rows: Iterable[FigureRow], by: str) -> list[FigureRow]:
    """Levels and targets that belong to no period: without a date, or of a time longer than one."""
    return [row for row in rows if (is_level(row) or is_target(row)) and not fitting(row.date_start, row.date_end, by)]


def _scope(fact: Fact) -> tuple[str, ...]:
    """The scope that most rows of a fact state."""
    stated = Counter(tuple(sorted(row.scope)) for row in fact.rows)
    return max(sorted(stated), key=lambda scope: stated[scope])


def _periods(reported: Sequence[Period], by: str) -> list[Period]:
    reported = sorted(reported, key=lambda period: period.start)
    if by in ("day", "change"):
        return list(reported)
    return list(through(reported[0], reported[-1], by))


def _point(scope: tuple[str, ...], period: Period, told: list[Told]) -> Point:
    rows = [row for one in told for row in one.fact.rows if _holds(row, period)]
    plans = [row for row in rows if is_target(row)]
    stand = {id(fact) for fact in standing(one.fact for one in told)}
    levels = [(one, row) for one in told if id(one.fact) in stand for row in one.fact.rows if _holds(row, period)]
    best = max(levels, key=_rank, default=None)
    low, high = _span([row for _, row in levels] + plans)
    n_origins, n_witnesses = _sources(told, {row.report for row in rows})
    return Point(
        scope,
        period,
        low,
        _number(best[1]) if best else None,
        high,
        _numbers([row for _, row in levels]),
        _numbers(plans),
        _basis([row for _, row in levels], plans, best[1] if best else None, best[0].tree if best else None),
        len({row.report for row in rows}),
        n_origins,
        n_witnesses,
        ", ".join(sorted(kinds([row for _, row in levels], best[1] if best else None))) or None,
        tuple(row.figure_id for row in rows),
    )


def _sources(told: Sequence[Told], reports: set[int]) -> tuple[int, int]:
    """How many origins and witnesses some reports have for all facts of a period together, each once.

    An outlet is one origin; so is a speaker or a plan that one report gives for two of the facts.
    """
    found: list[tuple[str, str, set[int]]] = []
    witnesses: set[int] = set()
    for origin in (origin for one in told for origin in one.tree.origins):
        heard = {one.row.report for one in origin.witnesses} & reports
        witnesses |= heard
        if origin.kind == "unknown" or not heard:
            continue
        same = [
            one
            for one in found
            if one[:2] == (origin.name, origin.kind) and (origin.kind == "outlet" or one[2] & heard)
        ]
        found = [one for one in found if one not in same]
        found.append((origin.name, origin.kind, heard.union(*(one[2] for one in same))))
    return len(found), len(witnesses)


def _rank(level: tuple[Told, FigureRow]) -> tuple[int, bool, str, int, str]:
    """Most origins, then one number before a range, then the latest; of one day most witnesses, then the latest told."""
    told, row = level
    return told.tree.count, row.best is not None, (row.date_end or "")[:10], told.tree.witnesses, row.published or ""


def _holds(row: FigureRow, period: Period) -> bool:
    return bool((row.date_end or row.date_start or "")[:10] <= period.end) and (
        (row.date_end or row.date_start or "")[:10] >= period.start
    )


def _number(row: FigureRow) -> Number | None:
    """The number itself; a range has its ends alone."""
    return row.best


def _numbers(rows: Sequence[FigureRow]) -> tuple[Number, ...]:
    return tuple(sorted({value for row in rows if (value := _number(row)) is not None}))


def _span(rows: Sequence[FigureRow]) -> tuple[Number | None, Number | None]:
    lows = [value for row in rows if (value := row.low if row.low is not None else _number(row)) is not None]
    highs = [value for row in rows if (value := row.high if row.high is not None else _number(row)) is not None]
    return (min(lows), max(highs)) if lows and highs else (None, None)


def _basis(levels: Sequence[FigureRow], plans: Sequence[FigureRow], best: FigureRow | None, tree: Tree | None) -> str:
    """What a point stands on, in words."""
    said = []
    if best and tree:
        who = ", ".join(dict.fromkeys(origin.name for origin in tree.origins)) or "unknown"
        said.append(f"in place on {best.date_edtf or best.date_end}, from {who}")
        others = {_number(row) for row in levels} - {_number(best)}
        said += (
            [f"also {', '.join(f'{value:,}' for value in sorted(v for v in others if v is not None))}"]
            if others
            else []
        )
    said += [f"{row.label} for {row.date_edtf or row.date_end}: {values.words(row)}" for row in _once(plans)]
    return "; ".join(said)


def _once(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Each number once for a time; a time within another tells more than that."""
    told = list({(values.words(row), row.date_edtf): row for row in reversed(rows)}.values())[::-1]
    return [row for row in told if not any(other is not row and _within(other, row) for other in told)]


def _within(inner: FigureRow, outer: FigureRow) -> bool:
    if values.words(inner) != values.words(outer) or not (inner.date_start and outer.date_start):
        return False
    return outer.date_start <= inner.date_start and (inner.date_end or "9999") <= (outer.date_end or "9999")


def _carried(points: list[Point]) -> list[Point]:
    """Fill periods without a level with the level before, marked as carried; counts stay 0."""
    found: list[Point] = []
    last: Point | None = None
    for point in points:
        if point.best is not None:
            last = point
        elif last:
            basis = "; ".join(part for part in (f"carried from {last.period.name}", point.basis) if part)
            point = point._replace(best=last.best, basis=basis, carried=last.period.name)  # noqa: PLW2901
        found.append(point)
    return found
