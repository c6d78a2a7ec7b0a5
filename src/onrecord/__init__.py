"""onrecord reads news reports and keeps the record: figures, events and statements, with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views import notebook

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.concepts.record import Record
    from onrecord.views.ledger.opened import Ledger

__version__ = "0.1.0"
__all__ = ["__version__", "open", "read"]

notebook.install()


def read(
    source: str | Path | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    model: str | None = None,
) -> Record:
    """Read one report: its text, the path of a file (a string that names one will do), or a file's bytes.

    Raises InputError if it cannot be read, OptionError for a publication date that is none, ModelError.
    """
    from onrecord.intake import Known, open_report
    from onrecord.reader import read as read_report

    return read_report(open_report(source, Known(title=title, outlet=outlet, url=url, published=published)), model)


def open(path: str | Path) -> Ledger:
    """Open a ledger of many reports; `.add(…)` makes the file if there is none. Raises LedgerError when it cannot be used."""
    from onrecord.views.ledger.opened import Ledger

    return Ledger(path)
