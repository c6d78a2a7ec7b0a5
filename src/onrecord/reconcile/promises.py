"""Promises: announced or planned targets with their due dates, and the later levels that meet or miss them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.origins import Context, Tree, origins
from onrecord.reconcile.plans import alike
from onrecord.reconcile.same import Fact, facts, standing
from onrecord.reconcile.series import is_level, is_target

Verdict = Literal["MET", "MISSED", "OPEN"]
LATE = 92  # days after the due date in which a level still tells that it was met
MISSED = 183  # days in which another level tells that it was not
_OPEN_ENDED = 366  # days after the announcement in which a level tells of a target without a due date
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
    levels = [row for fact in standing(told) for row in fact.rows]
    levels.sort(key=lambda row: (row.date_end or "", row.report, row.n))
    return [_promise(fact, levels, context) for fact in found]


def _promise(fact: Fact, levels: Sequence[FigureRow], context: Context) -> Promise:
    targets = [row for row in fact.rows if is_target(row)]
    target = Fact(tuple(targets), ()).head
    due = _due(targets)
    tree = origins(fact, context)
    after = [row for row in levels if _of_one(row, target) and _later(row, target)]
    start = _before(target, levels)
    reached = _reached([row for row in after if _meets(row, target, start)], target, due)
    judged = next((row for row in after if due and 0 <= _gap(due, row) <= MISSED), None)
    if reached and _in_time(reached, target, due):
        late = _gap(due, reached) if due else 0
        when = f"{late} days after it was due" if late > 0 else "in time" if due else "no day was named"
        return Promise(
            fact, tree, due, "MET", f"{values.words(reached)} in place on {reached.date_edtf}, {when}", reached
        )
    if judged and judged is not reached:
        return Promise(fact, tree, due, "MISSED", f"still {values.words(judged)} on {judged.date_edtf}", judged)
    if reached:
        late_by = "too late to tell whether it was so when due" if due else "long after, and no day was named"
        why = f"{values.words(reached)} in place on {reached.date_edtf}, {late_by}"
        return Promise(fact, tree, due, "OPEN", why, reached)
    return Promise(
        fact, tree, due, "OPEN", "no later report tells" if due else "without a due date, and no later report tells"
    )


def _due(targets: Sequence[FigureRow]) -> str | None:
    """The last day by which it is due: the one that most reports give, of as many the earliest."""
    days_told = Counter(row.date_end for row in targets if row.date_end)
    return min(days_told, key=lambda day: (-days_told[day], day), default=None)


def _reached(fits: Sequence[FigureRow], target: FigureRow, due: str | None) -> FigureRow | None:
    """Of levels that meet a target the first in time that is the number, else the first beyond it in time, else the first."""
    timely = [row for row in fits if _in_time(row, target, due)]
    return next((row for row in timely if values.agreement(row, target)), next(iter([*timely, *fits]), None))


def _in_time(row: FigureRow, target: FigureRow, due: str | None) -> bool:
    """True for a level told soon enough to say that a target was met."""
    return _gap(due or target.day or "", row) <= (LATE if due else _OPEN_ENDED)


def _of_one(row: FigureRow, target: FigureRow) -> bool:
    """The same thing of the same owner: what its allies have there says nothing of a state's promise."""
    return alike(row, target) and row.subject_iso3 == target.subject_iso3


def _later(row: FigureRow, target: FigureRow) -> bool:
    """A level that holds after the day of the announcement."""
    return bool(row.date_start and target.day and row.date_start[:10] > target.day)


def _gap(due: str, row: FigureRow) -> int:
    """Days from the due date to a level, negative before."""
    return days.number(row.date_start or due) - days.number(due)


def _before(target: FigureRow, levels: Sequence[FigureRow]) -> float | None:
    """The level at the announcement: the first that is told on the last day by then."""
    held = [
        one
        for one in levels
        if _of_one(one, target) and one.date_end and target.day and one.date_end[:10] <= target.day
    ]
    last = [one for one in held if one.date_end == held[-1].date_end]
    return values.amount(last[0]) if last else None


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
