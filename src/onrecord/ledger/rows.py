"""From a record to rows of tables: ids of the record become numbers, spans become offsets, lists become JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.concepts.certainty import Commitment
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.ids import ContentIds, Edges
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
        "statement": [_statement(row) for row in record.statements],
        "event": [_event(row) for row in events],
        "figure": [_figure(row, ids) for row in figures],
    }
    actors = _used(found, ("speaker", "subject"), ("actors", "recipients"))
    places = _used(found, ("place",), ("places",))
    found["actor"] = [_actor(row) for row in record.actors if number(row.id) in actors]
    found["place"] = [_place(row) for row in record.places if number(row.id) in places]
    return {name: found[name] for name in TABLES}


def digest(rows: Rows) -> bytes:
    """Hash of all rows of a record, in the order of their tables and numbers."""
    ordered = {name: sorted(rows[name], key=lambda row: int(row["n"])) for name in TABLES}
    return hashlib.sha256(msgspec.json.encode(ordered, order="deterministic")).digest()


def content_ids(report: str, kind: str, rows: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Content hashes of the events ("e") or statements ("s") of a report by their numbers, from their rows."""
    ids = ContentIds(report)
    return {row["n"]: ids.of(kind, _places(kind, row)) for row in sorted(rows, key=lambda row: int(row["n"]))}


def _places(kind: str, row: Mapping[str, Any]) -> list[Edges]:
    if kind == "e":
        return [Edges(row["start"], row["end"])]
    cue = [] if row["cue_start"] is None else [Edges(row["cue_start"], row["cue_end"])]
    return cue + [Edges(*span) for span in msgspec.json.decode(row["content"])]


def number(id: str | None) -> int | None:
    """The number in an id of a record: 3 for "f3"."""
    return int(id.lstrip("abcdefghijklmnopqrstuvwxyz")) if id else None


def _used(rows: Rows, single: tuple[str, ...], many: tuple[str, ...]) -> set[int]:
    """Numbers that rows refer to."""
    every = [row for table in rows.values() for row in table]
    found = {row[name] for row in every for name in single if row.get(name) is not None}
    return found.union(*(msgspec.json.decode(row[name]) for row in every for name in many if row.get(name)))


def _json(values: Sequence[object]) -> str | None:
    return msgspec.json.encode(values).decode() if values else None


def _numbers(ids: Iterable[str]) -> str | None:
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
        "negative": int(row.polarity == "negative"),
        "commitment": _vouched(row),
        "label": row.label,
        "statement": number(row.statement),
    }


def _vouched(row: Event | Figure) -> str | None:
    """Who vouches how firmly, + or − for the polarity: "author:none+ s3:certain+"; null for the author, certain, as the row says."""
    if row.commitment == (Commitment("author", "certain", row.polarity),):
        return None
    signs = {"positive": "+", "negative": "-"}
    return " ".join(f"{one.holder}:{one.level}{signs[one.polarity]}" for one in row.commitment)


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


def _statement(row: Statement) -> Row:
    return {
        "n": number(row.id),
        "content": msgspec.json.encode([(span.start, span.end) for span in row.content]).decode(),
        **_edges("cue_", row.cue),
        **_edges("source_", row.source),
        "speaker": number(row.speaker),
        "speaker_kind": row.speaker_kind,
        "form": row.form,
        "act": row.act,
        **_when(row.said_at, "said_"),
        "relay": _json(row.relay),
        "parent": number(row.parent),
    }


def _event(row: Event) -> Row:
    return {
        "n": number(row.id),
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
        **_certain(row),
        **_edges("cue_", row.label_cue),
        "relay": _json(row.relay),
        **_edges("evidence_", row.evidence),
        **_edges("", row.span),
        "rule": row.rule,
    }
