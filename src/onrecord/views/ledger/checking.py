"""Rows to be checked one by one, and what an audit found, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict
from rich.padding import Padding
from rich.text import Text

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.reconcile.precision import Precision, Share
from onrecord.views.highlight import Spot, excerpt
from onrecord.views.ledger.reports import said_by, whose
from onrecord.views.marks import mark
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.terminal import sentence
from onrecord.views.wording import clean, figure_value

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.reconcile.doubts import Doubt

_AROUND = 700  # characters of the report on either side, when more is asked for


def card(row: FigureRow, report: ReportRow, text: str, doubts: Sequence[Doubt], console: Console) -> None:
    """Print a row as it stands, its sentence with the number in bold, and what is doubtful about it."""
    label = mark(row.label)
    value = Text(f"{label.before}{figure_value(row)}{label.after}", "bold")
    what = " ".join((*row.scope, row.measure))
    facts = (
        f"{what} ({row.role or 'role open'})", f"{label.sign} {row.label}", whose(row) or "whose and where open",
        f"as of {row.date_edtf or _days(row) or 'unknown'}", said_by(row),
    )  # fmt: skip
    console.print(Text.assemble("  ", value, "  ", clean(" · ".join(fact for fact in facts if fact))))
    spots = [Spot(row.start, row.end, "figure")] if row.start is not None and row.end is not None else []
    console.print(Padding(sentence(excerpt(text, row.evidence_start, row.evidence_end, spots)), (0, 0, 0, 4)))
    about = (report.outlet, row.day, report.title or report.id_given, f"copy of {row.copy_of}" if row.copy_of else None)
    console.print(Padding(Text(clean(" · ".join(part for part in about if part)), "dim"), (0, 0, 0, 4)))
    for doubt in doubts:
        console.print(Padding(Text(f"? {clean(doubt.why)} ({doubt.weight:g})", "cyan"), (0, 0, 0, 4)))


def _days(row: FigureRow) -> str:
    return f"{row.date_start or '..'}/{row.date_end or '..'}" if row.date_start or row.date_end else ""


def more(row: FigureRow, text: str, console: Console) -> None:
    """Print what stands around a row's sentence."""
    start, end = max(0, row.evidence_start - _AROUND), min(len(text), row.evidence_end + _AROUND)
    before, after = text[start : row.evidence_start], text[row.evidence_end : end]
    _dim(f"… {before.partition(' ')[2]}" if start else before, console)
    spots = [Spot(row.start, row.end, "figure")] if row.start is not None and row.end is not None else []
    pieces = excerpt(text, row.evidence_start, row.evidence_end, spots)
    words = Text.assemble(*((clean(piece.text), "bold" if piece.spots else "") for piece in pieces))
    console.print(Padding(words, (0, 0, 0, 4)))
    _dim(f"{after.rpartition(' ')[0]} …" if end < len(text) else after, console)


def _dim(text: str, console: Console) -> None:
    for line in text.split("\n"):
        if line.strip():
            console.print(Padding(Text(clean(line), "dim"), (0, 0, 0, 4)))


def audit(found: Precision, seed: int) -> Table:
    """What a sample says of all rows."""
    columns = (
        Column("", 30, 12), Column("right", 7, 5, right=True), Column("checked", 7, 7, right=True), Column("precision", 9, 9, right=True),
        Column("95 % interval", 15, 13, right=True),
    )  # fmt: skip
    rows = [
        Row(
            "",
            None,
            (
                Cell(one.what),
                Cell(str(one.right)),
                Cell(str(one.checked)),
                Cell(_part(one)),
                Cell(_interval(one), "dim"),
            ),
        )
        for one in found.shares
    ]
    whole = f"{found.sample:,} of {found.population:,} figures drawn (seed {seed}), {found.checked:,} checked"
    notes = ["intervals: Wilson; fields are counted over the rows that are there"]
    if found.checked and found.finite < 0.98:
        notes.append(
            f"the sample is a large part of all figures: the true intervals are shorter, by the factor {found.finite:.2f}"
        )
    return Table(f"Precision: {whole}", columns, one_block(rows), tuple(notes))


def _part(one: Share) -> str:
    return "–" if one.precision is None else f"{one.precision:.3f}"


def _interval(one: Share) -> str:
    return "–" if one.precision is None else f"{one.low:.3f} – {one.high:.3f}"


def plain(found: Precision, sample: Sequence[FigureRow], seed: int, reports: Mapping[int, str]) -> dict[str, Any]:
    """An audit as a plain object for JSON."""
    return {
        "seed": seed,
        **found._asdict(),
        "shares": [one._asdict() for one in found.shares],
        "rows": [
            {
                "row": f"{row.report}:f{row.n}",
                "id_given": reports.get(row.report),
                **asdict(row),
                "wrong": [name for name, _ in row.was],
            }
            for row in sample
        ],
    }
