"""Reading again: the rows of a report are replaced by those of another reading, and what changed is told.

Ids follow from the report and the place of the words, so that a row that is read again keeps its id, and its judgements hold.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from onrecord.concepts.record import Record
from onrecord.concepts.report import Report
from onrecord.ledger import find, judge
from onrecord.ledger.add import Memory, put_rows
from onrecord.ledger.judged import every, standing
from onrecord.ledger.remove import take_rows
from onrecord.ledger.rows import digest, rows_of
from onrecord.ledger.shared import drop, named
from onrecord.ledger.whole import whole

KINDS = ("f", "e", "s")
# What is no value of a row: its place, its numbers in the record, what the report says of itself, and what people decided.
_NO_VALUE = {
    "figure_id", "event_id", "report", "n", "start", "end", "evidence_start", "evidence_end", "quote", "outlet", "published", "copy_of", "fact",
    "review", "was", "joined", "apart", "event", "value_text", "trigger",
}  # fmt: skip
_LINKS = ("pair", "part_of", "same_as")


class Change(Struct, frozen=True, kw_only=True):
    """A row that is new, gone or changed: its id, what people call it (by its number now, or then for one that is gone), its words.

    `fields` has the old and the new value of each field that changed, and all values of a row that is new or gone as the only one.
    """

    what: Literal["new", "gone", "changed"]
    id: str
    row: str
    words: str
    fields: dict[str, tuple[Any, Any]]


class Lost(Struct, frozen=True, kw_only=True):
    """A judgement that stands and whose row is gone."""

    judgement: int
    verdict: str
    row: str
    who: str


class Reread(Struct, frozen=True, kw_only=True):
    """What reading one report again changed; `note` says why its text or date could not be taken anew."""

    report: int
    title: str | None
    before: str
    now: str
    same: int
    changes: tuple[Change, ...]
    lost: tuple[Lost, ...]
    note: str | None = None


class Evidence(NamedTuple):
    """What is kept of a report: the report as it was read, the bytes it was read from (None: its text is all), and by which version."""

    number: int
    report: Report
    source: bytes | None
    reader: str


def evidence(ledger: sqlite3.Connection, number: int) -> Evidence:
    """What a report can be read from again."""
    found = whole(ledger, number)
    (source,) = ledger.execute("SELECT source FROM report WHERE number = ?", (number,)).fetchone()
    return Evidence(number, found.record.report, None if source is None else zlib.decompress(source), found.reader)


def due(ledger: sqlite3.Connection, reader: str | None) -> list[int]:
    """Reports that another version read, or all of them."""
    query = "SELECT number FROM report WHERE reader IS NOT ? ORDER BY number"
    return [number for (number,) in ledger.execute(query, (reader,))]


def replace(ledger: sqlite3.Connection, memory: Memory, number: int, record: Record, reader: str) -> Reread:
    """Put other rows in the place of those of a report, inside a transaction of the caller's."""
    memory.check()
    (title, before) = ledger.execute("SELECT title, reader FROM report WHERE number = ?", (number,)).fetchone()
    old = _snapshot(ledger, number)
    names = named(ledger, number)
    take_rows(ledger, number)
    rows = rows_of(record)
    put_rows(ledger, memory, number, rows)
    drop(ledger, names)
    memory.shared.forget()
    ledger.execute(
        "UPDATE report SET reader = ?, rows_sha256 = ?, warnings = ?, dateline = ?, agency = ?, language = ? WHERE number = ?",
        (reader, digest(rows), *_said(record), record.report.language, number),
    )
    new = _snapshot(ledger, number)
    changes = tuple(_changes(number, old, new))
    gone = {change.id: change.row for change in changes if change.what == "gone"}
    same = len(set(old) & set(new)) - sum(change.what == "changed" for change in changes)
    return Reread(
        report=number, title=title, before=before, now=reader, same=same, changes=changes, lost=_lost(ledger, gone)
    )


def _said(record: Record) -> tuple[str | None, str | None, str | None]:
    """Warnings, dateline and agency as they are kept."""
    line = record.report.dateline
    warnings = msgspec.json.encode(record.warnings).decode() if record.warnings else None
    return warnings, msgspec.json.encode(line).decode() if line else None, line.agency if line else None


class _Seen(NamedTuple):
    """A row as it can be compared: kind, number, words, values."""

    kind: str
    n: int
    words: str
    values: Mapping[str, Any]


def _snapshot(ledger: sqlite3.Connection, number: int) -> dict[str, _Seen]:
    """All rows of a report by their ids; links to other rows are ids too, since numbers shift."""
    figures, events = find.figures_of(ledger, number), find.events_of(ledger, number)
    ids = {row.n: row.figure_id for row in figures}
    happened = {row.n: row.event_id for row in events}
    found = {row.event_id: _Seen("e", row.n, row.trigger, _values(asdict(row))) for row in events}
    for row in figures:
        values = _values(asdict(row))
        values |= {name: ids.get(values[name]) for name in _LINKS}
        found[row.figure_id] = _Seen("f", row.n, row.value_text, values | {"event": happened.get(row.event or 0)})
    report = ledger.execute("SELECT id FROM report WHERE number = ?", (number,)).fetchone()[0]
    text = find.Texts(ledger)
    for n, id in judge.ids(ledger, number, "s").items():
        said = judge.statement(ledger, judge.Target("s", id, n, number, report))
        cue = ledger.execute(
            "SELECT cue_start, cue_end FROM statement_row WHERE report = ? AND n = ?", (number, n)
        ).fetchone()
        found[id] = _Seen("s", n, text.cut(number, *cue), said)
    return found


def _values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in row.items() if name not in _NO_VALUE
    }


def _changes(number: int, old: Mapping[str, _Seen], new: Mapping[str, _Seen]) -> Iterable[Change]:
    """Rows that differ, in the order of kinds and numbers."""
    names = {id: f"{number}:{row.kind}{row.n}" for rows in (old, new) for id, row in rows.items()}

    def shown(name: str, value: Any) -> Any:
        return names.get(value, value) if name in (*_LINKS, "event") else value

    order = {kind: at for at, kind in enumerate(KINDS)}
    every_row = {**old, **new}
    for id in sorted(every_row, key=lambda id: (order[every_row[id].kind], every_row[id].n, id not in new)):
        row, before, after = every_row[id], old.get(id), new.get(id)
        pairs = {
            name: (
                shown(name, before.values[name] if before else None),
                shown(name, after.values[name] if after else None),
            )
            for name in row.values
        }
        fields = {name: two for name, two in pairs.items() if two[0] != two[1]}
        if before and after and not fields:
            continue
        what: Literal["new", "gone", "changed"] = "changed" if before and after else "new" if after else "gone"
        yield Change(what=what, id=id, row=names[id], words=row.words, fields=fields)


def _lost(ledger: sqlite3.Connection, gone: Mapping[str, str]) -> tuple[Lost, ...]:
    """Judgements that stand, of rows that are gone."""
    return tuple(
        Lost(judgement=one.number, verdict=one.verdict, row=gone[id], who=one.who)
        for one in standing(every(ledger))
        for id in (one.target, one.other)
        if id and id in gone
    )
