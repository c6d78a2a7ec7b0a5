"""TimelineJS 3: the timeline of a ledger as slides."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from onrecord.concepts.rows import EventRow
from onrecord.reconcile.timeline import Cluster
from onrecord.views.exports.asked import Asked
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.ledger.reports import publisher
from onrecord.views.wording import clean, number, plural


def rows(asked: Asked) -> Iterator[Row]:
    """One slide an event; TimelineJS takes headline and text as HTML, so every word of a report is escaped."""
    titles = {row.number: (publisher(row), row.url) for row in asked.store.reports()}
    for one in asked.clusters():
        start, end = _ends(one)
        row: Row = {
            "start_date": _date(start),
            "text": {"headline": escape(_headline(one)), "text": "".join(_text(one, titles))},
            "group": one.type,
            "display_date": one.date,
            "unique_id": one.rows[0].event_id,
            "autolink": False,
        }
        yield row if start == end else {**row, "end_date": _date(end)}


def _ends(one: Cluster) -> tuple[str, str]:
    """The date that the cluster shows, as first and last day."""
    best = next((row for row in one.rows if row.edtf == one.date), one.rows[0])
    return (best.earliest or "")[:10], (best.latest or best.earliest or "")[:10]


def _date(day: str) -> dict[str, int]:
    year, month, date = (int(part) for part in day.split("-"))
    return {"year": year, "month": month, "day": date}


def _headline(one: Cluster) -> str:
    who, whom = ", ".join(one.actors), ", ".join(one.recipients)
    sides = f"{who or '?'} → {whom}" if whom else who or one.rows[0].trigger
    return clean(f"{sides} ({', '.join(one.places)})" if one.places else sides)


def _text(one: Cluster, titles: dict[int, tuple[str, str | None]]) -> Iterator[str]:
    for toll in one.tolls:
        span = f" ({number(toll.low)}–{number(toll.high)})" if toll.low != toll.high else ""
        yield f"<p>{escape(toll.name)}: {number(toll.best)}{span}</p>"
    firsts: dict[int, EventRow] = {}
    for row in one.rows:
        firsts.setdefault(row.report, row)
    for report, row in firsts.items():
        name, url = titles[report]
        source = (
            f'<a href="{escape(url)}">{escape(name)}</a>'
            if url and url.startswith(("http://", "https://"))
            else escape(name)
        )
        yield f"<blockquote>{escape(clean(row.quote))}</blockquote><p>{source}{f', {row.published[:10]}' if row.published else ''}</p>"
    yield f"<p>{plural(len(firsts), 'report')}</p>"


TIMELINEJS = Table(
    "timelinejs",
    "The timeline of a ledger as TimelineJS 3 reads it (`--format timelinejs`): one JSON object, its slides in `events`.",
    (
        Column("start_date", "`year`, `month`, `day`", "object"),
        Column("end_date", "the same; left out for an event of one day", "object"),
        Column("text", "`headline`: who → whom (where); `text`: tolls, then each report's words with a link. Both are HTML, every word of a report escaped", "object"),
        Column("group", "PLOVER type: one row of the timeline each"),
        Column("display_date", "the date in EDTF"),
        Column("unique_id", "`event_id` of the first row"),
        Column("autolink", "false: addresses in the reports' words stay words", "bool"),
    ),
    rows,
)  # fmt: skip
