"""From a record to rows of tables: ids of the record become numbers, spans become offsets, lists become JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.ids import ContentIds
from onrecord.concepts.record import Record
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.when import When

# In the order in which they go in: a row refers only to tables before its own.
TABLES = ("actor", "place", "statement", "event", "figure")
type Row = dict[str, Any]
type Rows = dict[str, list[Row]]


def rows_of(record: Record) -> Rows:
    """Rows of all tables for one record, without the number of its report."""
    figures = [figure for figure in record.figures if not figure.derived]
    used = {figure.event for figure in figures}
    events = [event for event in record.events if event.type or event.id in used]
    ids = ContentIds(record.report.id)
    found: Rows = {
        "statement": [_statement(row, ids) for row in record.statements],
        "event": [_event(row, ids) for row in events],
        "figure": [_figure(row, ids) for row in figures],
    }
    actors = _used(found, ("speaker", "subject"), ("actors", "recipients"))
    places = _used(found, ("place",), ("places",))
    found["actor"] = [_actor(row) for row in record.actors if number(row.id) in actors]
    found["place"] = [_place(row) for row in record.places if number(row.id) in places]
    return {name: found[name] for name in TABLES}


def digest(rows: Rows) -> str:
    """Hash of all rows of a record, in the order of their tables and numbers."""
    ordered = {name: sorted(rows[name], key=lambda row: int(row["n"])) for name in TABLES}
    return hashlib.sha256(msgspec.json.encode(ordered, order="deterministic")).hexdigest()


def number(id: str | None) -> int | None:
    """The number in an id of a record: 3 for "f3"."""
    return int(id.lstrip("abcdefghijklmnopqrstuvwxyz")) if id else None


def _used(rows: Rows, single: tuple[str, ...], many: tuple[str, ...]) -> set[int]:
    """Numbers that rows refer to."""
    every = [row for table in rows.values() for row in table]
    found = {row[name] for row in every for name in single if row.get(name) is not None}
    return found.union(*(msgspec.json.decode(row[name]) for row in every for name in many if name in row))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _numbers(ids: Iterable[str]) -> str:
    return _json([number(id) for id in ids])


def _edges(name: str, span: Span | None) -> Row:
    return {f"{name}start": span.start if span else None, f"{name}end": span.end if span else None}


def _when(when: When | None, before: str = "") -> Row:
    fields = ("earliest", "latest", "edtf")
    return {f"{before}{field}": getattr(when, field) if when else None for field in fields}


def _dated(when: When | None) -> Row:
    return {
        **_when(when),
        "precision": when.precision if when else None,
        "date_prec": when.date_prec if when else None,
    }


def _certain(row: Event | Figure) -> Row:
    return {
        "status": row.status,
        "polarity": row.polarity,
        "commitment": _json(row.commitment),
        "label": row.label,
        "statement": number(row.statement),
    }


def _actor(row: Any) -> Row:
    return {
        "n": number(row.id),
        "name": row.name,
        "kind": row.kind,
        "iso3": row.iso3,
        "roles": _json([role.text for role in row.roles]),
        "sectors": _json(row.sectors),
    }


def _place(row: Any) -> Row:
    names = ("name", "text", "kind", "iso3", "admin1", "geonames_id", "where_prec")
    spot = {name: None if getattr(row, name) is None else float(getattr(row, name)) for name in ("lat", "lon")}
    return {"n": number(row.id), **{name: getattr(row, name) for name in names}, **spot}


def _statement(row: Statement, ids: ContentIds) -> Row:
    return {
        "n": number(row.id),
        "id": ids.of("s", (row.cue, *row.content)),
        "content": _json([(span.start, span.end) for span in row.content]),
        **_edges("cue_", row.cue),
        "cue_lemma": row.cue_lemma,
        **_edges("source_", row.source),
        "speaker": number(row.speaker),
        "speaker_kind": row.speaker_kind,
        "form": row.form,
        "act": row.act,
        **_when(row.said_at, "said_"),
        "relay": _json(row.relay),
        "parent": number(row.parent),
        "rule": row.rule,
    }


def _event(row: Event, ids: ContentIds) -> Row:
    return {
        "n": number(row.id),
        "id": ids.of("e", (row.trigger,)),
        **_edges("", row.trigger),
        **_edges("evidence_", row.evidence),
        "type": row.type,
        "mode": row.mode,
        "contexts": _json(row.contexts),
        "cameo": row.cameo,
        "quad": row.quad,
        "actors": _numbers(row.actors),
        "recipients": _numbers(row.recipients),
        "places": _numbers(row.places),
        **_dated(row.when),
        **_certain(row),
        "background": int(row.background),
        "rule": row.rule,
    }


def _figure(row: Figure, ids: ContentIds) -> Row:
    plain = (
        "measure",
        "role",
        "low",
        "best",
        "high",
        "bound",
        "vague",
        "value_text",
        "unit",
        "subject_iso3",
        "place_iso3",
    )
    links = ("subject", "place", "speaker", "event", "pair", "part_of", "same_as")
    return {
        "n": number(row.id),
        "id": ids.of("f", (row.span or row.evidence,)),
        **{name: getattr(row, name) for name in plain},
        "scope": _json(row.scope),
        "approx": int(row.approx),
        **{name: number(getattr(row, name)) for name in links},
        **_dated(row.as_of),
        "linked_by": row.as_of.linked_by if row.as_of else None,
        **_certain(row),
        **_edges("cue_", row.label_cue),
        "relay": _json(row.relay),
        **_edges("evidence_", row.evidence),
        **_edges("", row.span),
        "rule": row.rule,
    }
