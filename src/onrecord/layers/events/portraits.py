"""Portraits: sentences on the past and habits of somebody who is seized or killed; where those were is not where the news is."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.layers.events.entries import classes
from onrecord.layers.events.slots import preposition, sorts

_BEFALLS = frozenset(("ASSAULT", "COERCE"))
_PRONOUNS = frozenset(("he", "she"))
_OPENING = 8  # words in which the noun phrase at the beginning of a sentence ends
_PRESENT = frozenset(("VBZ", "VBP"))


def portraits(events: Iterable[Event], page: Page) -> frozenset[int]:
    """Numbers of the sentences that portray a person to whom an event of the report is done or meant to be done."""
    victims = _victims(events, page)
    nouns, first = _nouns(victims, page)
    if not nouns:
        return frozenset()
    parse = page.parse
    starts = {mention.start: actor.id for actor in page.actors if actor.id in victims for mention in actor.mentions}
    found: set[int] = set()
    for number in range(first + 1, len(parse.sentences)):
        words = parse.words(parse.sentences[number])
        who = _subject(words, nouns)
        if who is None or not _is_portrait(words[who.i - words[0].i + 1 :]):
            continue
        begins = min((child.start for child in who.children if child.i < who.i), default=who.start)
        pronoun = who.lower in _PRONOUNS and number - 1 in found
        if pronoun or begins in starts or who.lemma.lower() in nouns:
            found.add(number)
    return frozenset(found)


def _subject(words: list[Token], nouns: frozenset[str]) -> Token | None:
    """Who a sentence is about: "he", or the noun phrase with "the" or a name that begins it."""
    start = words[0].lower
    if start in _PRONOUNS:
        return words[0]
    if start in ("the", "this", "that"):
        return next((word for word in words[1:_OPENING] if word.lemma.lower() in nouns), None)
    root = next((word for word in words if word.head is word), None)
    who = root.child("nsubj", "nsubjpass") if root is not None else None
    if who is not None and (who.tag in ("NNP", "PRP") or any(child.lower == "the" for child in who.children)):
        return who
    return None


def _victims(events: Iterable[Event], page: Page) -> dict[str, int]:
    """Persons to whom something is done, with the sentence that tells it first."""
    persons = {actor.id for actor in page.actors if actor.kind == "person"}
    found: dict[str, int] = {}
    for event in events:
        token = page.parse.at(event.trigger.start)
        if event.type in _BEFALLS and token is not None:
            for name in event.recipients:
                if name in persons:
                    found.setdefault(name, token.sent)
    return found


def _nouns(victims: dict[str, int], page: Page) -> tuple[frozenset[str], int]:
    """The nouns that name these persons or somebody searched for ("leader" of "a senior rebel leader"), and the first sentence with one."""
    found, first = set(), min(victims.values(), default=len(page.parse.sentences))
    for actor in page.actors:
        for mention in actor.mentions if actor.id in victims else ():
            tokens = page.parse.between(mention.start, mention.end)
            if tokens and mention.form == "nominal":
                found.add(page.parse.root(tokens[0].i, tokens[-1].i + 1).lemma.lower())
                found |= {token.lemma.lower() for token in tokens if token.tag == "NN"} & classes()["person"]
    for token in page.parse.tokens:
        if token.lemma in classes()["hunt"]:
            sought = token.child("dobj") or next((p for p in (preposition(token, w) for w in ("for", "of")) if p), None)
            if sought is not None and sought.tag == "NN" and not classes()["person"].isdisjoint(sorts(sought)):
                found.add(sought.lemma.lower())
                first = min(first, token.sent)
    return frozenset(found), first


def _is_portrait(words: list[Token]) -> bool:
    """Does the verb tell what somebody is, is held to be, or used to do, not what happened?"""
    helped = passive = False
    for word in words:
        if word.lemma in ("be", "have") and word.tag[0] == "V":
            helped, passive = True, passive or word.lemma == "be"
        elif word.tag in ("VBD", "VBN", "VBG") and (helped or word.i == words[0].i or word.tag == "VBD"):
            return word.tag == "VBG" or word.lemma in classes()["held" if passive else "career"]
        elif word.tag in _PRESENT or (helped and word.tag not in ("RB", "VBN")):
            return True
        elif word.tag not in ("RB", ",", "NNP", "MD"):
            return False
    return False
