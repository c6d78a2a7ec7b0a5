"""What reports say to the cells of a data set, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.reconcile.compare import Finding
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean, number

_RUN = 3  # cells in a row of which the same is said that are shown as one


def findings(found: Sequence[Finding], by: str) -> Table:
    """Cells that reports do not support, those that they do only counted; runs of cells of which the same is said are one line."""
    columns = (
        Column("line", 11, 4, right=True), Column("place", 5, 5), Column("period", 17, 7), Column("value", 15, 5, right=True),
        Column("", 15, 12), Column("why", 50, 16, wraps=True),
    )  # fmt: skip
    rows = [_row(run) for run in _runs([one for one in found if one.kind != "supported"])]
    counts = Counter[str](one.kind for one in found)
    order = ("supported", "unsupported", "contradicted", "blank as zero", "sum of levels", "missing")
    said = ", ".join(f"{counts[kind]:,} {kind}" for kind in order if counts[kind])
    return Table(f"What reports say to the cells, by {by}", columns, one_block(rows), (said or "no cells",))


def _runs(found: Sequence[Finding]) -> Iterator[list[Finding]]:
    for _, group in groupby(found, key=lambda one: (one.cell.iso3, one.kind, one.why)):
        run = list(group)
        if len(run) < _RUN:
            yield from ([one] for one in run)
        else:
            yield run


def _row(run: Sequence[Finding]) -> Row:
    first, last = run[0].cell, run[-1].cell
    values = sorted({one.cell.value for one in run if one.cell.value is not None})
    span = f"{number(values[0])}–{number(values[-1])}" if len(values) > 1 else number(values[0]) if values else ""
    cells = (
        _span(str(first.line or "–"), str(last.line or "–")),
        first.iso3,
        _span(first.period, last.period),
        span,
        Cell(run[0].kind, "possible"),
        clean(run[0].why if len(run) == 1 else f"{len(run):,} cells: {run[0].why}"),
    )
    return Row("", None, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
