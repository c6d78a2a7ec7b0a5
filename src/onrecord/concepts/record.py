"""The record: what `onrecord read` puts out, and the public contract with everybody downstream."""

from __future__ import annotations

from msgspec import Struct

from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.page import Page
from onrecord.concepts.place import Place
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.report import Report
from onrecord.concepts.statement import Statement
from onrecord.concepts.timex import Timex
from onrecord.concepts.warning import Warning

SCHEMA = "onrecord/1"


class Record(Struct, frozen=True):
    """One report's figures, events and statements, with the times, places, actors and quantities they refer to."""

    schema: str
    report: Report
    times: tuple[Timex, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    warnings: tuple[Warning, ...]

    @classmethod
    def of(cls, page: Page) -> Record:
        """Take the public fields of a page."""
        return cls(
            SCHEMA,
            page.report,
            page.times,
            page.places,
            page.actors,
            page.quantities,
            page.statements,
            page.events,
            page.figures,
            page.warnings,
        )
