"""A series in one line of a terminal: a bar for each period's best level, a ring for a target alone, a point for no report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.reconcile.series import Point
from onrecord.views.wording import number

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST = 72  # periods; of a longer series the last ones are shown


def sparks(points: Sequence[Point]) -> Iterator[str]:
    """A line for each scope with three periods or more, its first and last level beside the bars."""
    for scope in dict.fromkeys(point.scope for point in points):
        mine = [point for point in points if point.scope == scope][-_LONGEST:]
        best = [point.best for point in mine if point.best is not None]
        if len(mine) > 2 and best and max(best) > 0:
            bars = "".join(_bar(point, max(best)) for point in mine)
            name = f"{', '.join(scope)}: " if scope else ""
            yield f"{name}{number(best[0])} {bars} {number(best[-1])}  {mine[0].period.name} to {mine[-1].period.name}"


def _bar(point: Point, top: float) -> str:
    if point.best is None:
        return "○" if point.targets else "·"
    return _BARS[round(max(point.best, 0) / top * (len(_BARS) - 1))]
