"""Facts: figures of several reports that state one thing, joined pair by pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.concepts.sets import Sets
from onrecord.reconcile import days, values
from onrecord.reconcile.features import INCIDENT, NEAR, SOON, Decision, decide
from onrecord.reconcile.plans import Group, plan_of

LARGE = 120  # rows of one kin: of more, each month is grouped by itself
_EDGES = 12  # rows of a group that another is held against


class Link(NamedTuple):
    """Two rows that state one fact, and why."""

    one: FigureRow
    other: FigureRow
    decision: Decision


class Fact(NamedTuple):
    """Rows that state one fact, in the order of publication; `plans` are links to the plan that some of them restate."""

    rows: tuple[FigureRow, ...]
    plans: tuple[Link, ...] = ()

    @property
    def head(self) -> FigureRow:
        """The row that tells most of whose, where, when and what it is; of two the earlier."""
        return max(
            self.rows,
            key=lambda row: (row.role is not None, bool(row.subject_iso3), bool(row.place_iso3), bool(row.date_end)),
        )

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that hold the rows together, the surest first; looked at anew, since a ledger keeps the facts alone."""
        starts = list(_started(self.rows))
        first = [
            Link(one, other, decide(one, other))
            for start in starts
            for one, other in (
                pairwise(start.rows) if start.by_hand else ((start.rows[0], row) for row in start.rows[1:])
            )
        ]
        found = _links([row for start in starts for row in start.ends], _of_several(starts))
        return (*first, *(link for link in _sorted(found) if not _by_one_hand(link)), *self.plans)


def facts(rows: Iterable[FigureRow]) -> list[Fact]:
    """Every row in one fact, alone or with others; facts in the order of their first rows. Rows of a ledger bring the fact that was kept for them."""
    every = list(rows)
    return _with_plans(_kept(every) if all(row.fact for row in every) else groups(every))


def _kept(rows: Iterable[FigureRow]) -> list[list[FigureRow]]:
    found: dict[int, list[FigureRow]] = defaultdict(list)
    for row in rows:
        found[row.fact].append(row)
    return list(found.values())


def groups(rows: Iterable[FigureRow]) -> list[list[FigureRow]]:
    """Rows in groups of one fact each, before plans are looked at.

    What people joined is one from the start, and so are rows that are alike in all that is looked at. Then pairs are joined from the surest on.
    Two groups become one only when no row of the one is forbidden to be with a row of the other, and people parted none of them. Rows that no
    chain of links holds together (kin) do not touch one another: a kin can be grouped by itself. In a kin of more than LARGE rows, a number told all
    the time, facts end with the month; if one month has so many that hang together, with the day.
    """
    return _grouped(list(rows), (month, _day))


def groups_of_month(rows: Iterable[FigureRow]) -> list[list[FigureRow]]:
    """The groups of those rows of a large kin that are of one month."""
    return _grouped(list(rows), (_day,))


def _grouped(rows: Sequence[FigureRow], cuts: Iterable[Callable[[FigureRow], str]]) -> list[list[FigureRow]]:
    starts = list(_started(rows))
    found = {row.figure_id: start for start in starts for row in start.ends}
    links = _sorted(_links([row for start in starts for row in start.ends], _of_several(starts)))
    for cut in cuts:
        large = _large(starts, found, links)
        links = [link for link in links if link.one.figure_id not in large or cut(link.one) == cut(link.other)]
    for link in links:
        one, other = found[link.one.figure_id], found[link.other.figure_id]
        if one is not other and one.admits(other):
            if len(one.ends) < len(other.ends):
                one, other = other, one
            one.take(other)
            found.update(dict.fromkeys((row.figure_id for row in other.ends), one))
    return list({id(group): group.rows for group in found.values()}.values())


def month(row: FigureRow) -> str:
    """The month that a row counts to: when it holds, or, when that is not known, when it was told."""
    return _day(row)[:7]


def _day(row: FigureRow) -> str:
    return (row.date_start or row.date_end or row.day or "")[:10]


def _of_several(starts: Iterable[_Group]) -> set[str]:
    """Rows that stand for several alike of two reports at least: another of them is linked where one is of the same report."""
    return {start.ends[0].figure_id for start in starts if not start.by_hand and len(start.rows) > 1}


def _large(starts: Sequence[_Group], found: Mapping[str, _Group], links: Iterable[Link]) -> set[str]:
    """The rows that links are looked for in kin of more than LARGE rows."""
    kin = Sets[int]()
    for link in links:
        kin.join(id(found[link.one.figure_id]), id(found[link.other.figure_id]))
    size = Counter[int]()
    for start in starts:
        size[kin.head(id(start))] += len(start.rows)
    return {row.figure_id for start in starts if size[kin.head(id(start))] > LARGE for row in start.ends}


def linked(one: FigureRow, other: FigureRow) -> bool:
    """True for two rows that are one fact if nothing else is known."""
    return (
        not (_differ(one.role, other.role) or _differ(one.place_iso3, other.place_iso3)) and _decision(one, other).same
    )


def _sorted(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: (-link.decision.points, link.one.figure_id, link.other.figure_id))


def _by_one_hand(link: Link) -> bool:
    return link.one.joined is not None and link.one.joined == link.other.joined


def _started(rows: Sequence[FigureRow]) -> Iterator[_Group]:
    """The groups to begin with: what people joined, what is alike in all that is looked at, and each other row."""
    said = {(row.report, n) for row in rows if row.same_as is not None for n in (row.n, row.same_as)}
    hands: dict[object, list[FigureRow]] = defaultdict(list)
    for row in rows:
        alone = row.apart or (row.report, row.n) in said
        hands[row.joined or (row.figure_id if alone else _look(row))].append(row)
    for hand in hands.values():
        hand.sort(key=order)
        apart = {name for row in hand for name in row.apart}
        if hand[0].joined:
            yield _Group(hand, [[row] for row in hand], apart, list(hand), by_hand=True)
        elif len({row.report for row in hand}) > 1 and decide(hand[0], hand[-1]).same:
            yield _Group(hand, [hand[:1]], apart, hand[:1])
        else:
            yield from (_Group([row], [[row]], apart, [row]) for row in hand)


def _look(row: FigureRow) -> tuple[object, ...]:
    """All that the features look at."""
    return (
        row.measure, row.unit, row.role, row.low, row.best, row.high, row.approx, row.bound, row.vague, row.polarity, row.scope,
        row.subject, row.subject_iso3, row.place, row.place_kind, row.place_iso3, row.date_start, row.date_end, row.day, row.event_type,
        row.pair is None, row.part_of is None,
    )  # fmt: skip


@dataclass(slots=True)
class _Group:
    """Rows that are one fact so far, and names of those that people said are another.

    `parts` are rows that another is held against: it must go with all of one part. What people joined may be as different as they like, so
    each of these rows begins a part of its own, and brings those that go with it.
    """

    rows: list[FigureRow]
    parts: list[list[FigureRow]]
    apart: set[str]
    ends: list[FigureRow]  # rows that links are looked for: one of those that are alike
    by_hand: bool = False

    def admits(self, other: _Group) -> bool:
        """True if nothing stands against one group of both."""
        if _parted(self.rows, self.apart, other.rows, other.apart):
            return False
        return any(_go_together(mine, theirs) for mine in self.parts for theirs in other.parts)

    def take(self, other: _Group) -> None:
        """Take in the rows of another group. Of many rows the outermost in time and value, and one of each kind, stay in a part."""
        self.rows.extend(other.rows)
        self.ends.extend(other.ends)
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
    ordered = sorted(rows, key=order)
    by = (
        lambda row: row.date_start or row.date_end or "",
        lambda row: row.date_end or row.date_start or "9999",
        lambda row: row.day or "",
        lambda row: values.amount(row) or 0.0,
    )
    found = {row.figure_id: row for key in by for row in (min(ordered, key=key), max(ordered, key=key))}
    kinds = {(row.role, row.subject_iso3, row.place, row.scope): row for row in reversed(ordered)}
    return sorted({**found, **{row.figure_id: row for row in kinds.values()}}.values(), key=order)


def _with_plans(found: list[list[FigureRow]]) -> list[Fact]:
    """Facts of groups; levels that are plans told as if they stood go with the targets they restate. Each is looked at as the groups are given."""
    for group in found:
        group.sort(key=order)
    levels, plans = _By(found, "level"), _By(found, "target")
    homes: dict[int, tuple[int, Link]] = {}
    for at in levels.all:
        level = found[at]
        fits = [home for home in plans.near(level[0], values.amount(level[0])) if not _by_hand(level, found[home])]
        others: list[Group] = [found[other] for other in levels.near(level[0]) if other != at] if fits else []
        targets: list[Group] = [found[home] for home in fits]
        plan = plan_of(level, targets, others) if others else None
        if plan:
            home = next(home for home in fits if found[home] is plan[0])
            homes[at] = (home, Link(level[0], plan[0][0], plan[1]))
    rows = {at: list(group) for at, group in enumerate(found) if at not in homes}
    links: dict[int, list[Link]] = defaultdict(list)
    for at, (home, link) in homes.items():
        rows[home] += found[at]
        links[home].append(link)
    facts = [Fact(tuple(sorted(group, key=order)), tuple(links[at])) for at, group in rows.items()]
    return sorted(facts, key=lambda fact: order(fact.rows[0]))


class _By:
    """Groups of one role by what is counted, where, how many, and the days they were told."""

    def __init__(self, found: Sequence[Sequence[FigureRow]], role: str) -> None:
        self.all = [at for at, group in enumerate(found) if group[0].role == role]
        self._days: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)
        for at in self.all:
            head = found[at][0]
            for day in {row.day for row in found[at]} - {None}:
                for amount in (None, values.amount(head)):
                    self._days[head.measure, head.place_iso3, amount, days.number(day or "")][at] = None

    def near(self, row: FigureRow, amount: float | None = None) -> list[int]:
        """Groups of the same thing that were told within some days of a row; of one number when it is given."""
        if not row.day:
            return []
        told = days.number(row.day)
        near = (
            self._days.get((row.measure, row.place_iso3, amount, day), ())
            for day in range(told - INCIDENT, told + INCIDENT + 1)
        )
        return sorted({at for groups in near for at in groups})


def _by_hand(level: Group, plan: Group) -> bool:
    """True where people said what a level is: joined with others, or parted from the plan."""
    apart = [{name for row in rows for name in row.apart} for rows in (level, plan)]
    return any(row.joined for row in level) or _parted(level, apart[0], plan, apart[1])


def standing(found: Iterable[Fact]) -> list[Fact]:
    """Facts without a target: a level that other reports of its day give as a target is a plan, whatever it reads like."""
    return [fact for fact in found if not any(row.role == "target" for row in fact.rows)]


def order(row: FigureRow) -> tuple[str, int, int]:
    """The order of telling."""
    return row.published or "9999", row.report, row.n


def _links(rows: Sequence[FigureRow], several: Container[str] = ()) -> list[Link]:
    """Pairs that are one fact, among rows of one measure and about one size; `several` stand for rows of more reports than their own."""
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
            if key in found:
                continue
            stands = one.figure_id in several or other.figure_id in several
            decision = decide(one, other) if stands else _decision(one, other)
            if decision.same:
                found[key] = Link(one, other, decision)
    return list(found.values())


def _differ(one: str | None, other: str | None) -> bool:
    """What most pairs fail by, looked at before all features are."""
    return one != other and one is not None and other is not None


def near(block: Sequence[FigureRow]) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Pairs that are near enough in time to be compared: by when they hold, or when one is undated by when they were told."""
    dated = [row for row in block if row.date_start or row.date_end]
    yield from _sweep([(*ends(days.held(row)), row) for row in dated], NEAR)
    told = [(*ends(days.told(row)), row) for row in block]
    for one, other in _sweep(told, SOON) if len(dated) < len(block) else ():
        if not (any(days.held(one)) and any(days.held(other))):
            yield one, other


def ends(interval: tuple[str | None, str | None]) -> tuple[int, int]:
    """First and last day as numbers; an open end is far away."""
    first, last = interval
    return days.number(first) if first else 0, days.number(last) if last else 9**7


def _sweep(timed: list[tuple[int, int, FigureRow]], limit: int) -> Iterator[tuple[FigureRow, FigureRow]]:
    """Pairs of intervals that are no further apart than some days, the earlier row first."""
    timed.sort(key=lambda one: (one[0], *order(one[2])))
    for at, (_, last, one) in enumerate(timed):
        for first, _, other in timed[at + 1 :]:
            if first - last > limit:
                break
            yield (one, other) if order(one) <= order(other) else (other, one)


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
    place = log(max(value, 1)) / log(1.25)
    return sorted({int(place - 0.25), int(place + 0.25)})
