"""When a statement was made: a time of its cue, or the one occasion on which its speaker is known to have spoken."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.timex import Timex
from onrecord.concepts.when import When

_FINE = ("instant", "day")


def own_times(page: Page) -> dict[str, When]:
    """The times that hang on the cues of statements, by statement id."""
    cues: dict[int, list[Statement]] = {}
    for statement in page.statements:
        if statement.cue is not None:
            token = page.parse.at(statement.cue.start)
            if token is not None:
                cues.setdefault(token.i, []).append(statement)
    found: dict[str, When] = {}
    for time in page.times:
        if time.when is None or time.type not in ("date", "time"):
            continue
        verb = _verb_of(time, page)
        for statement in cues.get(verb.i, ()) if verb is not None else ():
            outside = all(time.end <= span.start or span.end <= time.start for span in statement.content)
            if outside and statement.id not in found:
                found[statement.id] = structs.replace(time.when, linked_by=time.id)
    return found


def _verb_of(time: Timex, page: Page) -> Token | None:
    """The nearest verb above a time expression."""
    words = page.parse.between(time.start, time.end)
    if not words:
        return None
    for above in page.parse.root(words[0].i, words[-1].i + 1).ancestors():
        if above.tag[0] == "V":
            return above
    return None


def occasions(statements: Sequence[Statement], page: Page) -> list[Statement]:
    """Statements with the reasons of their times; one without a time takes the only day on which its speaker spoke."""
    days: dict[str, set[tuple[str | None, str | None]]] = {}
    first: dict[str, When] = {}
    for statement in statements:
        when = statement.said_at
        if when is not None and statement.speaker is not None:
            days.setdefault(statement.speaker, set()).add((when.earliest, when.latest))
            first.setdefault(statement.speaker, when)
    texts = {time.id: Span(time.start, time.end, time.text) for time in page.times}
    return [_dated(statement, days, first, texts) for statement in statements]


def _dated(
    statement: Statement,
    days: dict[str, set[tuple[str | None, str | None]]],
    first: dict[str, When],
    texts: dict[str, Span],
) -> Statement:
    when, rule = statement.said_at, "time of the cue"
    if when is None and statement.speaker is not None and statement.parent is None and _is_said(statement):
        known = first.get(statement.speaker)
        if known is not None and len(days[statement.speaker]) == 1 and known.precision in _FINE:
            when, rule = known, "the only day the speaker is reported to have spoken"
    if when is None:
        return statement
    cue = texts.get(when.linked_by or "")
    return structs.replace(
        statement, said_at=when, why=(*statement.why, Reason("said_at", rule, (cue,) if cue else ()))
    )


def _is_said(statement: Statement) -> bool:
    """Whether an act is done by speaking on an occasion; beliefs, intentions and findings last."""
    return statement.act not in ("believe", "intend", "show", "refuse", "praise")
