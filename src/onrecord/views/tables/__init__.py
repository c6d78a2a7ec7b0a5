"""A record as tables; a table is there when its rows are."""

from __future__ import annotations

from onrecord.concepts.record import Record
from onrecord.views.tables.entities import actors, places
from onrecord.views.tables.events import events
from onrecord.views.tables.figures import figures
from onrecord.views.tables.marks_in_text import quantities, times
from onrecord.views.tables.shape import Table
from onrecord.views.tables.statements import statements

_MAKERS = (figures, times, quantities, statements, events, places, actors)


def tables(record: Record) -> list[Table]:
    """All tables of a record that have rows, figures first."""
    return [table for table in (make(record) for make in _MAKERS) if table.blocks or table.notes]
