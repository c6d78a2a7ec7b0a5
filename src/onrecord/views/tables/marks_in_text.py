"""Times and quantities as tables, each with its words in their line."""

from __future__ import annotations

from onrecord.concepts.quantity import Quantity
from onrecord.concepts.record import Record
from onrecord.views.tables.shape import CONTEXT, Cell, Column, Row, Table, context, one_block
from onrecord.views.wording import clean, quantity_value, time_words

TIMES = (Column("", 4, 2), Column("means", 23, 10), Column("anchor", 11, 8), *CONTEXT)
QUANTITIES = (Column("", 4, 2), Column("value", 20, 6, right=True), Column("of", 24, 8, wraps=True), *CONTEXT)


def times(record: Record) -> Table:
    """Expressions of time with what they mean and what ties them to the calendar."""
    rows = [
        Row(
            time.id,
            time.start,
            (
                Cell(time.id, "dim"),
                Cell(time_words(time), "" if time.resolved else "dim"),
                Cell(time.anchor if time.resolved else "unresolved", "" if time.resolved else "possible"),
                *context(record.report.text, time.start, time.end),
            ),
        )
        for time in record.times
    ]
    return Table("Times", TIMES, one_block(rows))


def quantities(record: Record) -> Table:
    """Numbers with what they count."""
    rows = [
        Row(
            row.id,
            row.start,
            (
                Cell(row.id, "dim"),
                Cell(quantity_value(row)),
                Cell(_counted(row)),
                *context(record.report.text, row.start, row.end),
            ),
        )
        for row in record.quantities
    ]
    return Table("Quantities", QUANTITIES, one_block(rows))


def _counted(row: Quantity) -> str:
    of = row.of if row.of and len(row.of) <= 24 else row.of_lemma or row.of
    return clean(of or row.about or "")
