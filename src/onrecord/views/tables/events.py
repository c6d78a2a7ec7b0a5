"""Events as a table."""

from __future__ import annotations

from collections import Counter

from onrecord.concepts.event import Event
from onrecord.concepts.record import Record
from onrecord.views.marks import mark
from onrecord.views.tables.names import Names
from onrecord.views.tables.shape import CONTEXT, Cell, Column, Row, Table, context, one_block
from onrecord.views.wording import when_words

COLUMNS = (
    Column("", 4, 2),
    Column("type", 11, 8),
    Column("status", 13, 8),
    Column("who → whom", 32, 12, wraps=True),
    Column("where", 16, 6, wraps=True),
    Column("when", 25, 12),
    *CONTEXT,
)


def events(record: Record) -> Table:
    """Who did what to whom; event words outside PLOVER's types are only counted, in a line below."""
    names = Names(record)
    typed = [row(event, names) for event in record.events if event.type]
    others = Counter(event.label for event in record.events if not event.type)
    counts = ", ".join(f"{count} {label}" for label, count in others.most_common())
    notes = (f"event words outside the types: {counts} (--json lists them)",) if counts else ()
    return Table("Events", COLUMNS, one_block(typed), notes)


def row(event: Event, names: Names) -> Row:
    """One event as a row."""
    label = mark(event.label)
    who, whom = names.joined(event.actors), names.joined(event.recipients)
    due = "→ " if label.name == "announced" and event.when else ""
    return Row(
        event.id,
        event.trigger.start,
        (
            Cell(event.id, "dim"),
            Cell(event.type or "–", event.label),
            Cell(f"{label.sign} {event.label}", event.label),
            Cell(f"{who} → {whom}" if whom else who),
            Cell(names.joined(event.places, places=True)),
            Cell(f"{due}{when_words(event.when)}" or "–", "" if event.when else "dim"),
            *context(names.record.report.text, event.trigger.start, event.trigger.end),
        ),
    )
