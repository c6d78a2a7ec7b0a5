"""Readers of dates told from another day: today, a weekday, "last week", "three years ago", "two days later", "that night"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.layers.times.context import Context, moved, of_period, step_of
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.lengths import CLOCK_UNITS, unit_of
from onrecord.layers.times.match import Match
from onrecord.layers.times.named import related
from onrecord.layers.times.periods import Period, Unit, add, add_days
from onrecord.layers.times.recur import recurring
from onrecord.layers.times.sense import Interval, Sense, months_edtf
from onrecord.layers.times.told import from_told
from onrecord.layers.times.words import around, value


def deictic(match: Match, context: Context) -> Sense | None:
    """Today, yesterday, tomorrow, tonight."""
    word = match.word("d")
    now, anchor = context.now(match)
    period = Period("day", add_days(now, int(value("deictic", word)))) if now else None
    return of_period(period, anchor, "day", "NI" if word == "tonight" else "")


def deictic_two(match: Match, context: Context) -> Sense | None:
    """The day before yesterday, the day after tomorrow."""
    now, anchor = context.now(match)
    step = -2 if match.words("d")[0] == "before" else 2
    return of_period(Period("day", add_days(now, step)) if now else None, anchor, "day")


def weekly(number: int) -> Callable[[date, int], Period]:
    """The weekday nearest to a day on one side; that day itself counts."""

    def near(day: date, way: int) -> Period:
        off = (number - day.isoweekday()) % 7 if way == AHEAD else -((day.isoweekday() - number) % 7)
        return Period("day", add_days(day, off))

    return near


def weekday(match: Match, context: Context) -> Sense | None:
    """Wednesday; last Wednesday; next Friday."""
    number = int(value("weekday", match.word("w")))
    if "r" in match.groups:
        return related(match, context, weekly(number), f"XXXX-WXX-{number}")
    return recurring(match, context, weekly(number), f"XXXX-WXX-{number}")


def weekday_week(match: Match, context: Context) -> Sense | None:
    """Friday of last week; Monday next week."""
    now, anchor = context.now(match)
    step = int(value("last", match.word("r")) or value("next", match.word("r")) or 0)
    week = moved("week", now, step) if now else None
    day = Period("day", add_days(week.first, int(value("weekday", match.word("w"))) - 1)) if week else None
    return of_period(day, anchor, "day")


def unit_rel(match: Match, context: Context) -> Sense | None:
    """Last month, next week, this year, the previous quarter, the next day."""
    word, unit = match.words("r")[-1], unit_of(match)
    if unit in CLOCK_UNITS:
        return None
    if match.last.text[0].isupper() and match.last.tag[:3] == "NNP" and match.last.text != match.last.text.upper():
        return None  # a name: This Week
    step = step_of(word)
    narrated = _narrated(match, context, word) or (word == "next" and unit == "day")
    if not narrated and _is_stretch(match, context, word):
        return _stretch(match, context, unit, step)
    if narrated or value("previous", word) or value("following", word):
        return from_told(match, context, unit, step)
    now, anchor = context.now(match)
    period = moved(unit, now, step) if now else None
    if step == 0 and period and now:
        return _running(match, context, period, now)
    return of_period(period, anchor, unit)


def _is_stretch(match: Match, context: Context, word: str) -> bool:
    """True for "over the past year", "in the last week": a length that ends today, no calendar unit."""
    if "mod" in match.groups:
        return False
    told = word in ("past", "coming") or (match.first.lower == "the" and word in ("last", "next"))
    return told and context.before(match) in around("stretch")


def _narrated(match: Match, context: Context, word: str) -> bool:
    """True for "the next week" in the past tense: it follows what was told before it."""
    return word == "next" and match.first.lower == "the" and context.way(match)[0] == BACK


def _stretch(match: Match, context: Context, unit: str, step: int) -> Sense | None:
    """For "over the past year": one unit back from today, to today."""
    now, anchor = context.now(match)
    code = {"week": "P1W", "month": "P1M", "quarter": "P1Q", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}.get(
        unit, "P1D"
    )
    if now is None:
        return Sense("duration", code, resolved=False, note="no publication date")
    other = add(now, unit, step)
    interval = Interval(other, now) if step < 0 else Interval(add_days(now, 1), other)
    return Sense("duration", code, None, interval, anchor=anchor)


def _running(match: Match, context: Context, period: Period, now: date) -> Sense:
    """The running unit: up to today if it is looked back on, from today on if ahead."""
    way, cues = context.way(match)
    interval = None
    if match.words("r")[-1] == "this" and period.unit not in ("day", "weekend") and "mod" not in match.groups:
        if way == BACK:
            interval = Interval(period.first, now)
        elif way == AHEAD:
            interval = Interval(now, period.last)
    anchor = context.now(match)[1]
    return Sense("date", period.value, period, interval, period.edtf if interval else None, anchor=anchor, cues=cues)


_LENGTHS = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P1Q", "year": "P1Y"}


def unit_plain(match: Match, context: Context) -> Sense | None:
    """For "the year", "the week" behind a preposition or in "the end of the month": the running one; "the year ended …": a length."""
    unit, behind = unit_of(match), context.after(match)
    if (
        behind is not None
        and behind.lower in ("ended", "ending", "to", "through")
        and unit in _LENGTHS
        and unit != "day"
    ):
        return Sense("duration", _LENGTHS[unit])
    if behind is not None and behind.lower in ("that", "when", "before", "after", "which"):
        return None
    figure = context.after(match, 2)
    if behind is not None and behind.lower == "of" and not (figure is not None and figure.tag in ("$", "CD")):
        return None  # "the year of the flood", but "a high for the year of $42"
    if "mod" not in match.groups and (
        context.before(match) not in around("before-unit") or unit in ("decade", "century", "day")
    ):
        return None
    if unit == "day" and match.words("mod")[-2:] == ("end", "of") and behind is not None and behind.lower == ",":
        return None  # "at the end of the day, it is about trust"
    if unit == "day":
        told = context.last_told(match)
        if told and told.period and told.period.unit == "day":
            return of_period(told.period, "narrative", unit)
    now, anchor = context.now(match)
    if unit == "week" and "mod" not in match.groups:
        return _week_told(match, context)
    return of_period(Period.around(unit, now) if now else None, anchor, unit)


def _week_told(match: Match, context: Context) -> Sense:
    """For "for the week, shares fell": the week of the day told before, else no known one."""
    told = context.last_told(match)
    if told and told.period and told.period.unit == "day":
        return of_period(Period.around("week", told.period.first), "narrative", "week")
    now, _ = context.now(match)
    return Sense("date", f"{now.year}-WXX" if now else "XXXX-WXX", resolved=False, note="no day of that week is told")


def unit_two(match: Match, context: Context) -> Sense | None:
    """The month before last, the week after next."""
    now, anchor = context.now(match)
    unit = unit_of(match)
    if unit in CLOCK_UNITS:
        return None
    return of_period(moved(unit, now, -2 if match.word("s") == "before last" else 2) if now else None, anchor, unit)


def weekend(match: Match, context: Context) -> Sense | None:
    """The weekend: the last one in the past tense, else the coming one."""
    now, anchor = context.now(match)
    if now is None:
        return of_period(None, anchor, "weekend")
    way, cues = context.way(match)
    current = Period.around("weekend", now)
    period = current if way == AHEAD or now >= current.first else current.shift(-1)
    return Sense("date", period.value, period, anchor=anchor, cues=cues)


def part_rel(match: Match, context: Context) -> Sense | None:
    """Last night, this morning, that night, the next morning."""
    word, part = match.words("r")[-1], value("part", match.word("p"))
    step = step_of(word)
    if (
        value("that", word)
        or value("same", word)
        or value("previous", word)
        or value("following", word)
        or (value("next", word))
    ):
        told = context.last_told(match)
        if told and told.days and told.days.last:
            day = told.days.last if step >= 0 else told.days.first
            return of_period(Period("day", add_days(day or told.days.last, step)), "narrative", "day", part)
        if step >= 0:
            return of_period(None, "none", "day", part)
    now, anchor = context.now(match)
    return of_period(Period("day", add_days(now, step)) if now else None, anchor, "day", part)


def part_alone(match: Match, context: Context) -> Sense | None:
    """In the morning, at dawn, at noon: of the day told last, else of the report's day."""
    word = match.word("p")
    after = context.after(match)
    if match.words("mod")[-1:] == ("-",):
        return None  # a kind: late-night shows
    if match.last.text[0].isupper() and after is not None and after.tag == "NNP" and not value("weekday", after.lower):
        return None  # a name: Sunrise Boulevard
    known = match.first.lower == "the" or context.before(match) in around("before-part")
    if not known and "mod" not in match.groups and match.last.lower not in ("noon", "midnight", "midday"):
        if not _joins_day(match, context):
            return None
        return Sense("time", "XXXX-XX-XXT" + value("part", word), resolved=False, needs_day=True)
    if after is not None and after.lower in ("after", "before", "when", "that"):
        return of_period(None, "none", "day", value("part", word))
    told = context.last_told(match)
    now, anchor = context.now(match)
    if told is not None and told.period is not None and told.period.unit == "day":
        return of_period(told.period, "narrative", "day", value("part", word))
    return of_period(Period("day", now) if now else None, anchor, "day", value("part", word))


def _joins_day(match: Match, context: Context) -> bool:
    """True beside a weekday or another day, with which the part of the day makes one expression."""
    if context.told and context.told[-1][0].last.i == match.first.i - 1:
        return True
    after = context.after(match)
    beside = (context.before(match), after.lower if after is not None else "")
    return any(value("weekday", word) or value("deictic", word) for word in beside)


def year_end(match: Match, context: Context) -> Sense | None:
    """Year-end, the year's end, month-end."""
    unit: Unit = "month" if "month" in match.word("e") else "year"
    now, anchor = context.now(match)
    if now is None:
        return of_period(None, anchor, unit)
    way, cues = context.way(match)
    current = Period.around(unit, now)
    period = current.shift(-1) if way == BACK and (current.last - now).days > 15 else current
    first = add_days(period.last, -6) if unit == "month" else date(period.last.year, 12, 1)
    interval = Interval(first, period.last, True)
    return Sense("date", period.value, period, interval, months_edtf(interval), "END", anchor, cues=cues)
