"""Readers of times told from a time before them in the text: "two days later", "that year", "the year-ago quarter"."""

from __future__ import annotations

from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, moved, of_period, unresolved
from onrecord.layers.times.counted import count_of, units_off
from onrecord.layers.times.lengths import CLOCK_UNITS, length, unit_of
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import OutOfRange, Period, Unit, add
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.words import value


def from_told(match: Match, context: Context, unit: Unit, step: int) -> Sense:
    """A unit counted from the time told last; what lies before it may be counted from the report's day."""
    told = context.last_told(match)
    days = told.days if told else None
    if coarse(days, unit):
        return of_period(None, "narrative", unit)
    day, anchor = (days.last if step > 0 else days.first) if days else None, "narrative"
    if day is None and step < 0:
        day, anchor = context.now(match)
    period = moved(unit, day, step) if day else None
    return of_period(period, anchor, unit)  # type: ignore[arg-type]


def coarse(days: Interval | None, unit: str) -> bool:
    """True if what was told is too long to count days or weeks from: "last week … the next day"."""
    if days is None or days.first is None or days.last is None or unit not in ("day", "week"):
        return False
    return (days.last - days.first).days + 1 > (3 if unit == "day" else 31)


def unit_told(match: Match, context: Context) -> Sense | None:
    """That year, the same day: the unit that was told of."""
    unit = unit_of(match)
    if unit in CLOCK_UNITS:
        return None
    told = context.last_told(match)
    days = told.days if told else None
    if told is None or days is None or days.first is None or days.last is None:
        return of_period(None, "narrative", unit)
    period = Period.around(unit, days.first)
    if days.last > period.last:
        # "that day" of a month told: some day of it
        known = told.period.value if told.period and told.period.unit in ("month", "year") else unresolved(unit)[:-3]
        return Sense("date", f"{known}-XX", resolved=False, note="the time told before it is longer")
    return of_period(period, "narrative", unit)


def shift(match: Match, context: Context) -> Sense | None:
    """A year earlier, two days later: from the time told before."""
    unit, many = unit_of(match), count_of(match)
    after = context.after(match)
    if after is not None and after.lower == "than":
        return Sense("duration", length(many, unit))  # "weeks earlier than planned"
    way = -1 if value("earlier", match.word("s")) else 1
    if unit in CLOCK_UNITS:
        return _hours_off(match, context, many)
    told = context.last_told(match)
    days = told.days if told else None
    day, anchor = (days.first if way < 0 else days.last) if days else None, "narrative"
    if coarse(days, unit):
        return of_period(None, "narrative", unit)
    if unit == "year" and many is not None and many == int(many) and day is not None:
        return _years_off(match, context, int(many) * way)
    if day is None and way < 0:
        day, anchor = context.now(match)
    if many is None or day is None:
        return Sense("date", "PAST_REF" if way < 0 else "FUTURE_REF", resolved=False, note="no time told before it")
    return of_period(units_off(day, unit, many, way), anchor, unit)  # type: ignore[arg-type]


def _hours_off(match: Match, context: Context, many: float | None) -> Sense | None:
    """Two hours later: on the day told."""
    told = context.last_told(match)
    code = f"PT{int(many) if many else 'X'}{unit_of(match)[0].upper()}"
    if told and told.period and told.period.unit == "day" and many is not None and many < 6:
        return Sense("time", code, told.period, anchor="narrative")
    return Sense("duration", code, resolved=False)


def _years_off(match: Match, context: Context, years: int) -> Sense:
    """A year earlier: the quarter, month or year told, so many years off."""
    quarter = context.quarter_told(match)
    told = context.last_told(match)
    period = quarter or (told.period if told else None)
    if period is None or period.unit not in ("quarter", "half", "month", "season"):
        days = told.days if told else None
        first = (days.first if days else None) or date(2, 1, 1)
        period = Period.around("year", first)
    scale = {"quarter": 4, "season": 4, "half": 2, "month": 12}.get(period.unit, 1)
    try:
        return of_period(period.shift(years * scale), "narrative", period.unit)
    except OutOfRange:
        return of_period(None, "none", "year")


def shift_next(match: Match, context: Context) -> Sense | None:
    """The day before, the year after: without the event it would be counted from."""
    behind = context.after(match)
    if (
        behind is not None
        and behind.tag not in (".", ",", ":", "CC", "-RRB-", "''", "``")
        and behind.lower not in ("that",)
    ):
        return None
    unit = unit_of(match)
    step = -1 if match.word("s") == "before" else 1
    if context.last_told(match) is None and step > 0:
        return None
    return from_told(match, context, "day" if unit in CLOCK_UNITS else unit, step)


def year_ago(match: Match, context: Context) -> Sense | None:
    """The year-earlier quarter, year-ago."""
    quarter = context.quarter_told(match)
    if "n" in match.groups and quarter is None:
        now = context.now(match)[0]
        number = numbers.ordinal(match.words("n"))
        quarter = Period("quarter", date(now.year, 3 * number - 2, 1)) if now and number in (1, 2, 3, 4) else None
    if quarter is None and match.last.lower == "quarter" and context.published:
        quarter = moved("quarter", context.published, -1)
    if quarter is not None:
        return of_period(quarter.shift(-4 if quarter.unit == "quarter" else -2), "narrative", "quarter")
    told = context.last_told(match)
    now, anchor = context.now(match)
    day = told.days.first if told and told.days and told.days.first else now
    if day is None:
        return of_period(None, "none", "year")
    return of_period(moved("year", day, -1), "narrative" if told else anchor, "year")


def same_period(match: Match, context: Context) -> Sense | None:
    """The same period last year; the 1988 period."""
    told = context.last_told(match)
    quarter = context.quarter_told(match)
    if quarter is None and match.words("u")[-1:] == ("quarter",) and context.published:
        quarter = moved("quarter", context.published, -1)
    period = quarter or (told.period if told else None)
    named = numbers.year(match.words("y"))
    now, _ = context.now(match)
    base = period.first.year if period else now.year if now else None
    target = named if named is not None else base - 1 if base is not None else None
    if period is None or target is None or period.unit in ("year", "decade", "century", "week", "weekend"):
        return of_period(Period("year", date(target, 1, 1)) if target else None, "narrative", "year")
    scale = {"quarter": 4, "season": 4, "half": 2, "month": 12}.get(period.unit)
    steps = target - period.first.year
    if scale:
        return of_period(period.shift(steps * scale), "narrative", period.unit)
    return of_period(moved("day", add(period.first, "year", steps), 0), "narrative", "day")


def quarter_told(match: Match, context: Context) -> Sense | None:
    """The quarter, the latest period: the one told last, else the last that is over."""
    quarter = context.quarter_told(match)
    if quarter is not None:
        return of_period(quarter, "narrative", quarter.unit)
    if "latest" not in match.groups and (
        match.last.lower == "period" or context.before(match) not in ("in", "for", "during", "of")
    ):
        return None
    now, anchor = context.now(match)
    return of_period(moved("quarter", now, -1) if now else None, anchor, "quarter")
