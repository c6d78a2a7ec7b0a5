"""A record of a ledger with what people decided applied: rejected rows left out, corrected values in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.judgement import Judgement
from onrecord.concepts.place import Place
from onrecord.concepts.record import Record
from onrecord.concepts.rows import EventRow, FigureRow, StatementRow
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.when import When
from onrecord.reconcile import days

if TYPE_CHECKING:
    from onrecord.ledger import Store

_DATES = {"date_start", "date_end", "date_edtf", "date_precision"}
_TIMES = {"earliest", "latest", "edtf"}
_COUNTRY = 6  # where_prec of a country
_PLAIN_FIGURE = (
    "measure", "scope", "role", "low", "best", "high", "approx", "bound", "vague", "unit", "subject_iso3", "place_iso3",
    "status", "polarity", "label", "relay",
)  # fmt: skip
_PLAIN_EVENT = ("type", "status", "polarity", "label")
_PLAIN_STATEMENT = ("speaker_kind", "relay", "act", "form")


class Judged(NamedTuple):
    """Rows that people judged, by their ids, and the ids of those they rejected."""

    rows: dict[str, FigureRow | EventRow | StatementRow]
    gone: frozenset[str]

    @classmethod
    def of(cls, store: Store, judgements: Mapping[str, Sequence[Judgement]]) -> Judged:
        """Rows of a ledger that are targets of judgements; those of a kind are looked up only if one of them is."""
        wanted = frozenset(judgements)
        rows: dict[str, FigureRow | EventRow | StatementRow] = {}
        if any(id.startswith("f") for id in wanted):
            rows |= {row.figure_id: row for row in store.figures() if row.figure_id in wanted}
        if any(id.startswith("e") for id in wanted):
            rows |= {row.event_id: row for row in store.events() if row.event_id in wanted}
        if any(id.startswith("s") for id in wanted):
            rows |= {row.statement_id: row for row in store.statements() if row.statement_id in wanted}
        return cls(rows, frozenset(id for id, given in judgements.items() if given[-1].verdict == "reject"))

    @property
    def reviews(self) -> dict[str, str]:
        """What a reviewer decided, by id of the row."""
        return {id: row.review for id, row in self.rows.items() if row.review}


def corrected(record: Record, ids: Mapping[str, str], judged: Judged) -> tuple[Record, dict[str, str]]:
    """The record with values as they were judged, and the ids of the rows that are left.

    Rejected figures and events are taken out. A rejected statement stays, since others may stand in it, but goes by no id.
    """
    if not judged.rows and not judged.gone:
        return record, dict(ids)
    made = _Made(record, {id: row for id, name in ids.items() if (row := judged.rows.get(name))})
    gone = {id for id, name in ids.items() if name in judged.gone}
    right = replace(
        record,
        figures=tuple(made.figure(row) for row in record.figures if row.id not in gone),
        events=tuple(made.event(row) for row in record.events if row.id not in gone),
        statements=tuple(made.statement(row) for row in record.statements),
    )
    right = replace(
        right,
        actors=(*record.actors, *made.actors),
        places=(*record.places, *made.places),
        statements=(*right.statements, *made.statements),
    )
    return right, {id: name for id, name in ids.items() if id not in gone}


class _Made:
    """Actors, places and statements that stand for what people wrote in the place of what was read; their ids are no rows of the ledger."""

    def __init__(self, record: Record, rows: Mapping[str, FigureRow | EventRow | StatementRow]) -> None:
        self._record, self._rows = record, rows
        self._said = {row.id: row for row in record.statements}
        self.actors: list[Actor] = []
        self.places: list[Place] = []
        self.statements: list[Statement] = []

    def figure(self, figure: Figure) -> Figure:
        """A figure with its right values."""
        row = self._rows.get(figure.id)
        if not isinstance(row, FigureRow) or not row.was:
            return figure
        names = {name for name, _ in row.was}
        change: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN_FIGURE if name in names}
        if names & _DATES:
            change["as_of"] = _when(row.date_start, row.date_end, row.date_edtf, row.date_precision)
        if names & {"subject", "subject_iso3", "subject_kind"}:
            change["subject"] = self._actor(row.subject, row.subject_iso3, row.subject_kind)
        if names & {"place", "place_iso3", "place_kind"}:
            change["place"] = self._place(row.place, row.place_iso3, row.place_kind)
        if names & {"speaker", "speaker_kind"}:
            change["speaker"] = self._actor(row.speaker, None, "person")
            change["statement"] = self._statement(figure.statement, row.speaker_kind)
        return replace(figure, **change)

    def event(self, event: Event) -> Event:
        """An event with its right values."""
        row = self._rows.get(event.id)
        if not isinstance(row, EventRow) or not row.was:
            return event
        names = {name for name, _ in row.was}
        change: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN_EVENT if name in names}
        if "type" in names:  # what belonged to the type that was read
            change |= {"mode": None, "contexts": (), "cameo": None, "quad": None}
        if names & _TIMES:
            change["when"] = _when(row.earliest, row.latest, row.edtf, None)
        for side in ("actors", "recipients"):
            if side in names:
                change[side] = tuple(self._known(name) for name in getattr(row, side))
        if names & {"places", "iso3"}:
            code = row.iso3[0] if len(row.iso3) == 1 else None
            change["places"] = tuple(self._place(name, code, None) or "" for name in row.places)
        return replace(event, **change)

    def statement(self, statement: Statement) -> Statement:
        """A statement with its right values."""
        row = self._rows.get(statement.id)
        if not isinstance(row, StatementRow) or not row.was:
            return statement
        names = {name for name, _ in row.was}
        change: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN_STATEMENT if name in names}
        if "speaker" in names:
            change["speaker"] = self._known(row.speaker) if row.speaker else None
        if names & {"said_start", "said_end", "said_edtf"}:
            change["said_at"] = _when(row.said_start, row.said_end, row.said_edtf, None)
        return replace(statement, **change)

    def _known(self, name: str) -> str:
        """The actor of the record with a name, else a new one."""
        found = next((actor.id for actor in self._record.actors if actor.name == name), None)
        return found or self._actor(name, None, None) or ""

    def _actor(self, name: str | None, iso3: str | None, kind: Any) -> str | None:
        if name is None:
            return None
        made = Actor(f"a0{len(self.actors)}", name, kind or "group", iso3, (), (), None, ())
        self.actors.append(made)
        return made.id

    def _place(self, name: str | None, iso3: str | None, kind: Any) -> str | None:
        """A place that people named: without a point, since nobody gave one."""
        if name is None:
            return None
        prec = _COUNTRY if kind == "country" else None
        made = Place(
            f"p0{len(self.places)}", 0, 0, "", name, kind or "other", "literal", iso3, None, None, None, None, prec, None, None, (), "",
        )  # fmt: skip
        self.places.append(made)
        return made.id

    def _statement(self, said: str | None, kind: Any) -> str:
        here = Span(0, 0, "")
        base = self._said.get(said or "") or Statement(
            "", (here,), None, None, None, None, "unknown", "indirect", "say", None, None, (), None, ""
        )
        made = replace(base, id=f"s0{len(self.statements)}", speaker=None, source=None, speaker_kind=kind or "unknown")
        self.statements.append(made)
        return made.id


def _when(first: str | None, last: str | None, edtf: str | None, precision: Any) -> When | None:
    if first is None and last is None:
        return None
    return When(first, last, edtf, precision or "none", _date_prec(first, last))


def _date_prec(first: str | None, last: str | None) -> int | None:
    """UCDP's code by the number of days."""
    if not first or not last:
        return None
    width = days.number(last) - days.number(first) + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if width <= most), None)
