"""Narrative: what an event does not say in its clause, its sentence or what was told just before it may say."""

from __future__ import annotations

from msgspec.structs import replace as change

from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.layers.events.links import Links
from onrecord.layers.events.portraits import portraits
from onrecord.layers.events.setting import setting

# Incidents are told over several sentences; a visit, a statement or a plan in the next sentence is another one.
_INCIDENTS = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_SHOTS = frozenset(("firearms", "crowd-control"))
_DEFINITE = frozenset(("the", "this", "these", "that", "those"))
_DATELINE = "dateline"
_MEMORY = 5  # sentences
_SHORT = 3  # sentences


def narrate(events: list[Event], page: Page, links: Links) -> list[Event]:
    """Give incidents that took place the time, place and shooter told just before."""
    teller = Teller(page, links, portraits(events, page))
    return [teller.tell(event) for event in events]


class Teller:
    """Goes through the events of a report in text order and remembers where the telling stands."""

    def __init__(self, page: Page, links: Links, portraits: frozenset[int]) -> None:
        self.parse, self.links = page.parse, links
        self.types: set[str] = set()  # told so far, incidents apart
        self.last: dict[str, tuple[int, Event]] = {}  # the last incident of each type, and its sentence
        self.day: tuple[int, Event] | None = None
        self.scene: tuple[int, tuple[str, ...]] | None = None
        self.shooters: tuple[int, tuple[str, ...]] | None = None
        self.setting = setting(page)
        self.persons = {actor.id: actor.mentions[0] for actor in page.actors if actor.kind == "person"}
        self.portraits = portraits
        self.befallen: dict[
            tuple[str, str], tuple[str, ...]
        ] = {}  # to whom what was done last, by type and lemma or mode

    def tell(self, event: Event) -> Event:
        """The event with what the narrative adds to it."""
        took_place = event.status in ("done", "ongoing") and event.polarity == "positive"
        number = self._sentence(event)
        if event.type in _INCIDENTS and took_place:
            event = self._incident(event, number)
        elif event.type is not None and event.type not in _INCIDENTS:
            if event.type in self.types and self._again(event):
                event = change(event, type=None, mode=None, cameo=None, quad=None, rule="told before")
            elif event.type:
                self.types.add(event.type)
        if event.places and took_place and self._is_scene(event, number):
            self.scene = number, event.places
        if event.type in _INCIDENTS and not event.places and self.setting:
            event = change(event, places=self.setting, why=(*event.why, Reason("places", "country of the report")))
        if took_place and event.when is not None and event.when.date_prec == 1 and self._tells(event):
            self.day = number, event
        return event

    def _tells(self, event: Event) -> bool:
        """Is the day of an event that of what is told, not that on which it was said or sent?"""
        token = self.parse.at(event.trigger.start)
        sent = event.when is not None and (event.when.linked_by or "").endswith(_DATELINE)
        return not sent and (token is None or not self.links.is_saying(token))

    def _is_scene(self, event: Event, number: int) -> bool:
        """Is where an event took place where what is told next did? Not what "the arrested man" or his past tells."""
        token = self.parse.at(event.trigger.start)
        attribute = token is not None and (token.dep == "amod" or (self.scene is not None and _is_history(token)))
        return number not in self.portraits and not attribute and (event.type in _INCIDENTS or self._happens(event))

    def _happens(self, event: Event) -> bool:
        """Is an event without a type of its own the scene of incidents: "it happened in", "was found dead in"?"""
        token = self.parse.at(event.trigger.start)
        return event.type is None and token is not None and not self.links.is_elsewhere(token)

    def _sentence(self, event: Event) -> int:
        token = self.parse.at(event.trigger.start)
        return token.sent if token is not None else 0

    def _again(self, event: Event) -> bool:
        """Does a noun with "the" or "these" only come back to what was told: "linked the troop reductions to"?"""
        token = self.parse.at(event.trigger.start)
        if token is None or token.tag not in ("NN", "NNS") or event.when is not None or event.places or event.actors:
            return False
        return any(child.lower in _DEFINITE for child in token.children if child.i < token.i)

    def _incident(self, event: Event, number: int) -> Event:
        event = self._placed(self._timed(self._befallen(event), number), number)
        kind = event.type or ""
        before = self.last.get(kind)
        if before is not None and number - before[0] <= _MEMORY:
            event = _carried(event, before[1])
        if self.day is not None and number - self.day[0] <= _SHORT:
            event = _carried(event, self.day[1])
        if not event.places and self.scene is not None and number - self.scene[0] <= _MEMORY:
            event = change(
                event, places=self.scene[1], why=(*event.why, Reason("places", "scene of what is told before"))
            )
        if event.mode in _SHOTS:
            event = self._shot(event, number)
        if event.when is not None:
            self.last[kind] = number, event
        return event if event.when is not None else self._sent(event)

    def _sent(self, event: Event) -> Event:
        """An incident without a time has the one day that the report tells, in the lead else that of the dateline."""
        token = self.parse.at(event.trigger.start)
        only = self.links.only_day if token is not None and token.sent not in self.portraits else None
        time = only or (self.links.day_sent(token) if token is not None else None)
        if time is None or time.when is None:
            return event
        how, why = (
            ("report", "the one day the report tells") if only is not None else (_DATELINE, "day of the dateline")
        )
        when = change(time.when, linked_by=f"{time.id} {how}")
        return change(event, when=when, why=(*event.why, Reason("when", why)))

    def _befallen(self, event: Event) -> Event:
        """ "The arrested man" is who was arrested before; so is "the man" of whom nobody spoke yet, where one man was."""
        token = self.parse.at(event.trigger.start)
        if token is None or not event.type:
            return event
        key = event.type, event.mode or token.lemma
        attribute = token.tag == "VBN" and token.dep == "amod"
        said = attribute and any(c.lower in _DEFINITE for c in token.head.children)
        if not said and not self._told_with_the(event):
            if event.recipients:
                self.befallen[key] = event.recipients
            return event
        before = self.befallen.get(key)
        if not before or (not said and (len(before) > 1 or before[0] not in self.persons)):
            return event
        return change(event, recipients=before, why=(*event.why, Reason("recipients", "to whom it was done before")))

    def _told_with_the(self, event: Event) -> bool:
        """Is the only recipient a person named here first, and with "the"?"""
        first = self.persons.get(event.recipients[0]) if len(event.recipients) == 1 else None
        begins = self.parse.at(first.start) if first is not None else None
        if first is None or begins is None or first.form != "nominal" or begins.lower not in _DEFINITE:
            return False
        return event.evidence.start <= first.start < event.evidence.end

    def _timed(self, event: Event, number: int) -> Event:
        """The one time of its sentence, if nothing said then hangs on it."""
        times = self.links.sentence_times(number)
        if event.when is not None or len(times) != 1 or times[0].when is None:
            return event
        when = change(times[0].when, linked_by=f"{times[0].id} in sentence")
        return change(event, when=when, why=(*event.why, Reason("when", "time of the sentence")))

    def _placed(self, event: Event, number: int) -> Event:
        """The one place of its sentence, with what holds it, if something took place there."""
        places = self.links.sentence_places.get(number, set())
        if event.places or not self.links.is_one(places):
            return event
        told = tuple(self.links.in_order(places))
        return change(event, places=told, why=(*event.why, Reason("places", "place of the sentence")))

    def _shot(self, event: Event, number: int) -> Event:
        """Who fired where only "the firing" or "rounds were fired" is said: those who last did."""
        if event.actors:
            self.shooters = number, event.actors
        elif self.shooters is not None and number - self.shooters[0] <= _SHORT:
            return change(
                event, actors=self.shooters[1], why=(*event.why, Reason("actors", "same deed as told before"))
            )
        return event


def _is_history(token: Token) -> bool:
    """Does a word stand in a clause in the perfect tense, which tells of all that was up to now: "has carried out attacks in"?"""
    for word in (token, *token.ancestors()):
        if word.tag[0] == "V" and word.tag != "VBG":
            return any(child.dep == "aux" and child.lower in ("has", "have", "'ve") for child in word.children)
    return False


def _carried(event: Event, before: Event) -> Event:
    """The time of the incident told before, where this one has none."""
    if event.when is not None or before.when is None:
        return event
    name = (before.when.linked_by or "").split(" ")[0]
    when = change(before.when, linked_by=f"{name} in narrative")
    return change(event, when=when, why=(*event.why, Reason("when", "time of the incident told before")))
