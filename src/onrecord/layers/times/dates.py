"""Readers of dates that name a calendar unit: "Sept. 9, 2020", "March", "the third quarter of 2016", "the 1990s", "last summer"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, moved
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import SEASONS, OutOfRange, Period, add_months
from onrecord.layers.times.recur import recurring
from onrecord.layers.times.sense import Interval, Sense, months_edtf
from onrecord.layers.times.words import around, value


def made(year: int, month: int, day: int) -> date | None:
    """The date, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def yearly(make: Callable[[int], Period | None]) -> Callable[[date, int], Period]:
    """The recurring unit that `make` gives for a year: the latest that began by a day, or the earliest that ends from it on."""

    def near(day: date, way: int) -> Period:
        years = range(day.year - 8, day.year + 9)
        found = [period for year in years if 0 < year < 9999 and (period := make(year)) is not None]
        if way == AHEAD:
            return next((period for period in found if period.last >= day), found[-1])
        return next((period for period in reversed(found) if period.first <= day), found[0])

    return near


def year_of(match: Match, context: Context) -> int | None:
    """The year that a match names, outright ("2016", "'89") or by its relation ("last year")."""
    named = numbers.year(match.words("y", "y2", "y3"))
    if named is not None:
        return named
    now, _ = context.now(match)
    if "z" in match.groups or "t" in match.groups:
        return numbers.short_year(match.word("z", "t"), now.year if now else 2029)
    if "r" not in match.groups:
        return None
    return related_year(match, context)


def related_year(match: Match, context: Context) -> int | None:
    """The year of "last year", "the previous year" and the like."""
    word = match.words("r")[-1]
    now, _ = context.now(match)
    told = context.last_told(match)
    if word in ("previous", "preceding", "prior", "following", "same", "that") and told and told.period:
        step = -1 if value("previous", word) else 1 if value("following", word) else 0
        return told.period.first.year + step
    if now is None:
        return None
    return now.year + int(
        value("last", word) or value("next", word) or value("previous", word) or value("coming", word) or 0
    )


def anchored(match: Match, context: Context) -> str:
    """ "absolute" if the year stands there, else whose day it is counted from."""
    return context.now(match)[1] if "r" in match.groups else "absolute"


def dated(match: Match, context: Context, make: Callable[[int], Period | None], unresolved: str) -> Sense | None:
    """A unit of the year named, or a recurring one without a year."""
    if not {"y", "y2", "y3", "z", "t", "r"} & set(match.groups):
        return recurring(match, context, yearly(make), unresolved) if make(2000) else None
    year = year_of(match, context)
    if year is None and "r" not in match.groups:
        return None
    if year is None:
        return Sense("date", unresolved, resolved=False, near=yearly(make), note="no publication date")
    period = make(year) if 0 < year < 9999 else None
    if period is None:
        return None
    return Sense("date", period.value, period, anchor=anchored(match, context))  # type: ignore[arg-type]


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
    """ "Dec. 24 to 26" is a range, "Dec. 24 and 26" are two days, and in "Dec. 24 to 30 people" the number counts."""
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


def related(match: Match, context: Context, near: Callable[[date, int], Period], unresolved: str) -> Sense:
    """A recurring unit with "last", "next", "this": strictly before or after the unit of today, or the nearest to it."""
    word = match.words("r")[-1]
    now, anchor = context.now(match)
    told = context.last_told(match)
    if (
        any(value(name, word) for name in ("previous", "following", "that", "same"))
        and told
        and told.days
        and told.days.first
    ):
        now, anchor = told.days.first, "narrative"
    if now is None:
        return Sense("date", unresolved, resolved=False, near=near, note="no publication date")
    current = near(now, BACK)
    holds = current.first <= now <= current.last
    if value("last", word) or value("past", word) or value("previous", word):
        period = near(_before(current), BACK) if holds else current
    elif value("next", word) or value("following", word) or value("coming", word):
        upcoming = near(now, AHEAD)
        period = near(_after(upcoming), AHEAD) if holds else upcoming
    else:
        return _this(match, context, near, now)
    return Sense("date", period.value, period, anchor=anchor, near=near)


def _before(period: Period) -> date:
    return date.fromordinal(period.first.toordinal() - 1)


def _after(period: Period) -> date:
    return date.fromordinal(period.last.toordinal() + 1)


def _this(match: Match, context: Context, near: Callable[[date, int], Period], now: date) -> Sense:
    """ "This September", "this summer": the one of the running year, unless the tense forbids it."""
    way, cues = context.way(match)
    back, ahead = near(now, BACK), near(now, AHEAD)
    same_year = [period for period in (back, ahead) if now.year in (period.first.year, period.last.year)]
    if way:
        period = back if way == BACK else ahead
    else:
        period = same_year[0] if len(same_year) == 1 else ahead
    return Sense("date", period.value, period, anchor=context.now(match)[1], near=near, cues=cues)


def month_year(match: Match, context: Context) -> Sense | None:
    """March 2019; July last year."""
    number = int(value("month", match.word("m")))
    return dated(match, context, lambda year: Period("month", date(year, number, 1)), f"XXXX-{number:02}")


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
    number = int(match.word("q").strip("q")) if "q" in match.groups else numbers.ordinal(match.words("n"))
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
