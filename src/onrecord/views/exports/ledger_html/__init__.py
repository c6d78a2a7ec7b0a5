"""A ledger as one page that can be mailed: charts, tables, the sentence behind every number; nothing is fetched to show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.ledger.choose import Choice

if TYPE_CHECKING:
    from onrecord.views.exports.asked import Asked
    from onrecord.views.ledger.opened import Ledger


def write(led: Ledger, outfile: BinaryIO, choice: Choice | None = None) -> None:
    """Write the page of a ledger, or of what is chosen in it. The same ledger makes the same bytes."""
    outfile.write(_page(led, choice or Choice()).encode())


def _page(led: Ledger, choice: Choice) -> str:
    from onrecord.views.exports.ledger_html.gather import gather  # what draws is heavy
    from onrecord.views.exports.ledger_html.page import page

    return page(gather(led, choice))


def _rows(asked: Asked) -> Iterator[Row]:
    """One row: the page."""
    yield {"html": _page(asked.led, asked.choice)}


PAGE: Table[Asked] = Table(
    "page",
    "A whole ledger as one page to read and to mail (`--format html`): charts of the main series, promises, conflicts, origins, timeline, all figures and "
    "reports, and the sentence behind every number. From a ledger only.",
    (Column("html", "the page"),),
    _rows,
)


class Html:
    """One HTML page for a whole ledger."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the page."""
        for row in rows:
            outfile.write(str(row["html"]).encode())
