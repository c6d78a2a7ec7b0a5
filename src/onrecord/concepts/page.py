"""A page: a report with the marks the layers have put on it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.concepts.actor import Actor
from onrecord.concepts.certainty import Certainty
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.parse import Parse
from onrecord.concepts.place import Place
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.report import Report
from onrecord.concepts.statement import Statement
from onrecord.concepts.timex import Timex
from onrecord.concepts.warning import Warning


@dataclass(frozen=True, slots=True)
class Page:
    """What the layers hand on; each replaces the fields it gives. `certainty` goes by the number of the trigger's token."""

    report: Report
    parse: Parse = field(default_factory=lambda: Parse("", (), (), ()))
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    certainty: Mapping[int, Certainty] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[Warning, ...] = ()
