"""Judging: finding the row that is meant, checking what is said of it, and adding the judgement."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import asdict

from onrecord.concepts.judgement import Judgement, Verdict
from onrecord.errors import LedgerError, OptionError
from onrecord.ledger import find
from onrecord.ledger.fields import NAMES, read
from onrecord.ledger.judged import Judged, every, standing
from onrecord.ledger.rows import content_ids
from onrecord.ledger.settle import settled

_NAME = re.compile(r"(.+):([fes])(\d+)")
_TABLES = {"f": "figure", "e": "event", "s": "statement"}


class Target(NamedTuple):
    """A row that is judged: kind (f, e, s), id, number in its report, and number and id of the report."""

    kind: str
    id: str
    n: int
    report: int
    report_id: str

    @property
    def name(self) -> str:
        """What people call it: 7:f3."""
        return f"{self.report}:{self.kind}{self.n}"


class Told(NamedTuple):
    """A judgement with what people call its rows (None for one that is not there), the undo that took it back, and the row as it was read."""

    judgement: Judgement
    row: str | None
    other: str | None
    undone: int | None
    was: dict[str, Any]


class By(NamedTuple):
    """Who judges, why, and when (now, when it is not given)."""

    who: str
    why: str | None = None
    at: str | None = None


def target(ledger: sqlite3.Connection, name: str) -> Target:
    """The row that goes by "7:f3" (figure 3 of report 7), or by its id. Raises LedgerError."""
    found = _NAME.fullmatch(name.strip())
    if found:
        report = find.report(ledger, found[1])
        kind, n = found[2], int(found[3])
        id = ids(ledger, report.number, kind).get(n)
        if id is None:
            there = sorted(ids(ledger, report.number, kind))
            known = f"it has {kind}{there[0]} to {kind}{there[-1]}" if there else f"it has no {NAMES[kind]}s"
            raise LedgerError(f"report {report.number} has no {NAMES[kind]} {kind}{n}; {known}")
        return Target(kind, id, n, report.number, report.id)
    row = by_id(ledger, name.strip())
    if row is None:
        raise LedgerError(f"there is no row {name!r}; rows go by report and number, like 7:f3, or by their whole id")
    return row


def by_id(ledger: sqlite3.Connection, id: str) -> Target | None:
    """The row with an id; events and statements are looked for report by report, since their ids are not kept."""
    kind = id[:1]
    if kind not in _TABLES or id[1:2] != "-":
        return None
    if kind == "f":
        query = "SELECT n, number, report.id FROM figure_row JOIN report ON number = report WHERE figure_row.id = ?"
        row = ledger.execute(query, (id,)).fetchone()
        return Target("f", id, *row) if row else None
    for number, report in ledger.execute("SELECT number, id FROM report ORDER BY number").fetchall():
        for n, one in ids(ledger, number, kind).items():
            if one == id:
                return Target(kind, id, n, number, report)
    return None


def ids(ledger: sqlite3.Connection, report: int, kind: str) -> dict[int, str]:
    """Ids of the figures, events or statements of a report by their numbers."""
    rows = [
        dict(row) for row in ledger.execute(f"SELECT * FROM {_TABLES[kind]} WHERE report = ? ORDER BY n", (report,))
    ]
    if kind == "f":
        return {row["n"]: row["id"] for row in rows}
    (id,) = ledger.execute("SELECT id FROM report WHERE number = ?", (report,)).fetchone()
    return content_ids(id, kind, rows)


def review(ledger: sqlite3.Connection, verdict: Verdict, row: Target, by: By) -> int:
    """Accept or reject a row."""
    return _add(ledger, verdict, row, by)


def correct(ledger: sqlite3.Connection, row: Target, fields: Mapping[str, Any], by: By) -> int:
    """Give the right values of some fields; what follows from them is set too. Raises OptionError for a value that makes no sense."""
    if not fields:
        raise OptionError("a correction names fields and their right values, like best=3000 role=target")
    now = current(ledger, row)
    right = settled(row.kind, now, read(row.kind, fields))
    held = {name: list(value) if isinstance(value, tuple) else value for name, value in now.items()}
    if all(held[name] == value for name, value in right.items()):
        raise OptionError(f"{row.name} says so already; accept it if it is right")
    return _add(ledger, "correct", row, by, fields=right)


def pair(ledger: sqlite3.Connection, verdict: Verdict, one: Target, other: Target, by: By) -> int:
    """Say that two rows are one fact, or that they are not. Raises OptionError if that contradicts what was said before."""
    if one.id == other.id:
        raise OptionError(f"{one.name} and {other.name} are one row; two are joined or parted")
    if one.kind != other.kind or one.kind == "s":
        raise OptionError(f"{one.name}, {other.name}: two figures, or two events, are joined or parted")
    past = every(ledger)
    new = Judgement(number=0, verdict=verdict, report=one.report_id, target=one.id, other=other.id, who="", at="")
    said = Judged([*past, new])
    for old in (*standing(past), new):
        against = old.verdict == "not same" and old.other and said.key(old.target) == said.key(old.other)
        if against and _holds(old, [*past, new]):
            which = (
                f"judgement {old.number} says that two of them are not one fact" if old.number else "others join them"
            )
            raise OptionError(
                f"{one.name} and {other.name} cannot be {verdict}: {which}; `onrecord judgements` lists them, `undo` takes one back"
            )
    return _add(ledger, verdict, one, by, other=other.id, other_report=other.report_id)


def _holds(old: Judgement, judgements: list[Judgement]) -> bool:
    """True for the last word about its pair."""
    two = {old.target, old.other}
    return [one for one in standing(judgements) if {one.target, one.other} == two][-1] is old


def undo(ledger: sqlite3.Connection, which: int | Target | None, by: By) -> tuple[int, Judgement]:
    """Take back a judgement by its number, the last one of a row, or the last of all; returns the undo's number and what it takes back."""
    all_ = every(ledger)
    left = standing(all_)
    if isinstance(which, int):
        found = next((one for one in all_ if one.number == which), None)
        if found is None:
            raise LedgerError(f"there is no judgement {which}; `onrecord judgements` lists them")
        if found not in left:
            what = "is an undo itself; judge the row anew" if found.verdict == "undo" else "is taken back already"
            raise LedgerError(f"judgement {which} {what}")
    else:
        fits = [one for one in left if which is None or which.id in (one.target, one.other)]
        if not fits:
            raise LedgerError(f"there is no judgement{f' of {which.name}' if which else ''} to take back")
        found = fits[-1]
    row = Target(found.target[:1], found.target, 0, 0, found.report)
    return _add(ledger, "undo", row, by, undoes=found.number), found


def as_read(ledger: sqlite3.Connection, row: Target) -> dict[str, Any]:
    """The fields of a row as they were read."""
    if row.kind == "s":
        return statement(ledger, row)
    if row.kind == "f":
        return asdict(next(one for one in find.figures_of(ledger, row.report) if one.n == row.n))
    return asdict(next(one for one in find.events_of(ledger, row.report) if one.n == row.n))


def current(ledger: sqlite3.Connection, row: Target) -> dict[str, Any]:
    """The fields of a row as they stand now."""
    return as_read(ledger, row) | Judged.of(ledger).right.get(row.id, {})


def statement(ledger: sqlite3.Connection, row: Target) -> dict[str, Any]:
    """The fields of a statement that can be corrected, as they were read."""
    query = """SELECT actor.name AS speaker, speaker_kind, act, form, said_earliest AS said_start, said_latest AS said_end, said_edtf, relay
        FROM statement LEFT JOIN actor ON actor.report = statement.report AND actor.n = speaker WHERE statement.report = ? AND statement.n = ?"""
    found = dict(ledger.execute(query, (row.report, row.n)).fetchone())
    return found | {"relay": msgspec.json.decode(found["relay"]) if found["relay"] else []}


def listed(ledger: sqlite3.Connection) -> Iterator[Told]:
    """All judgements in the order in which they were made."""
    found = every(ledger)
    rows = _rows(ledger, {id for one in found for id in (one.target, one.other) if id})
    undone = {one.undoes: one.number for one in found if one.undoes}
    read = {id: as_read(ledger, rows[id]) for id in sorted({one.target for one in found if one.fields}) if id in rows}
    for one in found:
        row, other = rows.get(one.target), rows.get(one.other or "")
        was = read[one.target] if row and one.fields else {}
        yield Told(one, row.name if row else None, other.name if other else None, undone.get(one.number), was)


def _rows(ledger: sqlite3.Connection, wanted: set[str]) -> dict[str, Target]:
    """Rows that judgements speak of, by their ids."""
    query = "SELECT number, id FROM report WHERE id IN (SELECT report FROM judgement UNION SELECT other_report FROM judgement) ORDER BY 1"
    found: dict[str, Target] = {}
    for number, report in ledger.execute(query).fetchall():
        for kind in _TABLES:
            there = ids(ledger, number, kind).items()
            found.update((id, Target(kind, id, n, number, report)) for n, id in there if id in wanted)
    return found


def _add(ledger: sqlite3.Connection, verdict: Verdict, row: Target, by: By, **more: Any) -> int:
    if not by.who.strip():
        raise OptionError("a judgement says who made it (--who NAME)")
    fields = more.pop("fields", None)
    known = {
        "report": row.report_id,
        "target": row.id,
        "verdict": verdict,
        "fields": msgspec.json.encode(fields).decode() if fields is not None else None,
        "who": by.who.strip(),
        "at": by.at or datetime.now(UTC).isoformat(timespec="seconds"),
        "why": by.why,
        **more,
    }
    names = ", ".join(known)
    marks = ", ".join("?" * len(known))
    return int(
        ledger.execute(f"INSERT INTO judgement ({names}) VALUES ({marks})", tuple(known.values())).lastrowid or 0
    )
