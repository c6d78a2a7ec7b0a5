"""The lists of a ledger: reports, figures, events, statements, the points of a series; as rows, and in the columns of their exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.views.ledger.lazy import Rows

if TYPE_CHECKING:
    from onrecord.concepts.rows import EventRow, FigureRow, ReportRow, StatementRow
    from onrecord.reconcile.series import Point
    from onrecord.views.exports.columns import Row
    from onrecord.views.ledger.opened import Ledger
    from onrecord.views.tables.shape import Table


def reports(led: Ledger) -> Rows[ReportRow]:
    """All reports in the order of adding, of all versions."""
    from onrecord.views.exports.reports import REPORTS
    from onrecord.views.ledger import reports as tables

    def show(rows: Sequence[ReportRow]) -> Table:
        return tables.reports(tables.titled(rows, led.store().text))

    return Rows(REPORTS, lambda: led.store().reports(), _exported(led, REPORTS, "id", "number"), show)


def figures(led: Ledger) -> Rows[FigureRow]:
    """Figures of the latest versions, each with its sentence."""
    from onrecord.views.exports.figures import FIGURES
    from onrecord.views.ledger import reports as tables

    def show(rows: Sequence[FigureRow]) -> Table:
        return tables.figures(rows, by_report=True)

    cells = _exported(led, FIGURES, "figure_id")
    return Rows(FIGURES, lambda: led.store().figures(), cells, show, lambda rows: led.store().quoted(rows))


def events(led: Ledger) -> Rows[EventRow]:
    """Events of the latest versions."""
    from onrecord.views.exports.events import EVENTS
    from onrecord.views.ledger import reports as tables
    from onrecord.views.tables.shape import one_block

    def show(rows: Sequence[EventRow]) -> Table:
        made = tables.events(rows)
        named = [
            row._replace(cells=(row.cells[0]._replace(text=f"{one.report}:e{one.n}"), *row.cells[1:]))
            for row, one in zip((row for block in made.blocks for row in block.rows), rows, strict=True)
        ]
        return made._replace(blocks=one_block(named))

    return Rows(EVENTS, lambda: led.store().events(), _exported(led, EVENTS, "event_id"), show)


def statements(led: Ledger) -> Rows[StatementRow]:
    """Statements of the latest versions."""
    from onrecord.views.exports.statements import STATEMENTS

    return Rows(STATEMENTS, lambda: led.store().statements(), _exported(led, STATEMENTS, "statement_id"), _said)


def series(points: Sequence[Point], rows: Sequence[FigureRow], title: str) -> Rows[Point]:
    """The points of one series; `rows` are the figures it was made of."""
    from onrecord.views.exports.answers import SERIES, made_of, series_rows
    from onrecord.views.ledger import answers

    def cells(some: Sequence[Point]) -> Iterator[Row]:
        return series_rows(some, made_of(points, rows))

    return Rows(SERIES, lambda: points, cells, lambda some: answers.series(some, title))


def html(led: Ledger) -> str:
    """A ledger for a notebook: what is in it, and its latest reports."""
    from onrecord.views.html import shown
    from onrecord.views.ledger import reports as tables
    from onrecord.views.ledger.lazy import MOST
    from onrecord.views.wording import plural

    every = led.store().reports()
    days = sorted(row.published[:10] for row in every if row.published)
    counts = (
        plural(sum(getattr(row, name) for row in every), name[:-1]) for name in ("figures", "events", "statements")
    )
    outlets = plural(len({row.outlet for row in every if row.outlet}), "outlet")
    said = [plural(len(every), "report"), outlets, *counts, f"{days[0]} to {days[-1]}" if days else ""]
    table: Table = tables.reports(tables.titled(every[-MOST:], led.store().text))
    title = f"{led.path.name}: {', '.join(part for part in said if part)}"
    return shown([table._replace(title=title)], f"the {MOST} added last" if len(every) > MOST else "")


def _exported(led: Ledger, table: Any, name: str, report: str = "report") -> Any:
    """Rows of a table for some rows of the ledger, in their order."""

    def cells(rows: Sequence[Any]) -> Iterator[Row]:
        from onrecord.views.exports.asked import Asked
        from onrecord.views.ledger.choose import Choice

        numbers = dict.fromkeys(getattr(row, report) for row in rows)
        every = Asked(led, Choice()).facts(numbers, origins=table.name == "figures")
        made = (row for facts in every for row in table.rows(facts))
        by_id = {row[table.names[0]]: row for row in made}
        return (by_id[getattr(row, name)] for row in rows)

    return cells


def _said(rows: Sequence[StatementRow]) -> Table:
    """Who said what, the words below."""
    from onrecord.views.highlight import Piece
    from onrecord.views.tables.shape import Block, Cell, Row, Table
    from onrecord.views.tables.statements import COLUMNS, MOST
    from onrecord.views.wording import clean

    blocks = []
    for row in rows:
        id = f"{row.report}:s{row.n}"
        words = row.quote if len(row.quote) <= MOST else f"{row.quote[:MOST].rsplit(' ', 1)[0]} …"
        cells = (
            id,
            row.speaker or row.source or row.speaker_kind,
            row.act,
            row.form,
            row.said_edtf or "–",
            ", ".join(row.relay),
        )
        blocks.append(Block((Row(id, None, tuple(Cell(cell) for cell in cells)),), (Piece(clean(words), (), 0),)))
    columns = tuple(column for column in COLUMNS if column.title != "cue")
    return Table("Statements", columns, tuple(blocks))
