"""A ledger as one page that can be mailed: charts, tables, the sentence behind every number; nothing is fetched to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from onrecord.views.ledger.choose import Choice

if TYPE_CHECKING:
    from onrecord.views.ledger.opened import Ledger


def write(led: Ledger, outfile: BinaryIO, choice: Choice | None = None) -> None:
    """Write the page of a ledger, or of what is chosen in it. The same ledger makes the same bytes."""
    from onrecord.views.exports.ledger_html.gather import gather
    from onrecord.views.exports.ledger_html.page import page

    outfile.write(page(gather(led, choice or Choice())).encode())
