"""Links: where and when an event took place, and the quantities that belong to it, by the words that hang on its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from onrecord.concepts.datelines import datelines
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.timex import Timex
from onrecord.layers.events.entries import classes
from onrecord.layers.events.ground import finest

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
# Clauses and nouns that happen where and when the word above them does.
_SAME_PLACE = frozenset(("xcomp", "nsubj", "dobj", "nsubjpass", "pcomp", "conj"))
_UNDER = frozenset(("prep", "pobj", "pcomp", "dobj", "nsubjpass", "advcl", "acl", "xcomp", "agent", "npadvmod"))
_SPEECH = frozenset(
    ("say", "tell", "announce", "report", "add", "state", "declare", "warn", "claim", "confirm", "quote", "accord")
)
# Places that these prepositions bring in are not where it happened.
_NOT_WHERE = frozenset(("about", "than", "like", "as", "of", "for", "with", "by", "against", "including"))

_GROUND = frozenset(("settlement", "settlements"))  # of a place, they are no deed
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TALKING = frozenset(("according", "speak", "talk", "source", "sources"))

type Anchors = dict[int, list[tuple[str, Token, str]]]


class Links:
    """Places, times and quantities of a page by the event word they hang on."""

    def __init__(self, page: Page) -> None:
        self.parse, self.words = page.parse, page.certainty
        self._heads = [(self._begin(start), start, end) for start, end in datelines(page.report)]
        self.cues = {t.i for s in page.statements if s.cue for t in page.parse.between(s.cue.start, s.cue.end)}
        self._known = {place.id: place for place in page.places}
        ground = [p for p in page.places if not any(start <= p.start < end for _, start, end in self._heads)]
        self.places = self._anchor(finest(ground, page.parse), place=True)
        self.sentence_places: dict[int, set[str]] = {}
        for event, marks in self.places.items():
            word = self.parse.tokens[event]
            if not self.is_elsewhere(word) and not _aside(word):
                self.sentence_places.setdefault(word.sent, set()).update(name for name, _, _ in marks)
        self.whens: Mapping[str, Timex] = {t.id: t for t in page.times if t.when is not None and t.type != "set"}
        self.spells = {t.id for t in page.times if t.type == "duration"}
        self.times = self._anchor(((t.id, t.start, t.end) for t in self.whens.values()), place=False)
        self._by_sentence: dict[int, list[Timex]] = {}
        for event, marks in self.times.items():
            word = self.parse.tokens[event]
            if not self.is_saying(word):
                self._by_sentence.setdefault(word.sent, []).extend(self.whens[name] for name, _, _ in marks)
        self.quantities = self._anchor(((q.id, q.start, q.end) for q in page.quantities), place=False)

    def _anchor(self, marks: Iterable[tuple[str, int, int]], *, place: bool) -> Anchors:
        found: Anchors = {}
        for name, start, end in marks:
            tokens = self.parse.between(start, end)
            if not tokens:
                continue
            root = self.parse.root(tokens[0].i, tokens[-1].i + 1)
            event, edge = _climb(root, self.words, place)
            if event is not None and not self._sent(start, event):
                found.setdefault(event.i, []).append((name, root, edge))
        return found

    def _begin(self, at: int) -> int:
        """Where the sentence begins that stands at a character."""
        token = self.parse.at(at)
        return self.parse.sentence(token).start if token is not None else at

    def _sent(self, at: int, event: Token) -> bool:
        """Does a mark stand in a dateline, or in the letterhead before one while the event is told behind it?"""
        return any(head <= at < end and (at >= start or event.start >= end) for head, start, end in self._heads)

    def day_sent(self, token: Token) -> Timex | None:
        """The day of the dateline at the head of a word's paragraph."""
        for head, start, end in self._heads:
            opened = self.parse.at(head)
            if end <= token.start and opened is not None and self._paragraph(opened) == self._paragraph(token):
                days = (t for t in self.whens.values() if start <= t.start < end and t.when is not None)
                return next((time for time in days if time.when is not None and time.when.date_prec == 1), None)
        return None

    @cached_property
    def only_day(self) -> Timex | None:
        """The one day that the report tells, where datelines and sayings tell no other; None if it tells several."""
        said = {
            name
            for event, marks in self.times.items()
            if self.is_saying(self.parse.tokens[event])
            for name, _, _ in marks
        }
        sent = [time for time in self.whens.values() if any(start <= time.start < end for _, start, end in self._heads)]
        told = [t for t in self.whens.values() if t not in sent and t.id not in said and t.type == "date"]
        days = {time.when.earliest for time in told if time.when is not None}
        single = len(days) == 1 and all(time.when is not None and time.when.date_prec == 1 for time in told)
        return told[0] if single else None

    def _paragraph(self, token: Token) -> int:
        return self.parse.sentence(token).paragraph

    def is_saying(self, word: Token) -> bool:
        """Is a word the cue of a statement, or one of saying? When and where it was said is not when and where it happened."""
        return word.lemma in _SPEECH or word.i in self.cues

    def is_elsewhere(self, word: Token) -> bool:
        """Is a word one of saying, of perceiving or of going somewhere?"""
        return word.lemma in classes()["elsewhere"] or self.is_saying(word)

    def sentence_times(self, number: int) -> list[Timex]:
        """Times of a sentence that do not hang on a word of saying."""
        return self._by_sentence.get(number, [])

    def is_one(self, names: Collection[str]) -> bool:
        """Are these one place, or one with the unit or country that holds it?"""
        places = [self._known[name] for name in names]
        units = {(place.iso3, place.admin1) for place in places if place.kind != "country"}
        return len(names) == 1 or (len(units) == 1 and all(u[1] for u in units) and len({p.iso3 for p in places}) == 1)

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Places in text order."""
        return sorted(names, key=lambda name: self._known[name].start)

    def places_of(self, token: Token) -> tuple[tuple[str, ...], tuple[Token, ...]]:
        """Places of an event and the words that name them: its own, else those of the word it shares a clause with."""
        marks = self._near(token, self.places)
        return tuple(name for name, _, _ in marks), tuple(word for _, word, _ in marks)

    def time_of(self, token: Token) -> Timex | None:
        """The time of an event: its own, else that of the word it shares a clause with."""
        found = self._near(token, self.times)
        if not found:
            return None
        return self.whens[min(found, key=lambda mark: abs(mark[1].i - token.i))[0]]

    def quantities_of(self, token: Token) -> tuple[str, ...]:
        """Quantities that hang on an event's own word."""
        return tuple(name for name, _, _ in self.quantities.get(token.i, ()))

    def _near(self, token: Token, anchors: Anchors) -> list[tuple[str, Token, str]]:
        own = anchors.get(token.i)
        if own:  # who does it may be from elsewhere: "students in Spain protested in Rome"
            return [mark for mark in own if mark[2] not in _SUBJECTS] or own
        coarse: list[tuple[str, Token, str]] = []
        for child in token.children:
            if child.i in anchors and child.dep in ("dobj", "nsubjpass", "xcomp", "advcl") and child.tag != "VBD":
                return anchors[child.i]
            if child.dep in ("prep", "agent"):
                below = child.child("pobj", "pcomp") if child.lower not in _NOT_WHERE else None
                if below is not None and below.i in anchors and below.i in self.words:
                    marks = anchors[below.i]
                    if anchors is not self.places or any(self._known[m[0]].kind != "country" for m in marks):
                        return marks
                    coarse = coarse or marks
        return coarse or self._above(token, anchors) or self._below(token, anchors)

    def _below(self, token: Token, anchors: Anchors) -> list[tuple[str, Token, str]]:
        """Marks of the words under an event's own, the nearest first: "killed when a bomb exploded in"."""
        todo = [child for child in token.children if child.dep in _UNDER]
        for _ in range(20):
            if not todo:
                return []
            child = todo.pop(0)
            if child.dep == "prep" and child.lower in _NOT_WHERE and child.lower != "of":
                continue
            if child.i in anchors:
                return anchors[child.i]
            todo.extend(below for below in child.children if below.dep in _UNDER)
        return []

    def _above(self, token: Token, anchors: Anchors) -> list[tuple[str, Token, str]]:
        for _ in range(3):
            head, dep = token.head, token.dep
            if head is token:
                return []
            if dep == "pobj":
                token = head
                continue
            if dep in ("ccomp", "advcl") and (head.lemma in _SPEECH or head.i in self.cues):
                return []
            if head.lemma in classes()["elsewhere"] and anchors is self.places:
                return []
            if dep in ("dobj", "nsubjpass") and self.is_saying(head):
                return self._behind(token, head, anchors)
            if head.i in anchors:
                marks = anchors[head.i]
                if dep in {"conj", "ccomp"}:  # said before both of them, and not for how long the first went on
                    marks = [m for m in marks if m[1].i < head.i and m[0] not in self.spells]
                if dep in _SAME_PLACE or dep in ("prep", "ccomp") or (dep == "advcl" and token.tag == "VBG"):
                    return marks
                return []
            token = head
        return []

    def _behind(self, token: Token, verb: Token, anchors: Anchors) -> list[tuple[str, Token, str]]:
        """Marks behind the deed that a verb of saying tells: "today confirmed his arrest in a raid in Homs on Friday"."""
        marks = [mark for mark in anchors.get(verb.i, ()) if mark[1].i > token.i]
        for child in verb.children:
            below = child.child("pobj", "pcomp") if child.dep == "prep" and child.i > token.i else None
            if not marks and below is not None and below.i in self.words:
                marks = anchors.get(below.i, [])
        return marks


def _aside(word: Token) -> bool:
    """Does a word stand in a relative clause: "a man who led raids in Kabul"?"""
    for above in (word, *word.ancestors()):
        if above.dep == "relcl":
            return not any(child.tag == "TO" for child in above.children)
    return False


def _climb(token: Token, words: Mapping[int, object], place: bool) -> tuple[Token | None, str]:
    """The nearest event word above a word, and the edge by which it is reached."""
    edge, first = token.dep, True
    for _ in range(8):
        head = token.head
        if head is token:
            return (token, edge) if token.i in words else (None, "")
        edge = token.dep
        if place and (
            head.lower in _TALKING or head.lemma in _TALKING or (first and head.i not in words and _origin(token))
        ):
            return None, ""
        if place and first and edge == "prep":
            first = False
            if token.lower in _NOT_WHERE and (token.lower != "of" or head.tag in _VERBS):
                return None, ""
        token = head
        if token.i in words and token.lower not in _GROUND:
            return token, edge
    return None, ""


def _origin(token: Token) -> bool:
    """Does a preposition say where somebody comes from: "a driver from Abidjan"?"""
    return token.dep == "prep" and token.lower == "from" and token.head.tag not in _VERBS
