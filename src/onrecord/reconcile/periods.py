"""Periods of the calendar: days, months, quarters, years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from onrecord.errors import OptionError

By = Literal["day", "month", "quarter", "year", "change"]
WAYS: tuple[str, ...] = get_args(By)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Period(NamedTuple):
    """A period: its name (2020-09-10, 2020-09, 2020-Q3, 2020), first and last day."""

    name: str
    start: str
    end: str


def period_of(day: str, by: str) -> Period:
    """The period a day is in. Raises OptionError for an unknown kind of period."""
    at = date.fromisoformat(day[:10])
    if by in ("day", "change"):
        return Period(at.isoformat(), at.isoformat(), at.isoformat())
    if by not in _MONTHS:
        raise OptionError(f"a series goes by {', '.join(WAYS)}, not by {by!r}")
    length = _MONTHS[by]
    first = date(at.year, (at.month - 1) // length * length + 1, 1)
    end = _last(first, length)
    names = {
        "month": f"{at.year:04}-{at.month:02}",
        "quarter": f"{at.year:04}-Q{(at.month + 2) // 3}",
        "year": f"{at.year:04}",
    }
    return Period(names[by], first.isoformat(), end.isoformat())


def _last(first: date, months: int) -> date:
    """The last day of some months."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1) if year <= date.max.year else date.max


def through(first: Period, last: Period, by: str) -> Iterator[Period]:
    """All periods from one to another."""
    at = first
    while at.start <= last.start:
        yield at
        if at.end >= date.max.isoformat():
            return
        at = period_of((date.fromisoformat(at.end) + timedelta(days=1)).isoformat(), by)


def fitting(start: str | None, end: str | None, by: str) -> Period | None:
    """The period that a time belongs to: the one it lies in, or that of its last day when it is no longer than a period.

    A year's figure belongs to no quarter: it is not known which.
    """
    if not start and not end:
        return None
    first, last = (start or end or "")[:10], (end or start or "")[:10]
    period = period_of(last, by)
    if first >= period.start:
        return period
    longest = date.fromisoformat(period.end) - date.fromisoformat(period.start)
    return period if date.fromisoformat(last) - date.fromisoformat(first) <= longest else None
