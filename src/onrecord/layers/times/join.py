"""What two times beside each other mean together: a clock time and its day, the two ends of a range."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from onrecord.layers.times.clock import at_part, on_day
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import OutOfRange, add, add_days
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.words import around

_LENGTH = re.compile(r"P(\d+)([DWMQY])")
_ENDS = frozenset({"day", "month", "year"})
_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}

type Read = tuple[Match, Sense]


def join(found: list[Read], context: Context) -> list[Read]:
    """Join clock times with their day, and let the ends of a range agree."""
    joined: list[Read] = []
    for match, sense in found:
        if joined and (both := _time_and_day(joined[-1], (match, sense), context)) is not None:
            joined[-1] = both
        else:
            joined.append((match, sense))
    joined = [(match, sense) for match, sense in joined if not sense.needs_day]
    for number in range(len(joined) - 1):
        pair = joined[number], joined[number + 1]
        with suppress(OutOfRange):
            joined[number : number + 2] = _range(*_ended(*pair, context), context)
    return joined


def _ended(one: Read, other: Read, context: Context) -> tuple[Read, Read]:
    """Give "the three months ended June 30", "the fiscal year that ended Sept. 30" the days up to that one."""
    (match, sense), end = one, other[1].period
    length = _LENGTH.fullmatch(sense.value)
    if not length or end is None or end.unit not in _ENDS or sense.interval is not None:
        return one, other
    if between(match, other[0], context) not in around("ended"):
        return one, other
    first = add(add_days(end.last, 1), _UNITS[length[2]], -int(length[1]))
    return (match, replace(sense, interval=Interval(first, end.last), anchor=other[1].anchor)), other


def between(first: Match, second: Match, context: Context) -> str:
    """The words between two matches of a sentence; "?" if they stand in two."""
    if first.last.sent != second.first.sent and not first.last.text.endswith("m."):
        return "?"  # the parser takes "1 a.m. Sunday" for two sentences
    return " ".join(token.lower for token in context.page.parse.tokens[first.last.i + 1 : second.first.i])


def _time_and_day(one: Read, other: Read, context: Context) -> Read | None:
    """10 p.m. Wednesday; Saturday morning; noon on Nov. 9."""
    if (
        other[0].first.i - one[0].last.i > 3
        or _split(one[0], other[0], context)
        or between(one[0], other[0], context) not in ("", *around("glue"))
    ):
        return None
    if one[1].clock and other[0].rule == "part-relative" and other[1].period:
        merged = at_part(one[1], other[1])
    elif _is_time(one[1]) and _is_day(other[1]):
        merged = on_day(one[1], other[1])
    elif _is_day(one[1]) and _is_time(other[1]):
        merged = on_day(other[1], one[1])
    else:
        return None
    first, last = one[0], other[0]
    match = replace(first, last=last.last, end=last.end, rule="day-and-time")
    return match, merged


def _split(first: Match, second: Match, context: Context) -> bool:
    """True if a paragraph ends between two matches."""
    parse = context.page.parse
    return parse.sentence(first.last).paragraph != parse.sentence(second.first).paragraph


def _is_time(sense: Sense) -> bool:
    return sense.type == "time" and "T" in sense.value and not sense.value.startswith("PT") and sense.interval is None


def _is_day(sense: Sense) -> bool:
    if sense.type != "date":
        return False
    return (
        sense.period.unit == "day"
        if sense.period
        else sense.near is not None and sense.value.startswith("XXXX-") and len(sense.value) == 10
    )


def _range(one: Read, other: Read, context: Context) -> list[Read]:
    """From June to August: where a year is not told, the ends agree on it."""
    (first, a), (second, b) = one, other
    if a.near is None or b.period is None or between(first, second, context) not in around("to"):
        return [one, other]
    if a.period is not None and a.period.unit != b.period.unit:
        return [one, other]
    lead = {context.before(first), context.before(first, 2)}
    if (
        between(first, second, context) == "and"
        and "between" not in lead
        and (b.near is not None or b.anchor != "absolute")
    ):
        return [one, other]
    if b.near is None or (a.period is not None and a.period.first > b.period.first and context.way(first)[0] != AHEAD):
        period = a.near(b.period.first, BACK)
        a = replace(a, value=period.value, period=period, resolved=True, interval=None, edtf=None)
        a = replace(a, anchor=b.anchor, note="the other end of the range tells")
    elif a.period is not None and a.period.first > b.period.first:
        period = b.near(a.period.first, AHEAD)
        b = replace(
            b, value=period.value, period=period, interval=None, edtf=None, note="after the beginning of the range"
        )
    return [(first, a), (second, b)]
