"""Series on the page: a chart for each, its periods below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.reconcile.series import Point
from onrecord.views.exports.ledger_html import pieces
from onrecord.views.exports.ledger_html.gather import Book, Drawn
from onrecord.views.exports.ledger_html.pieces import Head
from onrecord.views.html import escaped
from onrecord.views.plots.asked import series_plot, series_title
from onrecord.views.plots.size import NARROW, WIDE, Size
from onrecord.views.plots.written import Draw, svg
from onrecord.views.wording import clean, number

_POINTS = (
    Head("period", short=True), Head("scope"), Head("low", right=True), Head("best", right=True), Head("high", right=True), Head("targets", short=True),
    Head("origins", right=True), Head("witnesses", right=True), Head("reports", right=True), Head("basis"),
)  # fmt: skip
_SIZES = {"wide": WIDE._replace(width=900), "narrow": NARROW}
# The renderer puts the address of a site before a link inside the page: it is taken off.
_LINK, _HREF = re.compile(r'xlink:href="[^"#]*#([^"]+)"'), r'href="#\1"'


def series(book: Book) -> str:
    """A chart for each of the main series, its periods below."""
    return "".join(_series(drawn) for drawn in book.series)


def _series(drawn: Drawn) -> str:
    def draw(size: Size) -> dict[str, object]:
        spec = series_plot(drawn.points, drawn.rows, drawn.asked, drawn.by, size)
        return {key: value for key, value in spec.items() if key != "title"}

    heads: Sequence[Head] = _POINTS
    rows = list(_periods(drawn.points))
    if not any(point.scope for point in drawn.points):
        heads, rows = (heads[0], *heads[2:]), [(cells[0], *cells[2:]) for cells in rows]
    made = pieces.table(heads, (pieces.body(heads, cells) for cells in rows))
    title = escaped(series_title(drawn.asked, drawn.by))
    periods = f"<details><summary>Periods</summary>{made}</details>"
    return f"<figure><figcaption>{title}</figcaption>{charts(draw)}{periods}</figure>"


def charts(draw: Draw) -> str:
    """A drawing for wide windows and one for narrow ones; marks lead to sentences."""
    drawn = {name: svg(draw, size._replace(links="#", paper=None)).decode() for name, size in _SIZES.items()}
    return "".join(f'<div class="chart {name}">{_LINK.sub(_HREF, made)}</div>' for name, made in drawn.items())


def _periods(points: Sequence[Point]) -> Iterator[tuple[str, ...]]:
    """A row for each period that is told; those without a report that follow one another share one."""
    for (silent, scope), group in groupby(points, key=lambda point: (point.n_reports == 0, point.scope)):
        some = list(group)
        if silent:
            names = dict.fromkeys((some[0].period.name, some[-1].period.name))
            yield (" to ".join(names), escaped(", ".join(scope)), *[""] * 7, '<i class="quiet">no report</i>')
        else:
            yield from map(_point, some)


def _point(point: Point) -> tuple[str, ...]:
    targets = ", ".join(f"→ {number(target)}" for target in point.targets)
    return (
        point.period.name,
        escaped(", ".join(point.scope)),
        *("" if value is None else number(value) for value in (point.low, point.best, point.high)),
        f'<span class="l-announced">{targets}</span>' if targets else "",
        *(str(count) for count in (point.n_origins, point.n_witnesses, point.n_reports)),
        escaped(clean(f"{point.basis}{f' [{point.conflict}]' if point.conflict else ''}")),
    )
