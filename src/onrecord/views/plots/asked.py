"""Plots of what a ledger answers: the specification with its title and the figures behind its marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.codes import country
from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.compare import Finding
from onrecord.reconcile.series import Point
from onrecord.views.ledger.choose import Choice
from onrecord.views.plots.series import series
from onrecord.views.plots.size import Size
from onrecord.views.wording import plural

_BY = {"change": "at each change"}


def series_plot(
    points: Sequence[Point], rows: Sequence[FigureRow], asked: Choice, by: str, size: Size,
    beside: Mapping[str, Finding] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The plot of a series; `rows` are the figures it was made of."""
    named = {row.figure_id: row for row in rows}
    used = [named[id] for id in dict.fromkeys(id for point in points for id in point.figure_ids) if id in named]
    reports, outlets = {row.report for row in used}, {row.outlet for row in used if row.outlet}
    days = sorted(row.day for row in used if row.day)
    about = f"{plural(len(used), 'figure')} in {plural(len(reports), 'report')}"
    about += f" of {plural(len(outlets), 'outlet')}" if outlets else ""
    about += f", {days[0]} to {days[-1]}" if days else ""
    return series(points, named, (series_title(asked, by), about), size, beside)


def series_title(asked: Choice, by: str) -> str:
    """ "Troops of United States in Iraq, by quarter"."""
    of = f" of {country(asked.of) or asked.of}" if asked.of else ""
    where = f" in {country(asked.in_) or asked.in_}" if asked.in_ else ""
    measure = asked.measure or "figures"
    return f"{measure[:1].upper()}{measure[1:]}{of}{where}, {_BY.get(by, f'by {by}')}"
