"""Printing: tables for people, JSON for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.views.tables.shape import Table


def put(value: object) -> None:
    """Print JSON."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
    sys.stdout.buffer.flush()


def show(tables: Iterable[Table]) -> None:
    """Print tables, a blank line between two; those without rows or notes are left out, but for the first."""
    from onrecord.views import terminal

    console = terminal.console_for(sys.stdout)
    for number, table in enumerate(tables):
        if number and not table.blocks and not table.notes:
            continue
        if number:
            console.print()
        terminal.grid(table, console)
    terminal.write(console, sys.stdout)
