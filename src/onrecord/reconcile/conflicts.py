"""Conflicts: figures about the same thing that cannot both hold, each with its kind.

*rounding*: one is the other, rounded. *scope*: other people are counted. *time*: they hold at different times, or one is the plan of the
other. *source*: two who should know say different numbers. *open*: none of these explains it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, names, values
from onrecord.reconcile.features import INCIDENT, NEAR
from onrecord.reconcile.same import Fact, facts, near, standing

_HELD = ("level", "total", "toll")
_VOICES = 5  # rows of one fact that are held against other facts


class Kind(NamedTuple):
    """Kind of a conflict and why it is of that kind."""

    name: str
    why: str


class Conflict(NamedTuple):
    """Two figures that cannot both hold as they stand."""

    one: FigureRow
    other: FigureRow
    kind: Kind


def conflicts(rows: Iterable[FigureRow]) -> list[Conflict]:
    """All conflicts among rows, the first two rows of each pair of numbers; in the order of the earlier row."""
    things: dict[tuple[str | None, ...], list[FigureRow]] = defaultdict(list)
    for row in (row for fact in standing(facts(rows)) for row in _told(fact)):
        things[row.measure, row.unit, row.role, row.place_iso3].append(row)
    found: dict[tuple[object, ...], Conflict] = {}
    for key, thing in things.items():
        for one, other in near(thing):
            kind = kind_of(one, other)
            if kind:
                pair = sorted((values.amount(one) or 0, values.amount(other) or 0))
                found.setdefault((*key, kind.name, *pair, one.scope, other.scope), Conflict(one, other, kind))
    return list(found.values())


def _told(fact: Fact) -> list[FigureRow]:
    """Rows that stand for a fact: what further reports repeat adds no conflict."""
    rows = [row for row in fact.rows if row.role in _HELD and row.place_iso3 and row.polarity == "positive"]
    return [row for row in rows if values.amount(row) is not None][:_VOICES]


def kind_of(one: FigureRow, other: FigureRow) -> Kind | None:
    """The kind of conflict between two rows, None if both can hold."""
    first, second = values.amount(one), values.amount(other)
    if first is None or second is None or values.agreement(one, other) or (one.joined and one.joined == other.joined):
        return None
    if not _about_one(one, other) or _bounds_allow(one, other, first, second):
        return None
    if set(one.scope) != set(other.scope):
        return Kind("scope", f"one counts {_scope(one)}, the other {_scope(other)}")
    if _is_rounded(first, second):
        return Kind("rounding", f"{values.words(one)} and {values.words(other)} are one number, rounded")
    return _between_sources(one, other)


def _between_sources(one: FigureRow, other: FigureRow) -> Kind | None:
    """Two numbers of one scope: told of two times, by two sources, or neither; two in one breath are parts of something."""
    gap = days.between(days.held(one), days.held(other))
    if one.report == other.report and gap == 0:
        return None
    if gap is None:
        return Kind("open", "the time of one is not known")
    if gap > INCIDENT:
        return Kind("time", f"{gap} days lie between them")
    if _source(one) and _source(other) and not names.one_person(_source(one), _source(other)):
        return Kind("source", f"{_source(one)} and {_source(other)} differ")
    return Kind("open", "one source, one time, two numbers")


def _about_one(one: FigureRow, other: FigureRow) -> bool:
    """Both of one measure, place and subject, as far as the reports say; tolls of one incident only."""
    same = (one.measure, one.unit, one.role, one.place_iso3) == (
        other.measure,
        other.unit,
        other.role,
        other.place_iso3,
    )
    if not same or one.part_of is not None or other.part_of is not None:
        return False
    if one.subject_iso3 and other.subject_iso3 and one.subject_iso3 != other.subject_iso3:
        return False
    towns = {row.place for row in (one, other) if row.place_kind not in (None, "country")}
    wide = [row.place_kind in (None, "country") for row in (one, other)]
    if len(towns) > 1 or (any(wide) and not all(wide)):
        return False
    gap = days.between(days.held(one), days.held(other))
    if one.role == "toll":
        return gap is not None and gap <= INCIDENT and bool(towns)
    return gap is None or gap <= NEAR


def _bounds_allow(one: FigureRow, other: FigureRow, first: float, second: float) -> bool:
    """At least 300 does not contradict 340."""
    for row, mine, theirs in ((one, first, second), (other, second, first)):
        if row.bound in ("at_least", "more_than") and theirs >= mine:
            return True
        if row.bound in ("at_most", "less_than") and theirs <= mine:
            return True
    return False


def _is_rounded(first: float, second: float) -> bool:
    """True when the rounder number is the other, rounded to its own step."""
    rough, fine = sorted((first, second), key=values.grain, reverse=True)
    step = values.grain(rough)
    return step > values.grain(fine) and abs(rough - fine) < step / 2 and abs(rough - fine) <= 0.1 * rough


def _scope(row: FigureRow) -> str:
    return " ".join((*row.scope, row.measure)) if row.scope else f"{row.measure} without saying which"


def _source(row: FigureRow) -> str:
    return row.speaker or row.source or row.outlet or ""
