"""The readers by name, and what holds for all of them: modifiers, and words that are no times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.layers.times import clock, counted, dates, fiscal, holidays, others, relative, sets, spans, told, years
from onrecord.layers.times.context import Context
from onrecord.layers.times.guard import is_time
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import Period, add_days
from onrecord.layers.times.sense import Interval, Sense, months_edtf, part_of
from onrecord.layers.times.words import around, value

READERS: dict[str, Callable[[Match, Context], Sense | None]] = {
    name: getattr(module, name)
    for module, names in (
        (dates, "iso month_day month_days month months month_year week_of day_alone nth_weekday"),
        (years, "year years decade half_decade century quarters season"),
        (relative, "deictic deictic_two weekday weekday_week unit_rel unit_two unit_plain weekend part_rel part_alone year_end"),
        (counted, "ago from_now from_day"),
        (told, "unit_told shift shift_next year_ago same_period quarter_told"),
        (spans, "duration quarter_century duration_bare span span_first recent_units"),
        (sets, "each times_a days frequency"),
        (clock, "clock overnight"),
        (fiscal, "fiscal_year fiscal_rel fiscal_part"),
        (holidays, "holiday"),
        (others, "numeric nine_eleven reference"),
    )
    for name in names.split()
} | {"quarter": years.part_of_year, "half": years.part_of_year}  # fmt: skip

_COUNTED = {
    "more": "MORE_THAN", "longer": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS", "close": "LESS_THAN", "no": "EQUAL_OR_LESS",
}  # fmt: skip
_PARTS = ("edge", "mod-early", "mod-mid", "mod-late", "part-start", "part-mid", "part-end", "mod-earlier", "mod-later")


def read(match: Match, context: Context) -> Sense | None:
    """The sense of a match in its context; None if the words are no time."""
    if not is_time(match, context):
        return None
    try:
        sense = READERS[match.reader](match, context)
        if sense is not None and "mod" in match.groups:
            sense = modified(sense, match, context)
    except (ValueError, OverflowError):  # a day before the year 1 or after 9999 is no day that a report means
        return None
    return sense


def modified(sense: Sense, match: Match, context: Context) -> Sense | None:
    """Put "early", "the end of", "earlier", "about", "at least" on a sense."""
    words = match.words("mod")
    names = _PARTS if words[-2:-1] and words[-2] in ("days", "weeks", "months") else _PARTS[1:]
    if value("rest", words[-2] if words[-1] == "of" else ""):
        return _beside_today(sense, match, context, "AFTER")
    if words[-1] == "of" and value("most", words[0]):
        return sense
    name = next((name for word in words for name in names if value(name, word)), "")
    if not name:
        return _counted(sense, match, context)
    code = next(code for word in words if (code := value(name, word)))
    if code in ("BEFORE", "AFTER"):
        return _beside_today(sense, match, context, code)
    whole = name.startswith("part-") or name == "edge"
    mod = "MID" if code == "MID" else code
    if sense.period is None:
        return replace(sense, mod=mod)
    interval = part_of(sense.period, code, whole)
    if interval is None:
        return replace(sense, mod=mod)
    return replace(sense, mod=mod, interval=interval, edtf=_edtf(sense.period, interval))


def _edtf(period: Period, interval: Interval) -> str | None:
    if period.unit in ("decade", "century") and interval.first and interval.last:
        ends = (
            f"{interval.first.year:04}" + "~" * interval.about_first,
            f"{interval.last.year:04}" + "~" * interval.about_last,
        )
        return "/".join(ends)
    return months_edtf(interval)


def _counted(sense: Sense, match: Match, context: Context) -> Sense:
    words = match.words("mod")
    found = next(
        (code for word in words if (code := _COUNTED.get(word) or value("approx", word) or value("approx-date", word))),
        None,
    )
    if words == ("over",) and context.before(match) not in around("before-over"):
        found = None  # "two trillion over six years" is no more than six
    return replace(sense, mod=found if found not in (None, "-") else sense.mod)


def _beside_today(sense: Sense, match: Match, context: Context, code: str) -> Sense:
    """Let "earlier this month" end the day before today, "later this year" begin today."""
    now, _ = context.now(match)
    period = sense.period
    if period is None or now is None or period.unit == "day" or not period.first <= now <= period.last:
        return replace(sense, mod=code if code == "BEFORE" else "AFTER")
    if code == "BEFORE" and period.first < now:
        interval = Interval(period.first, add_days(now, -1))
    elif code == "AFTER":
        interval = Interval(now, period.last)
    else:
        interval = Interval(now, now)
    return replace(sense, interval=interval, edtf=None, mod="START" if code == "BEFORE" else "END")
