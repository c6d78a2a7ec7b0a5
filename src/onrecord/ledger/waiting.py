"""Figures that wait to be joined to facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

MANY = 100_000  # figures of one report at most: a figure's number in the whole ledger is MANY × report + n
KEY = f"({MANY} * report + n)"


def touch(ledger: sqlite3.Connection, report: int) -> None:
    """Figures of a report came, or went: they and their kin are joined the next time."""
    ledger.execute(
        f"INSERT OR IGNORE INTO unjoined (figure) SELECT {KEY} FROM figure_row WHERE report = ? ORDER BY 1", (report,)
    )


def touch_ids(ledger: sqlite3.Connection, ids: Iterable[str]) -> None:
    """The same for figures by their ids."""
    query = f"SELECT {KEY} FROM figure_row WHERE id IN (SELECT value FROM json_each(?)) ORDER BY 1"
    ledger.execute(f"INSERT OR IGNORE INTO unjoined (figure) {query}", (as_json(sorted(set(ids))),))


def leave(ledger: sqlite3.Connection, report: int) -> None:
    """Figures of a report go for good: one of each kin is left to be looked at."""
    ledger.execute(
        f"""INSERT OR IGNORE INTO unjoined (figure) SELECT min({KEY}) FROM figure_row
        WHERE kin IN (SELECT kin FROM figure_row WHERE report = :report) AND report <> :report GROUP BY kin""",
        {"report": report},
    )
    for table in ("unjoined", "nearby"):
        ledger.execute(
            f"DELETE FROM {table} WHERE figure IN (SELECT {KEY} FROM figure_row WHERE report = ?)", (report,)
        )


def is_joined(ledger: sqlite3.Connection, rules: str | None) -> bool:
    """True if the facts that are kept are those that the rules would make now."""
    waiting = ledger.execute("SELECT 1 FROM unjoined LIMIT 1").fetchone()
    return waiting is None and rules is not None and rules_of(ledger) == rules


def rules_of(ledger: sqlite3.Connection) -> str | None:
    """The name of the rules by which the facts that are kept were made."""
    row = ledger.execute("SELECT rules FROM joining").fetchone()
    return row[0] if row else None


def as_json(values: Iterable[object]) -> str:
    """Values for json_each."""
    return msgspec.json.encode(list(values)).decode()
