"""Opening the file of a ledger, and saying what is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.migrations import applied, check, migrate

PATIENCE = 60.0  # seconds a writer waits for another
PAGE = 16384  # bytes of a page: texts of two or three thousand fill it better than SQLite's 4096
CACHE = 65536  # KiB of pages that a writer keeps at hand
_ADVICE = {
    "SQLITE_FULL": "the disk is full; nothing of the last report was kept, and the ledger is intact",
    "SQLITE_READONLY": "the file, or the folder it is in, may not be written to",
    "SQLITE_NOTADB": "this is no SQLite file",
    "SQLITE_CORRUPT": "the file is damaged; restore a copy of it",
    "SQLITE_CANTOPEN": "the file cannot be opened; is the folder there, and may you write to it?",
    "SQLITE_BUSY": "another program has been writing to it for a minute; try again when it is done",
    "SQLITE_IOERR_WRITE": "it could not be written: the disk is full, or the file may grow no further; nothing of the last report was kept, and the ledger is intact",
    "SQLITE_IOERR": "the disk reports an error",
}


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open a ledger; a writer makes and updates it. Raises LedgerError."""
    if not write and not path.is_file():
        raise LedgerError(f"{path}: there is no such ledger; `onrecord add {path} FILE…` makes one")
    with explained(path):
        ledger = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        ledger.row_factory = sqlite3.Row
        ledger.execute("PRAGMA foreign_keys = ON")
        if write:
            # Write-ahead log: readers go on while one writes, and a killed writer leaves whole reports.
            ledger.execute(f"PRAGMA page_size = {PAGE}")
            ledger.execute("PRAGMA journal_mode = WAL")
            ledger.execute("PRAGMA synchronous = NORMAL")
            ledger.execute(f"PRAGMA cache_size = -{CACHE}")
            migrate(ledger)
        else:
            check(ledger)
            if not applied(ledger):
                raise LedgerError(f"the file is empty; `onrecord add {path} FILE…` makes a ledger of it")
            ledger.execute("PRAGMA query_only = ON")
    return ledger


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a LedgerError that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", None) or ""
        words = next((advice for name, advice in _ADVICE.items() if code.startswith(name)), str(error))
        raise LedgerError(f"{path}: {words}") from error
    except LedgerError as error:
        raise error if str(error).startswith(str(path)) else LedgerError(f"{path}: {error}") from error


@contextmanager
def transaction(ledger: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the lock for writing is taken at once, so that what is read here still holds when it is written."""
    ledger.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if ledger.in_transaction:
            ledger.execute("ROLLBACK")
        raise
    ledger.execute("COMMIT")


@contextmanager
def snapshot(ledger: sqlite3.Connection) -> Iterator[None]:
    """Questions that see one state of the ledger, whatever others write meanwhile."""
    if ledger.in_transaction:
        yield
        return
    ledger.execute("BEGIN")
    try:
        yield
    finally:
        if ledger.in_transaction:
            ledger.execute("COMMIT")
