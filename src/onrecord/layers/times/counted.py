"""Readers of days so many units off: "three years ago", "two weeks from now"."""

from __future__ import annotations

from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, of_period
from onrecord.layers.times.lengths import CLOCK_UNITS, length, unit_of
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import OutOfRange, Period, Unit, add, add_days
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.words import value


def ago(match: Match, context: Context) -> Sense | None:
    """Three years ago, ten days ago, a week or so ago, months ago."""
    now, anchor = context.now(match)
    unit, many = unit_of(match), count_of(match)
    if unit in CLOCK_UNITS:
        return _hours_ago(match, context, unit, many)
    if many is None:
        return _vague_ago(match, context, unit)
    quarter = context.quarter_told(match) if unit == "year" and many == 1 else None
    if quarter is not None:
        return of_period(quarter.shift(-12 // (3 if quarter.unit == "quarter" else 6)), "narrative", unit)
    if unit in ("decade", "century"):
        # "a decade ago" is ten years ago, not some time in the decade before this
        many *= 10 if unit == "decade" else 100
        unit = "year"
    period = units_off(now, unit, many) if now else None
    sense = of_period(period, anchor, unit)
    if "e" in match.groups and sense.period is not None and now is not None:
        return Sense("date", sense.value, sense.period, mod="APPROX", anchor=anchor)
    return sense


def units_off(day: date, unit: Unit, many: float, way: int = -1) -> Period | None:
    """The unit named, so many back: "two months ago" is that month, "ten days ago" that day."""
    named: Unit = "day" if unit == "weekend" else unit
    try:
        if many != int(many) and unit == "year":
            return Period.around("month", add(day, "month", way * round(12 * many)))
        return Period.around(named, add(day, named, way * int(many)))
    except OutOfRange:
        return None


def _hours_ago(match: Match, context: Context, unit: str, many: float | None) -> Sense | None:
    now, anchor = context.now(match)
    if now is None or many is None or CLOCK_UNITS[unit] * many > 86400:
        return Sense("duration", length(many, unit), resolved=False)
    period = Period("day", now)
    first = add_days(now, -1) if CLOCK_UNITS[unit] * many >= 3 * 3600 else now
    interval = Interval(first, now)
    return Sense("time", length(many, unit), period if first == now else None, interval, anchor=anchor)


def _vague_ago(match: Match, context: Context, unit: Unit) -> Sense | None:
    """A few years ago: the units that the vague number spans."""
    now, anchor = context.now(match)
    if now is None:
        return Sense("date", "PAST_REF", resolved=False, note="no publication date")
    least, most = numbers.vague(match.words("c"))
    first, last = units_off(now, unit, most), units_off(now, unit, least)
    interval = Interval(first.first, last.last, True, True) if first and last else None
    return Sense("date", "PAST_REF", None, interval, anchor=anchor)


def count_of(match: Match) -> float | None:
    """The number of units; the greater one of a range, half units added."""
    words = match.words("c")
    if not words and "h" not in match.groups:
        return None
    many = numbers.count(words) if words else 0.0
    if "h" in match.groups and many is not None:
        many += 0.5
    if "e" in match.groups and many is not None:
        more = numbers.count(match.words("e"))
        many = more if more is not None and more > many else many
    return many


def from_day(match: Match, context: Context) -> Sense | None:
    """A week from Friday."""
    now, anchor = context.now(match)
    many = count_of(match)
    if now is None or many is None:
        return of_period(None, anchor, "day")
    if "w" in match.groups:
        day = add_days(now, (int(value("weekday", match.word("w"))) - now.isoweekday()) % 7)
    else:
        day = add_days(now, int(value("deictic", match.word("d"))))
    return of_period(Period("day", add_days(day, 7 * int(many))), anchor, "day")


def from_now(match: Match, context: Context) -> Sense | None:
    """Two weeks from now."""
    now, anchor = context.now(match)
    unit, many = unit_of(match), count_of(match)
    if unit in CLOCK_UNITS or many is None:
        return Sense("date", "FUTURE_REF", resolved=False)
    return of_period(units_off(now, unit, many, 1) if now else None, anchor, unit)
