"""Putting one record into a ledger."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from onrecord.concepts.record import Record
from onrecord.concepts.report import Report
from onrecord.errors import LedgerError
from onrecord.ledger import copies
from onrecord.ledger.alike import Alike
from onrecord.ledger.rows import TABLES, Row, Rows, digest, rows_of
from onrecord.ledger.shared import Shared
from onrecord.ledger.waiting import touch

LEVEL = 9
HEAD = 12  # letters of a report's id that are indexed


class Added(NamedTuple):
    """What became of a record: added, known (nothing changed), revised (a new version of a report) or copied (added and marked)."""

    what: Literal["added", "known", "revised", "copied"]
    number: int


class Memory:
    """What a writer remembers of a ledger from one report to the next."""

    def __init__(self, ledger: sqlite3.Connection) -> None:
        self.alike, self.shared = Alike(ledger), Shared(ledger)
        self._ledger = ledger
        self._version: object = None

    def check(self) -> bool:
        """Forget what another program may have changed since; True if it did change something."""
        (version,) = self._ledger.execute("PRAGMA data_version").fetchone()
        changed = version != self._version
        if changed:
            self.shared.forget()
        self._version = version
        return bool(changed)


def insert(
    ledger: sqlite3.Connection, memory: Memory, record: Record, *, reader: str, source: bytes | None = None
) -> Added:
    """Put a record in, inside a transaction of the caller's, who has checked the memory."""
    report = record.report
    known = find(ledger, report.id)
    if known is not None:
        return Added("known", known)
    found = copies.runs(report.text)
    hashes = copies.bands(found)
    old = _version(ledger, report)
    copy = None if old else _copy(ledger, found, memory.alike.find(hashes))
    rows = rows_of(record)
    row = _report(report, reader, source) | {
        "warnings": _json(record.warnings),
        "rows_sha256": digest(rows),
        "replaces": old,
        "copy_of": copy[0] if copy else None,
        "copy_kind": copy[1].kind if copy else None,
        "copy_share": copy[1].share if copy else None,
    }
    number = put(ledger, "report", row)
    put_rows(ledger, memory, number, rows)
    memory.alike.add(number, hashes)
    if old:
        touch(ledger, old)
    ledger.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, report.title, report.text))
    return Added("revised" if old else "copied" if copy else "added", number)


def put(ledger: sqlite3.Connection, table: str, row: Row) -> int:
    """Insert one row; returns its number."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return int(ledger.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())).lastrowid or 0)


def put_rows(ledger: sqlite3.Connection, memory: Memory, report: int, rows: Rows) -> None:
    """Insert the rows of a report; its figures wait to be joined."""
    for table in TABLES:
        for row in rows[table]:
            put(ledger, f"{table}_row", {"report": report, **memory.shared.folded(table, row)})
    touch(ledger, report)


def find(ledger: sqlite3.Connection, id: str) -> int | None:
    """The number of a report by its id."""
    row = ledger.execute(
        f"SELECT number FROM report WHERE substr(id, 1, {HEAD}) = ? AND +id = ?", (id[:HEAD], id)
    ).fetchone()
    return None if row is None else int(row[0])


def text_of(ledger: sqlite3.Connection, number: int) -> str:
    """The text of a report."""
    text = _text(ledger, number)
    if text is None:
        raise LedgerError(f"there is no report {number}")
    return text


def _text(ledger: sqlite3.Connection, number: int) -> str | None:
    row = ledger.execute("SELECT text FROM report WHERE number = ?", (number,)).fetchone()
    return zlib.decompress(row[0]).decode("utf-8") if row else None


def _json(values: Sequence[object]) -> str | None:
    return msgspec.json.encode(values).decode() if values else None


def _report(report: Report, reader: str, source: bytes | None) -> dict[str, Any]:
    text = report.text.encode("utf-8")
    sha, given = hashlib.sha256(text).digest(), bytes.fromhex(report.source_sha256)
    plain = ("id", "id_given", "title", "outlet", "url", "published", "published_from", "language", "media_type")
    keep = source is not None and sha != given
    return {
        **{name: getattr(report, name) for name in plain},
        "authors": _json(report.authors),
        "dateline": msgspec.json.encode(report.dateline).decode() if report.dateline else None,
        "agency": report.dateline.agency if report.dateline else None,
        "source_sha256": given,
        "text_sha256": None if sha == given else sha,
        "text_length": len(report.text),
        "text": zlib.compress(text, LEVEL),
        "source": zlib.compress(source, LEVEL) if source is not None and keep else None,
        "reader": reader,
    }


def _version(ledger: sqlite3.Connection, report: Report) -> int | None:
    """The latest report at the same address."""
    if not report.url:
        return None
    (number,) = ledger.execute("SELECT max(number) FROM report WHERE url = ?", (report.url,)).fetchone()
    return None if number is None else int(number)


def _copy(ledger: sqlite3.Connection, found: frozenset[str], alike: list[int]) -> tuple[int, copies.Copy] | None:
    """The report that a text is most of a copy of, traced to the first of its kind in the ledger."""
    best: tuple[int, copies.Copy] | None = None
    for number in alike:
        text = _text(ledger, number)
        copy = copies.compare(found, copies.runs(text)) if text is not None else None
        if copy and (best is None or copy.share > best[1].share):
            best = (number, copy)
        if copy and copy.share == 1:
            break
    if best is None:
        return None
    (first,) = ledger.execute("SELECT coalesce(copy_of, number) FROM report WHERE number = ?", (best[0],)).fetchone()
    return int(first), best[1]
