"""Timeline, conflicts, promises and origins on the page."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.conflicts import Conflict
from onrecord.reconcile.origins import Origin, Tree
from onrecord.reconcile.promises import Promise
from onrecord.reconcile.same import Fact
from onrecord.views.exports.ledger_html import pieces
from onrecord.views.exports.ledger_html.gather import Book
from onrecord.views.exports.ledger_html.pieces import Head
from onrecord.views.exports.ledger_html.series import charts
from onrecord.views.html import escaped
from onrecord.views.ledger.answers import KINDS, tolls_of, what_of
from onrecord.views.ledger.reports import publisher, said_by, whose
from onrecord.views.plots.size import Size
from onrecord.views.plots.timeline import timeline as timeline_plot
from onrecord.views.wording import clean, plural

_EVENTS = (Head("date"), Head("type"), Head("who → whom (words)"), Head("where"), Head("tolls"), Head("reports"))
_PROMISES = (
    Head("target", right=True),
    Head("what"),
    Head("announced", short=True),
    Head("due", short=True),
    Head("verdict", short=True),
    Head("why"),
)
_SIGNS = {"MET": ("done", "✓"), "MISSED": ("denied", "✗"), "OPEN": ("announced", "○")}


def timeline(book: Book) -> str:
    """The events as a drawing, and as a table."""

    def draw(size: Size) -> dict[str, object]:
        spec = timeline_plot(book.timeline, "", size._replace(links=None))
        return {**spec, "title": {**spec["title"], "text": ""}}

    rows = []
    for one in book.timeline:
        told = sorted({row.report for row in one.rows})
        links = " ".join(f'<a href="#r{report}">{report}</a>' for report in told)
        cells = (one.date or "", one.type, what_of(one), ", ".join(one.places), "; ".join(tolls_of(one)))
        quotes = dict.fromkeys(clean(row.quote) for row in one.rows if row.quote)
        below = "".join(f"<p><q>{escaped(quote)}</q></p>" for quote in quotes)
        rows.append(pieces.body(_EVENTS, (*map(escaped, cells), links), below=below))
    return f"{charts(draw)}<details><summary>All events</summary>{pieces.table(_EVENTS, rows)}</details>"


def conflicts(book: Book) -> str:
    """Each conflict with both sentences side by side; what nothing explains comes first."""
    quotes = {row.figure_id: row for row in book.figures}
    found = sorted(book.conflicts, key=lambda one: KINDS.index(one.kind.name))
    return "".join(_conflict(one, book, quotes) for one in found)


def _conflict(found: Conflict, book: Book, quotes: dict[str, FigureRow]) -> str:
    one, other, kind = found
    sides = "".join(
        f"<div><p>{pieces.linked(row)}</p>{pieces.sentence(quotes.get(row.figure_id, row))}"
        f"<p>{pieces.source(row, book.by_number.get(row.report))}</p></div>"
        for row in (one, other)
    )
    head = f'<b>{escaped(_what(one))}</b> <span class="l-possible">{kind.name}</span> <span class="quiet">{escaped(kind.why)}</span>'
    return f'<article class="conflict"><p>{head}</p><div class="sides">{sides}</div></article>'


def _what(row: FigureRow) -> str:
    return clean(f"{' '.join((*row.scope, row.measure))} {row.role or ''}, {whose(row)}").strip(", ")


def promises(book: Book) -> str:
    """Targets with what became of them."""
    return pieces.table(_PROMISES, (_promise(one) for one in book.promises))


def _promise(one: Promise) -> str:
    look, sign = _SIGNS[one.verdict]
    row = one.fact.head
    by = f" ({pieces.linked(one.by)})" if one.by else ""
    cells = (
        pieces.linked(row),
        escaped(_what(row)),
        row.day or "unknown",
        (one.due or "no date")[:10],
        f'<b class="l-{look}">{sign} {one.verdict}</b>',
        f"{escaped(one.why)}{by}",
    )
    return pieces.body(_PROMISES, cells, sort=row.best)


def origins(book: Book) -> str:
    """Facts that several reports state, each with its tree."""
    return "".join(_fact(fact, tree, book) for fact, tree in book.facts)


def _fact(fact: Fact, tree: Tree, book: Book) -> str:
    reports = len({row.report for row in fact.rows})
    counts = (
        f"{plural(reports, 'report')}, {plural(tree.witnesses, 'witness', 'witnesses')}, {plural(tree.count, 'origin')}"
    )
    head = f'{pieces.value(fact.head)} {escaped(_what(fact.head))} <span class="quiet">{counts}</span>'
    branches = "".join(f"<li>{_origin(origin, book)}</li>" for origin in tree.origins)
    return f'<details class="fact"><summary>{head}</summary><ul class="tree">{branches}</ul></details>'


def _origin(origin: Origin, book: Book) -> str:
    unknown = " (lineage unknown, counts as none)" if origin.kind == "unknown" else ""
    head = f'<b>{escaped(origin.name or "unknown")}</b>{unknown} <span class="quiet">{escaped(origin.why)}</span>'
    return f"{head}<ul>{''.join(_witnesses(origin, book))}</ul>"


def _witnesses(origin: Origin, book: Book) -> Iterator[str]:
    for witness in origin.witnesses:
        copies = "".join(f"<li>copy: {_told(copy, book)}</li>" for copy in witness.copies)
        yield f"<li>{_told(witness.row, book)}{f'<ul>{copies}</ul>' if copies else ''}</li>"


def _told(row: FigureRow, book: Book) -> str:
    report = book.by_number.get(row.report)
    who = escaped(clean(said_by(row)))
    return f"{escaped(publisher(report)) if report else ''} {row.day or ''} · {pieces.linked(row)}{f' · {who}' if who else ''}"
