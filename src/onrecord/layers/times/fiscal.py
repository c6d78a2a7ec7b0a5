"""Readers of fiscal years: by whose budget it is."""

from __future__ import annotations

from datetime import date

from onrecord.concepts.parse import Token
from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context, of_period, step_of
from onrecord.layers.times.match import Match
from onrecord.layers.times.outlets import budget_of, fiscal_start
from onrecord.layers.times.periods import Period, add_months
from onrecord.layers.times.sense import Interval, Sense, months_edtf


def whose(match: Match, context: Context) -> tuple[str | None, Token | None]:
    """The country whose budget a sentence speaks of, else the outlet's; and the word that tells."""
    parse = context.page.parse
    for token in parse.words(parse.sentence(match.first)):
        code = budget_of(token.text)
        if code:
            return code, token
    return context.country, None


def _begin(match: Match, context: Context, year: int, named_last: int | None) -> tuple[Period, tuple[Token, ...]]:
    """The fiscal year that a number names; a calendar year where nobody's is known."""
    country, cue = whose(match, context)
    rule = fiscal_start(country) if country else None
    cues = (cue,) if cue else ()
    if rule is None:
        return Period("year", date(year, 1, 1)), cues
    month, by_end = rule
    start = year if named_last is not None or not by_end or month == 1 else year - 1
    return Period("year", date(start, month, 1)), cues


def fiscal_year(match: Match, context: Context) -> Sense | None:
    """Fiscal 2021; the financial year 2019-20; FY21."""
    now, _ = context.now(match)
    digits = match.word("g").strip("fy'") or match.word("y", "t")
    year = int(digits) if len(digits) == 4 else numbers.short_year(digits, now.year if now else 2029)
    second = match.word("z")
    last = (int(second) if len(second) == 4 else year // 100 * 100 + int(second)) if second else None
    if last is not None and last != year + 1:
        return None
    period, cues = _begin(match, context, year, last)
    if last is not None and not period.fiscal:
        days = Interval(period.first, period.shift(1).last)
        return Sense(
            "date",
            f"{year}/{last}",
            None,
            days,
            f"{year}/{last}",
            anchor="absolute",
            note="whose fiscal year is not told",
        )
    note = (
        "the fiscal year of that country"
        if cues or period.fiscal
        else "whose fiscal year is not told; taken as the calendar year"
    )
    return Sense(
        "date", period.value if last is None else f"{year}/{last}", period, anchor="absolute", cues=cues, note=note
    )


def fiscal_part(match: Match, context: Context) -> Sense | None:
    """The first quarter of fiscal 2020-21."""
    whole, number = fiscal_year(match, context), numbers.ordinal(match.words("n"))
    size = 3 if match.word("p") == "quarter" else 6
    if whole is None or whole.period is None or number is None or number * size > 12:
        return None
    start = whole.period.shift(1).first if number < 0 else whole.period.first
    first = add_months(start, number * size if number < 0 else (number - 1) * size)
    period = Period("quarter" if size == 3 else "half", first)
    code = f"{whole.period.value}-{'Q' if size == 3 else 'H'}{12 // size if number < 0 else number}"
    calendar = (first.month - 1) % size == 0
    interval = Interval.of(period)
    edtf = period.edtf if calendar and size == 3 else months_edtf(interval)
    return Sense("date", code, period, interval, edtf, anchor="absolute", cues=whole.cues, note=whole.note)


def fiscal_rel(match: Match, context: Context) -> Sense | None:
    """The current fiscal year, last fiscal year."""
    now, anchor = context.now(match)
    if now is None:
        return of_period(None, anchor, "year")
    behind = context.after(match)
    if "r" not in match.groups and behind is not None and behind.lower in ("ended", "ending", "to", "through", "that"):
        return Sense("duration", "P1Y")
    word = match.words("r")[-1] if "r" in match.groups else ""
    step = -1 if word == "latest" else step_of(word)
    period, cues = _begin(match, context, now.year, None)
    while period.last < now:
        period = period.shift(1)
    while period.first > now:
        period = period.shift(-1)
    period = period.shift(step)
    return Sense("date", period.value, period, anchor=anchor, cues=cues)
