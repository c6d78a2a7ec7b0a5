"""Expressions that recur ("in March", "on Monday", "Jan. 15"): which one is meant, by tense, nouns and nearness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.concepts.parse import Token
from onrecord.layers.times.context import Context
from onrecord.layers.times.direction import AHEAD, BACK, UNCLEAR, looks_ahead, told_before
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import Period
from onrecord.layers.times.sense import Sense

type Near = Callable[[date, int], Period]
_NOTES = {BACK: "looks back", AHEAD: "looks ahead", UNCLEAR: "no tense tells; taken as the nearest"}


def recurring(match: Match, context: Context, near: Near, unresolved: str) -> Sense:
    """The sense of an expression without its year or week, by what the words around it tell."""
    now, anchor = context.now(match)
    year = context.year_told(match)
    if year is not None and (now is None or year < now.year):
        period = near(date(year, 12, 31), BACK)
        return Sense("date", period.value, period, anchor="narrative", near=near, note="in the year told before it")
    if now is None:
        return Sense("date", unresolved, resolved=False, near=near, note="no publication date")
    way, cues = context.way(match)
    direct = bool(cues) and _owner(context.head(match)) is cues[0]
    if (
        way == UNCLEAR
        and cues
        and (unresolved.startswith("XXXX-W") or (direct and cues[0].lemma not in ("be", "have")))
    ):
        way = AHEAD  # the present tense beside a day tells what is planned
    period = near(now, way or BACK)
    if not (way == BACK and cues and _happened(match, context, cues[0], direct)):
        other = near(now, -(way or BACK))
        overtaken = way == AHEAD and period.unit in ("day", "month") and told_before(cues[0])
        period = _nearer(period, other, now) if overtaken else _likelier(period, other, now, way, direct)
    return Sense("date", period.value, period, anchor=anchor, near=near, cues=cues, note=_NOTES[way])


def _happened(match: Match, context: Context, cue: Token, direct: bool) -> bool:
    """True for "killed on April 1", "the Jan. 6 riot": the day is that of what has happened, however long ago."""
    return cue.tag[:2] == "NN" or (direct and context.before(match) == "on" and not looks_ahead(cue))


def _nearer(period: Period, other: Period, now: date) -> Period:
    """What was planned long ago may be over: the clearly nearer side."""
    off, near_by = _gap(period, now), _gap(other, now)
    return other if off > 150 and near_by < 0.6 * off else period


def _likelier(period: Period, other: Period, now: date, way: int, direct: bool) -> Period:
    """What is almost a year off by the tense, but close by on the other side, is the close one (its year would be told)."""
    off, near_by = _gap(period, now), _gap(other, now)
    if way == UNCLEAR:
        return other if near_by < off and off > 60 else period
    most = {"quarter": 200, "day": 300, "month": 9999 if direct else 270}.get(period.unit, 9999)
    return other if off > most and near_by < 60 else period


def _owner(token: Token) -> Token:
    """The word that a time belongs to, through its prepositions."""
    owner = token.head
    while owner.tag in ("IN", "TO") and owner.head is not owner:
        owner = owner.head
    return owner


def _gap(period: Period, day: date) -> int:
    """Days between a day and a period; 0 inside it."""
    return max((period.first - day).days, (day - period.last).days, 0)
