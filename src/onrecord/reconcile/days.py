"""Days between intervals."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from onrecord.concepts.rows import FigureRow


@lru_cache(4096)
def number(day: str) -> int:
    """A day of the calendar as a number; the time of day is left out."""
    return date.fromisoformat(day[:10]).toordinal()


def later(day: str, by: int) -> str:
    """A day some days later, or at the end of the calendar."""
    return date.fromordinal(min(max(number(day) + by, 1), date.max.toordinal())).isoformat()


def between(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> int | None:
    """Days between two intervals, 0 if they share one; None when one has no end that would tell. An open end is far away."""
    if not any(one) or not any(other):
        return None
    first, last = (number(one[0]) if one[0] else 0), (number(one[1]) if one[1] else 9**7)
    begin, end = (number(other[0]) if other[0] else 0), (number(other[1]) if other[1] else 9**7)
    return max(0, begin - last, first - end)


def held(row: FigureRow) -> tuple[str | None, str | None]:
    """When a figure holds."""
    return row.date_start, row.date_end


def told(row: FigureRow) -> tuple[str | None, str | None]:
    """When a figure was published."""
    return row.day, row.day
