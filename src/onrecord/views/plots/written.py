"""A plot drawn to a file: PNG, SVG, or a page that holds all it needs. The same plot makes the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import msgspec
import vl_convert

from onrecord.views.exports.target import opened
from onrecord.views.plots import check
from onrecord.views.plots.dark import dark
from onrecord.views.plots.size import NARROW, WIDE, Size

type Draw = Callable[[Size], dict[str, Any]]

_SNIPPET = "window.vegaEmbed = vegaEmbed;"
_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="{policy}">
<style>:root{{color-scheme:light dark}}body{{margin:8px;background:#fff}}svg{{max-width:100%;height:auto}}{dark}</style>
<script>{library}</script></head>
<body><div id="plot"></div><script>
const wide = {wide}, narrow = {narrow}, small = matchMedia("(max-width: 640px)");
const draw = () => vegaEmbed("#plot", small.matches ? narrow : wide, {{renderer: "svg", actions: false}});
small.addEventListener("change", draw);
draw();
</script></body></html>
"""


def png(draw: Draw) -> bytes:
    """A picture, two pixels a point."""
    return bytes(vl_convert.vegalite_to_png(draw(WIDE), scale=2))


def svg(draw: Draw, size: Size = WIDE) -> bytes:
    """A drawing."""
    return str(vl_convert.vegalite_to_svg(draw(size))).encode()


def page(draw: Draw) -> bytes:
    """A page that draws the plot with Vega and asks for nothing else; tooltips say what stands behind a mark."""
    wide, narrow = (draw(size._replace(paper=None)) for size in (WIDE, NARROW))
    library = vl_convert.javascript_bundle(_SNIPPET).replace("</script", "<\\/script")
    return _PAGE.format(
        title=escape(wide["title"]["text"]), policy=_POLICY, dark=dark("svg"), library=library, wide=_json(wide), narrow=_json(narrow)
    ).encode()  # fmt: skip


def _json(spec: dict[str, Any]) -> str:
    """A specification as it may stand in a script."""
    return msgspec.json.encode(spec).decode().replace("<", "\\u003c")


_FORMATS: dict[str, Callable[[Draw], bytes]] = {".png": png, ".svg": svg, ".html": page}


def write(draw: Draw, path: Path) -> None:
    """Draw to a file; an old one stays if that fails. Raises OptionError, InputError."""
    check(path)
    made = _FORMATS[path.suffix.lower()](draw)
    with opened(str(path), binary=True) as file:
        file.write(made)
