"""Reports of a ledger as tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from onrecord.concepts.rows import EventRow, FigureRow, ReportRow
from onrecord.ledger.search import Hit
from onrecord.views.highlight import Piece
from onrecord.views.marks import mark
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean, figure_value, plural

REPORTS = (
    Column("", 6, 2, right=True),
    Column("published", 10, 10),
    Column("outlet", 20, 8, wraps=True),
    Column("title", 40, 12, wraps=True),
    Column("figures", 7, 7, right=True),
    Column("events", 6, 6, right=True),
    Column("note", 22, 6, wraps=True),
)
FIGURES = (
    Column("", 4, 2),
    Column("value", 18, 6, right=True),
    Column("measure", 18, 8, wraps=True),
    Column("role", 6, 4),
    Column("status", 13, 8),
    Column("whose, where", 20, 10, wraps=True),
    Column("as of", 21, 10),
    Column("said by", 32, 10, wraps=True),
)
EVENTS = (
    Column("", 4, 2),
    Column("type", 11, 8),
    Column("status", 13, 8),
    Column("who → whom", 40, 12, wraps=True),
    Column("where", 20, 6, wraps=True),
    Column("when", 21, 10),
)

_HEAD = 60  # characters of a text that stand for a title
_DATELINE = re.compile(r"^[A-Z].{0,70}? (?:—|–|--?) ")


def reports(rows: Sequence[ReportRow]) -> Table:
    """All reports, one a line."""
    return Table(plural(len(rows), "report"), REPORTS, one_block([_report(row) for row in rows]))


def _report(row: ReportRow) -> Row:
    return Row(
        str(row.number),
        None,
        (
            Cell(str(row.number), "dim"),
            Cell((row.published or "")[:10]),
            Cell(row.outlet or (f"({row.agency})" if row.agency else "")),
            Cell(row.title or row.id_given or row.id[:12]),
            Cell(str(row.figures)),
            Cell(str(row.events)),
            Cell(note(row), "dim"),
        ),
    )


def titled(rows: Iterable[ReportRow], text: Callable[[int], str]) -> list[ReportRow]:
    """Reports, those without a title or an id of their own called by their first words; `text` gives that of a report by number."""
    return [row if row.title or row.id_given else replace(row, title=first_words(text(row.number))) for row in rows]


def first_words(text: str) -> str:
    """The first line without its dateline, cut where a word ends."""
    line = _DATELINE.sub("", clean(text.strip().partition("\n")[0]))
    return line if len(line) <= _HEAD else f"{line[:_HEAD].rpartition(' ')[0]} …"


def publisher(row: ReportRow) -> str:
    """Who published a report: its outlet, the agency of its dateline, or else what it is called."""
    return row.outlet or row.agency or row.title or row.id_given or f"report {row.number}"


def note(row: ReportRow) -> str:
    """What a report is to another: a copy, a later version."""
    notes = []
    if row.copy_of:
        share = f" ({row.copy_share:.0%})" if row.copy_share and row.copy_share < 1 else ""
        notes.append(f"{row.copy_kind} of {row.copy_of}{share}")
    if row.replaces:
        notes.append(f"new version of {row.replaces}")
    return ", ".join(notes)


def figures(rows: Sequence[FigureRow], *, title: str = "Figures", by_report: bool = False) -> Table:
    """Figures, each with its sentence below; `by_report` names them by report and row."""
    blocks = tuple(Block((_figure(row, by_report),), (Piece(row.quote, (), row.evidence_start),)) for row in rows)
    return Table(title, FIGURES, blocks)


def _figure(row: FigureRow, by_report: bool) -> Row:
    label = mark(row.label)
    name = f"{row.report}:f{row.n}" if by_report else f"f{row.n}"
    return Row(
        name,
        row.start,
        (
            Cell(name, "dim"),
            Cell(f"{label.before}{figure_value(row)}{label.after}", row.label),
            Cell(" ".join((*row.scope, row.measure))),
            Cell(row.role or "–"),
            Cell(f"{label.sign} {row.label}", row.label),
            Cell(whose(row)),
            Cell(row.date_edtf or "–"),
            Cell(said_by(row)),
        ),
    )


def whose(row: FigureRow) -> str:
    """Whose a thing is and where."""
    subject, place = row.subject_iso3 or row.subject or "", row.place or row.place_iso3
    return f"{subject} in {place}" if subject and place else (f"in {place}" if place else subject)


def said_by(row: FigureRow) -> str:
    """Who says it, through whom; the outlet when nobody is named."""
    who = row.speaker or row.source or ""
    via = f"via {', '.join(row.relay)}" if row.relay else ""
    return " ".join(part for part in (who, via) if part)


def events(rows: Sequence[EventRow]) -> Table:
    """Events of a report."""
    return Table("Events", EVENTS, one_block([_event(row) for row in rows]))


def _event(row: EventRow) -> Row:
    label = mark(row.label)
    who, whom = ", ".join(row.actors), ", ".join(row.recipients)
    return Row(
        f"e{row.n}",
        None,
        (
            Cell(f"e{row.n}", "dim"),
            Cell(row.type or "–", row.label),
            Cell(f"{label.sign} {row.label}", row.label),
            Cell(f"{who} → {whom}" if whom else who),
            Cell(", ".join(row.places)),
            Cell(row.edtf or "–"),
        ),
    )


def hits(found: Sequence[Hit]) -> Table:
    """What a search found, the words below each report."""
    columns = (*REPORTS[:3], Column("title", 60, 12, wraps=True))
    blocks = [
        Block(
            (
                Row(
                    str(hit.number),
                    None,
                    (
                        Cell(str(hit.number), "dim"),
                        Cell((hit.published or "")[:10]),
                        Cell(hit.outlet or ""),
                        Cell(hit.title or ""),
                    ),
                ),
            ),
            (Piece(clean(hit.snippet), (), 0),),
        )
        for hit in found
    ]
    return Table(f"{len(found):,} found", columns, tuple(blocks))
