"""Searching the words of all reports (SQLite FTS5)."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.errors import OptionError
from onrecord.ledger.add import text_of

MOST = 20


class Hit(NamedTuple):
    """A report with the words that were found, `[` and `]` around them."""

    number: int
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str


def search(ledger: sqlite3.Connection, query: str, most: int = MOST) -> list[Hit]:
    """Reports that have some words, best first; `"withdraw troops"`, `troops AND NOT police`, `with*` as FTS5 takes them.

    Raises OptionError for a query that FTS5 cannot read.
    """
    try:
        found = ledger.execute(
            "SELECT rowid, bm25(words, 4.0, 1.0) AS score FROM words WHERE words MATCH ? ORDER BY score, rowid LIMIT ?",
            (query, most),
        ).fetchall()
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error) and "no such column" not in str(error) and "unterminated" not in str(error):
            raise
        raise OptionError(
            f'this is no query: {error}; put words with marks between quotes, like "U.S. troops"'
        ) from error
    return [Hit(number, *_about(ledger, number), _snippet(ledger, number, query)) for number, _ in found]


def _about(ledger: sqlite3.Connection, number: int) -> tuple[str | None, str | None, str | None]:
    title, outlet, published = ledger.execute(
        "SELECT title, outlet, published FROM report WHERE number = ?", (number,)
    ).fetchone()
    return title, outlet, published


def _snippet(ledger: sqlite3.Connection, number: int, query: str) -> str:
    """The index holds no texts, so FTS5 is asked once more, about this one text."""
    one = sqlite3.connect(":memory:")
    try:
        one.execute("CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize='porter unicode61')")
        title = _about(ledger, number)[0]
        one.execute("INSERT INTO words VALUES (?, ?)", (title, text_of(ledger, number)))
        row = one.execute(
            "SELECT snippet(words, -1, '[', ']', ' … ', 24) FROM words WHERE words MATCH ?", (query,)
        ).fetchone()
        return " ".join(row[0].split()) if row else ""
    finally:
        one.close()
