"""Facts: figures of several reports that state one thing, joined pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.features import Decision, decide
from onrecord.reconcile.plans import Group, plan_of

LONGEST = 400  # days between two reports that are compared at all


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

    Pairs are joined from the surest on. Two groups become one only when no row of the one is forbidden to be with a row of the other.
    """
    every = list(rows)
    links = sorted(_links(every), key=lambda link: (-link.decision.points, link.one.figure_id, link.other.figure_id))
    groups: dict[str, list[FigureRow]] = {row.figure_id: [row] for row in every}
    kept: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        one, other = groups[link.one.figure_id], groups[link.other.figure_id]
        if one is other:
            kept[id(one)].append(link)
        elif all(not decide(a, b).never for a in one for b in other):
            one.extend(other)
            kept[id(one)] += [*kept.pop(id(other), []), link]
            groups.update(dict.fromkeys((row.figure_id for row in other), one))
    unique = {id(group): group for group in groups.values()}
    _plans(unique, kept)
    found = [Fact(tuple(sorted(group, key=_order)), tuple(kept[key])) for key, group in unique.items()]
    return sorted(found, key=lambda fact: _order(fact.rows[0]))


def _plans(groups: dict[int, list[FigureRow]], kept: dict[int, list[Link]]) -> None:
    """Join levels that are plans told as if they stood with the targets they restate."""
    by_thing: dict[tuple[str, str | None], dict[int, list[FigureRow]]] = defaultdict(dict)
    for key, group in groups.items():
        by_thing[group[0].measure, group[0].place_iso3][key] = group
    for thing in by_thing.values():
        plans: list[Group] = [group for group in thing.values() if group[0].role == "target"]
        levels = {key: group for key, group in thing.items() if group[0].role == "level"}
        for key, group in levels.items() if plans else ():
            found = plan_of(group, plans, [other for name, other in levels.items() if name != key])
            if found:
                plan, decision = found
                home = next(name for name, other in groups.items() if other is plan)
                kept[home] += [*kept.pop(key, []), Link(group[0], plan[0], decision)]
                groups[home].extend(groups.pop(key))


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
        block.sort(key=_order)
        for at, one in enumerate(block):
            for other in block[at + 1 :]:
                if _far(one, other):
                    break
                key = (one.figure_id, other.figure_id)
                if key not in found and (decision := _decision(one, other)).same:
                    found[key] = Link(one, other, decision)
    return list(found.values())


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
    from math import log

    place = log(value) / log(1.25)
    return sorted({int(place - 0.25), int(place + 0.25)})


def _far(one: FigureRow, other: FigureRow) -> bool:
    gap = days.between(days.told(one), days.told(other))
    return gap is not None and gap > LONGEST
