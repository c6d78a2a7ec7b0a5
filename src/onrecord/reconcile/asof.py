"""What held on a day, as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.origins import Context, Tree, origins
from onrecord.reconcile.same import Fact, facts, standing
from onrecord.reconcile.series import is_level, is_target


class Standing(NamedTuple):
    """The last level of one thing by a day, with its age in days, and the targets that were out and not yet due."""

    fact: Fact
    tree: Tree
    age: int
    targets: tuple[FigureRow, ...]


def known(rows: Iterable[FigureRow], day: str) -> list[FigureRow]:
    """Rows of reports that were out by a day; a report without a date was not."""
    return [row for row in rows if row.day and row.day <= day]


def held(rows: Iterable[FigureRow], context: Context, day: str) -> list[Standing]:
    """For each thing (measure, whose, where, scope) the level that held last by a day; of several of that day, the one with most origins."""
    every = list(rows)
    plans: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in filter(is_target, every):
        plans[_whose(row)].append(row)
    things: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in standing(facts(row for row in every if is_level(row) or is_target(row))):
        row = fact.rows[0]
        if not _last(fact) or _last(fact) > day:
            continue
        things[row.measure, row.subject_iso3 or row.subject, row.place_iso3 or row.place, row.scope].append(fact)
    found = []
    for thing in things.values():
        told = [(fact, origins(fact, context)) for fact in thing]
        fact, tree = max(told, key=lambda pair: (_last(pair[0]), pair[1].count))
        found.append(
            Standing(fact, tree, days.number(day) - days.number(_last(fact)), _due(plans[_whose(fact.rows[0])], day))
        )
    return found


def _last(fact: Fact) -> str:
    return max((row.date_end or "")[:10] for row in fact.rows)


def _whose(row: FigureRow) -> tuple[object, ...]:
    return row.measure, row.subject_iso3, row.place_iso3


def _due(plans: list[FigureRow], day: str) -> tuple[FigureRow, ...]:
    """Targets told by the day and due after it; each number once."""
    out = [row for row in plans if row.date_end and row.date_end[:10] >= day and row.day and row.day <= day]
    return tuple({(values.words(row), row.date_edtf): row for row in reversed(out)}.values())[::-1]
