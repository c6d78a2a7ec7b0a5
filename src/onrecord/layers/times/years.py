"""Readers of years and what they are parted into or make up: quarters, halves, seasons, decades, centuries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, moved
from onrecord.layers.times.match import Match
from onrecord.layers.times.named import dated, related, year_of, yearly
from onrecord.layers.times.periods import SEASONS, OutOfRange, Period
from onrecord.layers.times.sense import Interval, Sense, months_edtf
from onrecord.layers.times.words import value


def year(match: Match, context: Context) -> Sense | None:
    """2003; the year 2000; '89; nineteen ninety-seven."""
    if "s" in match.groups:
        number = numbers.year(match.words("s"))
    else:
        number = year_of(match, context)
    if number is None or not 0 < number < 9999:
        return None
    period = Period("year", date(number, 1, 1))
    return Sense("date", period.value, period, anchor="absolute")


def years(match: Match, _: Context) -> Sense | None:
    """2014-16."""
    start, end = (match.word("y") + "/").split("/")[:2]
    one, text = int(start), end or match.word("z")
    other = int(text) if len(text) == 4 else one // 100 * 100 + int(text)
    if not one < other < one + 100 or other > 2199:
        return None
    interval = Interval(date(one, 1, 1), date(other, 12, 31))
    return Sense("date", f"{one}/{other}", None, interval, f"{one}/{other}", anchor="absolute")


def decade(match: Match, context: Context) -> Sense | None:
    """The 1990s; the '80s; the nineties."""
    now, _ = context.now(match)
    beside = now.year if now else 2029
    if "n" in match.groups:
        start = numbers.short_year(value("decades-name", match.word("n")) + "0", beside)
    else:
        digits = match.word("y").rstrip("s")
        start = int(digits) if len(digits) == 4 else numbers.short_year(digits, beside)
    if start % 10:
        return None
    period = Period("decade", date(start, 1, 1))
    return Sense("date", period.value, period, anchor="absolute")


def half_decade(match: Match, context: Context) -> Sense | None:
    """The last half of the '80s."""
    whole = decade(match, context)
    if whole is None or whole.period is None:
        return None
    start = whole.period.first.year + (0 if numbers.ordinal(match.words("n")) == 1 else 5)
    interval = Interval(date(start, 1, 1), date(start + 4, 12, 31))
    return Sense("date", whole.value, whole.period, interval, f"{start}/{start + 4}", anchor="absolute")


def century(match: Match, _: Context) -> Sense | None:
    """The 20th century."""
    number = numbers.ordinal(match.words("n"))
    if number is None or not 2 <= number <= 22:
        return None
    period = Period("century", date((number - 1) * 100, 1, 1))
    return Sense("date", period.value, period, anchor="absolute")


def season(match: Match, context: Context) -> Sense | None:
    """Last summer; the winter of 1994; in spring."""
    code = value("season", match.word("s"))

    def make(year: int) -> Period | None:
        return Period("season", date(year, SEASONS[code], 1))

    unresolved = f"XXXX-{code}"
    if match.rule == "season-relative":
        return related(match, context, yearly(make), unresolved)
    return dated(match, context, make, unresolved)


def quarters(match: Match, _: Context) -> Sense | None:
    """The first two quarters of 1990."""
    year_named = numbers.year(match.words("y"))
    many = numbers.count(match.words("c"))
    if year_named is None or many not in (2, 3):
        return None
    start = 1 if numbers.ordinal(match.words("n")) == 1 else 13 - 3 * int(many)
    first = Period("quarter", date(year_named, start, 1))
    interval = Interval(first.first, first.shift(int(many) - 1).last)
    value_of = f"{year_named}-H{1 if start == 1 else 2}" if many == 2 else f"P{3 * int(many)}M"
    return Sense("date", value_of, None, interval, months_edtf(interval), anchor="absolute")


def part_of_year(match: Match, context: Context) -> Sense | None:
    """The third quarter of 2016; the second half of the year; Q3."""
    unit, size, most = ("half", 6, 2) if match.reader == "half" else ("quarter", 3, 4)
    number = int(match.word("q").strip("qh")) if "q" in match.groups else numbers.ordinal(match.words("n"))
    if number is None or number > most:
        return None
    month_first = size * ((most if number < 0 else number) - 1) + 1

    def make(year: int) -> Period | None:
        return Period(unit, date(year, month_first, 1))  # type: ignore[arg-type]

    letter = unit[0].upper()
    unresolved = f"XXXX-{letter}{most if number < 0 else number}"
    if match.word("n") == "last" and not {"y", "y2", "y3", "r", "f"} & set(match.groups) and match.last.lower != "year":
        return _last_one(match, context, unit)
    return dated(match, context, make, unresolved) or _beside_year(match, context, make)


def _last_one(match: Match, context: Context, unit: str) -> Sense | None:
    now, anchor = context.now(match)
    period = moved(unit, now, -1) if now else None  # type: ignore[arg-type]
    return Sense("date", period.value, period, anchor=anchor) if period else None


def _beside_year(match: Match, context: Context, make: Callable[[int], Period | None]) -> Sense | None:
    now, anchor = context.now(match)
    try:
        period = make(now.year) if now else None
    except OutOfRange:
        period = None
    return Sense("date", period.value, period, anchor=anchor) if period else None
