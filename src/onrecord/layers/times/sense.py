"""The sense of a time: what a reader makes of a match, before it becomes a row of the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.concepts.parse import Token
from onrecord.concepts.timex import Anchor, TimexType
from onrecord.concepts.when import Precision, When
from onrecord.layers.times.periods import Period, add_days, add_months

_SIZES: tuple[tuple[int, Precision], ...] = (
    (1, "day"), (6, "days"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"), (3660, "decade"), (40000, "century"),
)  # fmt: skip
_CODES = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_PRECISIONS: dict[str, Precision] = {"weekend": "days", "fortnight": "days", "half": "year", "millennium": "century"}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day; an end may be open, and either may be only about right."""

    first: date | None
    last: date | None
    about_first: bool = False
    about_last: bool = False

    @classmethod
    def of(cls, period: Period) -> Interval:
        """The days of a period."""
        return cls(period.first, period.last)

    @property
    def edtf(self) -> str:
        """The EDTF interval, or one day."""
        first = ".." if self.first is None else self.first.isoformat() + "~" * self.about_first
        last = ".." if self.last is None else self.last.isoformat() + "~" * self.about_last
        return first if first == last else f"{first}/{last}"

    def when(self, edtf: str | None = None, precision: Precision | None = None) -> When:
        """The When of the record."""
        first = self.first.isoformat() if self.first else None
        last = self.last.isoformat() if self.last else None
        if self.first is None or self.last is None:
            return When(first, last, edtf or self.edtf, "open", None)
        days = (self.last - self.first).days + 1
        size: Precision = next((name for most, name in _SIZES if days <= most), "century")
        code = next((code for most, code in _CODES if days <= most), None)
        return When(first, last, edtf or self.edtf, precision or size, code)


@dataclass(frozen=True, slots=True)
class Sense:
    """Type, TIMEX3 value and days of one expression, and how they came about.

    `period` is the calendar unit spoken of, if it is one; `near` gives the unit that recurs ("in March", "on Monday") on one
    side of a day, for an expression that does not name its year or week. `cues` are the words outside the expression that
    decided, `note` says what they told.
    """

    type: TimexType
    value: str
    period: Period | None = None
    interval: Interval | None = None
    edtf: str | None = None
    mod: str | None = None
    anchor: Anchor = "none"
    resolved: bool = True
    near: Callable[[date, int], Period] | None = None
    clock: str | None = None
    readings: tuple[Period, ...] = ()
    needs_day: bool = False  # a part of the day that is an expression only beside a day ("Saturday morning")
    cues: tuple[Token, ...] = ()
    note: str | None = None

    @property
    def days(self) -> Interval | None:
        """The days meant, whether or not they are a calendar unit."""
        return self.interval or (Interval.of(self.period) if self.period else None)

    @property
    def when(self) -> When | None:
        """The interval as the record has it."""
        if self.interval:
            whole = self.period is not None and self.edtf == self.period.edtf
            return self.interval.when(self.edtf, precision_of(self.period) if whole and self.period else None)
        return when_of(self.period) if self.period else None


def precision_of(period: Period) -> Precision:
    """The precision a calendar unit has in the record."""
    return _PRECISIONS.get(period.unit) or period.unit  # type: ignore[return-value]


def when_of(period: Period) -> When:
    """The When of a calendar unit."""
    return Interval.of(period).when(period.edtf, precision_of(period))


def part_of(period: Period, part: str, whole: bool) -> Interval | None:
    """The early, middle or late days of a period; `whole` for "the end of", which is narrower than "late"."""
    unit, first, last = period.unit, period.first, period.last
    if unit == "month":
        return _part_of_month(first, last, part, whole)
    if unit in ("year", "quarter", "season", "half") and not (unit == "quarter" and whole):
        return _part_in_months(period, part, whole)
    if unit in ("decade", "century"):
        return _part_in_years(period, part)
    if unit == "week":
        start, end = {"START": (0, 1), "MID": (2, 3), "END": (4, 6) if whole else (3, 6)}[part]
        return Interval(add_days(first, start), add_days(first, end), part != "START", part != "END")
    return None


def _part_of_month(first: date, last: date, part: str, whole: bool) -> Interval:
    if part == "START":
        return Interval(first, first.replace(day=7 if whole else 10), False, True)
    if part == "MID":
        return Interval(first.replace(day=11), first.replace(day=20), True, True)
    return Interval(add_days(last, -6) if whole else first.replace(day=21), last, True, False)


def _part_in_months(period: Period, part: str, whole: bool) -> Interval:
    months = {"year": 12, "half": 6}.get(period.unit, 3)
    size = 1 if whole and part != "MID" else months // 3
    start = {"START": 0, "MID": months // 3, "END": months - size}[part]
    first = add_months(period.first, start)
    return Interval(first, add_days(add_months(first, size), -1), part != "START", part != "END")


def _part_in_years(period: Period, part: str) -> Interval:
    start, end = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[part]
    if period.unit == "century":
        start, end = {"START": (0, 33), "MID": (34, 66), "END": (67, 99)}[part]
    year = period.first.year
    return Interval(date(year + start, 1, 1), date(year + end, 12, 31), part != "START", part != "END")


def months_edtf(interval: Interval) -> str | None:
    """The EDTF of whole months, shorter than that of days; None if an end is no month's end."""
    first, last = interval.first, interval.last
    if first is None or last is None or first.day != 1 or add_days(last, 1).day != 1:
        return None
    ends = [
        f"{first.year:04}-{first.month:02}" + "~" * interval.about_first,
        f"{last.year:04}-{last.month:02}" + "~" * interval.about_last,
    ]
    if ends[0].rstrip("~") == ends[1].rstrip("~"):
        return max(ends)
    return "/".join(ends)
