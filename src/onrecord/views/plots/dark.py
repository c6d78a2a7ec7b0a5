"""Plots in the dark: rules that give a drawing's colours their dark counterparts where the system prefers them."""

from __future__ import annotations

from onrecord.views.marks import FAMILIES
from onrecord.views.plots import style

COLOURS = {
    style.INK: "#e8eaed",
    style.QUIET: "#a7adb4",
    style.GREY: "#8b96a1",
    style.LINE: "#3c4248",
    style.HATCH: "#4a5158",
    style.PAPER: "#17191b",
    "black": "#e8eaed",
} | {one.light: one.dark for one in FAMILIES if one.light.startswith("#")}


def dark(drawing: str) -> str:
    """CSS for drawings that a selector names; colours stand in the drawing as attributes, so that rules win over them."""
    rules = "".join(
        f'{drawing} [{where}="{light}" i]{{{where}:{instead}}}' for light, instead in COLOURS.items() for where in ("fill", "stroke")
    )  # fmt: skip
    return f"@media (prefers-color-scheme: dark){{body{{background:{COLOURS[style.PAPER]}}}{rules}}}"
