"""A series as a Vega-Lite specification: levels in place, targets, ranges, gaps, and a data set beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import altair as alt

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.compare import Finding
from onrecord.reconcile.series import Point
from onrecord.views.plots import layers, style
from onrecord.views.plots.frame import Box, Frame, Words
from onrecord.views.plots.legend import legend
from onrecord.views.plots.size import Size
from onrecord.views.plots.told import Told, told
from onrecord.views.wording import number

_MOST = 6  # scopes that get a drawing of their own
_WRONG = ("contradicted", "blank as zero", "sum of levels", "unsupported")


def series(
    points: Sequence[Point], rows: Mapping[str, FigureRow], title: tuple[str, str], size: Size,
    beside: Mapping[str, Finding] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The specification of a series, a drawing for each scope; `title` is a line and a smaller one below it."""
    drawn = list(told(points, rows, beside or {}))[:_MOST] or [Told((), (), (), (), (), (), (), ())]
    days = sorted({day for one in drawn for day in one.days}) or [date(2000, 1, 1), date(2000, 12, 31)]
    edge = timedelta(days=max(1, (days[-1] - days[0]).days // 60))
    frames = [
        Frame(size.width, size.height if number == 0 else size.height // 2, days[0] - edge, days[-1] + edge, one.top * 1.15 or 1)
        for number, one in enumerate(drawn)
    ]  # fmt: skip
    panels = [_panel(one, frame, size) for one, frame in zip(drawn, frames, strict=True)]
    chart = alt.vconcat(*panels, legend(_signs(drawn), size.width), spacing=16)
    chart = chart.properties(
        title=alt.TitleParams(title[0], subtitle=[title[1]]), padding={"left": 8, "right": 16, "top": 8, "bottom": 8}
    )
    return layers.finished(chart, size.paper)


def _panel(one: Told, frame: Frame, size: Size) -> alt.LayerChart:
    """All layers of a scope, what lies at the bottom first."""
    named = [] if not one.scope else [layers.heading(", ".join(one.scope))]
    made = [
        *layers.gaps(one.gaps, frame),
        *layers.ranges(one.ranges, frame),
        *layers.carried(one.carried, frame),
        *layers.runs(one.runs, frame),
        *layers.plans(one.targets, frame),
        *layers.cells(one.compared, frame),
        *layers.discs(one, frame, size),
        *layers.words(_words(one, frame), frame),
        *named,
    ]
    return alt.LayerChart(layer=[layers.ground(frame), *made], width=frame.width, height=frame.height)


def _words(one: Told, frame: Frame) -> Words:
    """Values written beside their marks: each new best level, targets, cells that reports do not support, other levels."""
    found = Words(frame.width, frame.height, _taken(one, frame))
    shown: set[float] = set()
    last = None
    for level in one.levels:
        if level.is_best and level.value != last:
            found.put([level.text], frame.x(level.day), frame.y(level.value), "done")
            shown.add(last := level.value)
    for target in one.targets:
        look, value = style.look(target.label), number(_whole(target.value))
        texts = [f"→ {value} {target.label} for {target.due:%b %Y}", f"→ {value} {target.due:%b %Y}", f"→ {value}"]
        found.put(texts, frame.x(target.due), frame.y(target.value), look.name)
    for cell in one.compared:
        if cell.kind in _WRONG:
            found.put([cell.kind], frame.x(cell.day), frame.y(cell.value), "compared")
    for other in one.levels:
        if other.value not in shown:
            found.put([other.text], frame.x(other.day), frame.y(other.value), style.look(other.label).name)
            shown.add(other.value)
    return found


def _taken(one: Told, frame: Frame) -> Iterator[Box]:
    """Ground that marks and lines take."""
    for day, value in one.spots:
        yield Box(frame.x(day) - 6, frame.y(value) - 6, frame.x(day) + 6, frame.y(value) + 6)
    lines = [(target.told, target.due, target.value, target.value) for target in one.targets if target.told]
    for run in one.runs:
        for before, level in pairwise(run):
            lines += [
                (before.day, level.day, before.value, before.value),
                (level.day, level.day, before.value, level.value),
            ]
    for first, last, start, end in lines:
        low, high = sorted((frame.y(start), frame.y(end)))
        yield Box(frame.x(first) - 1, low - 1, frame.x(last) + 1, high + 1)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _signs(drawn: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Marks that are there, with what they mean, in the order of the legend."""
    labels = [label for one in drawn for label in one.labels]
    for name in dict.fromkeys(style.look(label).name for label in sorted(labels, key=layers.order)):
        yield name, style.look(name).word
    if any(one.ranges for one in drawn):
        yield "range", "low to high"
    if any(one.carried for one in drawn):
        yield "carried", "carried forward"
    if any(one.gaps for one in drawn):
        yield "gap", "no report"
    if any(one.compared for one in drawn):
        yield "compared", "compared data set"
