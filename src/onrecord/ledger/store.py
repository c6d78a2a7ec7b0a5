"""The store: one ledger, opened to read or to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from onrecord.concepts.record import SCHEMA, Record
from onrecord.concepts.rows import EventRow, FigureRow, ReportRow
from onrecord.ledger import find, judge
from onrecord.ledger.add import Added, Memory, insert, text_of
from onrecord.ledger.add import find as find_number
from onrecord.ledger.connection import connect, explained, transaction
from onrecord.ledger.remove import remove
from onrecord.ledger.search import MOST, Hit, search
from onrecord.ledger.verify import verify
from onrecord.ledger.whole import Whole, records, whole


class Store:
    """One SQLite file of records. Raises LedgerError for a file that is missing, damaged, read-only or something else."""

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self.path = Path(path)
        self._ledger = connect(self.path, write=write)
        self._memory = Memory(self._ledger)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path):
            yield self._ledger

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; when it fails, nothing of it is remembered."""
        try:
            with self._using() as ledger, transaction(ledger):
                yield ledger
        except BaseException:
            self._memory.shared.forget()
            raise

    def add(self, record: Record, *, reader: str = SCHEMA, source: bytes | None = None) -> Added:
        """Put a record in, in one transaction; `reader` is the version that read it, `source` the bytes it read."""
        with self._writing() as ledger:
            return insert(ledger, self._memory, record, reader=reader, source=source)

    def number(self, report_id: str) -> int | None:
        """The number of a report by its id, None if it is not in the ledger."""
        with self._using() as ledger:
            return find_number(ledger, report_id)

    def remove(self, number: int) -> None:
        """Take a report out with all its rows; judgements of them stay, and hold again when it comes back."""
        with self._writing() as ledger:
            remove(ledger, self._memory.shared, number)

    def reports(self) -> list[ReportRow]:
        """All reports in the order of adding."""
        with self._using() as ledger:
            return find.reports(ledger)

    def report(self, name: str) -> ReportRow:
        """One report by number, given id, address or the head of its id."""
        with self._using() as ledger:
            return find.report(ledger, name)

    def lineage(self, numbers: Iterable[int]) -> list[ReportRow]:
        """Some reports with the outlets that they have things from; how many rows they have is left at 0."""
        with self._using() as ledger:
            return find.lineage(ledger, numbers)

    def text(self, number: int) -> str:
        """The text of a report."""
        with self._using() as ledger:
            return text_of(ledger, number)

    def figures(self, **where: Any) -> list[FigureRow]:
        """Figures of the latest versions of all reports as people judged them, without quotes; `measure="troops"` and the like choose."""
        with self._using() as ledger:
            return find.figures(ledger, where)

    def figures_with_rejected(self) -> list[FigureRow]:
        """All figures of the latest versions, those that people rejected too."""
        with self._using() as ledger:
            return find.figures(ledger, {}, rejected=True)

    def quoted(self, rows: Sequence[FigureRow]) -> list[FigureRow]:
        """The same rows with the sentences they stand in."""
        with self._using() as ledger:
            return find.quoted(ledger, rows)

    def events(self) -> list[EventRow]:
        """Events of the latest versions of all reports."""
        with self._using() as ledger:
            return find.events(ledger)

    def records(self) -> Iterator[Whole]:
        """The latest versions of all reports as records, one at a time, as they were read."""
        with self._using() as ledger:
            yield from records(ledger)

    def record(self, number: int) -> Whole:
        """One report by its number as a record, as it was read."""
        with self._using() as ledger:
            return whole(ledger, number)

    def row(self, name: str) -> judge.Target:
        """The figure, event or statement that goes by "7:f3" (figure 3 of report 7), or by its id. Raises LedgerError."""
        with self._using() as ledger:
            return judge.target(ledger, name)

    @contextmanager
    def judging(self) -> Iterator[sqlite3.Connection]:
        """One transaction of judgements (ledger/judge.py)."""
        with self._using() as ledger, transaction(ledger):
            yield ledger

    def judgements(self) -> list[judge.Told]:
        """All judgements in the order in which they were made."""
        with self._using() as ledger:
            return list(judge.listed(ledger))

    def search(self, query: str, most: int = MOST) -> list[Hit]:
        """Reports that have some words, best first."""
        with self._using() as ledger:
            return search(ledger, query, most)

    def verify(self) -> list[str]:
        """A sentence for everything that is off."""
        with self._using() as ledger:
            return list(verify(ledger))
