"""Readers of numeric dates, of days that have become names, and of words for a vague time."""

from __future__ import annotations

import re
from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.match import Match
from onrecord.layers.times.named import made
from onrecord.layers.times.outlets import day_first
from onrecord.layers.times.periods import Period
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.words import around, value

VAGUE = "names no date"


def numeric(match: Match, context: Context) -> Sense | None:
    """10/25/2019; 03/04/2020, by the country of the outlet, else with both readings."""
    parts = re.split(r"[/.]", match.word("d"))
    if len(parts[0]) == 4:
        day = made(int(parts[0]), int(parts[1]), int(parts[2]))
        return Sense("date", day.isoformat(), Period("day", day), anchor="absolute") if day else None
    now = context.published
    year = int(parts[2]) if len(parts[2]) == 4 else numbers.short_year(parts[2], now.year if now else 2029)
    first, second = int(parts[0]), int(parts[1])
    by_month, by_day = made(year, first, second), made(year, second, first)
    if by_month is None or by_day is None or by_month == by_day:
        day = by_month or by_day
        return Sense("date", day.isoformat(), Period("day", day), anchor="absolute") if day else None
    return _ambiguous(match, context, by_month, by_day)


def _ambiguous(match: Match, context: Context, by_month: date, by_day: date) -> Sense:
    order = True if "." in match.word("d") else day_first(context.country)
    note = "points are written after the day" if "." in match.word("d") else "order of the outlet's country"
    if order is None and context.published in (by_month, by_day):
        order, note = context.published == by_day, "one reading is the report's own day"
    if order is None:
        readings = (Period("day", by_month), Period("day", by_day))
        note = "month/day or day/month: the outlet's country is not known"
        return Sense("date", f"{by_day.year}-XX-XX", resolved=False, readings=readings, note=note)
    day = by_day if order else by_month
    return Sense("date", day.isoformat(), Period("day", day), anchor="absolute", note=note)


def nine_eleven(match: Match, context: Context) -> Sense | None:
    """9/11, the attacks of 2001."""
    now = context.published
    before = context.before(match)
    if (now is not None and now < date(2001, 9, 11)) or before in ("about", "ratio", "of", "won", "lost"):
        return None
    return Sense("date", "2001-09-11", Period("day", date(2001, 9, 11)), anchor="absolute")


def reference(match: Match, context: Context) -> Sense | None:
    """Now, recently, soon, the future: a time without a date."""
    word = match.word("r")
    if match.rule == "present":
        return Sense("date", "PRESENT_REF", resolved=False, note=VAGUE)
    if match.rule in ("soon", "term"):
        return Sense("date", "FUTURE_REF", resolved=False, note=VAGUE)
    if match.rule == "past":
        return _stands_alone(match, context, "PAST_REF")
    if match.rule == "future":
        return _stands_alone(match, context, "FUTURE_REF")
    after = context.after(match)
    if word == "soon" and (
        after is None
        or after.lower in ("after", "as", "before", "enough")
        or context.before(match) in ("as", "too", "so")
    ):
        return None
    if word == "now" and (
        (after is not None and after.lower == "that" and after.tag == "IN") or context.before(match) == "by"
    ):
        return None
    if match.rule == "current" and match.first.tag in ("NN", "NNS", "NNP"):
        return None
    found = next(code for name in ("now", "reference", "current") if (code := value(name, word)))
    return Sense("date", found, resolved=False, note=VAGUE)


def _stands_alone(match: Match, context: Context, code: str) -> Sense | None:
    """Yes for "in the future", not "the future of the region"."""
    after = context.after(match)
    if context.before(match) not in around("before-future"):
        return None
    if after is not None and (after.lower == "of" or after.tag[:2] == "NN"):
        return None
    return Sense("date", code, resolved=False, note=VAGUE)
