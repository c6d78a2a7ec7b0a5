"""Draw the picture of the README: what `onrecord read` prints of a sample report, as an SVG.

.venv/bin/python tools/picture.py        writes docs/read.svg
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from onrecord.intake import read_path
from onrecord.reader import read
from onrecord.views import terminal
from onrecord.views.tables import tables

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/drawdown-harbour-wire.txt"


def main() -> None:
    """Print header, figures and statements to a recording console and save it."""
    record = read(read_path(ROOT / SAMPLE))
    console = Console(
        record=True, width=100, file=StringIO(), force_terminal=True, highlight=False, markup=False, emoji=False
    )
    terminal.header(record, f"$ onrecord read {SAMPLE}", console)
    for table in tables(record):
        if table.title in ("Figures", "Statements"):
            console.print()
            terminal.grid(table, console)
    console.save_svg(str(ROOT / "docs/read.svg"), title="onrecord read", theme=DEFAULT_TERMINAL_THEME, unique_id="read")


if __name__ == "__main__":
    main()
