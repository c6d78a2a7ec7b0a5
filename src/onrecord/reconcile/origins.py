"""Origins: whom a fact goes back to, who heard it from there, and who copied whom.

A plan goes back to whoever plans it, however many report it; a standing number told in the same sentence goes with it. What somebody
said goes back to that person on that occasion; what an outlet has from another goes back to that one; what an outlet states in
its own voice goes back to the outlet. Anonymous sources, and speakers that the text leaves open, are of unknown lineage and count as none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.reconcile import days, names
from onrecord.reconcile.features import INCIDENT
from onrecord.reconcile.lineage import Key, key_of
from onrecord.reconcile.same import Fact

_KINDS = ("plan", "speaker", "outlet", "unknown")  # from the most to the least telling
_WHOLE = ("same text", "copy")  # kinds of copies that bring nothing of their own


class Witness(NamedTuple):
    """A report that has a fact from its origin, the words it says so with, and the reports that copied it."""

    row: FigureRow
    via: tuple[str, ...]
    copies: tuple[FigureRow, ...]


class Origin(NamedTuple):
    """Who a fact goes back to: kind (plan, speaker, outlet, unknown), the rule that says so, and the witnesses."""

    name: str
    kind: str
    why: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """All origins of a fact; `count` leaves out those of unknown lineage."""

    origins: tuple[Origin, ...]

    @property
    def count(self) -> int:
        """How many origins are known."""
        return sum(origin.kind != "unknown" for origin in self.origins)

    @property
    def witnesses(self) -> int:
        """How many reports have it, copies left out."""
        return sum(len(origin.witnesses) for origin in self.origins)


@dataclass(slots=True)
class Context:
    """What is known beside the fact: reports by number, the rows of each sentence, the targets of each report."""

    reports: Mapping[int, ReportRow]
    sentences: dict[tuple[int, int], list[FigureRow]] = field(default_factory=lambda: defaultdict(list))
    plans: dict[int, list[FigureRow]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, reports: Sequence[ReportRow], rows: Sequence[FigureRow]) -> Context:
        """Index reports and rows."""
        context = cls({report.number: report for report in reports})
        for row in rows:
            context.sentences[row.report, row.evidence_start].append(row)
            if row.role == "target":
                context.plans[row.report].append(row)
        return context


def origins(fact: Fact, context: Context) -> Tree:
    """The tree of a fact."""
    keys = _relayed(fact, {row.figure_id: key_of(row, fact, context) for row in fact.rows})
    originals, copies = _copies(_one_each(fact, keys), context)
    found: list[tuple[Key, list[FigureRow]]] = []
    for row in originals:
        key = keys[row.figure_id]
        home = next((rows for other, rows in found if _one(key, other, row, rows[0])), None)
        if home is None:
            found.append((key, [row]))
        else:
            home.append(row)
    return Tree(tuple(_origin(key, rows, copies) for key, rows in found))


def _relayed(fact: Fact, keys: dict[str, Key]) -> dict[str, Key]:
    """What a report has from an outlet goes back to whom that outlet names, when its own report of the fact is there."""
    home = {names.outlet(row.outlet): keys[row.figure_id] for row in reversed(fact.rows) if row.outlet}
    found = {}
    for number, key in keys.items():
        first = home.get(names.outlet(key.name)) if key.kind == "outlet" and key.relayed else None
        found[number] = key if first is None or first.relayed else first
    return found


def _origin(key: Key, rows: list[FigureRow], copies: Mapping[int, list[FigureRow]]) -> Origin:
    witnesses = tuple(Witness(row, row.relay, tuple(copies.get(row.report, ()))) for row in rows)
    return Origin(key.name, key.kind, key.why, witnesses)


def _one_each(fact: Fact, keys: Mapping[str, Key]) -> dict[int, FigureRow]:
    """One row a report: the one that tells most of its origin, then the first."""
    by_report: dict[int, list[FigureRow]] = defaultdict(list)
    for row in fact.rows:
        by_report[row.report].append(row)
    return {
        number: min(rows, key=lambda row: (_KINDS.index(keys[row.figure_id].kind), row.n))
        for number, rows in by_report.items()
    }


def _copies(first: Mapping[int, FigureRow], context: Context) -> tuple[list[FigureRow], dict[int, list[FigureRow]]]:
    """Rows of reports with words of their own, and those of copies by the report they are a copy of."""
    chiefs: dict[object, int] = {}
    copies: dict[int, list[FigureRow]] = defaultdict(list)
    originals = []
    for number, row in first.items():
        chief = chiefs.setdefault(_text(number, context), number)
        if chief == number:
            originals.append(row)
        else:
            copies[chief].append(row)
    return originals, copies


def _text(number: int, context: Context) -> object:
    """Reports with the same words have the same mark: the first of them."""
    report = context.reports.get(number)
    if report and report.copy_of and report.copy_kind in _WHOLE:
        return report.copy_of
    return number


def _one(key: Key, other: Key, row: FigureRow, first: FigureRow) -> bool:
    """True when two keys are one origin."""
    if key.kind != other.kind or key.kind == "unknown":
        return False
    if key.kind == "plan":
        # Within one fact all plans are of one number in one place; a planner that is not known is the one that is.
        return (
            not key.name
            or not other.name
            or key.name == other.name
            or "" in (row.subject_iso3 or "", first.subject_iso3 or "")
        )
    if key.kind == "outlet":
        return names.outlet(key.name) == names.outlet(other.name)
    gap = days.between(_said(row), _said(first))
    spoken = any(names.one_body(mine, theirs) for mine in key.bodies for theirs in other.bodies)
    return (spoken or names.one_person(key.name, other.name)) and gap is not None and gap <= INCIDENT


def _said(row: FigureRow) -> tuple[str | None, str | None]:
    """The occasion: when it was said, else when it was published."""
    return (row.said_start, row.said_end) if row.said_start or row.said_end else days.told(row)
