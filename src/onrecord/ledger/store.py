"""The store: one ledger, opened to read or to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from onrecord.concepts.record import SCHEMA, Record
from onrecord.concepts.rows import ActorRow, EventRow, FigureRow, ReportRow, StatementRow
from onrecord.ledger import find, judge, reread
from onrecord.ledger.add import Added, Memory, insert, text_of
from onrecord.ledger.add import find as find_number
from onrecord.ledger.connection import connect, explained, snapshot, transaction
from onrecord.ledger.join import Joiner, Joining
from onrecord.ledger.judged import Judged
from onrecord.ledger.remove import remove
from onrecord.ledger.search import MOST, Hit, search
from onrecord.ledger.verify import verify
from onrecord.ledger.waiting import is_joined, touch_ids
from onrecord.ledger.whole import Whole, records, whole


class _NotMeant(Exception):
    """Takes a dry run back."""


class Store:
    """One SQLite file of records. Raises LedgerError for a file that is missing, damaged, read-only or something else.

    `joining` says how figures are joined to facts; without it none are, and those that are kept are not shown.
    """

    def __init__(self, path: Path | str, *, write: bool = False, joining: Joining | None = None) -> None:
        self.path = Path(path)
        self._ledger = connect(self.path, write=write)
        self._memory = Memory(self._ledger)
        self._rules = joining.rules if joining else None
        self._joiner = Joiner(self._ledger, joining) if joining else None

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
            self._forget_rows()
            raise

    def _forget_rows(self) -> None:
        if self._joiner:
            self._joiner.forget()

    def add(self, record: Record, *, reader: str = SCHEMA, source: bytes | None = None) -> Added:
        """Put a record in, in one transaction; `reader` is the version that read it, `source` the bytes it read. Its figures wait to be joined."""
        with self._writing() as ledger:
            if self._memory.check():
                self._forget_rows()
            return insert(ledger, self._memory, record, reader=reader, source=source)

    def join(self) -> None:
        """Join the figures that wait for it to facts, in one transaction."""
        with self._writing():
            self._join()

    def _join(self) -> None:
        if self._memory.check():
            self._forget_rows()
        if self._joiner:
            self._joiner.join()

    def number(self, report_id: str) -> int | None:
        """The number of a report by its id, None if it is not in the ledger."""
        with self._using() as ledger:
            return find_number(ledger, report_id)

    def remove(self, number: int) -> None:
        """Take a report out with all its rows; judgements of them stay, and hold again when it comes back."""
        with self._writing() as ledger:
            remove(ledger, self._memory.shared, number)
            self._forget_rows()
            self._join()

    def due(self, reader: str | None) -> list[int]:
        """Reports that another version than `reader` read; all of them without one."""
        with self._using() as ledger:
            return reread.due(ledger, reader)

    def evidence(self, number: int) -> reread.Evidence:
        """What a report can be read from again."""
        with self._using() as ledger:
            return reread.evidence(ledger, number)

    def replace(self, number: int, record: Record, *, reader: str, dry_run: bool = False) -> reread.Reread:
        """Put the rows of another reading in the place of a report's, in one transaction; a dry run only tells what would change."""
        found: reread.Reread | None = None
        try:
            with self._writing() as ledger:
                found = reread.replace(ledger, self._memory, number, record, reader)
                if dry_run:
                    raise _NotMeant
                self._forget_rows()
                self._join()
        except _NotMeant:
            pass
        assert found
        return found

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
        with self._using() as ledger, snapshot(ledger):
            return find.figures(ledger, where, facts=is_joined(ledger, self._rules))

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

    def statements(self) -> list[StatementRow]:
        """Statements of the latest versions of all reports as people judged them."""
        with self._using() as ledger:
            return find.statements(ledger)

    def actors(self) -> list[ActorRow]:
        """Actors of the latest versions of all reports that a row refers to."""
        with self._using() as ledger:
            return find.actors(ledger)

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
        with self._writing() as ledger:
            before = Judged.of(ledger)
            yield ledger
            touch_ids(ledger, before.differing(Judged.of(ledger)))
            self._forget_rows()
            self._join()

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
