"""What a table is made of: plain data, the same for terminal and page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.views.highlight import Piece


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `most` and `least` are widths in characters; a page wraps it if `wraps`, and leaves out `side` ones (context)."""

    title: str
    most: int
    least: int
    right: bool = False
    side: bool = False
    wraps: bool = False


class Cell(NamedTuple):
    """What stands in a cell, and how: a status label, "dim", "words" or "named" (words of the report), or nothing.

    `after` is what stands behind the words in their line, shown where there is room.
    """

    text: str
    look: str = ""
    after: str = ""


class Row(NamedTuple):
    """One row; `id` is what `onrecord why` takes, `start` where its words begin in the text."""

    id: str
    start: int | None
    cells: tuple[Cell, ...]


class Block(NamedTuple):
    """Rows that share a piece of evidence, shown below them."""

    rows: tuple[Row, ...]
    evidence: tuple[Piece, ...] = ()


class Table(NamedTuple):
    """A title, columns, blocks of rows, and lines below them."""

    title: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


CONTEXT = (Column("", 28, 0, right=True, side=True), Column("words", 30, 8, wraps=True))


def summary(row: Row, columns: tuple[Column, ...]) -> str:
    """A row in one line, without its id and the words of the report."""
    cells = list(zip(row.cells, columns, strict=True))[1:]
    return " · ".join(
        c.text for c, column in cells if c.text.strip("–") and c.look not in ("words", "named") and not column.side
    )


def context(text: str, start: int, end: int) -> tuple[Cell, Cell]:
    """Words of a report with what stands before and after them in their line."""
    before = text[max(0, start - 60) : start].rpartition("\n")[2]
    after = text[end : end + 60].partition("\n")[0]
    return Cell(before, "dim"), Cell(text[start:end], "words", after)


def one_block(rows: Sequence[Row]) -> tuple[Block, ...]:
    """A table's only block, or none without rows."""
    return (Block(tuple(rows)),) if rows else ()
