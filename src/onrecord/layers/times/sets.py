"""Readers of what recurs: every Friday, each year, twice a week, daily, Tuesday nights."""

from __future__ import annotations

from onrecord.layers.times import numbers
from onrecord.layers.times.context import Context
from onrecord.layers.times.lengths import CLOCK_UNITS, length
from onrecord.layers.times.match import Match
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.words import value


def each(match: Match, _: Context) -> Sense | None:
    """Every day, each of them: the length of the round, or the unit that comes back."""
    word = match.words("u")[0]
    if value("weekday", word):
        return Sense("set", f"XXXX-WXX-{value('weekday', word)}", mod=None)
    if value("month", word):
        return Sense("set", f"XXXX-{int(value('month', word)):02}")
    if value("season", word):
        return Sense("set", f"XXXX-{value('season', word)}")
    if value("part", word):
        return Sense("set", f"XXXX-XX-XXT{value('part', word)}")
    if word == "weekend":
        return Sense("set", "XXXX-WXX-WE")
    many = numbers.count(match.words("c")) if "c" in match.groups else 2.0 if "o" in match.groups else 1.0
    return Sense("set", length(many, value("unit", word) or value("units", word)))


def times_a(match: Match, _: Context) -> Sense | None:
    """Twice a week; what happens so many times a second is a rate."""
    if value("unit", match.words("u")[0]) in CLOCK_UNITS:
        return None
    return Sense("set", length(1.0, value("unit", match.words("u")[0])))


def days(match: Match, _: Context) -> Sense | None:
    """On Mondays; Tuesday nights; weekdays."""
    word = match.word("w")
    number = value("weekday", word) or value("weekdays", word)
    if number in ("W", "E"):
        return Sense("set", "XXXX-WXX-" + ("WE" if number == "E" else "WD"))
    part = value("parts", match.word("p"))
    return Sense("set", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def frequency(match: Match, context: Context) -> Sense | None:
    """Daily, annually."""
    after = context.after(match)
    if match.first.text[0].isupper() and (after is not None and after.tag in ("NNP", "NNPS")):
        return None  # a name: the Daily Telegraph
    if match.first.tag in ("NNP", "NNPS") or (
        match.first.tag == "JJ" and match.first.lower in ("quarterly", "yearly", "monthly")
    ):
        return None  # a kind, no round: a quarterly dividend
    return Sense("set", value("frequency", match.word("f")))
