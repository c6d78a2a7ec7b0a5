"""Figures as a table: rows under one sentence stand together, the sentence below them."""

from __future__ import annotations

from itertools import groupby

from onrecord.concepts.figure import Figure
from onrecord.concepts.record import Record
from onrecord.views.highlight import Spot, excerpt
from onrecord.views.marks import mark
from onrecord.views.tables.names import Names
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table
from onrecord.views.wording import figure_value, when_words

COLUMNS = (
    Column("", 4, 2),
    Column("value", 18, 6, right=True),
    Column("measure", 18, 8, wraps=True),
    Column("role", 6, 4),
    Column("status", 13, 8),
    Column("whose, where", 20, 10, wraps=True),
    Column("as of", 25, 12),
    Column("said by", 32, 10, wraps=True),
)


def figures(record: Record) -> Table:
    """Reported figures; derived ones are left to the checks."""
    names = Names(record)
    rows = [figure for figure in record.figures if not figure.derived]
    blocks = []
    for (start, end), group in groupby(rows, key=lambda figure: (figure.evidence.start, figure.evidence.end)):
        members = tuple(group)
        spots = [spot for figure in members for spot in spots_of(figure)]
        evidence = excerpt(record.report.text, start, end, spots)
        blocks.append(Block(tuple(row(figure, names) for figure in members), tuple(evidence)))
    return Table("Figures", COLUMNS, tuple(blocks))


def spots_of(figure: Figure) -> list[Spot]:
    """The number of a figure, and the words that decide its status."""
    spans = (figure.span, figure.label_cue)
    return [Spot(span.start, span.end, "figure", figure.id) for span in spans if span]


def row(figure: Figure, names: Names) -> Row:
    """One figure as a row."""
    label = mark(figure.label)
    value = f"{label.before}{figure_value(figure)}{label.after}"
    due = "→ " if label.name == "announced" and figure.as_of else ""
    return Row(
        figure.id,
        figure.span.start if figure.span else figure.evidence.start,
        (
            Cell(figure.id, "dim"),
            Cell(value, figure.label),
            Cell(" ".join((*figure.scope, figure.measure))),
            Cell(figure.role or "–", "" if figure.role else "dim"),
            Cell(f"{label.sign} {figure.label}", figure.label),
            Cell(_where(figure, names)),
            Cell(f"{due}{when_words(figure.as_of)}" or "–", "" if figure.as_of else "dim"),
            Cell(said_by(figure, names)),
        ),
    )


def _where(figure: Figure, names: Names) -> str:
    subject, place = names.subject(figure.subject, figure.subject_iso3), names.place(figure.place) or figure.place_iso3
    return f"{subject} in {place}" if subject and place else (f"in {place}" if place else subject)


def said_by(figure: Figure, names: Names) -> str:
    """Who says it, through whom."""
    alleged = figure.label == "alleged"
    who = names.speaker(figure.speaker, figure.statement) or ("by nobody named" if alleged else "")
    via = f"via {', '.join(figure.relay)}" if figure.relay else ""
    return " ".join(part for part in ("≈said" if alleged else "", who, via) if part)
