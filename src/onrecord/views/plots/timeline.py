"""A timeline as a Vega-Lite specification: one line for each event, its mark at its day, its words beside the mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import altair as alt

from onrecord.reconcile.timeline import Cluster
from onrecord.views.ledger.answers import tolls_of, what_of
from onrecord.views.plots import layers, style
from onrecord.views.plots.frame import Frame, millis
from onrecord.views.plots.legend import legend
from onrecord.views.plots.size import Size
from onrecord.views.wording import clean, plural

_ROW = 22  # pixels an event takes
_MOST = 60  # events that are drawn
_LONGEST = 31  # days; what is dated more widely has no place on a line of days
_LETTER = 5.35
_NARROW = 480  # pixels below which words stand above their mark


class Line(NamedTuple):
    """An event with its first and last day."""

    first: date
    last: date
    label: str
    words: str
    event: str


def timeline(found: Sequence[Cluster], title: str, size: Size) -> dict[str, Any]:
    """The specification of a timeline: events dated to a month or better, those of the most reports when there are many."""
    dated = [one for one in found if (span := days_of(one)) and (span[1] - span[0]).days <= _LONGEST]
    ranked = sorted(dated, key=lambda one: -len({row.report for row in one.rows}))[:_MOST]
    lines = sorted((_line(one) for one in ranked), key=lambda line: line.first)
    first = min((line.first for line in lines), default=date(2000, 1, 1))
    last = max((line.last for line in lines), default=date(2000, 12, 31))
    edge = timedelta(days=max(1, (last - first).days // 40))
    row = _ROW if size.width >= _NARROW else _ROW * 1.7
    frame = Frame(size.width, round(max(1, len(lines)) * row), first - edge, last + edge, max(1, len(lines)))
    drawn = alt.LayerChart(
        layer=[_rows(frame), *_marks(lines, frame, size), *_words(lines, frame)], width=frame.width, height=frame.height
    )
    signs = [(name, style.look(name).word.replace("in place", "done")) for name in _names(lines)]
    left = len(found) - len(lines)
    about = f"{plural(len(lines), 'event')} dated to a month or better" + (f"; {left:,} more not drawn" if left else "")
    chart = alt.vconcat(drawn, legend(signs, size.width), spacing=16).properties(
        title=alt.TitleParams(title, subtitle=[about]), padding={"left": 8, "right": 16, "top": 8, "bottom": 8}
    )
    return layers.finished(chart, size.paper)


def days_of(one: Cluster) -> tuple[date, date] | None:
    """First and last day of an event's best date."""
    row = next((row for row in one.rows if row.edtf and row.edtf == one.date), one.rows[0])
    if not row.earliest or not row.latest:
        return None
    return date.fromisoformat(row.earliest[:10]), date.fromisoformat(row.latest[:10])


def _line(one: Cluster) -> Line:
    first, last = days_of(one) or (date.min, date.min)
    said = [what_of(one), ", ".join(one.places), "; ".join(tolls_of(one))]
    reports = len({row.report for row in one.rows})
    words = " · ".join(part for part in (*said, plural(reports, "report") if reports > 1 else "") if part)
    label = min((row.label for row in one.rows), key=layers.order)
    return Line(first, last, label, clean(f"{one.date or first}  {words}"), one.rows[0].event_id)


def _names(lines: Sequence[Line]) -> list[str]:
    return list(
        dict.fromkeys(style.look(label).name for label in sorted((line.label for line in lines), key=layers.order))
    )


def _y(frame: Frame) -> alt.Y:
    return alt.Y("y:Q", scale=alt.Scale(domain=[0, frame.top], reverse=True, nice=False), axis=None)


def _rows(frame: Frame) -> alt.Chart:
    """Thin lines to lead the eye."""
    ends = {"x": millis(frame.first), "x2": millis(frame.last)}
    rows = [{**ends, "y": _at(at, frame)} for at in range(round(frame.top))]
    line = alt.Chart(alt.Data(values=rows)).mark_rule(aria=False, color=style.LINE, strokeWidth=0.6)
    return line.encode(x=layers.x(frame), x2="x2:Q", y=_y(frame))


def _marks(lines: Sequence[Line], frame: Frame, size: Size) -> Iterator[alt.Chart]:
    """A mark in the middle of an event's days, a thick line over them when they are several."""
    spans = [
        {"x": millis(line.first), "x2": millis(line.last), "y": _at(at, frame)}
        for at, line in enumerate(lines)
        if line.first < line.last
    ]
    if spans:
        rule = alt.Chart(alt.Data(values=spans)).mark_rule(aria=False, color=style.GREY, strokeWidth=3)
        yield rule.encode(x=layers.x(frame), x2="x2:Q", y=_y(frame))
    for name in _names(lines):
        rows = [
            {"x": millis(_middle(line)), "y": _at(at, frame), "words": line.words, **size.link(line.event)}
            for at, line in enumerate(lines)
            if style.look(line.label).name == name
        ]
        yield layers.points(rows, style.look(name), size=50).encode(
            x=layers.x(frame), y=_y(frame), description="words:N", tooltip="words:N", **size.linked
        )


def _middle(line: Line) -> date:
    return line.first + (line.last - line.first) / 2


def _at(place: int, frame: Frame) -> float:
    """Where the mark of an event stands: in the middle of its row, or below its words."""
    return place + (0.5 if frame.width >= _NARROW else 0.75)


def _words(lines: Sequence[Line], frame: Frame) -> Iterator[alt.Chart]:
    """An event's words, cut to fit."""
    found: dict[str, list[dict[str, Any]]] = {"left": [], "right": []}
    for place, line in enumerate(lines):
        align, pixels, room = _side(line, frame)
        most = int(room / _LETTER)
        words = line.words if len(line.words) <= most else f"{line.words[: most - 1].rstrip(' ·')}…"
        y = _at(place, frame) if frame.width >= _NARROW else place + 0.35
        found[align].append({"x": frame.when(pixels), "y": y, "words": words})
    for align, rows in found.items():
        for halo in (True, False):
            if rows:
                text = layers.text(rows, halo, align=align, color=style.INK)
                yield text.encode(x=layers.x(frame), y=_y(frame), text="words:N")


def _side(line: Line, frame: Frame) -> tuple[str, float, float]:
    """Where words stand: how they are aligned, at how many pixels, in how many; on the side of the mark that has more room."""
    if frame.width < _NARROW:
        return "left", 0, frame.width
    left, right = frame.x(line.first) - 12, frame.width - frame.x(line.last) - 12
    if right >= left or right > len(line.words) * _LETTER:
        return "left", frame.x(line.last) + 10, right
    return "right", frame.x(line.first) - 10, left
