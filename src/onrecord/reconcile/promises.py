"""Promises: announced or planned targets with their due dates, and the later levels that meet or miss them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.origins import Context, Tree, origins
from onrecord.reconcile.same import Fact, facts, standing
from onrecord.reconcile.series import is_level, is_target

Verdict = Literal["MET", "MISSED", "OPEN"]
LATE = 92  # days after the due date in which a level still tells that it was met
MISSED = 183  # days in which another level tells that it was not
_OPEN_ENDED = 366  # days after the announcement in which a level tells of a target without a due date
_EVER = "9999-12-31"
_SLACK = 0.02  # share by which a level may be off a target and still meet it


class Promise(NamedTuple):
    """A target as it was announced; the level that decides, and the days it came after the due date (negative: before)."""

    fact: Fact
    tree: Tree
    due: str | None
    verdict: Verdict
    why: str
    by: FigureRow | None = None


def promises(rows: Iterable[FigureRow], context: Context) -> list[Promise]:
    """All targets with what became of them, in the order of their announcement; no sums of money, of which no level tells."""
    told = facts(row for row in rows if row.unit == "count" and (is_level(row) or is_target(row)))
    found = [fact for fact in told if any(map(is_target, fact.rows))]
    things: dict[object, list[FigureRow]] = defaultdict(list)
    for row in (row for fact in standing(told) for row in fact.rows):
        things[_thing(row)].append(row)
    levels = {thing: _Levels(some) for thing, some in things.items()}
    return [_promise(fact, levels, context) for fact in found]


def _thing(row: FigureRow) -> object:
    """The same thing of the same owner: what its allies have there says nothing of a state's promise. Nothing is known to be in no place."""
    if row.place_iso3 is None:
        return row.figure_id
    return row.measure, row.unit, row.place_iso3, row.subject_iso3, frozenset(row.scope)


class _Levels:
    """Levels of one thing in the order of their days."""

    def __init__(self, rows: Iterable[FigureRow]) -> None:
        self.rows = sorted(rows, key=lambda row: (row.date_end or "", row.report, row.n))
        self._ends = [row.date_end or "" for row in self.rows]
        self._starts = sorted((row.date_start[:10], at) for at, row in enumerate(self.rows) if row.date_start)

    def between(self, first: str, last: str) -> list[FigureRow]:
        """Levels that begin after one day and by another."""
        start, end = (bisect_right(self._starts, (day, len(self.rows))) for day in (first, last))
        return [self.rows[at] for at in sorted(at for _, at in self._starts[start:end])]

    def before(self, day: str) -> FigureRow | None:
        """The first that is told of the last day by a day."""
        end = bisect_right(self._ends, day, key=lambda one: one[:10])
        if not end or not self._ends[end - 1]:
            return None
        return self.rows[bisect_left(self._ends, self._ends[end - 1])]


_NONE = _Levels(())


def _promise(fact: Fact, things: Mapping[object, _Levels], context: Context) -> Promise:
    targets = [row for row in fact.rows if is_target(row)]
    target = Fact(tuple(targets), ()).head
    due = _due(targets)
    tree = origins(fact, context)
    levels = things.get(_thing(target), _NONE)
    start = _start(levels, target)
    reached = _reached(levels, target, due, start)
    judged = _judged(levels, target, due)
    if judged and not _meets(judged, target, start) and _is_first(judged, reached):
        only = f"; {values.words(reached)} only on {reached.date_edtf}" if reached else ""
        why = f"still {values.words(judged)} on {judged.date_edtf}{only}"
        return Promise(fact, tree, due, "MISSED", why, judged)
    if reached and _in_time(reached, target, due):
        late = _gap(due, reached) if due else 0
        when = f"{late} days after it was due" if late > 0 else "in time" if due else "no day was named"
        return Promise(
            fact, tree, due, "MET", f"{values.words(reached)} in place on {reached.date_edtf}, {when}", reached
        )
    if reached:
        late_by = "too late to tell whether it was so when due" if due else "long after, and no day was named"
        why = f"{values.words(reached)} in place on {reached.date_edtf}, {late_by}"
        return Promise(fact, tree, due, "OPEN", why, reached)
    return Promise(
        fact, tree, due, "OPEN", "no later report tells" if due else "without a due date, and no later report tells"
    )


def _is_first(judged: FigureRow, reached: FigureRow | None) -> bool:
    """True when the first level after the due date was told of an earlier day than the one that meets the target."""
    return reached is None or (judged.date_start or "")[:10] < (reached.date_start or "")[:10]


def _due(targets: Sequence[FigureRow]) -> str | None:
    """The last day by which it is due: the one that most reports give, of as many the earliest."""
    days_told = Counter(row.date_end for row in targets if row.date_end)
    return min(days_told, key=lambda day: (-days_told[day], day), default=None)


def _start(levels: _Levels, target: FigureRow) -> float | None:
    """The level at the announcement."""
    before = levels.before(target.day) if target.day else None
    return values.amount(before) if before else None


def _reached(levels: _Levels, target: FigureRow, due: str | None, start: float | None) -> FigureRow | None:
    """Of later levels that meet a target the first in time that is the number, else the first beyond it in time, else the first."""
    if not target.day:
        return None
    last = days.later(due or target.day, LATE if due else _OPEN_ENDED)
    timely = [row for row in levels.between(target.day, last) if _meets(row, target, start)]
    fits = (
        iter(timely)
        if timely
        else (row for row in levels.between(max(target.day, last), _EVER) if _meets(row, target, start))
    )
    return next((row for row in timely if values.agreement(row, target)), next(fits, None))


def _judged(levels: _Levels, target: FigureRow, due: str | None) -> FigureRow | None:
    """The first level that is told of a day from the due one on, soon enough to say that a target was missed."""
    if not target.day or not due:
        return None
    first = max(target.day, days.later(due, -1))
    return next(iter(levels.between(first, days.later(due, MISSED))), None)


def _in_time(row: FigureRow, target: FigureRow, due: str | None) -> bool:
    """True for a level told soon enough to say that a target was met."""
    return _gap(due or target.day or "", row) <= (LATE if due else _OPEN_ENDED)


def _gap(due: str, row: FigureRow) -> int:
    """Days from the due date to a level, negative before."""
    return days.number(row.date_start or due) - days.number(due)


def _meets(row: FigureRow, target: FigureRow, start: float | None) -> bool:
    """A level meets a target when it is that number, or beyond it in the direction of the plan."""
    level, goal = values.amount(row), values.amount(target)
    if level is None or goal is None:
        return False
    if values.agreement(row, target) or abs(level - goal) <= _SLACK * goal:
        return True
    if start is None or start == goal:
        return False
    return level <= goal if start > goal else level >= goal
