"""What reports say to the cells of a data set, as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.reconcile.compare import Finding
from onrecord.views.ledger.columns import names
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean, number, plural

_RUN = 3  # cells of a country of which the same is said that are shown as one
_SILENT = 3  # countries of which no report tells that are shown one by one
# What is surely wrong first.
_KINDS = ("contradicted", "sum of levels", "blank as zero", "missing", "unsupported", "supported")
_UNTOLD = ("unsupported", "blank as zero")


def findings(found: Sequence[Finding], by: str) -> Table:
    """Cells that reports do not support, what is surely wrong first; cells of which the same is said are one line, and those they support are counted."""
    columns = (
        Column("line", 11, 4, right=True), Column("place", 5, 5), Column("period", 17, 7), Column("value", 15, 5, right=True),
        Column("", 15, 12), Column("why", 50, 16, wraps=True),
    )  # fmt: skip
    silent = _silent(found)
    rows = [
        _row(run) for run in _runs([one for one in found if one.kind != "supported" and one.cell.iso3 not in silent])
    ]
    counts = Counter[str](one.kind for one in found)
    said = ", ".join(f"{counts[kind]:,} {kind}" for kind in reversed(_KINDS) if counts[kind])
    notes = [said or "no cells"]
    if silent:
        cells = sum(silent.values())
        notes.append(f"no report tells of {len(silent):,} places ({plural(cells, 'cell')}): {names(silent, 12)}")
    return Table(f"What reports say to the cells, by {by}", columns, one_block(rows), tuple(notes))


def _silent(found: Sequence[Finding]) -> dict[str, int]:
    """Places of which no report tells, with their cells, when they are many."""
    told = {one.cell.iso3 for one in found if one.kind not in _UNTOLD}
    silent = Counter(one.cell.iso3 for one in found if one.cell.iso3 not in told)
    return dict(silent) if len(silent) > _SILENT else {}


def _runs(found: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Cells of one country of which the same is said, if they are some; else one by one."""
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for one in sorted(found, key=lambda one: _KINDS.index(one.kind)):
        groups[one.kind, one.cell.iso3, one.why].append(one)
    for group in groups.values():
        yield from [group] if len(group) >= _RUN else ([one] for one in group)


def _row(run: Sequence[Finding]) -> Row:
    first, last = run[0].cell, run[-1].cell
    values = sorted({one.cell.value for one in run if one.cell.value is not None})
    span = f"{number(values[0])}–{number(values[-1])}" if len(values) > 1 else number(values[0]) if values else ""
    cells = (
        Cell(_span(str(first.line or "–"), str(last.line or "–"))),
        Cell(first.iso3),
        Cell(_span(first.period, last.period)),
        Cell(span),
        Cell(run[0].kind, "possible"),
        Cell(clean(run[0].why if len(run) == 1 else f"{len(run):,} cells: {run[0].why}")),
    )
    return Row("", None, cells)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
