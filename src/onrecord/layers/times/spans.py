"""Readers of durations, and of stretches tied to a day: "18 months", "the past three weeks", "within 90 days", "in a few days"."""

from __future__ import annotations

import math
from datetime import date

from onrecord.concepts.timex import Anchor
from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.lengths import CLOCK_UNITS, end_of, length, many_of, unit_of
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import Period, add_days
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.words import around, value


def duration(match: Match, context: Context) -> Sense | None:
    """18 months; a two-year plan; in a few days; within 90 days; the worst in 40 years."""
    if not _is_length(match, context):
        return None
    unit = unit_of(match)
    most = many_of(match)[1]
    mod = "APPROX" if match.word("e") == "so" or "e" in match.groups else None
    code = length(most, unit)
    term = _term(match, context, unit, most)
    if term is None and context.published is None and _counts_from_now(match, context):
        return Sense("duration", code, mod=mod, resolved=False, note="no publication date")
    if term is None:
        return Sense("duration", code, mod=mod)
    return Sense("duration", code, None, term, mod=mod, anchor=context.now(match)[1])


def _counts_from_now(match: Match, context: Context) -> bool:
    """True for "in a few days", "within 90 days" told as ahead."""
    return (
        context.before(match) in ("within", "in") and not _is_record(match, context) and context.way(match)[0] == AHEAD
    )


def _is_length(match: Match, context: Context) -> bool:
    """No age ("52 years old"), no rate ("$1.76 a year"), no fraction ("a quarter"), no rank ("a second")."""
    after = context.after(match)
    behind = context.after(match, 2)
    if after is not None and (
        after.lower == "old" or (after.text in "-‑–" and behind is not None and behind.lower == "old")
    ):
        return False
    words, unit, before = match.words("c"), match.words("u")[0], context.before(match)
    if (
        unit == "hours"
        and len(words) == 1
        and len(words[0]) == 4
        and before in ("at", "by", "around", "about", "until")
    ):
        return False  # 1800 hours on the clock
    article = words in (("a",), ("an",))
    if match.words("e") in (("a",), ("an",)):
        return False  # "12-an-hour"
    if article and (before in ("-", "on") or (after is not None and after.lower in ("-", "'s", "’s", "to"))):
        return False  # "$12-an-hour", "on a day when", "a day-to-day matter"
    if unit == "quarters" and (
        (after is not None and after.lower == "of")
        or (match.last.head.i != match.last.i and context.before_last(match) == "-")
    ):
        return False
    if unit in ("second", "quarter", "min") and (
        not words or words[0] in ("a", "an") or (unit == "min" and not words[0].isdecimal())
    ):
        rare = unit == "min" or "mod" in match.groups or (after is not None and after.lower == "of")
        return before in ("for", "within") and not rare
    return not (article and match.first.lower in ("a", "an") and _is_rate(match, context))


def _is_rate(match: Match, context: Context) -> bool:
    """True for "four flights a week": the words follow a noun or number without a preposition."""
    number = match.first.i - 1
    before = context.page.parse.tokens[number] if number >= 0 else None
    if before is None or before.sent != match.first.sent:
        return False
    return before.tag[:2] in ("NN", "CD", "$", "POS") or before.lower in ("%", "percent", "once", "twice", "times")


def quarter_century(match: Match, context: Context) -> Sense | None:
    """A quarter of a century."""
    return None if context.before(match) in around("owner") else Sense("duration", "P25Y")


def duration_bare(match: Match, context: Context) -> Sense | None:
    """Weeks, years: only behind a preposition that makes them a length, or with "at least" and the like."""
    after, before = context.after(match), context.before(match)
    if before not in around("before-length"):
        return None
    if before == "of" and context.before(match, 2) not in ("matter", "period"):
        return None
    if after is not None and (after.lower == "to" or (after.lower == "of" and before != "after")):
        return None
    if after is not None and after.lower == "old":
        return None
    return Sense("duration", length(None, unit_of(match)))


def _term(match: Match, context: Context, unit: str, most: float | None) -> Interval | None:
    """The days of a length behind "within" or "in", if it is counted from now."""
    word = context.before(match)
    now, _ = context.now(match)
    if now is None or word not in ("within", "in"):
        return None
    number = most if most is not None else float(numbers.vague(match.words("c"))[1])
    if unit in CLOCK_UNITS:
        unit, number = "day", CLOCK_UNITS[unit] * number / 86400
        if number < 1:
            return None
        number = float(math.ceil(number))
    after = context.after(match, 2)
    way = AHEAD if after is not None and after.lower == "time" else context.way(match)[0]
    told = context.told[-1] if context.told else None
    days = told[1].days if told and told[0].first.sent == match.first.sent else None
    if days and days.last and (now - days.last).days > 7:
        return None  # counted from what happened then
    if word == "within":
        # in the past tense it is counted from the event told, which no words date
        return Interval(now, end_of(now, unit, number)) if way != BACK else None
    if _is_record(match, context):
        return Interval(end_of(now, unit, -number), now, True)
    if way != AHEAD:
        return None
    if most is None:
        least = numbers.vague(match.words("c"))[0]
        first = add_days(now, 1) if unit == "day" else end_of(now, unit, least)
        return Interval(first, end_of(now, unit, number), True, True)
    named = Period.around(unit if unit in ("day", "week", "month", "year") else "day", end_of(now, unit, number))  # type: ignore[arg-type]
    return Interval(named.first, named.last)


def _is_record(match: Match, context: Context) -> bool:
    """True for "the worst in 40 years", "for the first time in a decade", "has not met in years"."""
    tokens = context.page.parse.tokens
    start = context.page.parse.sentence(match.first).first
    window = tokens[max(start, match.first.i - 8) : match.first.i]
    return any(token.tag in ("JJS", "RBS") or token.lower in around("record") for token in window)


def span(match: Match, context: Context) -> Sense | None:
    """The last seven or eight months; the past three weeks; the next few years; the coming weeks."""
    unit = unit_of(match)
    least, most = many_of(match)
    if "h" in match.groups:
        least = most = 1.5
    elif not match.words("c"):
        least = most = None if value("units", match.words("u")[0]) else 1.0
    word = match.words("r")[-1]
    way = 1 if word == "ahead" or any(value(name, word) for name in ("next", "coming", "following")) else -1
    approx = least is None or "e" in match.groups or match.last.lower == "so"
    mod = "APPROX" if "e" in match.groups or match.last.lower == "so" else None
    code = length(most, unit)
    now, anchor = context.now(match)
    from_told = (value("previous", word) or value("following", word)) and unit not in CLOCK_UNITS
    told = context.last_told(match) if from_told else None
    number = most if most is not None else 5.0
    if told is None and value("following", word):
        return Sense("duration", code, mod=mod, resolved=False, note="no time told before it")
    if told is not None and told.days is not None:
        interval = _beside_told(told.days, unit, number * way)
        return Sense("duration", code, None, interval, mod=mod, anchor="narrative", resolved=interval is not None)
    if now is None:
        return Sense("duration", code, mod=mod, resolved=False, note="no publication date")
    if unit in CLOCK_UNITS:
        return Sense("duration", code, None, _hours(now, unit, number, way), mod=mod, anchor=anchor)
    ends = (end_of(now, unit, -number), now) if way < 0 else (add_days(now, 1), end_of(now, unit, number))
    return Sense("duration", code, None, Interval(*ends, approx, approx and way > 0), mod=mod, anchor=anchor)


def _hours(now: date, unit: str, number: float, way: int) -> Interval:
    days = -(-CLOCK_UNITS[unit] * number // 86400)
    other = add_days(now, int(days) * way)
    return Interval(min(now, other), max(now, other))


def _beside_told(days: Interval, unit: str, number: float) -> Interval | None:
    """For "the previous 10 months": up to the day before what was told."""
    if number < 0 and days.first:
        last = add_days(days.first, -1)
        return Interval(add_days(end_of(last, unit, number), 1), last)
    if number > 0 and days.last:
        first = add_days(days.last, 1)
        return Interval(first, add_days(end_of(first, unit, number), -1))
    return None


def span_first(match: Match, context: Context) -> Sense | None:
    """The first nine months (of the year, of 1989); "the last six months" alone is no part of a year."""
    unit, first = unit_of(match), match.word("o") == "first"
    most = many_of(match)[1]
    year, anchor = _year_behind(match, context)
    if not first and year is None:
        return None
    code = length(most, unit)
    if most is None or year is None or unit not in ("month", "quarter"):
        return Sense("duration", code)
    start, end = date(year, 1, 1), date(year, 12, 31)
    if first:
        interval = Interval(start, add_days(end_of(start, unit, most), -1))
    else:
        interval = Interval(end_of(add_days(end, 1), unit, -most), end)
    return Sense("duration", code, None, interval, anchor=anchor)


def _year_behind(match: Match, context: Context) -> tuple[int | None, Anchor]:
    """The year of "the first nine months of 1997", "… of the year", "… of last year"."""
    words = [token.lower for step in (1, 2, 3) if (token := context.after(match, step)) is not None]
    now, anchor = context.now(match)
    if len(words) < 2 or words[0] != "of":
        return None, "none"
    if words[1].isdecimal() and len(words[1]) == 4:
        return int(words[1]), "absolute"
    if now is None or words[2:] != ["year"]:
        return None, "none"
    return now.year + int(value("last", words[1]) or value("next", words[1]) or 0), anchor


def recent_units(match: Match, context: Context) -> Sense | None:
    """In recent weeks."""
    unit = unit_of(match)
    now, anchor = context.now(match)
    if unit in CLOCK_UNITS:
        return Sense("duration", length(None, unit))
    if now is None:
        return Sense("duration", length(None, unit), resolved=False, note="no publication date")
    return Sense("duration", length(None, unit), None, Interval(end_of(now, unit, -5), now, True), anchor=anchor)
