"""Rows of a ledger: what many reports say, each row with what is needed to compare it with the others."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class ReportRow(Struct, frozen=True, kw_only=True):
    """One report of a ledger; `copy_of` and `replaces` are numbers of other reports, `relays` outlets it has things from."""

    number: int
    id: str
    id_given: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    agency: str | None
    copy_of: int | None
    copy_kind: str | None
    copy_share: float | None
    replaces: int | None
    figures: int
    events: int
    statements: int
    relays: tuple[str, ...] = ()


class FigureRow(Struct, frozen=True, kw_only=True, gc=False):
    """One figure with the names of whose, where and who says it; `report` is the number of its report, `fact` the number of
    the fact that a ledger keeps for it (0: none is kept, or not for certain).

    What people decided: `review` (accepted, corrected), `was` (fields as they were read, where they were corrected), `joined` (a name that
    it shares with the rows that are one fact with it), `apart` (names, or ids, of rows that are another).
    """

    figure_id: str
    report: int
    n: int
    measure: str
    scope: tuple[str, ...] = ()
    role: str | None = None
    low: int | float | None = None
    best: int | float | None = None
    high: int | float | None = None
    approx: bool = False
    bound: str | None = None
    vague: str | None = None
    value_text: str = ""
    unit: str = "count"
    subject: str | None = None
    subject_kind: str | None = None
    subject_iso3: str | None = None
    place: str | None = None
    place_kind: str | None = None
    place_iso3: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    date_edtf: str | None = None
    date_precision: str | None = None
    status: str = "unknown"
    polarity: str = "positive"
    label: str = "unknown"
    speaker: str | None = None
    speaker_kind: str | None = None
    speaker_roles: tuple[str, ...] = ()
    source: str | None = None
    said_start: str | None = None
    said_end: str | None = None
    relay: tuple[str, ...] = ()
    event: int | None = None
    event_type: str | None = None
    pair: int | None = None
    part_of: int | None = None
    same_as: int | None = None
    start: int | None = None
    end: int | None = None
    evidence_start: int = 0
    evidence_end: int = 0
    quote: str = ""
    outlet: str | None = None
    published: str | None = None
    copy_of: int | None = None
    fact: int = 0
    review: str | None = None
    was: tuple[tuple[str, Any], ...] = ()
    joined: str | None = None
    apart: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """Day of publication."""
        return self.published[:10] if self.published else None


class EventRow(Struct, frozen=True, kw_only=True):
    """One event with the names of its actors and places; `review`, `was`, `joined` and `apart` are as those of a figure."""

    event_id: str
    report: int
    n: int
    type: str | None
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    iso3: tuple[str, ...]
    earliest: str | None
    latest: str | None
    edtf: str | None
    status: str
    polarity: str
    label: str
    quote: str
    outlet: str | None
    published: str | None
    copy_of: int | None
    review: str | None = None
    was: tuple[tuple[str, Any], ...] = ()
    joined: str | None = None
    apart: tuple[str, ...] = ()


class StatementRow(Struct, frozen=True, kw_only=True):
    """One statement with the name of who says it, else the words that name the source; `review` and `was` are as those of a figure."""

    statement_id: str
    report: int
    n: int
    speaker: str | None
    speaker_kind: str
    source: str | None
    act: str
    form: str
    quote: str
    said_start: str | None
    said_end: str | None
    said_edtf: str | None
    relay: tuple[str, ...]
    parent: int | None
    outlet: str | None
    published: str | None
    copy_of: int | None
    review: str | None = None
    was: tuple[tuple[str, Any], ...] = ()
    joined: str | None = None
    apart: tuple[str, ...] = ()


class ActorRow(Struct, frozen=True, kw_only=True):
    """One actor of a report that one of its rows refers to."""

    report: int
    n: int
    name: str
    kind: str
    iso3: str | None = None
    roles: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
