"""The legend: each mark of a plot once, with its meaning, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import altair as alt

from onrecord.views.plots import style

_LINE, _SIGN, _GAP, _LETTER = 18, 14, 16, 5.7


class Sign(NamedTuple):
    """A mark of the legend with its words and its place in pixels."""

    name: str
    words: str
    x: float
    y: float


def legend(signs: Iterable[tuple[str, str]], width: int) -> alt.LayerChart:
    """Marks by their names with their words."""
    placed = _placed(signs, width)
    height = _LINE * (1 + max((round(one.y // _LINE) for one in placed), default=0))
    made = [layer for one in placed for layer in _sign(one)]
    text = [{"x": one.x + _SIGN, "y": one.y, "words": one.words} for one in placed]
    words = _at(alt.Chart(_data(text)).mark_text(align="left", fontSize=style.SMALL, color=style.QUIET), width, height)
    return alt.LayerChart(layer=[*made, words.encode(text="words:N")], width=width, height=height)


def _placed(signs: Iterable[tuple[str, str]], width: int) -> list[Sign]:
    found: list[Sign] = []
    x, line = 6.0, 0
    for name, words in signs:
        long = _SIGN + len(words) * _LETTER
        if x > 6 and x + long > width:
            x, line = 6.0, line + 1
        found.append(Sign(name, words, x, line * _LINE + _LINE / 2))
        x += long + _GAP
    return found


def _sign(one: Sign) -> list[alt.Chart]:
    here = _data([{"x": one.x, "y": one.y}])
    box = {
        "x": alt.XValue(one.x - 6),
        "x2": alt.X2Value(one.x + 6),
        "y": alt.YValue(one.y - 5),
        "y2": alt.Y2Value(one.y + 5),
    }
    if one.name == "range":
        return [alt.Chart(here).mark_rect(aria=False, color=style.INK, opacity=0.14).encode(**box)]
    if one.name == "carried":
        line = {key: value for key, value in box.items() if key in ("x", "x2")}
        return [alt.Chart(here).mark_rule(aria=False, color=style.GREY).encode(**line, y=alt.YValue(one.y))]
    if one.name == "gap":
        return [_stripe(here, one, at) for at in (-6, -1, 4)]
    if one.name == "compared":
        return [alt.Chart(here).mark_point(shape=style.SQUARE, size=30, filled=True, color=style.GREY, opacity=1).encode(
            x=alt.XValue(one.x), y=alt.YValue(one.y))]  # fmt: skip
    disc = alt.Chart(here).mark_point(**style.look(one.name).drawn, size=60, opacity=1, aria=False)
    return [disc.encode(x=alt.XValue(one.x), y=alt.YValue(one.y))]


def _stripe(here: alt.Data, one: Sign, at: int) -> alt.Chart:
    ends = {"x": alt.XValue(one.x + at), "x2": alt.X2Value(one.x + at + 5)}
    return (
        alt.Chart(here)
        .mark_rule(aria=False, color=style.HATCH)
        .encode(**ends, y=alt.YValue(one.y - 5), y2=alt.Y2Value(one.y + 5))
    )


def _data(rows: list[dict[str, Any]]) -> alt.Data:
    return alt.Data(values=rows)


def _at(chart: alt.Chart, width: int, height: int) -> alt.Chart:
    return chart.encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width])),
        y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0])),
    )
