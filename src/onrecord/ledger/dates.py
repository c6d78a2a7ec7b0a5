"""Times as people write them in a correction: EDTF in, first and last day out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from onrecord.errors import OptionError

_DATE = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))?")
_QUARTER = 32  # EDTF writes the first quarter as month 33
_OPEN = ("", "..")


class Dated(NamedTuple):
    """First and last day (None at an open end), the time in EDTF, and its precision."""

    start: str | None
    end: str | None
    edtf: str
    precision: str


def dated(text: str) -> Dated:
    """Read 2020, 2020-09, 2020-Q3, 2020-09-10, or two of them parted by "/", either end open (".."). Raises OptionError."""
    first, slash, last = text.strip().partition("/")
    try:
        if not slash:
            return _one(first)
        if first in _OPEN and last in _OPEN:
            raise ValueError("it is open at both ends")
        start = None if first in _OPEN else _one(first)
        end = None if last in _OPEN else _one(last)
    except ValueError as error:
        raise OptionError(
            f"{text!r} is no time like 2020-09-10, 2020-09, 2020-Q3, 2020 or 2020-09-01/..: {error}"
        ) from error
    return between(start.start if start else None, end.end if end else None)


def between(start: str | None, end: str | None) -> Dated:
    """The time from one day to another. Raises OptionError if it ends before it begins."""
    if start and end and start[:10] > end[:10]:
        raise OptionError(f"the time ends ({end}) before it begins ({start})")
    if start and start == end:
        return Dated(start, end, start, "day")
    precision = "days" if start and end else "open"
    return Dated(start, end, f"{start or '..'}/{end or '..'}", precision)


def _one(text: str) -> Dated:
    """A year, quarter, month or day. Raises ValueError."""
    found = _DATE.fullmatch(text.strip().upper())
    if not found:
        raise ValueError("dates are written year first")
    year, month, day, quarter = (int(part) if part else 0 for part in found.groups())
    if day:
        one = date(year, month, day).isoformat()
        return Dated(one, one, one, "day")
    if month:
        last = date(year, month, monthrange(year, month)[1])
        return Dated(last.replace(day=1).isoformat(), last.isoformat(), f"{year:04}-{month:02}", "month")
    if quarter:
        last = date(year, 3 * quarter, monthrange(year, 3 * quarter)[1])
        first = date(year, 3 * quarter - 2, 1)
        return Dated(first.isoformat(), last.isoformat(), f"{year:04}-{_QUARTER + quarter}", "quarter")
    return Dated(f"{year:04}-01-01", f"{year:04}-12-31", f"{year:04}", "year")
