"""Checking a ledger: every hash, every span against its text, every value, every judgement's target."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.concepts.report import report_id
from onrecord.ledger.add import find
from onrecord.ledger.judge import ids
from onrecord.ledger.judged import every, standing
from onrecord.ledger.rows import TABLES, digest

_SPANS = (
    ("start", "end"),
    ("evidence_start", "evidence_end"),
    ("cue_start", "cue_end"),
    ("source_start", "source_end"),
)


def verify(ledger: sqlite3.Connection) -> Iterator[str]:
    """A sentence for everything that is off."""
    for (said,) in ledger.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file: {said}"
    for row in ledger.execute("PRAGMA foreign_key_check"):
        yield f"table {row[0]}: a row refers to a row of {row[2]} that is not there"
    for report in ledger.execute("SELECT * FROM report ORDER BY number"):
        for words in _report(ledger, report):
            yield f"report {report['number']}: {words}"
    yield from _judgements(ledger)


def _report(ledger: sqlite3.Connection, report: sqlite3.Row) -> Iterator[str]:
    try:
        data = zlib.decompress(report["text"])
        text = data.decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        yield f"its text cannot be unpacked ({error})"
        return
    if (
        hashlib.sha256(data).digest() != (report["text_sha256"] or report["source_sha256"])
        or len(text) != report["text_length"]
    ):
        yield "its text is not the one that was read (its SHA-256 differs)"
    if report_id(text, report["published"], report["url"]) != report["id"]:
        yield "its id is not the hash of text, publication date and address"
    yield from _source(report)
    rows = {name: _rows(ledger, name, report["number"]) for name in TABLES}
    if digest(rows) != report["rows_sha256"]:
        yield "its rows are not those that were read (their SHA-256 differs)"
    for name in ("statement", "event", "figure"):
        for row in rows[name]:
            for words in (*_spans(row, text), *_values(row)):
                yield f"{name} {row['n']}: {words}"


def _source(report: sqlite3.Row) -> Iterator[str]:
    if report["source"] is None:
        return
    try:
        kept = hashlib.sha256(zlib.decompress(report["source"])).digest()
    except zlib.error as error:
        yield f"its source cannot be unpacked ({error})"
        return
    if kept != report["source_sha256"]:
        yield "its source is not the one that was read (its SHA-256 differs)"


def _rows(ledger: sqlite3.Connection, table: str, number: int) -> list[dict[str, Any]]:
    rows = [dict(row) for row in ledger.execute(f"SELECT * FROM {table} WHERE report = ? ORDER BY n", (number,))]
    for row in rows:
        del row["report"]
    return rows


def _spans(row: dict[str, Any], text: str) -> Iterator[str]:
    found = [(row[first], row[last]) for first, last in _SPANS if row.get(first) is not None]
    found += [tuple(span) for span in msgspec.json.decode(row.get("content", "[]"))]
    for start, end in found:
        if not 0 <= start < end <= len(text):
            yield f"characters {start} to {end} are not in the text ({len(text)} characters)"
    if row.get("value_text") and row.get("start") is not None and text[row["start"] : row["end"]] != row["value_text"]:
        yield f"the words {row['value_text']!r} are not at {row['start']}"


def _values(row: dict[str, Any]) -> Iterator[str]:
    if (low := row.get("low")) is not None and (high := row.get("high")) is not None and low > high:
        yield f"low ({low}) is above high ({high})"
    if row.get("earliest") and row.get("latest") and row["earliest"] > row["latest"]:
        yield f"it ends ({row['latest']}) before it begins ({row['earliest']})"


def _judgements(ledger: sqlite3.Connection) -> Iterator[str]:
    """A judgement of a report that was removed waits for it; in a report that is there, its row must be, unless it was taken back."""
    for judgement in standing(every(ledger)):
        rows = [(judgement.report, judgement.target), (judgement.other_report, judgement.other)]
        for report, id in rows:
            if report and id and not _is_there(ledger, report, id):
                yield f"judgement {judgement.number}: there is no row {id}; `undo` takes the judgement back"


def _is_there(ledger: sqlite3.Connection, report: str, id: str) -> bool:
    """Whether a row is there, or its report is not."""
    number = find(ledger, report)
    return number is None or id in ids(ledger, number, id[:1]).values()
