"""Readers of dates by month, and of days and weeks in it: "Sept. 9, 2020", "March 3-5", "last June", "the 20th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD
from onrecord.layers.times.match import Match
from onrecord.layers.times.named import dated, made, related, yearly
from onrecord.layers.times.periods import Period, add_months
from onrecord.layers.times.recur import recurring
from onrecord.layers.times.sense import Interval, Sense, months_edtf
from onrecord.layers.times.words import around, value


def iso(match: Match, _: Context) -> Sense | None:
    """2020-09-10, also with a clock time."""
    day = made(int(match.word("y")), int(match.word("m")), int(match.word("d")[:2]))
    if day is None:
        return None
    period = Period("day", day)
    clock = match.word("d")[3:].upper() or None
    value_of = period.value + (f"T{clock}" if clock else "")
    return Sense("time" if clock else "date", value_of, period, anchor="absolute", clock=clock)


def month_day(match: Match, context: Context) -> Sense | None:
    """Sept. 9; Wednesday, 9 September 2020."""
    month, day = int(value("month", match.word("m"))), numbers.ordinal(match.words("d"))
    if day is None:
        return None

    def make(year: int) -> Period | None:
        found = made(year, month, day)
        return Period("day", found) if found else None

    return dated(match, context, make, f"XXXX-{month:02}-{day:02}")


def month_days(match: Match, context: Context) -> Sense | None:
    """March 3-5."""
    first = month_day(match, context)
    last_day = numbers.ordinal(match.words("e"))
    first_day = numbers.ordinal(match.words("d")) or 0
    if (
        first is None
        or last_day is None
        or last_day <= first_day
        or not _is_range(match, context, last_day - first_day)
    ):
        return None
    if first.period is None:
        return Sense("date", f"{first.value}/{last_day:02}", resolved=False, note=first.note)
    last = made(first.period.first.year, first.period.first.month, last_day)
    if last is None:
        return None
    return Sense("date", f"{first.value}/{last}", None, Interval(first.period.first, last), anchor=first.anchor)


def _is_range(match: Match, context: Context, days: int) -> bool:
    """A range is "Dec. 24 to 26"; "Dec. 24 and 26" are two days, and in "Dec. 24 to 30 people" the number counts."""
    after = context.after(match)
    if "j" not in match.groups:
        return True
    if (
        "y" not in match.groups
        and after is not None
        and (after.tag[:2] in ("NN", "JJ", "CD", "$") or after.lower == "%")
    ):
        return False
    return match.word("j") != "and" or days == 1 or context.before(match) == "between"


def months(match: Match, context: Context) -> Sense | None:
    """June-August."""
    one, other = (int(value("month", match.word(name))) for name in "mn")
    span = (other - one) % 12

    def make(year: int) -> Period | None:
        return Period("month", date(year, one, 1))

    first = dated(match, context, make, f"XXXX-{one:02}")
    if first is None or first.period is None:
        return first and Sense("date", f"XXXX-{one:02}/XXXX-{other:02}", resolved=False, note=first.note)
    start = first.period
    if "y" in match.groups and other < one:
        start = start.shift(-12)
    interval = Interval(start.first, start.shift(span).last)
    return Sense(
        "date", f"{start.value}/{start.shift(span).value}", None, interval, months_edtf(interval), anchor=first.anchor
    )


def month(match: Match, context: Context) -> Sense | None:
    """March; last June; this September."""
    number = int(value("month", match.word("m")))

    def make(year: int) -> Period | None:
        return Period("month", date(year, number, 1))

    near = yearly(make)
    if "r" not in match.groups:
        return recurring(match, context, near, f"XXXX-{number:02}")
    return related(match, context, near, f"XXXX-{number:02}")


def month_year(match: Match, context: Context) -> Sense | None:
    """March 2019; July last year."""
    number = int(value("month", match.word("m")))
    return dated(match, context, lambda year: Period("month", date(year, number, 1)), f"XXXX-{number:02}")


def week_of(match: Match, context: Context) -> Sense | None:
    """The second week of October: the seven days, about."""
    number, whole = numbers.ordinal(match.words("n")), month_year(match, context)
    if whole is None or whole.period is None or number is None or number > 5:
        return whole
    first = whole.period.last - timedelta(6) if number < 0 else whole.period.first + timedelta(7 * (number - 1))
    interval = Interval(first, min(first + timedelta(6), whole.period.last), number > 1, number > 0)
    return replace(whole, interval=interval, edtf=interval.edtf, mod="END" if number < 0 else None)


def day_alone(match: Match, context: Context) -> Sense | None:
    """On the 20th: of this month or the one beside it."""
    day, after = numbers.ordinal(match.words("d")), context.after(match)
    if day is None or day > 31 or context.before(match) not in around("before-day"):
        return None
    if after is not None and (after.tag[:2] in ("NN", "JJ", "CD") or after.lower in ("-", "of", "and", "to")):
        return None

    def near(today: date, way: int) -> Period:
        starts = [add_months(today.replace(day=1), step) for step in range(-2, 3)]
        days = [found for start in starts if (found := made(start.year, start.month, day))]
        if way == AHEAD:
            return Period("day", next(found for found in days if found >= today))
        return Period("day", next(found for found in reversed(days) if found <= today))

    return recurring(match, context, near, f"XXXX-XX-{day:02}")


def nth_weekday(match: Match, context: Context) -> Sense | None:
    """The first Monday of May; the first Monday of every month."""
    number, weekday = numbers.ordinal(match.words("n")), int(value("weekday", match.word("w")))
    if "e" in match.groups or number is None or number > 5:
        return Sense("set", "P1Y" if match.word("u") == "year" else "P1M")
    month = int(value("month", match.word("m")))

    def make(year: int) -> Period | None:
        first = date(year, month, 1)
        if number < 0:
            last = add_months(first, 1) - timedelta(1)
            return Period("day", last - timedelta((last.isoweekday() - weekday) % 7))
        found = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        return Period("day", found) if found.month == month else None

    return dated(match, context, make, f"XXXX-{month:02}-XX")
