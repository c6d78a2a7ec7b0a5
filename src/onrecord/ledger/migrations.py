"""Migrations of a ledger: small named functions, applied in order, each in a transaction with the row that says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from onrecord.errors import LedgerError

SCHEMA = Path(__file__).with_name("schema.sql")


def m001_initial(ledger: sqlite3.Connection) -> None:
    """All tables of the first version, from schema.sql."""
    for statement in statements(SCHEMA.read_text(encoding="utf-8")):
        ledger.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (m001_initial,)


def statements(script: str) -> list[str]:
    """The statements of an SQL script (executescript would end the transaction)."""
    found, lines = [], ""
    for line in script.splitlines(keepends=True):
        lines += line
        if sqlite3.complete_statement(lines):
            found.append(lines.strip())
            lines = ""
    return found


def applied(ledger: sqlite3.Connection) -> list[str]:
    """Names of the migrations that ran. Raises LedgerError for a database of something else."""
    tables = {name for (name,) in ledger.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return []
    if "migration" not in tables:
        raise LedgerError("this is an SQLite file, but no ledger of onrecord")
    return [name for (name,) in ledger.execute("SELECT name FROM migration ORDER BY number")]


def migrate(ledger: sqlite3.Connection) -> None:
    """Run the migrations that are missing. Raises LedgerError for a ledger of a newer onrecord."""
    check(ledger)
    if len(applied(ledger)) == len(MIGRATIONS):
        return
    for number, migration in enumerate(MIGRATIONS, 1):
        ledger.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it while this one waited for the lock.
            if len(applied(ledger)) < number:
                migration(ledger)
                ledger.execute("INSERT INTO migration (number, name) VALUES (?, ?)", (number, migration.__name__))
        except BaseException:
            ledger.execute("ROLLBACK")
            raise
        ledger.execute("COMMIT")


def check(ledger: sqlite3.Connection) -> None:
    """Raise LedgerError if the file is none of ours, or newer than this program."""
    names = [migration.__name__ for migration in MIGRATIONS]
    there = applied(ledger)
    if there != names[: len(there)]:
        raise LedgerError(f"a newer onrecord wrote this ledger (it knows {', '.join(there)}); update onrecord")
