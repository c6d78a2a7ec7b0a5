"""Readers of clock times, with their zone, and of "overnight"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import Period, add_days
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.words import around, value

_GLUED = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?([ap])?")


def clock(match: Match, context: Context) -> Sense | None:
    """3 p.m.; 10:35 GMT; 1400 GMT; five o'clock; on the day told last in the sentence, else on the report's day."""
    told = _hour(match)
    if told is None or not _is_clock(match, context):
        return None
    hour, minute = told
    if "p" in match.groups:
        hour += 12 if value("part", match.word("p")) in ("AF", "EV", "NI") and hour < 12 else 0
    clock_time = f"{hour:02}:{minute:02}"
    day, anchor = _day(match, context)
    zone = offset(match)
    if day is None:
        return Sense("time", f"XXXX-XX-XXT{clock_time}", resolved=False, clock=clock_time + zone, note="no day told")
    return Sense("time", f"{day.value}T{clock_time}", day, anchor=anchor, clock=clock_time + zone)  # type: ignore[arg-type]


def _hour(match: Match) -> tuple[int, int] | None:
    """Hour and minute on a clock of 24 hours."""
    word = match.words("h")[0]
    found = _GLUED.match(word)
    if found and len(word) == 4 and word.isdecimal():
        hour, minute, half = int(word[:2]), int(word[2:]), None
    elif found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    else:
        named = numbers.count(match.words("h"))
        hour, minute, half = int(named) if named is not None else 99, 0, None
    half = half or match.word("z")[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour <= 24 and minute < 60 else None


def offset(match: Match) -> str:
    """The zone of a clock time as an offset; empty if it is not told or not known."""
    word = next((found for word in match.words("g") if (found := value("zone", word) or value("zone-word", word))), "")
    if word in ("", "?", "local"):
        return ""
    return "Z" if word == "0" else f"{'-' if word.startswith('-') else '+'}{abs(int(word)):02}:00"


def _is_clock(match: Match, context: Context) -> bool:
    """A bare 10:35 is a clock time unless it is a score, a ratio or a verse."""
    if {"z", "g", "p"} & set(match.groups) or match.first is not match.last or match.words("h")[0][-1] == "m":
        return True
    before = context.before(match)
    return before in around("before-clock") or (match.first.ent == "TIME")


def _day(match: Match, context: Context) -> tuple[Period | None, str]:
    told = context.last_told(match)
    if told is not None and told.period is not None and told.period.unit == "day":
        return told.period, "narrative"
    now, anchor = context.now(match)
    return (Period("day", now), anchor) if now else (None, "none")


def overnight(match: Match, context: Context) -> Sense | None:
    """Overnight: the day before and this day; this day and the next where it looks ahead."""
    now, anchor = context.now(match)
    if now is None:
        return Sense("time", "XXXX-XX-XXTNI", resolved=False, note="no publication date")
    way, cues = context.way(match)
    step = 1 if way == AHEAD else -1
    days = Interval(min(now, add_days(now, step)), max(now, add_days(now, step)))
    return Sense(
        "time", f"{now.isoformat()}TNI", Period("day", now), days, anchor=anchor, cues=cues if way == AHEAD else ()
    )


def on_day(time: Sense, day: Sense) -> Sense:
    """A clock time or part of the day, and the day beside it, as one expression."""
    tail = time.value.partition("T")[2]
    head = day.value.partition("T")[0]
    period = day.period if day.period and day.period.unit == "day" else None
    return replace(day, type="time", value=f"{head}T{tail}", period=period, clock=time.clock, mod=time.mod or day.mod)


def at_part(time: Sense, part: Sense) -> Sense:
    """A clock time and the part of the day beside it: "6 o'clock this afternoon"."""
    hour = int(time.value.partition("T")[2][:2])
    code = part.value.partition("T")[2]
    late = hour < 12 and (code in ("AF", "EV") or (code == "NI" and hour > 5))
    clock_time = f"{hour + 12 * late:02}" + time.value.partition("T")[2][2:5]
    zone = (time.clock or "")[5:]
    day = part.period.value if part.period else "XXXX-XX-XX"
    return replace(part, value=f"{day}T{clock_time}", clock=clock_time + zone)
