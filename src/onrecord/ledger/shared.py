"""Values that many rows share (a time, a stance, a person), each kept once: rows hold its number."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from onrecord.ledger.rows import Row

_MOMENT = ("earliest", "latest", "edtf", "precision", "date_prec")
_STANCE = ("status", "negative", "commitment", "label")
_NAMES = {"person": "actor_row", "spot": "place_row"}
_KEPT = 50_000  # values whose numbers a writer remembers


class _Share(NamedTuple):
    """A table of shared values: the column of the row that holds the number, the table, and its columns with those of the row."""

    column: str
    table: str
    columns: Mapping[str, str]


def _share(column: str, table: str, *names: str, before: str = "") -> _Share:
    return _Share(column, table, {name: f"{before}{name}" for name in names})


_SHARES: Mapping[str, tuple[_Share, ...]] = {
    "actor": (_share("person", "person", "name", "kind", "iso3", "roles", "sectors"),),
    "place": (
        _share("spot", "spot", "name", "text", "kind", "iso3", "admin1", "geonames_id", "lat", "lon", "where_prec"),
    ),
    "statement": (
        _share("manner", "manner", "speaker_kind", "form", "act"),
        _share("said", "moment", "earliest", "latest", "edtf", before="said_"),
    ),
    "event": (
        _share("kind", "kind", "type", "mode", "contexts", "cameo", "quad"),
        _share("moment", "moment", *_MOMENT),
        _share("stance", "stance", *_STANCE),
    ),
    "figure": (
        _share("moment", "moment", *_MOMENT),
        _share("stance", "stance", *_STANCE),
        _share("rule", "rule", "rule"),
    ),
}


class Shared:
    """Numbers of shared values, those looked up last remembered."""

    def __init__(self, ledger: sqlite3.Connection) -> None:
        self._ledger = ledger
        self._known: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """Remember nothing: what was added may have been taken back."""
        self._known.clear()

    def folded(self, table: str, row: Row) -> Row:
        """A row with numbers in the place of the values that it shares."""
        found = dict(row)
        for share in _SHARES[table]:
            values = tuple(found.pop(name) for name in share.columns.values())
            found[share.column] = self._number(share, values)
        if table == "statement":
            found |= _content(found.pop("content"))
        return found

    def _number(self, share: _Share, values: tuple[Any, ...]) -> int | None:
        if all(value is None for value in values):
            return None
        key = (share.table, *share.columns, *values)
        number = self._known.get(key)
        if number is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            number = self._known[key] = self._find(share, values) or self._add(share, values)
        return number

    def _find(self, share: _Share, values: tuple[Any, ...]) -> int | None:
        missing = [name for name in _MOMENT if share.table == "moment" and name not in share.columns]
        same = " AND ".join([*(f"{name} IS ?" for name in share.columns), *(f"{name} IS NULL" for name in missing)])
        row = self._ledger.execute(f"SELECT number FROM {share.table} WHERE {same}", values).fetchone()
        return int(row[0]) if row else None

    def _add(self, share: _Share, values: tuple[Any, ...]) -> int:
        names, marks = ", ".join(share.columns), ", ".join("?" * len(values))
        return int(self._ledger.execute(f"INSERT INTO {share.table} ({names}) VALUES ({marks})", values).lastrowid or 0)


def _content(content: str) -> Row:
    """The first span of a statement's content, and the rest as it stands in JSON."""
    first, _, rest = content.removeprefix("[").removesuffix("]").partition("]")
    if not first:
        return {"start": None, "end": None, "more": None}
    start, _, end = first.removeprefix("[").partition(",")
    return {"start": int(start), "end": int(end), "more": rest or None}


def named(ledger: sqlite3.Connection, report: int) -> dict[str, list[int]]:
    """Numbers of the people and places that the rows of a report name, by table."""
    return {
        table: [number for (number,) in ledger.execute(f"SELECT {table} FROM {rows} WHERE report = ?", (report,))]
        for table, rows in _NAMES.items()
    }


def drop(ledger: sqlite3.Connection, names: Mapping[str, list[int]]) -> None:
    """Take out those people and places that no row names any more: a report that is removed leaves no name behind."""
    for table, numbers in names.items():
        some = msgspec.json.encode(numbers).decode()
        ledger.execute(
            f"""DELETE FROM {table} WHERE number IN (SELECT value FROM json_each(:some)) AND number NOT IN
            (SELECT {table} FROM {_NAMES[table]} WHERE {table} IN (SELECT value FROM json_each(:some)))""",
            {"some": some},
        )
