"""Pieces of the page: cells, tables, links, the sentence behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.views.html import escaped
from onrecord.views.ledger.reports import publisher
from onrecord.views.marks import mark
from onrecord.views.wording import clean, figure_value


class Head(NamedTuple):
    """A column's title, whether its cells are numbers, and whether they stay on one line."""

    title: str
    right: bool = False
    short: bool = False


def table(heads: Sequence[Head], bodies: Iterable[str], kind: str = "") -> str:
    """A table whose columns can be sorted; each body is a row with what belongs to it."""
    titles = "".join(f'<th{_kind(head)}><button type="button">{escaped(head.title)}</button></th>' for head in heads)
    return f'<table class="cards {kind}"><thead><tr>{titles}</tr></thead>{"".join(bodies)}</table>'


def body(
    heads: Sequence[Head], cells: Sequence[str], *, id: str = "", sort: float | None = None, below: str = ""
) -> str:
    """A row; `sort` is the number its first cell stands for, `below` what is lifted when it is pointed at."""
    numbers = f' data-n="{sort:g}"' if sort is not None else ""
    made = "".join(
        f'<td{_kind(head)} data-l="{escaped(head.title)}"{numbers if at == 0 else ""}>{cell}</td>'
        for at, (head, cell) in enumerate(zip(heads, cells, strict=True))
    )
    name = f' id="{id}"' if id else ""
    more = f'<tr class="evidence"><td colspan="{len(heads)}">{below}</td></tr>' if below else ""
    pointed = ' class="row opens" tabindex="0"' if below else ' class="row"'
    return f"<tbody{name}><tr{pointed}>{made}</tr>{more}</tbody>"


def _kind(head: Head) -> str:
    return ' class="right"' if head.right else ' class="short"' if head.short else ""


def value(row: FigureRow) -> str:
    """What a figure says, looking like its label."""
    label = mark(row.label)
    words = escaped(f"{figure_value(row)}{label.after}")
    return f'<span class="l-{label.name}">{label.before}{f"<del>{words}</del>" if label.before else words}</span>'


def status(label: str) -> str:
    """The sign and the word of a label."""
    family = mark(label)
    return f'<span class="l-{family.name}">{family.sign} {escaped(label)}</span>'


def linked(row: FigureRow) -> str:
    """A figure's value as a link to its sentence."""
    return f'<a href="#{row.figure_id}">{value(row)}</a>'


def sentence(row: FigureRow) -> str:
    """The sentence of a figure with its number marked."""
    if row.start is None or row.end is None:
        return f"<q>{escaped(clean(row.quote))}</q>"
    start, end = (max(0, at - row.evidence_start) for at in (row.start, row.end))
    before, words, after = row.quote[:start], row.quote[start:end], row.quote[end:]
    return f"<q>{escaped(clean(before))}<mark>{escaped(clean(words))}</mark>{escaped(clean(after))}</q>"


def source(row: FigureRow, report: ReportRow | None) -> str:
    """Where a sentence stands: outlet, title, date, address, characters."""
    if report is None:
        return ""
    parts = [escaped(publisher(report))]
    parts += [f"“{escaped(report.title)}”"] if report.title and report.title != publisher(report) else []
    parts += [(report.published or "date unknown")[:10]]
    where = f"characters {row.start:,}–{row.end:,}" if row.start is not None and row.end is not None else ""
    said = f'<span class="quiet">{" · ".join(parts)}{f" · {where}" if where else ""}</span>'
    return f'{said} · <a href="#r{report.number}">report {report.number}</a>{address(report)}'


def address(report: ReportRow) -> str:
    """A link to where a report was published, if that is on the web."""
    if not report.url or not report.url.startswith(("http://", "https://")):
        return ""
    return f' · <a href="{escaped(report.url)}" rel="noreferrer noopener">address</a>'
