"""What the tables say of the rows of one record: names instead of ids, dates and codes in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord import __version__
from onrecord.codes import codes
from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.ids import content_ids
from onrecord.concepts.judgement import Judgement
from onrecord.concepts.place import Place
from onrecord.concepts.record import Record
from onrecord.concepts.rows import ReportRow
from onrecord.concepts.statement import Statement
from onrecord.concepts.when import When
from onrecord.views.exports.columns import Row
from onrecord.views.tables.names import Names

SEPARATOR = "; "
_ACLED_TIME = {1: 1, 2: 2, 3: 2, 4: 3}
_ACLED_PLACE = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
_HAPPENED = ("done", "ongoing", "alleged")


@dataclass(frozen=True, slots=True)
class Known:
    """What a ledger knows beside a record: ids of its rows, the version that read it, what it is to other reports, origins and reviews.

    `shown` are the ids that were asked for (None for all), `reports` ids of reports by number, `judgements` those of each row.
    """

    ids: Mapping[str, str]
    version: str
    shown: frozenset[str] | None = None
    report: ReportRow | None = None
    reports: Mapping[int, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, str] = field(default_factory=dict)
    judgements: Mapping[str, Sequence[Judgement]] = field(default_factory=dict)


class Facts:
    """One record, asked for its rows and their cells."""

    def __init__(self, record: Record, known: Known | None = None) -> None:
        self.record = record
        self.report = record.report
        self.names = Names(record)
        self.known = known or Known(content_ids(record), __version__)
        self.ids = self.known.ids

    @property
    def figures(self) -> list[Figure]:
        """The figures that were asked for."""
        return [row for row in self.record.figures if self._is_shown(row.id)]

    @property
    def events(self) -> list[Event]:
        """The events that were asked for."""
        return [row for row in self.record.events if self._is_shown(row.id)]

    @property
    def statements(self) -> list[Statement]:
        """The statements that were asked for."""
        return [row for row in self.record.statements if self._is_shown(row.id)]

    def _is_shown(self, id: str) -> bool:
        return id in self.ids and (self.known.shown is None or self.ids[id] in self.known.shown)

    def beside(self, id: str) -> Row:
        """What only a ledger tells of a row."""
        made = self.ids[id]
        return {"origin_id": self.known.origins.get(made), "review": self.known.reviews.get(made)}

    def head(self) -> Row:
        """Where a row comes from, and the version that read it."""
        report = self.report
        return {
            "report_id": report.id,
            "outlet": report.outlet,
            "url": report.url,
            "published": report.published,
            "version": self.known.version,
        }

    def words(self, start: int, end: int) -> Row:
        """Some words of the report and where they stand."""
        return {"quote": self.report.text[start:end], "start": start, "end": end}

    def place(self, id: str | None) -> Place | None:
        """The place with an id."""
        row = self.names.rows.get(id or "")
        return row if isinstance(row, Place) else None

    def actors(self, ids: Iterable[str]) -> list[Actor]:
        """The actors with some ids."""
        return [row for id in ids if isinstance(row := self.names.rows.get(id), Actor)]

    def statement(self, id: str | None) -> Statement | None:
        """The statement with an id."""
        row = self.names.rows.get(id or "")
        return row if isinstance(row, Statement) else None

    def speech(self, speaker: str | None, statement: str | None, relay: tuple[str, ...] | None = None) -> Row:
        """Who says a thing, of what kind, through whom."""
        said = self.statement(statement)
        return {
            "speaker": self.names.speaker(speaker, statement) or None,
            "speaker_kind": said.speaker_kind if said else None,
            "relay": joined(relay if relay is not None else said.relay if said else ()),
        }

    def states(self, iso3: str | None, when: When | None) -> Row:
        """State numbers of a country in the year of a date, else of publication."""
        cow, gw = codes(iso3, year_of(when, self.report.published))
        return {"cow": cow, "gw": gw}

    def deaths(self, event: Event) -> Figure | None:
        """The first toll of people killed in an event, of those that are no part of another; a total of many events is none."""
        for figure in self.record.figures:
            told_twice = figure.part_of or figure.same_as or figure.derived
            is_toll = figure.measure == "killed" and figure.role == "toll" and figure.label in _HAPPENED
            if figure.event == event.id and is_toll and not told_twice:
                return figure
        return None


def dates(when: When | None) -> Row:
    """An interval with its codes."""
    if when is None:
        return {}
    return {
        "date_start": when.earliest,
        "date_end": when.latest,
        "date_edtf": when.edtf,
        "date_prec": when.date_prec,
        "time_precision": _ACLED_TIME.get(when.date_prec or 0),
    }


def day(when: When | None) -> str | None:
    """The day of an interval that lies within one."""
    first, last = (when.earliest or "", when.latest or "") if when else ("", "")
    return first[:10] if first and first[:10] == last[:10] else None


def point(place: Place | None) -> Row:
    """Id, coordinates and precision of a place."""
    if place is None:
        return {}
    return {
        "geonames_id": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "where_prec": place.where_prec,
        "geo_precision": _ACLED_PLACE.get(place.where_prec or 0),
    }


def year_of(when: When | None, published: str | None) -> int | None:
    """Year in which an interval begins, else year of publication."""
    words = (when.earliest or when.latest if when else None) or published or ""
    return int(words[:4]) if words[:4].isdigit() else None


def joined(words: Iterable[str | None]) -> str | None:
    """Several words in one cell, each once; null for none."""
    return SEPARATOR.join(dict.fromkeys(word for word in words if word)) or None


def happened(event: Event) -> bool:
    """True for what is said to have happened or to be happening, firmly or not."""
    return event.label in _HAPPENED and event.status in ("done", "ongoing") and event.polarity == "positive"
