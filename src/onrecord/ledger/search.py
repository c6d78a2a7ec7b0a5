"""Searching the words of all reports (SQLite FTS5).

The index knows which report has which word. Phrases, titles, rank and snippets are looked up in the texts of the reports it names,
by the same FTS5 on a table in memory.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.errors import OptionError
from onrecord.ledger.add import text_of

MOST = 20
CANDIDATES = 400  # reports that are ranked: the latest added that have the words
_TOKENIZE = "porter unicode61"
_MISUSE = ("fts5", "no such column", "unterminated", "unknown special query")
_PHRASE = re.compile(r'"([^"]*)"')
_NEAR = re.compile(r"\bNEAR\s*\(([^,()]*)(?:,\s*\d+\s*)?\)")
_COLUMN = re.compile(r"(?:\{[^}]*\}|\b\w+)\s*:\s*")


class Hit(NamedTuple):
    """A report with the words that were found, `[` and `]` around them."""

    number: int
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str


def search(ledger: sqlite3.Connection, query: str, most: int = MOST) -> list[Hit]:
    """Reports that have some words, best first; `"withdraw troops"`, `troops NOT police`, `with*`, `title: troops` as FTS5 takes them.

    Raises OptionError for a query that FTS5 cannot read.
    """
    one = sqlite3.connect(":memory:")
    try:
        one.execute(f"CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize='{_TOKENIZE}')")
        one.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()
        for number in _candidates(ledger, query):
            (title,) = ledger.execute("SELECT title FROM report WHERE number = ?", (number,)).fetchone()
            one.execute(
                "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, title, text_of(ledger, number))
            )
        found = one.execute(
            "SELECT rowid, snippet(words, -1, '[', ']', ' … ', 24) FROM words WHERE words MATCH ? ORDER BY bm25(words, 4.0, 1.0), rowid LIMIT ?",
            (query, most),
        ).fetchall()
    except sqlite3.OperationalError as error:
        if not any(words in str(error) for words in _MISUSE):
            raise
        raise OptionError(
            f'this is no query: {error}; put words with marks between quotes, like "U.S. troops"'
        ) from error
    finally:
        one.close()
    return [Hit(number, *_about(ledger, number), " ".join(snippet.split())) for number, snippet in found]


def _candidates(ledger: sqlite3.Connection, query: str) -> Iterator[int]:
    """Reports that have all words of a query, wherever they stand."""
    loose = _PHRASE.sub(lambda found: _all(found[1]), _NEAR.sub(lambda found: _all(found[1]), query))
    rows = ledger.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", (_COLUMN.sub("", loose), CANDIDATES)
    )
    return iter([int(row[0]) for row in rows])


def _all(words: str) -> str:
    found = re.findall(r"\w+\*?", words)
    return f"({' AND '.join(found)})" if found else '""'


def _about(ledger: sqlite3.Connection, number: int) -> tuple[str | None, str | None, str | None]:
    title, outlet, published = ledger.execute(
        "SELECT title, outlet, published FROM report WHERE number = ?", (number,)
    ).fetchone()
    return title, outlet, published
