"""Readers of dates told from another day: today, a weekday, "last week", "three years ago", "two days later", "that night"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.concepts.timex import Anchor
from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, moved, unresolved
from onrecord.layers.times.dates import related
from onrecord.layers.times.direction import AHEAD, BACK
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import OutOfRange, Period, Unit, add, add_days
from onrecord.layers.times.sense import Interval, Sense
from onrecord.layers.times.spans import CLOCK_UNITS, unit_of
from onrecord.layers.times.words import value


def of_period(period: Period | None, anchor: Anchor, unit: str, part: str = "") -> Sense:
    """The sense of a calendar unit, with a part of the day; unresolved if there is none."""
    kind = "time" if part else "date"
    tail = (f"T{part}") if part else ""
    if period is None:
        return Sense(kind, unresolved(unit) + tail, resolved=False, note="no day to count from")  # type: ignore[arg-type]
    return Sense(kind, period.value + tail, period, anchor=anchor)  # type: ignore[arg-type]


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
    return context.recurring(match, weekly(number), f"XXXX-WXX-{number}")


def weekday_week(match: Match, context: Context) -> Sense | None:
    """Friday of last week; Monday next week."""
    now, anchor = context.now(match)
    step = int(value("last", match.word("r")) or value("next", match.word("r")) or 0)
    week = moved("week", now, step) if now else None
    day = Period("day", add_days(week.first, int(value("weekday", match.word("w"))) - 1)) if week else None
    return of_period(day, anchor, "day")


def step_of(word: str) -> int:
    """-1, 0 or 1 for a word like "last", "this", "next"."""
    names = ("last", "past", "previous", "next", "coming", "following", "this")
    return int(next((found for name in names if (found := value(name, word))), "0"))


def unit_rel(match: Match, context: Context) -> Sense | None:
    """Last month, next week, this year, the previous quarter, the next day."""
    word, unit = match.words("r")[-1], unit_of(match)
    if unit in CLOCK_UNITS:
        return None
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
    """ "Over the past year", "in the last week": a length that ends today, no calendar unit."""
    told = word in ("past", "coming") or (match.first.lower == "the" and word in ("last", "next"))
    return told and context.before(match) in ("over", "in", "during", "within", "for", "throughout", "of")


def _narrated(match: Match, context: Context, word: str) -> bool:
    """ "The next week" in the past tense follows what was told before it."""
    return word == "next" and match.first.lower == "the" and context.way(match)[0] == BACK


def _stretch(match: Match, context: Context, unit: str, step: int) -> Sense | None:
    """ "Over the past year": one unit back from today, to today."""
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


def from_told(match: Match, context: Context, unit: Unit, step: int) -> Sense:
    """A unit counted from the time told last; what lies before it may be counted from the report's day."""
    told = context.last_told(match)
    days = told.days if told else None
    day, anchor = (days.last if step > 0 else days.first) if days else None, "narrative"
    if day is None and step < 0:
        day, anchor = context.now(match)
    period = moved(unit, day, step) if day else None
    return of_period(period, anchor, unit)  # type: ignore[arg-type]


def unit_told(match: Match, context: Context) -> Sense | None:
    """That year, the same day: the unit that was told of."""
    unit = unit_of(match)
    if unit in CLOCK_UNITS:
        return None
    told = context.last_told(match)
    days = told.days if told else None
    if told is None or days is None or days.first is None or days.last is None:
        return of_period(None, "none", unit)
    period = Period.around(unit, days.first)
    if days.last > period.last:
        # "that day" of a month told: some day of it
        known = told.period.value if told.period and told.period.unit in ("month", "year") else unresolved(unit)[:-3]
        return Sense("date", f"{known}-XX", resolved=False, note="the time told before it is longer")
    return of_period(period, "narrative", unit)


_LENGTHS = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P1Q", "year": "P1Y"}
_AROUND = frozenset({"for", "in", "during", "of", "over", "through", "throughout"})


def unit_plain(match: Match, context: Context) -> Sense | None:
    """ "The year", "the week" behind a preposition or in "the end of the month": the running one; "the year ended …": a length."""
    unit, behind = unit_of(match), context.after(match)
    if (
        behind is not None
        and behind.lower in ("ended", "ending", "to", "through")
        and unit in _LENGTHS
        and unit != "day"
    ):
        return Sense("duration", _LENGTHS[unit])
    if behind is not None and behind.lower in ("that", "when", "before", "after", "of", "which"):
        return None
    if "mod" not in match.groups and (context.before(match) not in _AROUND or unit in ("decade", "century", "day")):
        return None
    if unit == "day":
        told = context.last_told(match)
        if told and told.period and told.period.unit == "day":
            return of_period(told.period, "narrative", unit)
    now, anchor = context.now(match)
    return of_period(Period.around(unit, now) if now else None, anchor, unit)


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
    known = match.first.lower == "the" or context.before(match) in (
        "at",
        "by",
        "until",
        "since",
        "before",
        "after",
        "around",
        "past",
    )
    if not known and "mod" not in match.groups and match.last.lower not in ("noon", "midnight", "midday"):
        if not _joins_day(match, context):
            return None
        return Sense("time", "XXXX-XX-XXT" + value("part", word), resolved=False, needs_day=True)
    told = context.last_told(match)
    now, anchor = context.now(match)
    same_sentence = told is not None and told.period is not None and told.period.unit == "day"
    if same_sentence and told is not None:
        return of_period(told.period, "narrative", "day", value("part", word))
    return of_period(Period("day", now) if now else None, anchor, "day", value("part", word))


def _joins_day(match: Match, context: Context) -> bool:
    """True beside a weekday or another day, with which the part of the day makes one expression."""
    return context.before(match) in DAY_WORDS or bool((after := context.after(match)) and after.lower in DAY_WORDS)


DAY_WORDS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "tomorrow", "today")
)


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
    return Sense("date", period.value, period, interval, mod="END", anchor=anchor, cues=cues)


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
    period = _back(now, unit, many) if now else None
    sense = of_period(period, anchor, unit)
    if "e" in match.groups and sense.period is not None and now is not None:
        return Sense("date", sense.value, sense.period, mod="APPROX", anchor=anchor)
    return sense


def _back(day: date, unit: Unit, many: float, way: int = -1) -> Period | None:
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
        return Sense("duration", f"PT{int(many or 0) or 'X'}{unit[0].upper()}", resolved=False)
    period = Period("day", now)
    first = add_days(now, -1) if CLOCK_UNITS[unit] * many >= 3 * 3600 else now
    interval = Interval(first, now)
    return Sense("time", f"PT{int(many)}{unit[0].upper()}", period if first == now else None, interval, anchor=anchor)


def _vague_ago(match: Match, context: Context, unit: Unit) -> Sense | None:
    """A few years ago: the units that the vague number spans."""
    now, anchor = context.now(match)
    if now is None:
        return Sense("date", "PAST_REF", resolved=False, note="no publication date")
    least, most = numbers.vague(match.words("c"))
    first, last = _back(now, unit, most), _back(now, unit, least)
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


def shift(match: Match, context: Context) -> Sense | None:
    """A year earlier, two days later: from the time told before."""
    unit, many = unit_of(match), count_of(match)
    way = -1 if value("earlier", match.word("s")) else 1
    if unit in CLOCK_UNITS:
        return _hours_off(match, context, many)
    told = context.last_told(match)
    days = told.days if told else None
    day, anchor = (days.first if way < 0 else days.last) if days else None, "narrative"
    if unit == "year" and many is not None and many == int(many) and day is not None:
        return _years_off(match, context, int(many) * way)
    if day is None and way < 0:
        day, anchor = context.now(match)
    if many is None or day is None:
        return Sense("date", "PAST_REF" if way < 0 else "FUTURE_REF", resolved=False, note="no time told before it")
    return of_period(_back(day, unit, many, way), anchor, unit)  # type: ignore[arg-type]


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
    told = context.last_told(match)
    if told is None:
        return None
    return from_told(match, context, "day" if unit in CLOCK_UNITS else unit, step)


def from_now(match: Match, context: Context) -> Sense | None:
    """Two weeks from now."""
    now, anchor = context.now(match)
    unit, many = unit_of(match), count_of(match)
    if unit in CLOCK_UNITS or many is None:
        return Sense("date", "FUTURE_REF", resolved=False)
    return of_period(_back(now, unit, many, 1) if now else None, anchor, unit)


def year_ago(match: Match, context: Context) -> Sense | None:
    """The year-earlier quarter, year-ago."""
    quarter = context.quarter_told(match)
    if "n" in match.groups and quarter is None:
        now = context.now(match)[0]
        number = numbers.ordinal(match.words("n"))
        quarter = Period("quarter", date(now.year, 3 * number - 2, 1)) if now and number in (1, 2, 3, 4) else None
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
    period = context.quarter_told(match) or (told.period if told else None)
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
    if match.last.lower == "period" and "latest" not in match.groups:
        return None
    now, anchor = context.now(match)
    return of_period(moved("quarter", now, -1) if now else None, anchor, "quarter")
