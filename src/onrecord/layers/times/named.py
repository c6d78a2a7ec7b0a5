"""What readers of dates share: a unit with its year told ("March 2019"), by relation ("last March") or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import Period
from onrecord.layers.times.recur import recurring
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.words import value


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
    """Anchor "absolute" if the year stands there, else whose day it is counted from."""
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
    """For "this September", "this summer": the one of the running year, unless the tense forbids it."""
    way, cues = context.way(match)
    back, ahead = near(now, BACK), near(now, AHEAD)
    same_year = [period for period in (back, ahead) if now.year in (period.first.year, period.last.year)]
    if way:
        period = back if way == BACK else ahead
    else:
        period = same_year[0] if len(same_year) == 1 else ahead
    return Sense("date", period.value, period, anchor=context.now(match)[1], near=near, cues=cues)
