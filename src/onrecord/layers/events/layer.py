"""Page to page: one event for every event-denoting verb and noun."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from msgspec.structs import replace as change

from onrecord.concepts.certainty import Certainty
from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.events import slots
from onrecord.layers.events.background import mark
from onrecord.layers.events.codes import cameo, quad
from onrecord.layers.events.contexts import contexts
from onrecord.layers.events.entries import Entry, classes
from onrecord.layers.events.links import Links
from onrecord.layers.events.match import choose, trigger_end
from onrecord.layers.events.menace import feared, menaced
from onrecord.layers.events.narrative import narrate
from onrecord.layers.events.roles import Cast, Filled, roles

_FUTURE = {
    **dict.fromkeys(("AID", "COOPERATE", "SUPPORT", "CONSULT"), "AGREE"),
    **dict.fromkeys(("SANCTION", "COERCE", "MOBILIZE", "PROTEST"), "THREATEN"),
}

_NOMINAL = frozenset(("pobj", "dobj", "nsubj"))
_SUFFERED = frozenset(("ASSAULT", "COERCE", "SANCTION"))


class Events:
    """Events with status, roles, place and time."""

    name = "events"
    needs = ("parse", "times", "quantities", "places", "actors", "statements", "certainty")
    gives = ("events",)

    def __call__(self, page: Page) -> Page:
        """Find the events of a page."""
        tokens = page.parse.tokens
        chosen = {number: _choose(tokens[number]) for number in page.certainty}
        cast = Cast(page) if any(entry is not None and entry.cast for entry in chosen.values()) else None
        links = Links(page)
        events: list[Event] = []
        for number, certainty in page.certainty.items():
            if _is_paper(tokens[number], tokens[number - 1] if number else None):
                continue
            event = _event(f"e{len(events) + 1}", tokens[number], certainty, (chosen[number], cast, links, page))
            events.append(event)
            if event.type == "THREATEN" and event.polarity == "positive" and menaced(tokens[number]):
                events.append(feared(event, f"e{len(events) + 1}"))
        return replace(page, events=tuple(mark(narrate(events, page, links), page)))


def _choose(token: Token) -> Entry | None:
    """The row of a word; of participles before a noun only those that tell what was done to it ("the arrested men")."""
    entry = choose(token)
    if token.tag in ("VBN", "JJ") and token.dep in _NOMINAL and any(c.lower == "the" for c in token.children):
        return None  # people, not a deed: "many of the injured"
    if entry is not None and token.dep == "amod" and token.tag == "VBN" and entry.type not in _SUFFERED:
        return None
    return entry


def _is_paper(token: Token, before: Token | None) -> bool:
    """Is a "release" or "statement" a piece of writing, not a deed: "news release", "for immediate release"?"""
    return token.lower in ("release", "statement") and before is not None and before.lower in classes()["papers"]


type _Around = tuple[Entry | None, Cast | None, Links, Page]


class _Typed(NamedTuple):
    """What the lexicon and the roles add to an event word."""

    kind: str | None = None
    mode: str | None = None
    actors: Filled = Filled()
    recipients: Filled = Filled()
    rule: str = "event word"


def _typed(token: Token, certainty: Certainty, entry: Entry | None, cast: Cast | None) -> _Typed:
    """PLOVER type and roles; cooperation to come is an AGREE, pressure to come a THREATEN, a withdrawal to come stays a RETREAT."""
    if entry is None or not entry.cast or cast is None:
        return _Typed()
    doers, others = roles(token, entry, cast)
    if entry.type is None:
        return _Typed(None, None, doers, others)
    if certainty.status == "announced" and entry.type in _FUTURE and (token.tag[0] == "V" or token.dep == "dobj"):
        return _Typed(_FUTURE[entry.type], None, doers, others, f"{entry.rule}, to come")
    return _Typed(entry.type, entry.mode, doers, others, entry.rule)


def _event(name: str, token: Token, certainty: Certainty, around: _Around) -> Event:
    entry, cast, links, page = around
    text, typed = page.report.text, _typed(token, certainty, entry, cast)
    time = links.time_of(token)
    when = change(time.when, linked_by=f"{time.id} in clause") if time is not None and time.when is not None else None
    trigger = Span.of(text, token.start, trigger_end(token))
    sentence = page.parse.sentence(token)
    start, end = slots.clause(token) if typed.kind else (sentence.start, sentence.end)
    about, told = contexts(page.parse.between(start, end), text) if typed.kind else ((), ())
    places, named = links.places_of(token)
    why = (*certainty.why, *_reasons(typed, trigger, text), *told)
    if typed.kind and places:
        why = (*why, Reason("places", "hangs on the event's clause", tuple(_span(word, text) for word in named)))
    if typed.kind and time is not None and when is not None:
        why = (*why, Reason("when", "hangs on the event's clause", (Span(time.start, time.end, time.text),)))
    return Event(
        name, trigger, Span.of(text, start, end), typed.kind, typed.mode, about,
        cameo(typed.kind, typed.mode, certainty.status), quad(typed.kind), typed.actors.names, typed.recipients.names,
        places, when, certainty.status, certainty.polarity, certainty.commitment, certainty.label,
        certainty.label_cue, certainty.statement, links.quantities_of(token), False, typed.rule, why,
    )  # fmt: skip


def _reasons(typed: _Typed, trigger: Span, text: str) -> tuple[Reason, ...]:
    """Why an event has its type, its actors and its recipients."""
    found = [Reason("type", typed.rule, (trigger,))] if typed.kind else []
    for field, role in (("actors", typed.actors), ("recipients", typed.recipients)):
        if role.names:
            found.append(Reason(field, role.how, (_span(role.word, text),) if role.word is not None else ()))
    return tuple(found)


def _span(word: Token, text: str) -> Span:
    return Span.of(text, word.start, word.end)
