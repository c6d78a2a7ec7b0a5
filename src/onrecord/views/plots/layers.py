"""The layers of a plot, one function for each kind of mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import altair as alt

from onrecord.views.plots import style
from onrecord.views.plots.frame import Frame, Words, millis
from onrecord.views.plots.size import Size
from onrecord.views.plots.told import Compared, Level, Stretch, Target, Told

_HATCH = 9  # pixels between two lines of a hatching
_NARROW = 66  # pixels that "no report" takes
_LABEL = (
    "datum.index == 0 || utcmonth(datum.value) == 0 && utcdate(datum.value) == 1"
    " ? [utcFormat(datum.value, '{0}'), utcFormat(datum.value, '%Y')] : utcFormat(datum.value, '{0}')"
)


def order(label: str) -> int:
    """Where a label stands in the legend."""
    return ("done", "alleged", "unknown", "announced", "possible", "denied").index(style.look(label).name)


def finished(chart: alt.VConcatChart | alt.LayerChart, paper: str | None) -> dict[str, Any]:
    """The specification with type and ground."""
    made: dict[str, Any] = chart.properties(background=paper or "transparent").to_dict()
    made["config"] = style.config()
    return made


def x(frame: Frame) -> alt.X:
    """The time axis, the same in every layer."""
    scale = alt.Scale(domain=[millis(frame.first), millis(frame.last)], nice=False)
    return alt.X("x:Q", scale=scale, axis=time_axis(frame))


def time_axis(frame: Frame) -> alt.Axis:
    """Labels of the time axis: months, with the year at the first and at every January."""
    ticks = frame.ticks()
    days = len(ticks) > 1 and ticks[1] - ticks[0] < 20 * 86_400_000
    years = len(ticks) > 1 and ticks[1] - ticks[0] > 300 * 86_400_000
    label = "utcFormat(datum.value, '%Y')" if years else _LABEL.format("%-d %b" if days else "%b")
    return alt.Axis(values=ticks, labelExpr=label, title=None, grid=False)


def y(frame: Frame) -> alt.Y:
    """The axis of values, from 0."""
    shown = alt.Axis(title=None, format=",.0f" if frame.top >= 10 else ",.1f", tickCount=5, domain=False, ticks=False)
    return alt.Y("y:Q", scale=alt.Scale(domain=[0, frame.top], nice=False), axis=shown)


def ground(frame: Frame) -> alt.Chart:
    """The axes and the base line."""
    here = alt.Data(values=[{"x": millis(frame.first), "x2": millis(frame.last), "y": 0}])
    base = alt.Chart(here).mark_rule(aria=False, color=style.GREY)
    return base.encode(x=x(frame), x2="x2:Q", y=y(frame))


def heading(words: str) -> alt.Chart:
    """What narrows the count of a drawing."""
    here = alt.Data(values=[{"words": words}])
    text = alt.Chart(here).mark_text(align="left", fontSize=style.PLAIN, fontWeight=600, color=style.INK, dy=-8)
    return text.encode(x=alt.XValue(0), y=alt.YValue(0), text="words:N")


def gaps(found: Sequence[Stretch], frame: Frame) -> Iterator[alt.Chart]:
    """Hatched ground where no report tells."""
    lines, words = [], []
    for gap in found:
        left, right = frame.x(gap.first), frame.x(gap.last)
        lines += [_slant(at, left, right, frame) for at in range(_HATCH // 2, int(right - left + frame.height), _HATCH)]
        if right - left > _NARROW:
            words.append({"x": frame.when((left + right) / 2), "y": frame.top * 0.5, "words": "no report"})
    if lines:
        hatch = alt.Chart(alt.Data(values=lines)).mark_rule(aria=False, color=style.HATCH, strokeWidth=0.7)
        yield hatch.encode(x=x(frame), x2="x2:Q", y=y(frame), y2="y2:Q")
    if words:
        for halo in (True, False):
            yield text(words, halo, color=style.QUIET).encode(x=x(frame), y=y(frame), text="words:N")


def _slant(at: int, left: float, right: float, frame: Frame) -> dict[str, float]:
    """A line down to the right, cut to its rectangle; `at` is how far from the lower left corner it meets the floor."""
    ends = (max(0.0, at - frame.height), min(at, right - left))
    (x1, y1), (x2, y2) = ((frame.when(left + end), frame.value(frame.height - at + end)) for end in ends)
    return {"x": x1, "x2": x2, "y": y1, "y2": y2}


def ranges(found: Sequence[Stretch], frame: Frame) -> Iterator[alt.Chart]:
    """Bands from low to high; a range of one day is made wide enough to be seen."""
    if found:
        rows = []
        for one in found:
            left, right = frame.x(one.first), frame.x(one.last)
            wide = max(0.0, 7 - (right - left)) / 2
            rows.append({"x": frame.when(left - wide), "x2": frame.when(right + wide), "y": one.low, "y2": one.high})
        band = alt.Chart(alt.Data(values=rows)).mark_rect(aria=False, color=style.INK, opacity=0.14)
        yield band.encode(x=x(frame), x2="x2:Q", y=y(frame), y2="y2:Q")


def carried(found: Sequence[Stretch], frame: Frame) -> Iterator[alt.Chart]:
    """Thin lines for levels carried forward."""
    if found:
        rows = [{"x": millis(one.first), "x2": millis(one.last), "y": one.high} for one in found]
        yield (
            alt.Chart(alt.Data(values=rows))
            .mark_rule(aria=False, color=style.GREY)
            .encode(x=x(frame), x2="x2:Q", y=y(frame))
        )


def runs(found: Iterable[Sequence[Level]], frame: Frame) -> Iterator[alt.Chart]:
    """Solid lines from one best level to the next, as steps: it holds till another is told."""
    rows = [{"x": millis(one.day), "y": one.value, "run": at} for at, run in enumerate(found) for one in run]
    if rows:
        line = alt.Chart(alt.Data(values=rows)).mark_line(
            aria=False, color=style.INK, strokeWidth=1.6, interpolate="step-after"
        )
        yield line.encode(x=x(frame), y=y(frame), detail="run:N")


def plans(found: Sequence[Target], frame: Frame) -> Iterator[alt.Chart]:
    """Lines from the day a target was told to the day it is due, by the label of the target."""
    for name in sorted({style.look(one.label).name for one in found}):
        look = style.look(name)
        mine = [one for one in found if style.look(one.label).name == name and one.told]
        rows = [{"x": millis(one.told or one.due), "x2": millis(one.due), "y": one.value} for one in mine]
        line = alt.Chart(alt.Data(values=rows)).mark_rule(
            aria=False, color=look.colour, strokeDash=[*look.dashes], strokeWidth=1.3
        )
        yield line.encode(x=x(frame), x2="x2:Q", y=y(frame))


def cells(found: Sequence[Compared], frame: Frame) -> Iterator[alt.Chart]:
    """Small squares for the cells of a data set."""
    if found:
        rows = [
            {"x": millis(one.day), "y": one.value, "words": f"data set: {one.value:,.0f}, {one.kind}"} for one in found
        ]
        squares = alt.Chart(alt.Data(values=rows)).mark_point(
            shape=style.SQUARE, size=30, filled=True, color=style.GREY, opacity=1
        )
        yield squares.encode(x=x(frame), y=y(frame), description="words:N", tooltip="words:N")


def discs(one: Told, frame: Frame, size: Size) -> Iterator[alt.Chart]:
    """A mark for each target and level by shape and colour of the label; hollow ones below and larger: a target met is a disc in a ring."""
    marks = [(target.due, target.value, target.label, 96, target.figure, target.words) for target in one.targets]
    marks += [
        (level.day, level.value, level.label, 50 if level.is_best else 22, level.figure, level.words)
        for level in one.levels
    ]
    for name in sorted({style.look(mark[2]).name for mark in marks}, key=order, reverse=True):
        rows = [
            {"x": millis(day), "y": value, "size": area, "words": words, **size.link(figure)}
            for day, value, label, area, figure, words in marks
            if style.look(label).name == name
        ]
        yield points(rows, style.look(name)).encode(
            x=x(frame), y=y(frame), size=alt.Size("size:Q", scale=None, legend=None), description="words:N",
            tooltip="words:N", **size.linked,
        )  # fmt: skip


def points(rows: list[dict[str, Any]], look: style.Look, **looks: Any) -> alt.Chart:
    """Marks of a family."""
    return alt.Chart(alt.Data(values=rows)).mark_point(**look.drawn, opacity=1, **looks)


def words(found: Words, frame: Frame) -> Iterator[alt.Chart]:
    """Words beside their marks, in the colour of the label, plans in italics."""
    for role, align in sorted({(one.role, one.align) for one in found.placed}):
        rows = [
            {"x": frame.when(one.x), "y": frame.value(one.y), "words": one.text}
            for one in found.placed
            if (one.role, one.align) == (role, align)
        ]
        colour = style.QUIET if role == "compared" else style.look(role).colour
        slope = "italic" if role in ("announced", "possible") else "normal"
        for halo in (True, False):
            yield text(rows, halo, align=align, color=colour, fontStyle=slope).encode(
                x=x(frame), y=y(frame), text="words:N"
            )


def text(rows: list[dict[str, Any]], halo: bool, **looks: Any) -> alt.Chart:
    """Words, or the light edge around them that keeps them apart from what lies below."""
    edge = {"stroke": style.PAPER, "strokeWidth": 4, "strokeJoin": "round", "aria": False} if halo else {}
    return alt.Chart(alt.Data(values=rows)).mark_text(baseline="middle", fontSize=style.SMALL, **(looks | edge))
