"""How marks look in a plot: shapes, colours and type, the same as in tables and pages."""

from __future__ import annotations

from typing import Any, NamedTuple

from onrecord.views.marks import mark

INK, QUIET, GREY, LINE, HATCH, PAPER = "#1b1d1f", "#5a6066", "#7a8794", "#d5d9dd", "#b3b9bf", "#ffffff"
# Liberation Sans comes with the renderer and has figures of one width: files look the same on every machine.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SMALL, PLAIN, TITLE = 11, 12, 15

_DISC = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
_DIAMOND = "M0,-1.15L1.15,0L0,1.15L-1.15,0Z"
# The left half is filled, the right half is a ring.
_HALF = "M0,-1A1,1,0,0,0,0,1A1,1,0,0,0,0,-1L0,-0.72A0.72,0.72,0,0,1,0,0.72L0,-1Z"
_CROSSED = f"{_DISC}M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7"
SQUARE = "M-0.8,-0.8L0.8,-0.8L0.8,0.8L-0.8,0.8Z"


class Look(NamedTuple):
    """A family of labels in a plot: shape, whether it is filled, colour, dashes of its line, and the word in the legend."""

    name: str
    shape: str
    filled: bool
    colour: str
    dashes: tuple[int, int]
    word: str

    @property
    def drawn(self) -> dict[str, Any]:
        """The mark as a plot takes it."""
        if self.filled:
            return {"shape": self.shape, "fill": self.colour, "strokeWidth": 0}
        return {"shape": self.shape, "fill": PAPER, "stroke": self.colour, "strokeWidth": 1.6}


_LOOKS = {
    "done": Look("done", _DISC, True, INK, (1, 0), "in place"),
    "announced": Look("announced", _DISC, False, mark("announced").light, (5, 3), "announced, dashed to the day it is due"),
    "possible": Look("possible", _DIAMOND, False, mark("possible").light, (1, 3), "possible, dotted to the day it is due"),
    "alleged": Look("alleged", _HALF, True, mark("alleged").light, (1, 0), "alleged"),
    "denied": Look("denied", _CROSSED, False, mark("denied").light, (1, 0), "denied"),
    "unknown": Look("unknown", _DISC, True, QUIET, (1, 0), "status unknown"),
}  # fmt: skip


def look(label: str) -> Look:
    """How a label looks in a plot."""
    return _LOOKS[mark(label).name]


def config() -> dict[str, Any]:
    """Type, axes and frame of every plot."""
    axis = {
        "labelFont": FONT, "titleFont": FONT, "labelFontSize": SMALL, "labelColor": QUIET, "gridColor": LINE,
        "domainColor": GREY, "tickColor": GREY, "labelPadding": 6, "tickSize": 4,
    }  # fmt: skip
    return {
        "font": FONT,
        "axis": axis,
        "view": {"stroke": None},
        "title": {
            "font": FONT, "subtitleFont": FONT, "fontSize": TITLE, "subtitleFontSize": PLAIN, "color": INK, "subtitleColor": QUIET,
            "anchor": "start", "frame": "group", "fontWeight": 600, "offset": 12, "subtitlePadding": 4,
        },
    }  # fmt: skip
