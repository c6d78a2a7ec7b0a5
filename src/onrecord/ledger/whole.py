"""Reports of a ledger as records again, for views that were made for one.

A ledger keeps less than a record: no times and no quantities, no mentions of actors, and of places only those that a row refers to. Where
the words of a role or of a place stand is not kept either: their spans here are the first place in the text that has these words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from onrecord.concepts.actor import Actor
from onrecord.concepts.certainty import Commitment
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.ids import content_ids
from onrecord.concepts.place import Place
from onrecord.concepts.record import SCHEMA, Record
from onrecord.concepts.report import Dateline, Report
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.warning import Warning
from onrecord.concepts.when import When
from onrecord.ledger.add import text_of

_POLARITY: dict[str, Any] = {"+": "positive", "-": "negative"}
_CURRENT = "number NOT IN (SELECT replaces FROM report WHERE replaces IS NOT NULL)"
type _Row = dict[str, Any]


class Whole(NamedTuple):
    """One report of a ledger: its number, the version that read it, its record, and the content hashes of the record's ids."""

    number: int
    reader: str
    record: Record
    ids: dict[str, str]


def records(ledger: sqlite3.Connection) -> Iterator[Whole]:
    """The latest versions of all reports in the order of adding, one at a time."""
    numbers = ledger.execute(f"SELECT number FROM report WHERE {_CURRENT} ORDER BY number").fetchall()
    for (number,) in numbers:
        yield whole(ledger, number)


def whole(ledger: sqlite3.Connection, number: int) -> Whole:
    """One report by its number."""
    row = dict(ledger.execute("SELECT * FROM report WHERE number = ?", (number,)).fetchone())
    text = text_of(ledger, number)
    rows = {table: _rows(ledger, table, number) for table in ("actor", "place", "statement", "event", "figure")}
    record = Record(
        SCHEMA,
        _report(row, text),
        (),
        tuple(_place(one, text) for one in rows["place"]),
        tuple(_actor(one, text) for one in rows["actor"]),
        (),
        tuple(_statement(one, text) for one in rows["statement"]),
        tuple(_event(one, text) for one in rows["event"]),
        tuple(_figure(one, text) for one in rows["figure"]),
        tuple(msgspec.json.decode(row["warnings"], type=list[Warning])) if row["warnings"] else (),
    )
    return Whole(number, row["reader"], record, content_ids(record))


def _rows(ledger: sqlite3.Connection, table: str, number: int) -> list[_Row]:
    return [dict(row) for row in ledger.execute(f"SELECT * FROM {table} WHERE report = ? ORDER BY n", (number,))]


def _report(row: _Row, text: str) -> Report:
    plain = ("id", "id_given", "title", "outlet", "url", "published", "published_from", "language", "media_type")
    return Report(
        **{name: row[name] for name in plain},
        authors=_list(row["authors"]),
        dateline=msgspec.json.decode(row["dateline"], type=Dateline) if row["dateline"] else None,
        text=text,
        source_sha256=row["source_sha256"].hex(),
    )


def _list(json: str | None) -> tuple[Any, ...]:
    return tuple(msgspec.json.decode(json)) if json else ()


def _ids(kind: str, json: str | None) -> tuple[str, ...]:
    return tuple(f"{kind}{number}" for number in _list(json))


def _id(kind: str, number: int | None) -> str | None:
    return None if number is None else f"{kind}{number}"


def _span(text: str, start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end, text[start:end])


def _known(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _first(text: str, words: str) -> Span:
    """The first place of some words, where theirs is not kept."""
    at = max(text.find(words), 0)
    return Span(at, at + len(words), words)


def _when(row: _Row, before: str = "") -> When | None:
    first, last, edtf = (row[f"{before}{name}"] for name in ("earliest", "latest", "edtf"))
    if first is None and last is None and edtf is None:
        return None
    return When(first, last, edtf, row.get("precision") or "none", row.get("date_prec"))


def _commitment(row: _Row) -> tuple[Commitment, ...]:
    if row["commitment"] is None:
        return (Commitment("author", "certain", "negative" if row["negative"] else "positive"),)
    found: list[Any] = [part.partition(":") for part in row["commitment"].split()]
    return tuple(Commitment(holder, said[:-1], _POLARITY[said[-1]]) for holder, _, said in found)


def _certain(row: _Row) -> _Row:
    return {
        "status": row["status"],
        "polarity": "negative" if row["negative"] else "positive",
        "commitment": _commitment(row),
        "label": row["label"],
        "statement": _id("s", row["statement"]),
    }


def _actor(row: _Row, text: str) -> Actor:
    roles = tuple(_first(text, words) for words in _list(row["roles"]))
    return Actor(f"a{row['n']}", row["name"], row["kind"], row["iso3"], _list(row["sectors"]), roles, None, ())


def _place(row: _Row, text: str) -> Place:
    where = _first(text, row["text"])
    plain = ("text", "name", "kind", "iso3", "admin1", "geonames_id", "lat", "lon", "where_prec")
    return Place(
        id=f"p{row['n']}",
        start=where.start,
        end=where.end,
        **{name: row[name] for name in plain},
        use="literal",
        score=None,
        margin=None,
        alternatives=(),
        rule="",
    )


def _statement(row: _Row, text: str) -> Statement:
    return Statement(
        id=f"s{row['n']}",
        content=tuple(_known(text, *span) for span in _list(row["content"])),
        cue=_span(text, row["cue_start"], row["cue_end"]),
        cue_lemma=None,
        source=_span(text, row["source_start"], row["source_end"]),
        speaker=_id("a", row["speaker"]),
        **{name: row[name] for name in ("speaker_kind", "form", "act")},
        said_at=_when(row, "said_"),
        venue=None,
        relay=_list(row["relay"]),
        parent=_id("s", row["parent"]),
        rule="",
    )


def _event(row: _Row, text: str) -> Event:
    return Event(
        id=f"e{row['n']}",
        trigger=_known(text, row["start"], row["end"]),
        evidence=_known(text, row["evidence_start"], row["evidence_end"]),
        **{name: row[name] for name in ("type", "mode", "cameo", "quad")},
        contexts=_list(row["contexts"]),
        actors=_ids("a", row["actors"]),
        recipients=_ids("a", row["recipients"]),
        places=_ids("p", row["places"]),
        when=_when(row),
        **_certain(row),
        label_cue=None,
        quantities=(),
        background=bool(row["background"]),
        rule="",
    )


def _figure(row: _Row, text: str) -> Figure:
    plain = (
        "measure", "role", "low", "best", "high", "bound", "vague", "value_text", "unit", "subject_iso3", "place_iso3", "rule",
    )  # fmt: skip
    kinds = {"subject": "a", "place": "p", "speaker": "a", "event": "e", "pair": "f", "part_of": "f", "same_as": "f"}
    links: _Row = {name: _id(kind, row[name]) for name, kind in kinds.items()}
    return Figure(
        id=f"f{row['n']}",
        **{name: row[name] for name in plain},
        **links,
        scope=_list(row["scope"]),
        approx=bool(row["approx"]),
        as_of=_when(row),
        **_certain(row),
        label_cue=_span(text, row["cue_start"], row["cue_end"]),
        relay=_list(row["relay"]),
        derived=False,
        sources=(),
        evidence=_known(text, row["evidence_start"], row["evidence_end"]),
        span=_span(text, row["start"], row["end"]),
    )
