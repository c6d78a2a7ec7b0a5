"""A ledger in Python: `led = onrecord.open("iraq.ledger")`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord import ledger

if TYPE_CHECKING:
    from onrecord.concepts.rows import EventRow, FigureRow, ReportRow
    from onrecord.ledger import Added


class Ledger:
    """A ledger: add reports to it, ask what they say together. It is made by the first report that is added."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._store: ledger.Store | None = None
        self._writes = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._store:
            self._store.close()
        self._store = None

    def _opened(self, *, write: bool = False) -> ledger.Store:
        if self._store is None or (write and not self._writes):
            self.close()
            self._store, self._writes = ledger.Store(self.path, write=write), write
        return self._store

    def add(
        self,
        source: str | Path | bytes,
        *,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Added:
        """Read one report (a text, a path, or bytes) and keep its record; one that is known is not read again."""
        from onrecord import __version__
        from onrecord.intake import Known, open_report
        from onrecord.reader import read

        store = self._opened(write=True)
        report = open_report(source, Known(title=title, outlet=outlet, url=url, published=published))
        known = store.number(report.id)
        if known:
            return ledger.Added("known", known)
        data = Path(source).read_bytes() if isinstance(source, Path) else source if isinstance(source, bytes) else None
        return store.add(read(report), reader=f"onrecord {__version__}", source=data)

    @property
    def reports(self) -> list[ReportRow]:
        """All reports in the order of adding."""
        return self._opened().reports()

    @property
    def figures(self) -> list[FigureRow]:
        """Figures of the latest versions of all reports."""
        return self._opened().figures()

    @property
    def events(self) -> list[EventRow]:
        """Events of the latest versions of all reports."""
        return self._opened().events()

    def verify(self) -> list[str]:
        """A sentence for everything that is off."""
        return self._opened().verify()
