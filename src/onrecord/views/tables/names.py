"""Ids of a record to the rows and names they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.concepts.actor import Actor
from onrecord.concepts.place import Place
from onrecord.concepts.record import Record
from onrecord.concepts.statement import Statement

TABLES = ("figures", "times", "quantities", "statements", "events", "places", "actors")


class Names:
    """The rows of one record by id, and what to call them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.rows: dict[str, Any] = {row.id: row for table in TABLES for row in getattr(record, table)}

    def actor(self, id: str | None) -> str:
        """Name of an actor, "" if none."""
        row = self.rows.get(id or "")
        return row.name if isinstance(row, Actor) else ""

    def place(self, id: str | None) -> str:
        """Name of a place as resolved, else as written; "" if none."""
        row = self.rows.get(id or "")
        return (row.name or row.text) if isinstance(row, Place) else ""

    def joined(self, ids: Iterable[str], *, places: bool = False) -> str:
        """Names of several actors (or places), each once."""
        names = [self.place(id) if places else self.actor(id) for id in ids]
        return ", ".join(dict.fromkeys(name for name in names if name))

    def speaker(self, speaker: str | None, statement: str | None) -> str:
        """Who says a thing: the actor, else the words that name the source."""
        said = self.rows.get(statement or "")
        name = self.actor(speaker)
        if not name and isinstance(said, Statement):
            name = self.actor(said.speaker) or (said.source.text if said.source else "")
        return name

    def subject(self, subject: str | None, iso3: str | None) -> str:
        """Whose a thing is, short: the country's code, else the actor's name."""
        return iso3 or self.actor(subject)
