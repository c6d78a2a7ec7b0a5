"""Conflicts: figures about the same thing that cannot both hold, each with its kind.

*rounding*: one is the other, rounded. *scope*: other people are counted. *time*: they hold at different times, or a toll was told later
than another. *source*: two who should know say different numbers. *open*: none of these explains it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, names, values
from onrecord.reconcile.features import INCIDENT, NEAR
from onrecord.reconcile.same import ends, facts, order, standing

_HELD = ("level", "total", "toll")
_ORDER = ("scope", "rounding", "source", "open", "time")  # of several pairs of two facts, the kind that says most
_PEOPLE = ("killed", "wounded", "missing", "detained", "hostages", "displaced")  # what an incident has one toll of
_OWNED = ("troops", "contractors", "fighters", "police", "aircraft", "vehicles", "ships", "bases")
_APART = 4  # times: numbers further apart are of two things, not two numbers of one
_FEW = 20  # below it no number is a rounded one
_FINAL = ("scope", "rounding", "source")  # two numbers that conflict so never conflict in a way that says more
_MANY = 24  # rows of which every pair is looked at
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
    """All conflicts among rows, of each pair of numbers the first two rows of the kind that says most; in the order of the earlier row."""
    sides = [side for fact in standing(facts(rows)) for side in _sides(fact.rows)[:_VOICES]]
    things: dict[tuple[object, ...], list[_Side]] = defaultdict(list)
    for side in sides:
        things[side.thing].append(side)
    found: dict[tuple[object, ...], Conflict] = {}
    for thing, some in things.items():
        _among(thing, some, found)
    return list(found.values())


def _among(thing: tuple[object, ...], sides: list[_Side], found: dict[tuple[object, ...], Conflict]) -> None:
    """Conflicts among rows about one thing. Most pairs are of two numbers that were met before, and say no more: they are passed by at once."""
    sides.sort(key=lambda side: (side.first, *order(side.row)))
    for at, one in enumerate(sides):
        last, amount = one.last + NEAR, one.amount
        for other in islice(sides, at + 1, None):
            if other.first > last:
                break
            if amount == other.amount and one.exact and other.exact:
                continue
            pair = (
                (thing, amount, other.amount, one.scope, other.scope)
                if amount < other.amount
                else (thing, other.amount, amount, other.scope, one.scope)
            )
            known = found.get(pair)
            if known and (known.kind.name in _FINAL or other.first - one.last > INCIDENT):
                continue
            first, second = (one.row, other.row) if order(one.row) <= order(other.row) else (other.row, one.row)
            kind = kind_of(first, second)
            if kind and (known is None or _ORDER.index(kind.name) < _ORDER.index(known.kind.name)):
                found[pair] = Conflict(first, second, kind)


class _Side(NamedTuple):
    """A row that may be in a conflict: what it is about, its number, whether it is a number and no more, when it holds."""

    row: FigureRow
    thing: tuple[object, ...]
    amount: float
    exact: bool
    scope: tuple[str, ...]
    first: int
    last: int


def _sides(rows: Iterable[FigureRow]) -> list[_Side]:
    """Rows that stand for a fact: held in a place, at a time, and no part of another number."""
    found = []
    for row in rows:
        amount = values.amount(row)
        held = row.role in _HELD and row.place_iso3 and row.polarity == "positive" and row.part_of is None
        if amount is None or not held or not any(days.held(row)):
            continue
        town = None if row.place_kind in (None, "country") else row.place
        owner = (row.subject_iso3 or row.subject) if row.measure in _OWNED or row.role == "total" else None
        thing = (row.measure, row.unit, row.role, row.place_iso3, town, owner)
        exact = row.bound is None and not row.approx
        found.append(_Side(row, thing, amount, exact, row.scope, *ends(days.held(row))))
    return found


def kinds(rows: Sequence[FigureRow], best: FigureRow | None) -> set[str]:
    """Kinds of conflict among some rows; of very many, those that the best, the lowest and the highest are in."""
    if len(rows) <= _MANY:
        pairs = combinations(rows, 2)
    else:
        numbers = sorted(rows, key=lambda row: values.amount(row) or 0)
        held = [row for row in (best, numbers[0], numbers[-1]) if row]
        pairs = ((one, other) for one in held for other in rows if one is not other)  # type: ignore[assignment]
    return {kind.name for one, other in pairs if (kind := kind_of(one, other))}


def kind_of(one: FigureRow, other: FigureRow) -> Kind | None:
    """The kind of conflict between two rows, None if both can hold."""
    first, second = values.amount(one), values.amount(other)
    if first is None or second is None or values.agreement(one, other) or (one.joined and one.joined == other.joined):
        return None
    if not _about_one(one, other) or _bounds_allow(one, other, first, second):
        return None
    if max(first, second) > _APART * min(first, second):
        return None
    if set(one.scope) != set(other.scope):
        if one.role != "level":
            return None  # two tolls of other people are two tolls
        return Kind("scope", f"one counts {_scope(one)}, the other {_scope(other)}")
    if _is_rounded(first, second):
        return Kind("rounding", f"{values.words(one)} and {values.words(other)} are one number, rounded")
    return _between_sources(one, other)


def _between_sources(one: FigureRow, other: FigureRow) -> Kind | None:
    """Two numbers of one scope: told of two times, by two sources, or neither; two of one report only if it names two sources."""
    gap = days.between(days.held(one), days.held(other))
    if gap is None:
        return None
    differ = bool(_source(one) and _source(other)) and not names.one_person(_source(one), _source(other))
    if one.report == other.report and (gap > INCIDENT or not (differ and one.speaker and other.speaker)):
        return None
    if gap > INCIDENT:
        return Kind("time", f"{gap} days lie between them")
    later = _told_later(one, other)
    if later:
        return Kind("time", f"{values.words(later)} was told later, on {later.day}")
    if differ:
        return Kind("source", f"{_source(one)} and {_source(other)} differ")
    if not (_source(one) and _source(other)):
        return Kind("open", "who says one of them is not known")
    return Kind("open", "one source, one time, two numbers")


def _told_later(one: FigureRow, other: FigureRow) -> FigureRow | None:
    """Of two tolls of one incident the higher, when it was told on a later day: tolls rise."""
    low, high = sorted((one, other), key=lambda row: values.amount(row) or 0)
    return high if one.role == "toll" and (high.day or "") > (low.day or "9999") else None


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
    if not _one_subject(one, other):
        return False
    towns = {row.place for row in (one, other) if row.place_kind not in (None, "country")}
    wide = [row.place_kind in (None, "country") for row in (one, other)]
    if len(towns) > 1 or (any(wide) and not all(wide)):
        return False
    gap = days.between(days.held(one), days.held(other))
    if one.role == "toll":
        events = {one.event_type, other.event_type} - {None}
        return gap is not None and gap <= INCIDENT and bool(towns) and one.measure in _PEOPLE and len(events) < 2
    if one.role == "total":
        return _one_period(one, other)
    return gap is not None and gap <= NEAR


def _one_subject(one: FigureRow, other: FigureRow) -> bool:
    """Whose they are: the same; of what states own, and of totals, known in both or in neither."""
    mine, theirs = one.subject_iso3 or one.subject, other.subject_iso3 or other.subject
    if one.measure in _OWNED or one.role == "total":
        return mine == theirs
    return not (one.subject_iso3 and other.subject_iso3) or one.subject_iso3 == other.subject_iso3


def _one_period(one: FigureRow, other: FigureRow) -> bool:
    """Totals are of one thing only when they are counted over one time."""
    ends = (one.date_start, other.date_start), (one.date_end, other.date_end)
    gaps = [days.between((a, a), (b, b)) for a, b in ends]
    return all(gap is not None and gap <= INCIDENT for gap in gaps)


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
    return (
        min(first, second) >= _FEW
        and step > values.grain(fine)
        and abs(rough - fine) < step / 2
        and abs(rough - fine) <= 0.1 * rough
    )


def _scope(row: FigureRow) -> str:
    return " ".join((*row.scope, row.measure)) if row.scope else f"{row.measure} without saying which"


def _source(row: FigureRow) -> str:
    return row.speaker or row.source or row.outlet or ""
