"""Narrative: what an event does not say in its clause, its sentence or the telling of the same kind of incident before it may say."""

from __future__ import annotations

from msgspec.structs import replace as change

from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse
from onrecord.concepts.reason import Reason
from onrecord.layers.events.links import Links

# Incidents are told over several sentences; a visit, a statement or a plan in the next sentence is another one.
_INCIDENTS = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_DEFINITE = frozenset(("the", "this", "these", "that", "those"))
_MEMORY = 5  # sentences


def narrate(events: list[Event], page: Page, links: Links) -> list[Event]:
    """Give incidents that took place the time, place and shooter told just before."""
    found: list[Event] = []
    told_types: set[str] = set()
    last: dict[str, tuple[int, Event]] = {}
    shooters: tuple[int, tuple[str, ...]] | None = None
    for event in events:
        if event.type is not None and event.type not in _INCIDENTS:
            event_type = event.type
            if event_type in told_types and _again(event, page.parse):
                found.append(change(event, type=None, mode=None, cameo=None, quad=None, rule="told before"))
                continue
            told_types.add(event_type)
        if event.type not in _INCIDENTS or event.status not in ("done", "ongoing") or event.polarity == "negative":
            found.append(event)
            continue
        number = _sentence(event, page.parse)
        told = _placed(_timed(event, number, links), number, links)
        before = last.get(event.type)
        if before is not None and number - before[0] <= _MEMORY:
            told = _carried(told, before[1])
        if told.mode in ("firearms", "crowd-control"):
            if told.actors:
                shooters = number, told.actors
            elif shooters is not None and number - shooters[0] <= _MEMORY:
                told = change(told, actors=shooters[1], why=(*told.why, Reason("actors", "same deed as told before")))
        if told.when is not None or told.places:
            last[event.type] = number, told
        found.append(told)
    return found


def _again(event: Event, parse: Parse) -> bool:
    """Does a noun with "the" or "these" only come back to what was told: "linked the troop reductions to"?"""
    token = parse.at(event.trigger.start)
    if token is None or token.tag not in ("NN", "NNS") or event.when is not None or event.places or event.actors:
        return False
    return any(child.lower in _DEFINITE for child in token.children if child.i < token.i)


def _sentence(event: Event, parse: Parse) -> int:
    token = parse.at(event.trigger.start)
    return token.sent if token is not None else 0


def _timed(event: Event, number: int, links: Links) -> Event:
    """The one time of its sentence, if nothing said then hangs on it."""
    times = links.sentence_times(number)
    if event.when is not None or len(times) != 1 or times[0].when is None:
        return event
    when = change(times[0].when, linked_by=f"{times[0].id} in sentence")
    return change(event, when=when, why=(*event.why, Reason("when", "time of the sentence")))


def _placed(event: Event, number: int, links: Links) -> Event:
    """The one place of its sentence, if something took place there."""
    places = links.sentence_places.get(number, set())
    if event.places or len(places) != 1:
        return event
    return change(event, places=tuple(places), why=(*event.why, Reason("places", "place of the sentence")))


def _carried(event: Event, before: Event) -> Event:
    """Time and place of the incident told before, where this one has none."""
    when, places, why = event.when, event.places, event.why
    if when is None and before.when is not None:
        name = (before.when.linked_by or "").split(" ")[0]
        when = change(before.when, linked_by=f"{name} in narrative")
        why = (*why, Reason("when", "time of the incident told before"))
    if not places and before.places:
        places = before.places
        why = (*why, Reason("places", "place of the incident told before"))
    return event if why is event.why else change(event, when=when, places=places, why=why)
