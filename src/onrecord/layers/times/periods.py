"""Calendar arithmetic: days, weeks, months, quarters, halves, seasons, years, decades, centuries as periods of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

Unit = Literal[
    "day",
    "week",
    "fortnight",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
]
MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES = {3: ("SP", 21), 6: ("SU", 22), 9: ("FA", 23), 12: ("WI", 24)}
DAYS = {"day": 1, "weekend": 2, "week": 7, "fortnight": 14}


class OutOfRange(ValueError):
    """A date before the year 1 or after 9999."""


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day. Raises OutOfRange."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not 1 <= year <= MAXYEAR:
        raise OutOfRange(f"{day} and {months} months")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """A day so many days off. Raises OutOfRange."""
    try:
        return day + timedelta(days)
    except OverflowError as error:
        raise OutOfRange(f"{day} and {days} days") from error


def add(day: date, unit: str, count: int) -> date:
    """A day so many units off. Raises OutOfRange."""
    if unit in DAYS:
        return add_days(day, DAYS[unit] * count)
    return add_months(day, MONTHS[unit] * count)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit that begins on `first`; a year may begin in any month (a fiscal year)."""

    unit: Unit
    first: date

    @classmethod
    def around(cls, unit: Unit, day: date) -> Period:
        """The unit that holds a day."""
        if unit == "day":
            return cls(unit, day)
        if unit in ("week", "fortnight"):
            return cls(unit, add_days(day, -day.weekday()))
        if unit == "weekend":
            return cls(unit, add_days(day, 5 - day.weekday()))
        if unit == "season":
            start = add_months(day.replace(day=1), -(day.month % 3))
            return cls(unit, start)
        size = MONTHS[unit]
        if size <= 12:
            return cls(unit, date(day.year, (day.month - 1) // size * size + 1, 1))
        years = size // 12
        return cls(unit, date(max(1, day.year // years * years), 1, 1))

    @property
    def last(self) -> date:
        """Its last day."""
        try:
            return add_days(add(self.first, self.unit, 1), -1)
        except OutOfRange:
            return date.max

    def shift(self, count: int) -> Period:
        """The unit of the same kind so many further on. Raises OutOfRange."""
        if self.unit == "weekend":
            return Period(self.unit, add_days(self.first, 7 * count))
        return Period(self.unit, add(self.first, self.unit, count))

    @property
    def fiscal(self) -> bool:
        """True for a year that is no calendar year."""
        return self.unit == "year" and (self.first.month, self.first.day) != (1, 1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        first = self.first
        year = f"{first.year:04}"
        match self.unit:
            case "day":
                return first.isoformat()
            case "week" | "fortnight" | "weekend":
                iso = first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return year + f"-{first.month:02}"
            case "quarter":
                return f"{year}-Q{(first.month + 2) // 3}"
            case "half":
                return f"{year}-H{(first.month + 5) // 6}"
            case "season":
                return f"{year}-{_SEASON_CODES[first.month][0]}"
            case "decade" | "century" | "millennium":
                return year[: {"decade": 3, "century": 2, "millennium": 1}[self.unit]]
            case _:
                return f"{self.last.year:04}"

    @property
    def edtf(self) -> str:
        """The EDTF date or interval (ISO 8601-2)."""
        first, last = self.first, self.last
        year = f"{first.year:04}"
        match self.unit:
            case "day" | "month":
                return self.value
            case "week" | "fortnight" | "weekend":
                return f"{first.isoformat()}/{last.isoformat()}"
            case "quarter":
                return f"{year}-{32 + (first.month + 2) // 3}"
            case "season":
                return f"{year}-{_SEASON_CODES[first.month][1]}"
            case "decade":
                return year[:3] + "X"
            case "century":
                return year[:2] + "XX"
            case "year" if not self.fiscal:
                return year
            case _:
                return f"{year}-{first.month:02}/{last.year:04}-{last.month:02}"
