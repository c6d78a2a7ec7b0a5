"""When a number holds: the time that belongs to it, by its role."""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from onrecord.concepts.parse import Token
from onrecord.concepts.timex import Timex
from onrecord.concepts.when import When
from onrecord.layers.figures.change import CAME_FROM
from onrecord.layers.figures.context import Context, days
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.levels import TOLD_BEFORE
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import CUMULATIVE, PERSONS

_SAME = frozenset(
    {"the same day", "the same date", "that day", "that date", "the same time", "that time", "the same month"}
)
_BEHIND = 25  # characters behind "down from 12,000" in which its time is told
_NEAR = 350  # characters over which a day told before is still the incident's
_YEAR_DAYS = 366
_INCIDENT_DAYS = 40  # an incident is dated by a time no longer than about a month


def as_of(site: Site, measure: Measure, role: Decision, context: Context) -> When | None:
    """The interval in which a number holds; None where the report does not say."""
    times = [time for time in context.times_in(site.sentence) if time.when is not None]
    own = _nearest(site, times)
    if role.rule == TOLD_BEFORE:
        return None  # at some time before: no report says when
    if role.rule == CAME_FROM or (role.rule == "where a change starts" and "to" not in site.after(6)):
        behind = [time for time in times if 0 <= time.start - site.quantity.end < _BEHIND and not _said(time, context)]
        past = [time for time in behind if not _may_be_due(time, context)]
        if past or role.rule == CAME_FROM:
            return _when(past[0], "in the clause") if past else None
    if role.role in ("target", "change"):
        due = [time for time in times if role.role == "change" or _may_be_due(time, context)]
        return _due(_own_clause(site, due), context)
    if role.role in ("toll", "part"):
        return _incident(site, times, context)
    running = role.role == "total" and any(token.lower in CUMULATIVE for token in site.words)
    since = own is not None and role.role == "level" and _since(own, context)
    if role.rule == "where a change starts" or running or own is None or since or _said(own, context):
        return present(context)
    if role.role == "total":
        still = measure.name in PERSONS and own.text.lower().startswith(
            "this "
        )  # people counted in a time that still runs
        long = (days(own.when) or 0) > _INCIDENT_DAYS and not _since(own, context) and not still
        return _when(own, "the period counted") if long else present(context)
    return _when(own, "in the clause") if is_past(site) and not _to_come(own, context) else present(context)


def _own_clause(site: Site, times: list[Timex]) -> Timex | None:
    """A time under the verb or noun that moves the number, else one behind the number before the next verb."""
    heads = [step.word for step in site.steps] + [site.top]
    below = [time for time in times if any(_under(time, head, site) for head in heads)]
    if not below:
        stop = next(
            (t.start for t in site.words if t.i > site.last and t.tag in ("VBD", "VBZ", "VBP", "MD")), site.sentence.end
        )
        below = [time for time in times if site.quantity.end <= time.start < stop]
    return min(below, key=lambda time: abs(time.start - site.quantity.start)) if below else None


def _may_be_due(time: Timex, context: Context) -> bool:
    """False for a time that is over when the report appears: "the deal signed on Saturday", a study "released on Thursday"."""
    day, last = context.published, time.when.latest if time.when else None
    return day is None or last is None or last[:10] > day.isoformat() or time.text.lower() in _SAME


def _due(time: Timex | None, context: Context) -> When | None:
    """When a target falls due or a change takes effect; "by the end of" a time is its last day."""
    if time is None or _said(time, context) or time.when is None:
        return None
    if time.text.lower() in _SAME:
        told = [other for other in context.times_before(time.start) if _may_be_due(other, context)]
        return _when(told[-1], "the time told before") if told else None
    last = time.when.latest
    if last and "end of" in time.text.lower() and time.when.precision != "day":
        return When(last, last, last, "day", 1, f"{time.id} its end")
    return _when(time, "in the clause")


def _to_come(time: Timex, context: Context) -> bool:
    """True for a time behind the day of publication: what was so was not so then."""
    day = context.published
    return bool(day and time.when and time.when.earliest and time.when.earliest[:10] > day.isoformat())


def _nearest(site: Site, times: list[Timex]) -> Timex | None:
    """The time of the number's own clause, else the nearest of the sentence."""
    if not times:
        return None
    verb = site.verb.word if site.verb else site.top
    below = [time for time in times if _under(time, verb, site)]
    return min(below or times, key=lambda time: abs(time.start - site.quantity.start))


def _under(time: Timex, verb: Token, site: Site) -> bool:
    token = next((token for token in site.words if token.end > time.start), None)
    for _ in range(4):
        if token is None or token is verb:
            return token is verb
        if token.head is token or token.tag.startswith("VB"):
            return False
        token = token.head
    return False


def _said(time: Timex, context: Context) -> bool:
    """True when the time tells when something was said, not when it holds."""
    return time.id in context.times_of_speech


def _since(time: Timex, context: Context) -> bool:
    return context.page.report.text[max(0, time.start - 10) : time.start].lower().rstrip().endswith("since")


def is_past(site: Site) -> bool:
    """True where the verb of a number tells of the past."""
    verb = site.verb.word if site.verb else None
    return verb is not None and (
        verb.tag == "VBD"
        or any(child.lower in ("was", "were", "had") and child.dep in ("aux", "auxpass") for child in verb.children)
    )


def _when(time: Timex, how: str) -> When | None:
    return replace(time.when, linked_by=f"{time.id} {how}") if time.when else None


def present(context: Context) -> When | None:
    """A present number holds on the day of publication."""
    day = context.published
    if day is None:
        return None
    return When(day.isoformat(), day.isoformat(), day.isoformat(), "day", 1, "publication")


def _incident(site: Site, times: list[Timex], context: Context) -> When | None:
    """The incident's day: in the clause, in the sentence, else the first day told before, else the first day told at all."""
    own = _own_clause(site, [time for time in times if (days(time.when) or 999) <= _YEAR_DAYS])
    if own is not None and not _said(own, context):
        return _when(own, "in the clause")
    own = _nearest(site, [time for time in times if _short(time)])
    if own is not None:
        return _when(own, "in the sentence")
    short = context.days_told
    before = bisect_left(short, site.sentence.start, key=lambda time: time.start)
    near = [time for time in short[max(0, before - 1) : before] if site.sentence.start - time.start < _NEAR]
    found = near or short[:1]
    return _when(found[0], "the incident's day told elsewhere") if found else _dateline_day(context)


def _dateline_day(context: Context) -> When | None:
    """Where a report tells no day at all, its dateline does."""
    dateline = context.page.report.dateline
    day = dateline.date[:10] if dateline and dateline.date else ""
    return When(day, day, day, "day", 1, "dateline") if len(day) == len("2020-09-10") else None


def _short(time: Timex) -> bool:
    length = days(time.when)
    return length is not None and length <= _INCIDENT_DAYS and time.type in ("date", "time")
