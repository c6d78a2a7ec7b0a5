"""Taking one report out of a ledger, with all that it alone brought."""

from __future__ import annotations

import sqlite3

from onrecord.ledger.add import text_of
from onrecord.ledger.rows import TABLES
from onrecord.ledger.shared import Shared, drop, named
from onrecord.ledger.waiting import leave, touch


def remove(ledger: sqlite3.Connection, shared: Shared, number: int) -> None:
    """Take a report out, inside a transaction of the caller's; judgements of its rows stay."""
    (title,) = ledger.execute("SELECT title FROM report WHERE number = ?", (number,)).fetchone()
    gone = (number, title, text_of(ledger, number))
    ledger.execute("INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", gone)
    names = named(ledger, number)
    (old,) = ledger.execute("SELECT replaces FROM report WHERE number = ?", (number,)).fetchone()
    take_rows(ledger, number)
    ledger.execute("DELETE FROM report WHERE number = ?", (number,))
    if old:
        touch(ledger, old)
    drop(ledger, names)
    shared.forget()


def take_rows(ledger: sqlite3.Connection, report: int) -> None:
    """Take out the rows of a report; those that its figures were joined with are joined anew the next time."""
    leave(ledger, report)
    for table in reversed(TABLES):
        ledger.execute(f"DELETE FROM {table}_row WHERE report = ?", (report,))
