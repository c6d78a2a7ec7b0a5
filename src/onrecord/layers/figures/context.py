"""What a figure's rules look up on a page: times, places, certainty and statements, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import islice

from onrecord.concepts.actor import Actor
from onrecord.concepts.certainty import Certainty
from onrecord.concepts.datelines import datelines
from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Sentence, Token
from onrecord.concepts.place import Place
from onrecord.concepts.statement import Statement
from onrecord.concepts.timex import Timex
from onrecord.concepts.when import When
from onrecord.layers.figures.vocabulary import (
    AREAS,
    CHECKS,
    SAYING,
    SETTLES,
    UNVOUCHED,
    VICTIM_VERBS,
    WHERE,
    measure_of_noun,
    named,
)

_TELLERS = named("tellers")
_STILL = 350  # characters over which "the same day" points back
_AHEAD = frozenset({"announced", "planned", "ordered", "threatened", "requested"})
_MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "could", "must", "wo", "'ll"})


class Context:
    """Look-ups over one page; made for one report and thrown away."""

    def __init__(self, page: Page) -> None:
        self.page, self.parse = page, page.parse
        self._times = sorted(page.times, key=lambda time: time.start)
        self._time_starts = [time.start for time in self._times]
        self._places = sorted(page.places, key=lambda place: place.start)
        self._place_starts = [place.start for place in self._places]
        self._told = {event.trigger.start: event for event in page.events}
        self._by_id = {event.id: event for event in page.events}
        self._datelines = datelines(page.report)
        self._located: dict[str, bool] = {}
        self._scenes: dict[str, bool] = {}
        self._main: dict[str | None, Place | None] = {}
        self._mentions = sorted(
            ((m.start, m.end, actor) for actor in page.actors for m in actor.mentions), key=lambda m: m[:2]
        )
        self._longest_mention = max((end - start for start, end, _ in self._mentions), default=0)
        contents = enumerate(page.statements)
        self._contents = sorted((span.start, span.end, n) for n, told in contents for span in told.content)
        self._longest_content = max((end - start for start, end, _ in self._contents), default=0)

    def times_in(self, sentence: Sentence) -> list[Timex]:
        """Temporal expressions of a sentence, those of a dateline and of a letterhead before it left out."""
        start = max((end for _, end in self._datelines if sentence.start < end <= sentence.end), default=sentence.start)
        return self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, sentence.end)]

    def times_before(self, at: int) -> list[Timex]:
        """Dates told in the paragraph's last few hundred characters before a place."""
        last = bisect_left(self._time_starts, at)
        return [t for t in self._times[max(0, last - 4) : last] if at - t.start < _STILL and t.type == "date"]

    def sent(self, at: int) -> bool:
        """True for what stands in a dateline: where and when a report was sent."""
        return any(start <= at < end for start, end in self._datelines)

    def headline(self, sentence: Sentence, at: int) -> tuple[int, int]:
        """The characters of a sentence, of a headline that runs into a dateline those of its own line."""
        sent = next((start for start, _ in self._datelines if sentence.start <= start < sentence.end), None)
        if sent is None or at >= sent:
            return sentence.start, sentence.end
        line = self.text.find("\n", at)
        return sentence.start, min(sent, line if line >= 0 else sent)

    def counts_between(self, start: int, end: int) -> bool:
        """True where something else is counted between two characters."""
        counts = (q for q in self.page.quantities if start <= q.start < end)
        named = (q for q in counts if q.unit == "count" and q.of_span is not None and q.of_span.start >= start)
        return any(q.of_lemma not in _TELLERS for q in named)  # "two officials said" counts nothing that goes on

    def places_in(self, start: int, end: int) -> list[Place]:
        """Places named between two characters."""
        return self._places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]

    def certainty(self, token: Token) -> Certainty | None:
        """Certainty of a word, else of the nearest word above it that has one."""
        while True:
            found = self.page.certainty.get(token.i)
            if found is not None or token.head is token:
                return found
            token = token.head

    def ahead(self, token: Token | None) -> bool:
        """True when the thing a verb or event noun tells is not yet so: planned, announced, possible …"""
        if token is None:
            return False
        certainty = self.page.certainty.get(token.i)
        if certainty is not None and certainty.status in _AHEAD:
            return True
        if token.tag == "VBG" and token.dep in ("advcl", "csubj"):
            # "sending 190, increasing the force to 360": as far ahead as what it goes with; what is ordered is ahead
            return token.head.lemma in SETTLES or self.ahead(token.head)
        infinitive = token.dep == "xcomp" and any(child.lower == "to" for child in token.children)
        is_to = infinitive and token.head.lemma == "be"  # "is to be formed"
        return is_to or any(child.dep == "aux" and child.lower in _MODALS for child in token.children)

    def actor_at(self, start: int, end: int) -> Actor | None:
        """The actor whose mention overlaps the characters most."""
        best, most = None, 0
        begin = bisect_left(self._mentions, start - self._longest_mention, key=lambda mention: mention[0])
        for first, last, actor in islice(self._mentions, begin, None):
            if first >= end:
                break
            shared = min(end, last) - max(start, first)
            if shared > most:
                best, most = actor, shared
        return best

    def event_of(self, words: Iterable[Token]) -> str | None:
        """The event whose trigger is one of these words, the first that is one."""
        return next((self._told[word.start].id for word in words if word.start in self._told), None)

    def places_of(self, event: str | None) -> list[Place]:
        """The places of an event, in text order."""
        told = self.event(event)
        return [place for place in self._places if place.id in told.places] if told and told.places else []

    def event(self, name: str | None) -> Event | None:
        """The event with an id."""
        return self._by_id.get(name or "")

    def befell(self, word: Token, actor: str) -> bool:
        """Does a word tell an event that took place, and that was done to an actor?"""
        event = self._told.get(word.start)
        return event is not None and event.label == "done" and actor in event.recipients

    def body_among(self, names: Iterable[str | None]) -> Actor | None:
        """The first of these actors that is an alliance, an organisation or an armed group: an owner that is no state."""
        found = set(names)
        return next((a for a in self.page.actors if a.id in found and a.kind in ("organisation", "armed_group")), None)

    def state(self, iso3: str | None) -> Actor | None:
        """The actor that is the state of a country code, if the report speaks of it."""
        return next((a for a in self.page.actors if a.iso3 == iso3 and a.kind == "state"), None) if iso3 else None

    def statement_at(self, start: int, end: int) -> Statement | None:
        """The innermost statement whose content holds the characters."""
        begin = bisect_left(self._contents, (end - self._longest_content,))
        around = self._contents[begin : bisect_left(self._contents, (start + 1,))]
        found = None
        for number in sorted({number for _, last, number in around if end <= last}):
            statement = self.page.statements[number]
            if found is None or _size(statement) <= _size(found):
                found = statement
        return found

    def voucher(self, statement: Statement | None) -> Statement | None:
        """The innermost statement around a number by which somebody vouches for it: not an order, a wish or a belief."""
        while statement is not None and statement.act in UNVOUCHED:
            statement = self._statements.get(statement.parent or "")
        return statement

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.page.statements}

    @cached_property
    def times_of_speech(self) -> frozenset[str]:
        """Ids of the times that tell when something was said."""
        said = (statement.said_at for statement in self.page.statements)
        return frozenset(when.linked_by for when in said if when is not None and when.linked_by is not None)

    @cached_property
    def days_told(self) -> list[Timex]:
        """Single days told behind the dateline, those on which something was said left out, in text order."""
        return [
            time
            for time in self._times
            if time.start >= self.body
            and not self.sent(time.start)
            and time.type == "date"
            and days(time.when) == 1
            and time.id not in self.times_of_speech
            and not self._of_saying(time)
        ]

    def _of_saying(self, time: Timex) -> bool:
        """Does a day stand before what is told to have happened: "today confirmed the arrest"?"""
        token = self.parse.at(time.start)
        verb = token.head if token is not None else None
        told = verb.child("dobj", "nsubjpass") if verb is not None and verb.lemma in SAYING else None
        return told is not None and token is not None and token.i < told.i

    def unchecked(self, word: Token) -> Token | None:
        """The verb of checking that one of the next two sentences denies: "Neither toll could be verified"."""
        for sentence in self.parse.sentences[word.sent + 1 : word.sent + 3]:
            for token in self.parse.words(sentence):
                if token.lemma in CHECKS and token.tag.startswith("VB"):
                    able = {child.lower for child in token.children if child.dep in ("aux", "neg", "nsubjpass")}
                    first = next((c for n in token.children if n.dep == "nsubjpass" for c in n.children), None)
                    denied = able & {"not", "n't"} or (first is not None and first.lower in ("neither", "no", "none"))
                    if denied and able & {"could", "can"}:
                        return token
        return None

    def usual_owner(self, measure: str) -> str | None:
        """The country that stands before nouns of a measure at least twice as often as any other: "USA" in a report of US troops."""
        counts = self._owned.get(measure, Counter())
        first, second = [*counts.most_common(2), (None, 0), (None, 0)][:2]
        return first[0] if first[1] >= 2 * second[1] else None

    @cached_property
    def _owned(self) -> dict[str, Counter[str]]:
        """How often each country stands before nouns of each measure."""
        found: dict[str, Counter[str]] = {}
        for place in self._places:
            following = self.parse.at(place.end + 1)
            measure = measure_of_noun(following) if place.iso3 and following is not None else None
            if measure is not None and place.iso3:
                found.setdefault(measure, Counter())[place.iso3] += 1
        return found

    def located(self, place: Place) -> bool:
        """True for a place that is said to be where something is: in a prepositional phrase of place, not before a noun or as a subject."""
        found = self._located.get(place.id)
        if found is None:
            found = self._located[place.id] = self._is_located(place)
        return found

    def _is_located(self, place: Place) -> bool:
        tokens = self.parse.between(place.start, place.end)
        token = self.parse.root(tokens[0].i, tokens[-1].i + 1) if tokens else None
        while token is not None and token.head is not token:
            if token.dep == "pobj":
                return token.head.lower in WHERE
            if token.dep not in ("conj", "appos") and not (
                token.dep in ("compound", "nmod") and token.head.lemma.lower() in AREAS
            ):
                return False
            token = token.head
        return False

    def at_scene(self, place: Place) -> bool:
        """True for a place told in a sentence in which people are said to be killed, hurt or seized."""
        found = self._scenes.get(place.id)
        if found is None:
            found = self._scenes[place.id] = self._is_at_scene(place)
        return found

    def _is_at_scene(self, place: Place) -> bool:
        token = self.parse.at(place.start)
        if token is None:
            return False
        words = self.parse.words(self.parse.sentence(token))
        return any(word.lemma in VICTIM_VERBS and _is_told(word) for word in words)

    def aside(self, place: Place, number: Token | None = None) -> bool:
        """True for a place of a relative clause in which the number does not stand: "a leader who led attacks in Kabul"."""
        token = self.parse.at(place.start)
        while token is not None and token.head is not token:
            if token.dep == "relcl" and not any(child.tag == "TO" for child in token.children):
                return number is None or all(above is not token for above in number.ancestors())
            token = token.head
        return False

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.page.report.text

    @property
    def body(self) -> int:
        """Where the report begins behind its dateline."""
        dateline = self.page.report.dateline
        return dateline.end if dateline else 0

    def main_place(self, apart: str | None) -> Place | None:
        """The first mention of the country most spoken of, `apart` left out; None where two are spoken of as much."""
        if apart not in self._main:
            self._main[apart] = self._most_told(apart)
        return self._main[apart]

    def _most_told(self, apart: str | None) -> Place | None:
        counts = Counter(place.iso3 for place in self._places if place.iso3 and place.iso3 != apart)
        first, *rest = [*counts.most_common(2), (None, 0)]
        if first[0] is None or rest[0][1] == first[1]:
            return None
        told = [place for place in self._places if place.iso3 == first[0]]
        return next((place for place in told if place.kind == "country" and not self.sent(place.start)), told[0])

    @property
    def published(self) -> date | None:
        """Day of publication."""
        given = self.page.report.published
        return date.fromisoformat(given[:10]) if given else None


def _is_told(verb: Token) -> bool:
    """Does a verb form tell a deed: "killed", "detaining six", not "the arrested man", "to kill"?"""
    return (verb.tag in ("VBD", "VBN", "VBZ") and verb.dep != "amod") or (
        verb.tag == "VBG" and verb.dep in ("advcl", "acl")
    )


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def days(when: When | None) -> int | None:
    """Length of an interval in days; None when an end is open or unknown."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return (date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])).days + 1
