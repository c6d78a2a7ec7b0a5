"""Facts: figures of several reports that state one thing, joined pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.features import NEAR, SOON, Decision, decide
from onrecord.reconcile.plans import Group, plan_of

_EDGES = 12  # rows of a group that another is held against


class Link(NamedTuple):
    """Two rows that state one fact, and why."""

    one: FigureRow
    other: FigureRow
    decision: Decision


class Fact(NamedTuple):
    """Rows that state one fact, in the order of publication, and the links that hold them together."""

    rows: tuple[FigureRow, ...]
    links: tuple[Link, ...]

    @property
    def head(self) -> FigureRow:
        """The row that tells most of whose, where, when and what it is; of two the earlier."""
        return max(
            self.rows,
            key=lambda row: (row.role is not None, bool(row.subject_iso3), bool(row.place_iso3), bool(row.date_end)),
        )


def facts(rows: Iterable[FigureRow]) -> list[Fact]:
    """Every row in one fact, alone or with others; facts in the order of their first rows.

    What people joined is one from the start. Then pairs are joined from the surest on. Two groups become one only when no row of the one is
    forbidden to be with a row of the other, and people parted none of them.
    """
    every = list(rows)
    links = sorted(_links(every), key=lambda link: (-link.decision.points, link.one.figure_id, link.other.figure_id))
    kept: dict[int, list[Link]] = defaultdict(list)
    groups = _joined(every, kept)
    for link in links:
        one, other = groups[link.one.figure_id], groups[link.other.figure_id]
        if one is other:
            if link.one.joined is None or link.one.joined != link.other.joined:
                kept[id(one.rows)].append(link)
        elif one.admits(other):
            if len(one.rows) < len(other.rows):
                one, other = other, one
            one.take(other)
            kept[id(one.rows)] += [*kept.pop(id(other.rows), []), link]
            groups.update(dict.fromkeys((row.figure_id for row in other.rows), one))
    unique = {id(group.rows): group.rows for group in groups.values()}
    _plans(unique, kept)
    found = [Fact(tuple(sorted(group, key=_order)), tuple(kept[key])) for key, group in unique.items()]
    return sorted(found, key=lambda fact: _order(fact.rows[0]))


def _joined(rows: Iterable[FigureRow], kept: dict[int, list[Link]]) -> dict[str, _Group]:
    """A group for each row, one for all that people joined."""
    hands: dict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        hands[row.joined or row.figure_id].append(row)
    found: dict[str, _Group] = {}
    for hand in hands.values():
        hand.sort(key=_order)
        group = _Group(hand, [[row] for row in hand], {name for row in hand for name in row.apart})
        found.update(dict.fromkeys((row.figure_id for row in hand), group))
        if len(hand) > 1:
            kept[id(hand)] += [Link(one, other, decide(one, other)) for one, other in pairwise(hand)]
    return found


@dataclass(slots=True)
class _Group:
    """Rows that are one fact so far, and names of those that people said are another.

    `parts` are rows that another is held against: it must go with all of one part. What people joined may be as different as they like, so
    each of these rows begins a part of its own, and brings those that go with it.
    """

    rows: list[FigureRow]
    parts: list[list[FigureRow]]
    apart: set[str]

    def admits(self, other: _Group) -> bool:
        """True if nothing stands against one group of both."""
        if _parted(self.rows, self.apart, other.rows, other.apart):
            return False
        return any(_go_together(mine, theirs) for mine in self.parts for theirs in other.parts)

    def take(self, other: _Group) -> None:
        """Take in the rows of another group. Of many rows the outermost in time and value, and one of each kind, stay in a part."""
        self.rows.extend(other.rows)
        self.apart |= other.apart
        for theirs in other.parts:
            mine = next((part for part in self.parts if _go_together(part, theirs)), None)
            if mine is None:
                self.parts.append(theirs)
                continue
            mine.extend(theirs)
            if len(mine) > _EDGES:
                mine[:] = _outermost(mine)


def _go_together(one: Group, other: Group) -> bool:
    return all(not decide(a, b).never for a in one for b in other)


def _parted(one: Group, mine: set[str], other: Group, theirs: set[str]) -> bool:
    """True if people said that a row of one group and a row of another are two facts."""
    if not mine or not theirs:  # it is said of both, or of neither
        return False
    return any((row.joined or row.figure_id) in names for rows, names in ((other, mine), (one, theirs)) for row in rows)


def _outermost(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """First and last by each measure that can forbid a link, and one row of each subject, place and scope."""
    ordered = sorted(rows, key=_order)
    by = (
        lambda row: row.date_start or row.date_end or "",
        lambda row: row.date_end or row.date_start or "9999",
        lambda row: row.day or "",
        lambda row: values.amount(row) or 0.0,
    )
    found = {row.figure_id: row for key in by for row in (min(ordered, key=key), max(ordered, key=key))}
    kinds = {(row.role, row.subject_iso3, row.place, row.scope): row for row in reversed(ordered)}
    return sorted({**found, **{row.figure_id: row for row in kinds.values()}}.values(), key=_order)


def _plans(groups: dict[int, list[FigureRow]], kept: dict[int, list[Link]]) -> None:
    """Join levels that are plans told as if they stood with the targets they restate."""
    levels: dict[tuple[str, str | None], dict[int, list[FigureRow]]] = defaultdict(dict)
    plans: dict[tuple[str, str | None, float | None], list[int]] = defaultdict(list)
    for key, group in groups.items():
        head = group[0]
        if head.role == "level":
            levels[head.measure, head.place_iso3][key] = group
        elif head.role == "target":
            plans[head.measure, head.place_iso3, values.amount(head)].append(key)
    for thing, standing in levels.items():
        for key, group in list(standing.items()):
            homes = {id(groups[home]): home for home in plans.get((*thing, values.amount(group[0])), ())}
            others: list[Group] = [other for name, other in standing.items() if name != key] if homes else []
            fits: list[Group] = [groups[home] for home in homes.values() if not _by_hand(group, groups[home])]
            found = plan_of(group, fits, others) if others else None
            if found:
                plan, decision = found
                home = homes[id(plan)]
                kept[home] += [*kept.pop(key, []), Link(group[0], plan[0], decision)]
                groups[home].extend(groups.pop(key))
                del standing[key]


def _by_hand(level: Group, plan: Group) -> bool:
    """True where people said what a level is: joined with others, or parted from the plan."""
    apart = [{name for row in rows for name in row.apart} for rows in (level, plan)]
    return any(row.joined for row in level) or _parted(level, apart[0], plan, apart[1])


def standing(found: Iterable[Fact]) -> list[Fact]:
    """Facts without a target: a level that other reports of its day give as a target is a plan, whatever it reads like."""
    return [fact for fact in found if not any(row.role == "target" for row in fact.rows)]


def _order(row: FigureRow) -> tuple[str, int, int]:
    return row.published or "9999", row.report, row.n


def _links(rows: Sequence[FigureRow]) -> list[Link]:
    """Pairs that are one fact, among rows of one measure and about one size."""
    blocks: dict[tuple[str, str, int | str], list[FigureRow]] = defaultdict(list)
    for row in rows:
        for size in _sizes(row):
            blocks[row.measure, row.unit, size].append(row)
    found: dict[tuple[str, str], Link] = {}
    for block in blocks.values():
        for one, other in near(block):
            if _differ(one.role, other.role) or _differ(one.place_iso3, other.place_iso3):
                continue
            key = (one.figure_id, other.figure_id)
            if key not in found and (decision := _decision(one, other)).same:
                found[key] = Link(one, other, decision)
    return list(found.values())


def _differ(one: str | None, other: str | None) -> bool:
    """What most pairs fail by, looked at before all features are."""
    return one != other and one is not None and other is not None


def near(block: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Pairs that are near enough in time to be compared: by when they hold, or when one is undated by when they were told."""
    dated = [row for row in block if row.date_start or row.date_end]
    yield from _sweep([(*_ends(days.held(row)), row) for row in dated], NEAR)
    told = [(*_ends(days.told(row)), row) for row in block]
    for one, other in _sweep(told, SOON) if len(dated) < len(block) else ():
        if not (any(days.held(one)) and any(days.held(other))):
            yield one, other


def _ends(interval: tuple[str | None, str | None]) -> tuple[int, int]:
    """First and last day as numbers; an open end is far away."""
    first, last = interval
    return days.number(first) if first else 0, days.number(last) if last else 9**7


def _sweep(timed: list[tuple[int, int, FigureRow]], limit: int) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Pairs of intervals that are no further apart than some days, the earlier row first."""
    timed.sort(key=lambda one: (one[0], *_order(one[2])))
    for at, (_, last, one) in enumerate(timed):
        for first, _, other in timed[at + 1 :]:
            if first - last > limit:
                break
            yield (one, other) if _order(one) <= _order(other) else (other, one)


def _decision(one: FigureRow, other: FigureRow) -> Decision:
    """Rows of one report are one fact when its reader says so, since writers rarely say a thing twice by chance."""
    decision = decide(one, other)
    if one.report != other.report:
        return decision
    said = other.same_as == one.n or one.same_as == other.n or (one.same_as and one.same_as == other.same_as)
    return decision._replace(same=bool(said) and not decision.never)


def _sizes(row: FigureRow) -> list[int | str]:
    """Buckets of about the same size; a row near the edge of one is in two."""
    value = values.amount(row)
    if value is None:
        return [row.vague or row.value_text]
    if value < 20:
        return [int(value)]
    place = log(value) / log(1.25)
    return sorted({int(place - 0.25), int(place + 0.25)})
