"""Draw the pictures of the README: what `onrecord read` prints of a sample report, and a series of the sample reports.

.venv/bin/python tools/picture.py        writes docs/read.svg and docs/series.svg
"""

from __future__ import annotations

import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

import onrecord
from onrecord.intake import read_path
from onrecord.reader import read
from onrecord.views import terminal
from onrecord.views.ledger.choose import Choice, chosen
from onrecord.views.plots.asked import series_plot
from onrecord.views.plots.written import write
from onrecord.views.tables import tables

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/drawdown-harbour-wire.txt"


def main() -> None:
    """Draw both."""
    read_picture()
    series_picture()


def series_picture() -> None:
    """Keep the sample reports in a ledger and draw a series of it."""
    asked, by = Choice("USA", "AFG", "troops"), "month"
    with tempfile.TemporaryDirectory() as folder, onrecord.open(Path(folder, "a.ledger")) as led:
        for sample in sorted((ROOT / "samples").iterdir()):
            led.add(sample)
        points = led.series(of=asked.of, in_=asked.in_, measure="troops", by=by)
        rows = chosen(led.store(), asked)
    write(lambda size: series_plot(points, rows, asked, by, size), ROOT / "docs/series.svg")


def read_picture() -> None:
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
