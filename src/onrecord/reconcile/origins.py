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
from onrecord.reconcile import days, names, values
from onrecord.reconcile.features import INCIDENT
from onrecord.reconcile.same import Fact

_OPEN = (
    "announced",
    "planned",
    "ordered",
    "possible",
    "conditional",
    "threatened",
    "requested",
)  # stages before a thing is done
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
    """What is known beside the fact: reports by number, and the rows of each sentence."""

    reports: Mapping[int, ReportRow]
    sentences: dict[tuple[int, int], list[FigureRow]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, reports: Sequence[ReportRow], rows: Sequence[FigureRow]) -> Context:
        """Index reports and rows."""
        context = cls({report.number: report for report in reports})
        for row in rows:
            context.sentences[row.report, row.evidence_start].append(row)
        return context


class _Key(NamedTuple):
    kind: str
    name: str
    why: str


def origins(fact: Fact, context: Context) -> Tree:
    """The tree of a fact."""
    keys = {row.figure_id: _key(row, fact, context) for row in fact.rows}
    originals, copies = _copies(_one_each(fact, keys), context)
    found: list[tuple[_Key, list[FigureRow]]] = []
    for row in originals:
        key = keys[row.figure_id]
        home = next((rows for other, rows in found if _one(key, other, row, rows[0])), None)
        if home is None:
            found.append((key, [row]))
        else:
            home.append(row)
    return Tree(tuple(_origin(key, rows, copies) for key, rows in found))


def _origin(key: _Key, rows: list[FigureRow], copies: Mapping[int, list[FigureRow]]) -> Origin:
    witnesses = tuple(Witness(row, row.relay, tuple(copies.get(row.report, ()))) for row in rows)
    return Origin(key.name, key.kind, key.why, witnesses)


def _one_each(fact: Fact, keys: Mapping[str, _Key]) -> dict[int, FigureRow]:
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


def _key(row: FigureRow, fact: Fact, context: Context) -> _Key:
    """Where a row comes from, by the first rule that fits."""
    if _is_plan(row, fact):
        return _plan(row, "a plan goes back to whoever plans it")
    beside = [other for other in context.sentences.get((row.report, row.evidence_start), ()) if _goes_with(row, other)]
    if beside:
        return _plan(row, f"told in one sentence with the plan of {values.words(beside[0])}")
    if row.speaker and row.speaker_kind in ("named", "office", "document"):
        return _Key("speaker", row.speaker, "who says it, on that occasion")
    chain = _chain(row, fact, context)
    if chain:
        return _Key("outlet", chain, f"the report has it from {chain}")
    if row.speaker_kind == "anonymous":
        return _Key("unknown", row.speaker or row.source or "anonymous", "an anonymous source")
    report = context.reports.get(row.report)
    agency = report.agency if report else None
    if agency or row.outlet:
        return _Key("outlet", agency or row.outlet or "", "stated in its own voice, nobody named")
    return _Key("unknown", "unknown", "neither speaker nor outlet is known")


def _is_plan(row: FigureRow, fact: Fact) -> bool:
    """A target, also one told as if it stood; or a change that one of the reports tells of before it is done."""
    if any(one.role == "target" for one in fact.rows):
        return True
    return row.role != "level" and any(one.role == "change" and one.status in _OPEN for one in fact.rows)


def _goes_with(row: FigureRow, other: FigureRow) -> bool:
    same = row.measure == other.measure and row.place_iso3 == other.place_iso3
    return same and other.n != row.n and other.role == "target"


def _plan(row: FigureRow, why: str) -> _Key:
    return _Key("plan", row.subject_iso3 or row.subject or row.speaker or "", why)


def _chain(row: FigureRow, fact: Fact, context: Context) -> str | None:
    """The outlet a row is said to be from; or one the report draws on, when that outlet states the same fact itself."""
    own = names.outlet(row.outlet)
    for outlet in row.relay:
        if names.outlet(outlet) != own:
            return outlet
    report = context.reports.get(row.report)
    stated = {names.outlet(other.outlet): other.outlet for other in fact.rows if other.report != row.report}
    heard = [
        stated[name] for name in map(names.outlet, report.relays if report else ()) if name != own and name in stated
    ]
    return heard[0] if heard else None


def _one(key: _Key, other: _Key, row: FigureRow, first: FigureRow) -> bool:
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
    return names.one_person(key.name, other.name) and gap is not None and gap <= INCIDENT


def _said(row: FigureRow) -> tuple[str | None, str | None]:
    """The occasion: when it was said, else when it was published."""
    return (row.said_start, row.said_end) if row.said_start or row.said_end else days.told(row)
