"""Tables to a terminal: at most 100 columns, no boxes, plain text when nobody looks at colours."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from onrecord.concepts.record import Record
from onrecord.views.checks import checks
from onrecord.views.highlight import Piece
from onrecord.views.marks import mark
from onrecord.views.tables import tables
from onrecord.views.tables.shape import Cell, Column, Table
from onrecord.views.wording import about, clean

WIDEST = 100
GAP = 2
_INTERVAL = re.compile(r"(?<=[\d~?.X])/(?=[\d.X])")
SHORTEST = 6  # characters of context worth showing
_SIGNS = {"✓": "green", "✗": "bold red", "=": "", "?": "cyan", "!": "yellow"}


def console_for(stream: TextIO) -> Console:
    """A console for a stream: colours on a terminal unless NO_COLOR is set, plain text elsewhere."""
    plain = not stream.isatty() or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(WIDEST, os.get_terminal_size(stream.fileno()).columns or WIDEST) if stream.isatty() else WIDEST
    return Console(
        file=StringIO(), width=width, color_system=None if plain else "standard", force_terminal=not plain,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip


def write(console: Console, stream: TextIO) -> None:
    """Hand what was printed to a console on to a stream, without blanks at line ends."""
    made = console.file
    assert isinstance(made, StringIO)
    lines = [line.rstrip(" ") for line in made.getvalue().split("\n")]
    made.seek(0)
    made.truncate()
    stream.write("\n".join(lines))
    stream.flush()


def show(record: Record, source: str, console: Console) -> None:
    """Print a record: what it is, its tables, its checks."""
    header(record, source, console)
    for table in tables(record):
        console.print()
        grid(table, console)
    console.print()
    console.print(Text("Checks", "bold"))
    for check in checks(record):
        hanging(Text(check.sign, _SIGNS[check.sign]), Text(check.words), console)


def header(record: Record, source: str, console: Console) -> None:
    """Print title, outlet, publication date with where it comes from, and source."""
    report = record.report
    console.print(Text(clean(report.title or source), "bold"))
    for facts in (about(record), [source if report.title else "", report.url or ""]):
        if any(facts):
            console.print(Text(" · ".join(clean(fact) for fact in facts if fact), "dim"))


def grid(table: Table, console: Console) -> None:
    """Print a table; all its blocks share their columns' widths."""
    widths = fit(table, console.width)
    kept = [number for number, width in enumerate(widths) if width]
    columns = [(table.columns[number], widths[number]) for number in kept]
    head = [Cell(table.columns[number].title, "dim") for number in kept]
    console.print(Text(table.title, "bold"))
    if table.blocks:
        console.print(_lines(columns, [head]))
    for block in table.blocks:
        console.print(_lines(columns, [[row.cells[number] for number in kept] for row in block.rows]))
        if block.evidence:
            console.print(Padding(sentence(block.evidence), (0, 0, 0, 6)))
    for note in table.notes:
        console.print(Text(clean(note), "dim"))


def sentence(evidence: Iterable[Piece]) -> Text:
    """A sentence dimmed, its marked words bold."""
    text = Text()
    for piece in evidence:
        text.append(clean(piece.text), _style(piece))
    return text


def _style(piece: Piece) -> str:
    if piece.stressed:
        return "bold"
    return "" if piece.spots else "dim"


def hanging(sign: Text, words: Text, console: Console) -> None:
    """Print a line whose further lines are indented behind its sign."""
    line = Grid.grid(padding=(0, 1))
    line.add_column(no_wrap=True)
    line.add_column()
    line.add_row(sign, words)
    console.print(line)


def fit(table: Table, total: int) -> list[int]:
    """Widths of columns that fit a line: each as wide as its widest cell if it can, context with what is left."""
    columns = table.columns
    rows = [row for block in table.blocks for row in block.rows]
    longest = [
        max([cell_len(column.title), *(cell_len(clean(row.cells[number].text)) for row in rows)])
        for number, column in enumerate(columns)
    ]
    widths = [0 if c.side else min(c.most, long) for c, long in zip(columns, longest, strict=True)]
    while _total(widths) > total:
        spare = [width - column.least for width, column in zip(widths, columns, strict=True)]
        if max(spare) <= 0:
            break
        widths[spare.index(max(spare))] -= 1
    for number, column in enumerate(columns):
        free = (total - _total(widths)) // 2 - GAP
        if column.side and free >= SHORTEST:
            widths[number] = min(column.most, longest[number], free)
    if any(row.cells[-1].after for row in rows):
        widths[-1] += max(0, total - _total(widths))
    return widths


def _total(widths: Sequence[int]) -> int:
    used = [width for width in widths if width]
    return sum(used) + GAP * (len(used) - 1)


def _lines(columns: Sequence[tuple[Column, int]], rows: Iterable[Sequence[Cell]]) -> Grid:
    lines = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for column, width in columns:
        lines.add_column(width=width, justify="right" if column.right else "left", overflow="fold", no_wrap=column.side)
    for row in rows:
        lines.add_row(*(_cell(cell, column, width) for cell, (column, width) in zip(row, columns, strict=True)))
    return lines


def _cell(cell: Cell, column: Column, width: int) -> Text:
    shown = clean(cell.text)
    if column.side:
        shown = _clip(shown, width, head=True)
    elif cell_len(shown) > width:
        shown = _INTERVAL.sub("/\n", shown)
    label = mark(cell.look)
    style = {"": "", "named": "", "dim": "dim", "words": "bold"}.get(cell.look, label.style)
    if label.before and shown.startswith(label.before):
        return Text.assemble((label.before, style), (shown.removeprefix(label.before), f"{style} strike"))
    after = _clip(clean(cell.after), width - cell_len(shown) - GAP, head=False) if cell.after else ""
    return Text.assemble((shown, style), (" " * GAP + after if after else "", "dim"))


def _clip(words: str, width: int, *, head: bool) -> str:
    """Leave out the words that do not fit, from the head of what stands before, or the tail of what stands after."""
    parts = words.split(" ")
    while parts and cell_len(" ".join(parts).strip()) > width:
        parts.pop(0 if head else -1)
    return " ".join(parts).strip()
