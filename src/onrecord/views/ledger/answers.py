"""The answers of a ledger as tables: facts, series, conflicts, promises, timeline, as-of, comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.asof import Standing
from onrecord.reconcile.compare import Finding
from onrecord.reconcile.conflicts import Conflict
from onrecord.reconcile.origins import Tree
from onrecord.reconcile.promises import Promise
from onrecord.reconcile.same import Fact
from onrecord.reconcile.series import Point
from onrecord.reconcile.timeline import Cluster
from onrecord.views.highlight import Piece
from onrecord.views.ledger.reports import said_by, whose
from onrecord.views.ledger.spark import sparks
from onrecord.views.marks import mark
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean, figure_value, number, plural

_ID = Column("", 8, 4)
_WHAT = Column("what", 30, 10, wraps=True)
KINDS = ("source", "open", "scope", "rounding", "time")  # what needs a look first
_VERDICTS = {"MET": "done", "MISSED": "denied", "OPEN": "announced"}


def name(row: FigureRow) -> str:
    """A figure by report and number: "7:f3"."""
    return f"{row.report}:f{row.n}"


def _row(*cells: Cell | str) -> Row:
    return Row("", None, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))


def _value(row: FigureRow) -> Cell:
    label = mark(row.label)
    return Cell(f"{label.before}{figure_value(row)}{label.after}", row.label)


def _what(row: FigureRow) -> str:
    return f"{' '.join((*row.scope, row.measure))} {row.role or ''}, {whose(row)}".strip(", ")


def same(found: Sequence[tuple[Fact, Tree]]) -> Table:
    """Facts that several figures state, one a line."""
    columns = (
        _ID, Column("value", 16, 6, right=True), _WHAT, Column("reports", 7, 7, right=True), Column("origins", 7, 7, right=True),
        Column("figures", 34, 10, wraps=True),
    )  # fmt: skip
    rows = [
        _row(
            Cell(name(fact.head), "dim"),
            _value(fact.head),
            _what(fact.head),
            str(len({row.report for row in fact.rows})),
            str(tree.count),
            Cell(" ".join(name(row) for row in fact.rows), "dim"),
        )
        for fact, tree in found
    ]
    return Table(plural(len(found), "fact"), columns, one_block(rows))


def origins(fact: Fact, tree: Tree, names: Mapping[int, str]) -> Table:
    """The tree of a fact: origin, witnesses, copies; `names` say who published a report."""
    columns = (
        Column("", 46, 20, wraps=True),
        Column("published", 10, 10),
        Column("figure", 8, 6),
        Column("why", 30, 10, wraps=True),
    )
    rows = list(_branches(tree, names))
    row = fact.head
    title = f"{figure_value(row)} {_what(row)}: {plural(tree.count, 'origin')}, {plural(tree.witnesses, 'witness', 'witnesses')}"
    return Table(title, columns, one_block(rows))


def _branches(tree: Tree, names: Mapping[int, str]) -> Iterator[Row]:
    for origin in tree.origins:
        unknown = " (lineage unknown, counts as none)" if origin.kind == "unknown" else ""
        yield _row(f"● {origin.name or 'unknown'}{unknown}", "", "", Cell(origin.why, "dim"))
        for witness in origin.witnesses:
            via = f" via {', '.join(witness.via)}" if witness.via else ""
            yield _branch("├─ ", witness.row, names, via)
            for copy in witness.copies:
                yield _branch("│  └─ copy: ", copy, names, "")


def _branch(sign: str, row: FigureRow, names: Mapping[int, str], note: str) -> Row:
    return _row(
        f"{sign}{names.get(row.report, '')}{note}", row.day or "", Cell(name(row), "dim"), Cell(said_by(row), "dim")
    )


def series(points: Sequence[Point], title: str, beside: Mapping[str, Finding] | None = None) -> Table:
    """One line a period; an empty one stays empty. `beside` is what a data set says, by name of the period, with what is wrong with it."""
    scoped = any(point.scope for point in points)
    columns = (
        Column("period", 10, 7), *((Column("scope", 16, 4, wraps=True),) if scoped else ()),
        Column("low", 9, 5, right=True), Column("best", 9, 5, right=True),
        Column("high", 9, 5, right=True), Column("targets", 14, 4, wraps=True), Column("o/w/r", 8, 5, right=True),
        *((Column("compared", 26, 8, wraps=True),) if beside is not None else ()), Column("basis", 60, 16, wraps=True),
    )  # fmt: skip
    rows = [
        _row(
            point.period.name,
            *((Cell(", ".join(point.scope), "dim"),) if scoped else ()),
            _number(point.low),
            Cell(_number(point.best), "dim" if point.carried else "done"),
            _number(point.high),
            Cell(", ".join(f"→{number(target)}" for target in point.targets), "announced"),
            f"{point.n_origins}/{point.n_witnesses}/{point.n_reports}" if point.n_reports else "",
            *((_compared(beside.get(point.period.name)),) if beside is not None else ()),
            Cell(clean(f"{point.basis}{f' [{point.conflict}]' if point.conflict else ''}"), "dim"),
        )
        for point in points
    ]
    bars = tuple(sparks(points))
    notes = (*bars, "o/w/r: origins, witnesses, reports; an empty period has no report")
    notes += ("bars: best levels; ○ a target alone, · no report",) if bars else ()
    return Table(title, columns, one_block(rows), notes if rows else ("no level or target with a date",))


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _compared(finding: Finding | None) -> Cell:
    """A cell of the data set, and what is wrong with it."""
    if finding is None:
        return Cell("")
    value = _number(finding.cell.value)
    return Cell(value, "done") if finding.kind == "supported" else Cell(f"{value} {finding.kind}".strip(), "possible")


def conflicts(found: Sequence[Conflict], quotes: Mapping[str, str], names: Mapping[int, str]) -> Table:
    """Two figures side by side, their sentences below, each with its outlet's name; what nothing explains comes first."""
    columns = (
        Column("kind", 9, 6), _WHAT, Column("one", 14, 6, right=True), Column("other", 14, 6, right=True), Column("why", 36, 12, wraps=True),
    )  # fmt: skip
    blocks = []
    for one, other, kind in sorted(found, key=lambda one: KINDS.index(one.kind.name)):
        row = _row(Cell(kind.name, "possible"), _what(one), _value(one), _value(other), kind.why)
        told = [(each, ", ".join(part for part in (names.get(each.report), each.day) if part)) for each in (one, other)]
        words = "  |  ".join(f"{name(each)} {who}: {clean(quotes[each.figure_id])}" for each, who in told)
        blocks.append(Block((row,), (Piece(words, (), 0),)))
    return Table(plural(len(found), "conflict"), columns, tuple(blocks))


def promises(found: Sequence[Promise]) -> Table:
    """Targets with their due dates and what became of them."""
    columns = (
        _ID, Column("target", 14, 6, right=True), _WHAT, Column("announced", 10, 10), Column("due", 10, 10), Column("", 6, 6),
        Column("why", 40, 12, wraps=True),
    )  # fmt: skip
    rows = [
        _row(
            Cell(name(one.fact.head), "dim"),
            _value(one.fact.head),
            _what(one.fact.head),
            one.fact.head.day or "",
            (one.due or "")[:10],
            Cell(one.verdict, _VERDICTS[one.verdict]),
            f"{one.why}{f' ({name(one.by)})' if one.by else ''}",
        )
        for one in found
    ]
    return Table(plural(len(found), "promise"), columns, one_block(rows))


def timeline(found: Sequence[Cluster]) -> Table:
    """Events by date."""
    columns = (
        Column("date", 21, 10), Column("type", 11, 8), Column("who → whom (words)", 40, 12, wraps=True), Column("where", 20, 6, wraps=True),
        Column("tolls", 24, 6, wraps=True), Column("reports", 12, 7, wraps=True),
    )  # fmt: skip
    rows = []
    for one in found:
        reports = " ".join(str(report) for report in sorted({row.report for row in one.rows}))
        rows.append(
            _row(
                one.date or "",
                one.type,
                what_of(one),
                ", ".join(one.places),
                "; ".join(tolls_of(one)),
                Cell(reports, "dim"),
            )
        )
    return Table(plural(len(found), "event"), columns, one_block(rows))


def what_of(one: Cluster) -> str:
    """Who did it to whom, and the word that says so; the word alone when nobody is named."""
    who, whom = (clean(", ".join(names)) for names in (one.actors, one.recipients))
    words = ", ".join(dict.fromkeys(clean(row.trigger.lower()) for row in one.rows))
    sides = f"{who} → {whom}".strip() if whom else who
    return f"{sides} ({words})" if sides else words


def tolls_of(one: Cluster) -> list[str]:
    """The tolls of an event, each with its span."""
    return [_toll(toll.name, toll.low, toll.best, toll.high) for toll in one.tolls]


def _toll(measure: str, low: float, best: float, high: float) -> str:
    span = f" ({number(low)}–{number(high)})" if low != high else ""
    return f"{measure} {number(best)}{span}"


def standing(found: Sequence[Standing], title: str) -> Table:
    """What held, how old it is, and the targets that were out."""
    columns = (
        _ID, Column("value", 16, 6, right=True), _WHAT, Column("held on", 21, 10), Column("days ago", 8, 8, right=True),
        Column("origins", 7, 7, right=True), Column("targets", 30, 6, wraps=True),
    )  # fmt: skip
    rows = [
        _row(
            Cell(name(one.fact.head), "dim"),
            _value(one.fact.head),
            _what(one.fact.head),
            one.fact.head.date_edtf or "",
            str(one.age),
            str(one.tree.count),
            Cell(", ".join(f"→{row.value_text} {row.date_edtf}" for row in one.targets), "announced"),
        )
        for one in found
    ]
    return Table(title, columns, one_block(rows))
