"""A record as one self-contained piece of HTML: the report with its words marked, its tables beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from onrecord.concepts.record import Record
from onrecord.views.checks import checks
from onrecord.views.highlight import Piece, Spot, pieces
from onrecord.views.marks import FAMILIES, mark
from onrecord.views.tables import tables
from onrecord.views.tables.entities import by_entity
from onrecord.views.tables.shape import Block, Cell, Column, Row, Table, summary
from onrecord.views.wording import about, clean

_STYLE = Path(__file__).with_name("page.css")
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_RANK = ("figure", "event", "quantity", "time", "place")


def page(record: Record) -> str:
    """The record as HTML; nothing is fetched, every word of the report is escaped."""
    key = f"or-{record.report.id[:8]}"
    made = tables(record)
    title = f"<h3>{escaped(record.report.title)}</h3>" if record.report.title else ""
    shown = [
        f"<section>{_table(table, key)}</section>" if number == 0 else _folded(table, key)
        for number, table in enumerate(made)
    ]
    return (
        f'<div class="onrecord" id="{key}"><style>{style()}{_lifts(record, key)}</style>{title}'
        f'<p class="quiet">{escaped(" · ".join(about(record)))}</p>'
        f'<div class="both"><div class="text">{text(record, key)}</div>'
        f'<div class="rows">{"".join(shown)}{_checks(record)}</div></div></div>'
    )


def shown(made: Iterable[Table], note: str = "") -> str:
    """Tables as one piece of HTML, without a text that their rows could link to."""
    sections = "".join(f"<section>{_table(_unlinked(table), 'or-rows')}</section>" for table in made)
    after = f'<p class="quiet">{escaped(note)}</p>' if note else ""
    return f'<div class="onrecord"><style>{style()}</style><div class="rows">{sections}</div>{after}</div>'


def _unlinked(table: Table) -> Table:
    blocks = (Block(tuple(row._replace(start=None) for row in block.rows), block.evidence) for block in table.blocks)
    return table._replace(blocks=tuple(blocks))


def text(record: Record, key: str) -> str:
    """The report's text with a link from each marked word to its row; without its tags it is the text itself."""
    whole = record.report.text
    regions = _regions(record)
    opens, closes = {start for start, _ in regions}, {end for _, end in regions}
    targets = _targets(record)
    seen: set[str] = set()
    parts: list[str] = []
    for piece in pieces(whole, 0, len(whole), spots(record)):
        parts.append("</span>" if piece.start in closes else "")
        parts.append('<span class="said">' if piece.start in opens else "")
        parts.append(_piece(piece, key, targets, seen))
    return "".join(parts) + ("</span>" if len(whole) in closes else "")


def spots(record: Record) -> list[Spot]:
    """Where the words of rows stand: all content of statements, all mentions of a place, the first of an actor."""
    found = [Spot(row.span.start, row.span.end, "figure", row.id) for row in record.figures if row.span]
    found += [Spot(row.trigger.start, row.trigger.end, "event", row.id) for row in record.events if row.type]
    found += [Spot(part.start, part.end, "statement", row.id) for row in record.statements for part in row.content]
    found += [Spot(row.start, row.end, "quantity", row.id) for row in record.quantities]
    found += [Spot(row.start, row.end, "time", row.id) for row in record.times]
    for group in by_entity(record.places):
        found += [Spot(row.start, row.end, "place", group[0].id) for row in group]
    first = [(row.id, row.mentions[0]) for row in record.actors if row.mentions]
    return found + [Spot(mention.start, mention.end, "actor", id) for id, mention in first]


@cache
def style() -> str:
    """The style sheet, with the colours of the labels in both schemes."""
    light = "".join(f".onrecord .l-{one.name}{{color:{one.light}}}" for one in FAMILIES)
    dark = "".join(f".onrecord .l-{one.name}{{color:{one.dark}}}" for one in FAMILIES)
    return f"{_STYLE.read_text(encoding='utf-8')}{light}@media (prefers-color-scheme: dark){{{dark}}}"


class Target(NamedTuple):
    """A row to link to: what it says in one line, and the class of its label."""

    hint: str
    label: str


def _targets(record: Record) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for table in tables(record):
        for row in (row for block in table.blocks for row in block.rows):
            cells = [cell for cell, column in zip(row.cells, table.columns, strict=True) if not column.side]
            labels = [mark(cell.look).name for cell in cells if mark(cell.look).name != "unknown"]
            found[row.id] = Target(
                clean(f"{row.id} · {summary(row, table.columns)}"), f" l-{labels[0]}" if labels else ""
            )
    return found


def _piece(piece: Piece, key: str, targets: dict[str, Target], seen: set[str]) -> str:
    words = _kept(piece.text)
    known = [spot for spot in piece.spots if spot.id in targets]
    anchors = "".join(f'<span class="at" id="{key}-at-{spot.id}"></span>' for spot in known if spot.id not in seen)
    seen.update(spot.id for spot in known)
    linked = sorted((spot for spot in known if spot.kind in _RANK), key=lambda spot: _RANK.index(spot.kind))
    if not linked:
        return anchors + words
    kind, id = linked[0].kind, linked[0].id
    hint, label = targets[id]
    return f'{anchors}<a class="{kind}{label}" href="#{key}-{id}" title="{escaped(hint)}">{words}</a>'


def _regions(record: Record) -> list[tuple[int, int]]:
    """Statement contents joined where they overlap or touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((part.start, part.end) for said in record.statements for part in said.content):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _folded(table: Table, key: str) -> str:
    rows = sum(len(block.rows) for block in table.blocks)
    return f"<details><summary>{table.title} ({rows})</summary>{_table(table, key, headed=False)}</details>"


def _table(table: Table, key: str, *, headed: bool = True) -> str:
    kept = [number for number, column in enumerate(table.columns) if not column.side]
    head = "".join(f"<th{_kind(table.columns[n])}>{escaped(table.columns[n].title)}</th>" for n in kept)
    body = "".join(_block(block, table.columns, kept, key) for block in table.blocks)
    title = f"<h4>{table.title}</h4>" if headed else ""
    notes = "".join(f'<p class="quiet">{escaped(note)}</p>' for note in table.notes)
    rows = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if table.blocks else ""
    return f"{title}{rows}{notes}"


def _block(block: Block, columns: tuple[Column, ...], kept: list[int], key: str) -> str:
    rows = "".join(
        f'<tr class="row" id="{key}-{row.id}">{"".join(_cell(row, number, columns[number], key) for number in kept)}</tr>'
        for row in block.rows
    )
    if not block.evidence:
        return rows
    words = "".join(f"<b>{escaped(p.text)}</b>" if p.stressed else escaped(p.text) for p in block.evidence)
    return f'{rows}<tr class="evidence"><td colspan="{len(kept)}">{words}</td></tr>'


def _cell(row: Row, number: int, column: Column, key: str) -> str:
    cell = row.cells[number]
    words = _label(cell)
    if number == 0 and row.start is not None:
        words = f'<a href="#{key}-at-{row.id}">{words}</a>'
    return f"<td{_kind(column)}>{words}</td>"


def _label(cell: Cell) -> str:
    shown = escaped(clean(cell.text))
    if cell.look in ("", "words", "named"):
        return shown
    if cell.look == "dim":
        return f'<span class="quiet">{shown}</span>'
    family = mark(cell.look)
    if family.before and shown.startswith(family.before):
        shown = f"{family.before}<del>{shown.removeprefix(family.before)}</del>"
    return f'<span class="l-{family.name}">{shown}</span>'


def _kind(column: Column) -> str:
    kind = "right" if column.right else ("wide" if column.wraps else "short")
    return f' class="{kind}"'


def _checks(record: Record) -> str:
    lines = "".join(f"<li><b>{check.sign}</b>{escaped(check.words)}</li>" for check in checks(record))
    return f"<h4>Checks</h4><ul>{lines}</ul>"


def _lifts(record: Record, key: str) -> str:
    """Rules that lift a row while its words are pointed at."""
    ids = [row.id for rows in (record.figures, record.events) for row in rows][:300]
    return "".join(
        f'#{key}:has(a[href="#{key}-{id}"]:is(:hover,:focus)) #{key}-{id}{{background:var(--lift)}}' for id in ids
    )


def _kept(words: str) -> str:
    """Text of a report escaped so that a browser keeps every character of it (what HTML cannot hold becomes U+FFFD)."""
    return _NO_CHARACTER.sub("\ufffd", escape(words)).replace("\r", "&#13;")


def escaped(words: str | None) -> str:
    """Words as they may stand in a page."""
    return _kept(words or "")
