"""Readers of holidays."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from onrecord.layers.times.context import Context
from onrecord.layers.times.grammar import holiday_words
from onrecord.layers.times.match import Match
from onrecord.layers.times.named import dated, related, yearly
from onrecord.layers.times.periods import Period, add_days
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.words import FOLD, HERE
from onrecord.lexicon import sections

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1)
def _rules() -> dict[str, str]:
    rows = sections(HERE / "holidays.txt")[""]
    return {" ".join(holiday_words(name.translate(FOLD))): rule for name, rule in rows}


def holiday(match: Match, context: Context) -> Sense | None:
    """New Year's Eve, Thanksgiving, Eid al-Fitr."""
    rule = _rules()[match.word("h")]
    # "May Day", "Tet" and the like are names; written small they are other words
    if not match.last.text[0].isupper() and not any(t.text[0].isupper() for t in (match.first, match.last)):
        return None
    if match.word("h") == "new year" and context.before(match) in ("a", "the", "this", "every"):
        return None

    def make(year: int) -> Period | None:
        found = day_of(rule, year)
        return Period("day", found) if found else None

    fixed = rule[0].isdigit() and rule[2:3] == "-"
    unresolved = f"XXXX-{rule}" if fixed else "XXXX-XX-XX"
    if "r" in match.groups and match.last.lower != "year":
        return related(match, context, yearly(make), unresolved)
    return dated(match, context, make, unresolved)


@lru_cache(maxsize=4096)
def day_of(rule: str, year: int) -> date | None:
    """The day of a holiday in a year by the rule of holidays.txt."""
    words = rule.split()
    if len(words) == 1:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    if words[0] == "easter":
        return add_days(easter(year), int(words[1]))
    if words[0].lstrip("-").isdigit():
        return _nth(year, int(words[0]), _DAYS.index(words[1]), int(words[2]))
    return _from_package(words[0], " ".join(words[1:]), year)


def _nth(year: int, number: int, weekday: int, month: int) -> date:
    if number < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return add_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + n + 90) // 25
    return date(year, month, (h - m + n + month + 19) % 32)


def _from_package(country: str, name: str, year: int) -> date | None:
    """The first day of that name; the lunar calendars are the holidays package's."""
    if not 1950 <= year <= 2075:
        return None
    import holidays

    days = holidays.country_holidays(country, years=year, language="en_IN" if country == "IN" else "en_US")
    found = [day for day, names in days.items() if any(part.strip() == name for part in names.split(";"))]
    return min(found, default=None)
