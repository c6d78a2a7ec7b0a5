"""Figures and reports as tables, each figure with its sentence below."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.reconcile import values
from onrecord.views.exports.ledger_html import pieces
from onrecord.views.exports.ledger_html.gather import Book
from onrecord.views.exports.ledger_html.pieces import Head
from onrecord.views.html import escaped
from onrecord.views.ledger.reports import note, publisher, said_by, whose
from onrecord.views.wording import clean

_MOST = 5000  # figures a page holds
_FIGURES = (
    Head("value", right=True), Head("measure"), Head("role"), Head("status", short=True), Head("whose, where"), Head("as of"), Head("said by"),
    Head("outlet"), Head("published", short=True),
)  # fmt: skip
_REPORTS = (
    Head("no.", right=True),
    Head("published", short=True),
    Head("outlet"),
    Head("title"),
    Head("figures", right=True),
    Head("note"),
)


def figures(book: Book) -> str:
    """All figures with a field to filter them; those beyond some thousands are left to the other formats."""
    rows = book.figures[:_MOST]
    measures = "".join(f"<option>{escaped(name)}</option>" for name in sorted({row.measure for row in rows}))
    left = len(book.figures) - len(rows)
    more = f'<p class="quiet">{left:,} more figures are not on this page; export them as CSV.</p>' if left else ""
    tools = (
        '<p class="tools"><label>Filter <input type="search" id="filter" placeholder="words, names, dates"></label> '
        f'<label>Measure <select id="measure"><option value="">all</option>{measures}</select></label> '
        '<span id="count" class="quiet" role="status"></span> <button type="button" id="csv">CSV of these rows</button></p>'
    )
    return tools + pieces.table(_FIGURES, _figures(rows, book.by_number), "figures") + more


def _figures(rows: tuple[FigureRow, ...], reports: dict[int, ReportRow]) -> Iterator[str]:
    for row in rows:
        report = reports.get(row.report)
        cells = (
            pieces.value(row),
            escaped(" ".join((*row.scope, row.measure))),
            escaped(row.role or "–"),
            pieces.status(row.label),
            escaped(clean(whose(row))),
            escaped(f"{'→ ' if row.role == 'target' and row.date_edtf else ''}{row.date_edtf or '–'}"),
            escaped(clean(said_by(row))),
            escaped(publisher(report) if report else ""),
            (row.published or "")[:10],
        )
        name = f'<a href="#{row.figure_id}">{row.report}:f{row.n}</a>'
        below = f"{pieces.sentence(row)}<p>{pieces.source(row, report)} · {name}{_judged(row)}</p>"
        yield pieces.body(
            _FIGURES,
            cells,
            id=row.figure_id,
            sort=row.best if row.best is not None else values.amount(row),
            below=below,
        )


def _judged(row: FigureRow) -> str:
    """What people decided of a row: accepted, or corrected with what was read."""
    was = ", ".join(f"{field} was {value}" for field, value in row.was)
    return escaped(f" · {row.review}{f': {was}' if was else ''}") if row.review else ""


def reports(book: Book) -> str:
    """All reports."""
    return pieces.table(_REPORTS, (_report(row) for row in book.reports))


def _report(row: ReportRow) -> str:
    title = escaped(clean(row.title or row.id_given or row.id[:12]))
    cells = (
        str(row.number),
        (row.published or "unknown")[:10],
        escaped(row.outlet or (f"({row.agency})" if row.agency else "")),
        f"{title}{pieces.address(row)}",
        str(row.figures),
        escaped(note(row)),
    )
    return pieces.body(_REPORTS, cells, id=f"r{row.number}", sort=row.number)
