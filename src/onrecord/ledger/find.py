"""Finding rows: plain structs of concepts/rows.py out of the tables, with the words of the text beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.concepts.rows import ActorRow, EventRow, FigureRow, ReportRow, StatementRow
from onrecord.errors import LedgerError
from onrecord.ledger.add import HEAD, text_of
from onrecord.ledger.judged import Judged
from onrecord.ledger.rows import content_ids
from onrecord.ledger.waiting import MANY

_LISTS = ("scope", "relay", "speaker_roles")
_JUDGED = ("review", "was", "joined", "apart")
_PLAIN = [
    name for name in FigureRow.__struct_fields__ if name not in (*_LISTS, *_JUDGED, "approx", "quote", "source", "fact")
]
_READ = (*_PLAIN, *_LISTS, "approx", "fact")
_COLUMNS = ", ".join(f'"{name}"' for name in (*_READ, "source_start", "source_end"))
_COUNTS = ("figures", "events", "statements")
_REPORTS = """
SELECT number, id, id_given, title, outlet, url, published, agency, copy_of, copy_kind, copy_share, replaces,
       (SELECT count(*) FROM figure_row WHERE report = number) AS figures,
       (SELECT count(*) FROM event_row WHERE report = number) AS events,
       (SELECT count(*) FROM statement_row WHERE report = number) AS statements
FROM report"""
# The latest version of each report alone counts.
_CURRENT = "report NOT IN (SELECT replaces FROM report WHERE replaces IS NOT NULL)"


def reports(ledger: sqlite3.Connection) -> list[ReportRow]:
    """All reports in the order of adding."""
    return [ReportRow(**dict(row)) for row in ledger.execute(f"{_REPORTS} ORDER BY number")]


def lineage(ledger: sqlite3.Connection, numbers: Iterable[int]) -> list[ReportRow]:
    """Some reports, with the outlets that they have things from; rows are not counted."""
    some = msgspec.json.encode(sorted(set(numbers))).decode()
    relays = _relays(ledger, some)
    plain = [name for name in ReportRow.__struct_fields__ if name not in (*_COUNTS, "relays")]
    rows = ledger.execute(
        f"SELECT {', '.join(plain)} FROM report WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
        (some,),
    )
    return [
        ReportRow(**dict(row), figures=0, events=0, statements=0, relays=relays.get(row["number"], ())) for row in rows
    ]


def _relays(ledger: sqlite3.Connection, numbers: str) -> dict[int, tuple[str, ...]]:
    """Outlets that reports have things from: "CNN reported", "told the BBC"."""
    some = "report IN (SELECT value FROM json_each(:numbers))"
    query = f"""SELECT report, value FROM statement_row, json_each(relay) WHERE {some} AND relay IS NOT NULL UNION
        SELECT report, value FROM figure_row, json_each(relay) WHERE {some} AND relay IS NOT NULL UNION
        SELECT report, name FROM statement_row JOIN manner ON manner.number = manner JOIN actor_row USING (report) JOIN person ON person.number = person
        WHERE {some} AND actor_row.n = speaker AND speaker_kind = 'outlet' ORDER BY 1, 2"""
    found: dict[int, tuple[str, ...]] = {}
    for number, outlet in ledger.execute(query, {"numbers": numbers}):
        found[number] = (*found.get(number, ()), outlet)
    return found


def report(ledger: sqlite3.Connection, name: str) -> ReportRow:
    """One report by number, given id, address or the head of its id. Raises LedgerError if none or several fit."""
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 12 else None
    rows = ledger.execute(f"{_REPORTS} WHERE number = ? OR id_given = ? OR url = ?", (number, name, name)).fetchall()
    if not rows and len(name) >= 6 and set(name) <= set("0123456789abcdef"):
        rows = ledger.execute(
            f"{_REPORTS} WHERE substr(id, 1, {HEAD}) BETWEEN ? AND ? AND id GLOB ?",
            (name[:HEAD], f"{name[:HEAD]}g", f"{name}*"),
        ).fetchall()
    if len(rows) != 1:
        what = "no report of this ledger goes" if not rows else f"{len(rows)} reports of this ledger go"
        raise LedgerError(f"{what} by {name!r}; `onrecord ls` shows numbers, ids and addresses")
    return ReportRow(**dict(rows[0]))


def figures(
    ledger: sqlite3.Connection, where: dict[str, Any], *, rejected: bool = False, facts: bool = False
) -> list[FigureRow]:
    """Figures of the latest versions, in the order of reports and text, without quotes; `where` gives values of columns, a tuple one of several.

    They are as people judged them, those they rejected left out, or kept with `rejected`; with the facts that are kept for them if these are
    to be trusted (`facts`).
    """
    texts = Texts(ledger)
    said = Judged.of(ledger)
    rows = [_figure(row, texts, facts=facts) for row in _select(ledger, "figures", _CURRENT, where, said.moved(where))]
    if not said:
        return rows
    found = [row for row in map(said.figure, rows) if rejected or row.review != "rejected"]
    return [row for row in found if all(_is(getattr(row, name), value) for name, value in where.items())]


def _is(value: object, wanted: object) -> bool:
    return value in wanted if isinstance(wanted, tuple) else value == wanted


def by_numbers(ledger: sqlite3.Connection, numbers: Iterable[int], said: Judged) -> list[FigureRow]:
    """Some figures by their numbers in the whole ledger (ledger/waiting.py), without sources: those that count, as they were judged."""
    query = f"""SELECT {_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN figures
        ON report = wanted.value / {MANY} AND n = wanted.value % {MANY} WHERE {_CURRENT}"""
    rows = ledger.execute(query, (msgspec.json.encode(list(numbers)).decode(),))
    found = (_figure(row, None) for row in rows)
    return [row for row in map(said.figure, found) if row.review != "rejected"]


def figures_of(ledger: sqlite3.Connection, number: int) -> list[FigureRow]:
    """Figures of one report, of whatever version, as they were read."""
    texts = Texts(ledger)
    return [_figure(row, texts) for row in _select(ledger, "figures", f"report = {number:d}", {})]


def events_of(ledger: sqlite3.Connection, number: int) -> list[EventRow]:
    """Events of one report, of whatever version and type, as they were read."""
    return _events(ledger, f"event.report = {number:d}", _Lookup(ledger, number), typed=False)


def quoted(ledger: sqlite3.Connection, rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The same rows with the sentences they stand in."""
    texts = Texts(ledger)
    return [replace(row, quote=texts.cut(row.report, row.evidence_start, row.evidence_end)) for row in rows]


def _select(
    ledger: sqlite3.Connection, view: str, always: str, where: dict[str, Any], also: Sequence[str] = ()
) -> Iterator[sqlite3.Row]:
    """Rows of a view with some values, and those whose ids are given."""
    several = "IN (SELECT value FROM json_each(?))"
    conditions = (
        " AND ".join(f'"{name}" {several if isinstance(value, tuple) else "IS ?"}' for name, value in where.items())
        or "1"
    )
    values = [msgspec.json.encode(value).decode() if isinstance(value, tuple) else value for value in where.values()]
    if also:
        conditions = f"({conditions} OR figure_id IN (SELECT value FROM json_each(?)))"
        values.append(msgspec.json.encode(also).decode())
    return iter(
        ledger.execute(f"SELECT {_COLUMNS} FROM {view} WHERE {always} AND {conditions} ORDER BY report, n", values)
    )


class Texts:
    """Texts of reports, the last one kept at hand: rows come report after report."""

    def __init__(self, ledger: sqlite3.Connection) -> None:
        self._ledger = ledger
        self._last: tuple[int, str] = (0, "")

    def cut(self, report: int, start: int | None, end: int | None) -> str:
        """Some words of a report; none without a place."""
        if start is None or end is None:
            return ""
        if self._last[0] != report:
            self._last = (report, text_of(self._ledger, report))
        return self._last[1][start:end]


def _figure(row: sqlite3.Row, texts: Texts | None, *, facts: bool = False) -> FigureRow:
    found = dict(zip(_READ, row, strict=False))
    for name in _LISTS:
        found[name] = tuple(msgspec.json.decode(found[name])) if found[name] else ()
    found["approx"] = bool(found["approx"])
    if not facts:
        found["fact"] = 0
    # Unpacking a text costs more than the row: it is done only where words are all that is known of a source.
    if texts and not found["speaker"] and row["source_start"] is not None:
        found["source"] = texts.cut(row["report"], row["source_start"], row["source_end"]) or None
    return FigureRow(**found)


def events(ledger: sqlite3.Connection) -> list[EventRow]:
    """Events of a PLOVER type in the latest versions, in the order of reports and text, as people judged them."""
    said = Judged.of(ledger)
    return [
        row
        for row in map(said.event, _events(ledger, f"event.{_CURRENT}", _Lookup(ledger)))
        if row.review != "rejected"
    ]


def _events(ledger: sqlite3.Connection, where: str, lookup: _Lookup, *, typed: bool = True) -> list[EventRow]:
    query = f"""SELECT event.*, report.id, outlet, published, copy_of FROM event JOIN report ON report.number = event.report
        WHERE {where} ORDER BY event.report, n"""
    found: list[EventRow] = []
    for _, group in groupby(ledger.execute(query), key=lambda row: int(row["report"])):
        rows = list(group)
        ids = content_ids(rows[0]["id"], "e", [dict(row) for row in rows])
        found += [_event(row, ids[row["n"]], lookup) for row in rows if row["type"] or not typed]
    return found


def _event(row: sqlite3.Row, id: str, lookup: _Lookup) -> EventRow:
    at = row["report"]
    places = [lookup.places[at, n] for n in _list(row["places"])]
    plain = ("n", "type", "earliest", "latest", "edtf", "status", "label", "outlet", "published", "copy_of")
    return EventRow(
        event_id=id,
        report=at,
        trigger=lookup.texts.cut(at, row["start"], row["end"]),
        actors=tuple(lookup.actors[at, n] for n in _list(row["actors"])),
        recipients=tuple(lookup.actors[at, n] for n in _list(row["recipients"])),
        places=tuple(dict.fromkeys(name for name, _ in places)),
        iso3=tuple(dict.fromkeys(code for _, code in places if code)),
        polarity="negative" if row["negative"] else "positive",
        quote=lookup.texts.cut(at, row["evidence_start"], row["evidence_end"]),
        **{name: row[name] for name in plain},
    )


def statements(ledger: sqlite3.Connection) -> list[StatementRow]:
    """Statements of the latest versions, in the order of reports and text, as people judged them."""
    query = f"""SELECT statement.*, report.id, outlet, published, copy_of FROM statement JOIN report ON report.number = statement.report
        WHERE statement.{_CURRENT} ORDER BY statement.report, n"""
    lookup, said = _Lookup(ledger), Judged.of(ledger)
    found: list[StatementRow] = []
    for _, group in groupby(ledger.execute(query), key=lambda row: int(row["report"])):
        rows = list(group)
        ids = content_ids(rows[0]["id"], "s", [dict(row) for row in rows])
        found += [said.statement(_statement(row, ids[row["n"]], lookup)) for row in rows]
    return [row for row in found if row.review != "rejected"]


def actors(ledger: sqlite3.Connection) -> list[ActorRow]:
    """Actors of the latest versions that a row refers to, in the order of reports and text."""
    query = f"""SELECT actor.*, outlet, published FROM actor JOIN report ON report.number = actor.report
        WHERE actor.{_CURRENT} ORDER BY actor.report, n"""
    rows = (dict(row) for row in ledger.execute(query))
    return [ActorRow(**(row | {name: tuple(_list(row[name])) for name in ("roles", "sectors")})) for row in rows]


def _statement(row: sqlite3.Row, id: str, lookup: _Lookup) -> StatementRow:
    at = row["report"]
    plain = (
        "n", "speaker_kind", "act", "form", "parent", "said_edtf", "outlet", "published", "copy_of",
    )  # fmt: skip
    return StatementRow(
        statement_id=id,
        report=at,
        speaker=lookup.actors[at, row["speaker"]] if row["speaker"] is not None else None,
        source=lookup.texts.cut(at, row["source_start"], row["source_end"]) or None,
        quote=" […] ".join(lookup.texts.cut(at, *span) for span in _list(row["content"])),
        said_start=row["said_earliest"],
        said_end=row["said_latest"],
        relay=tuple(_list(row["relay"])),
        **{name: row[name] for name in plain},
    )


def _list(text: str | None) -> list[Any]:
    return msgspec.json.decode(text) if text else []


class _Lookup:
    """Names of actors and places of all reports, or of one, and their texts."""

    def __init__(self, ledger: sqlite3.Connection, report: int | None = None) -> None:
        where = "" if report is None else f" WHERE report = {report:d}"
        self.texts = Texts(ledger)
        self.actors = {(row[0], row[1]): row[2] for row in ledger.execute(f"SELECT report, n, name FROM actor{where}")}
        places = ledger.execute(f"SELECT report, n, coalesce(name, text), iso3 FROM place{where}")
        self.places = {(row[0], row[1]): (row[2], row[3]) for row in places}
