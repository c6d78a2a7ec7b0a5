"""Statements as a table: who said what, the words below."""

from __future__ import annotations

from onrecord.concepts.record import Record
from onrecord.concepts.statement import Statement
from onrecord.views.highlight import Piece, Spot
from onrecord.views.tables.names import Names
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table
from onrecord.views.wording import when_words

MOST = 180  # characters shown of one piece of content: two lines of a terminal

COLUMNS = (
    Column("", 4, 2),
    Column("who", 30, 12, wraps=True),
    Column("act", 10, 5),
    Column("form", 8, 6),
    Column("cue", 16, 6, wraps=True),
    Column("said at", 21, 10),
    Column("via", 20, 6, wraps=True),
)


def statements(record: Record) -> Table:
    """Attributions with their words."""
    names = Names(record)
    return Table("Statements", COLUMNS, tuple(Block((row(said, names),), words(said)) for said in record.statements))


def row(said: Statement, names: Names) -> Row:
    """One statement as a row."""
    who = names.speaker(said.speaker, said.id) or said.speaker_kind
    kind = "" if said.speaker_kind in ("named", "unknown") else f" ({said.speaker_kind})"
    within = f" in {said.parent}" if said.parent else ""
    whom = f" → {said.venue.text}" if said.venue else ""
    return Row(
        said.id,
        said.content[0].start if said.content else None,
        (
            Cell(f"{said.id}", "dim"),
            Cell(f"{who}{kind if who != said.speaker_kind else ''}{whom}"),
            Cell(said.act),
            Cell(said.form),
            Cell(f"{said.cue.text if said.cue else ''}{within}", "words"),
            Cell(when_words(said.said_at) or "–", "" if said.said_at else "dim"),
            Cell(", ".join(said.relay)),
        ),
    )


def words(said: Statement) -> tuple[Piece, ...]:
    """The content of a statement, its parts joined by "…", a long one cut."""
    found: list[Piece] = []
    for span in said.content:
        found += [Piece(" … ", (), span.start)] if found else []
        text = span.text if len(span.text) <= MOST else f"{span.text[:MOST].rsplit(' ', 1)[0]} …"
        found.append(Piece(text, (Spot(span.start, span.end, "statement", said.id),), span.start))
    return tuple(found)
