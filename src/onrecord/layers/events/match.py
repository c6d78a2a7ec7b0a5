"""Match: the row of the lexicon that a word's surroundings choose."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.events import slots
from onrecord.layers.events.entries import Entry, Test, classes, entries

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_NOUNS = frozenset(("NN", "NNS", "VBG"))
_VERB_PREPOSITIONS = ("on", "against", "at", "in", "to", "into", "over", "with", "near")


def choose(token: Token) -> Entry | None:
    """The first row of a word's rows whose tests hold, None if there is none."""
    if slots.is_verb(token):
        rows = _verb_rows(token)
    elif token.tag in _NOUNS:
        rows = entries("nouns").get(token.lower if token.tag == "VBG" else token.lemma, ())
    else:
        rows = entries("adjectives").get(token.lower, ())
    for row in rows:
        if all(holds(test, token) for test in row.tests):
            return row
    return None


def trigger_end(token: Token) -> int:
    """Where the words of a trigger end: behind its particle ("pull back") or result ("shot dead")."""
    for child in token.children if token.tag in _VERBS else ():
        for near in (child, *child.children):
            if near.i == token.i + 1 and (near.dep == "prt" or f"{token.lemma} {near.lower}" in entries("verbs")):
                return near.end
    return token.end


def _verb_rows(token: Token) -> tuple[Entry, ...]:
    table = entries("verbs")
    for child in token.children:
        if (child.dep in ("prt", "advmod", "prep", "acomp", "oprd", "amod", "advcl") and child.i > token.i) or (
            child.dep == "dobj" and child.i == token.i + 1
        ):
            rows = table.get(f"{token.lemma} {child.lower}")
            if rows:
                return rows
    rows = table.get(token.lemma, ())
    return rows if token.lower == token.lemma else (*table.get(token.lower, ()), *rows)


def holds(test: Test, token: Token) -> bool:
    """Does one test hold for a word?"""
    return any(_stands(name, token, test.words) for name in test.slot.split("|")) != test.turned


def _stands(name: str, token: Token, words: frozenset[str]) -> bool:
    if name == "mod":
        return _modified(token, words)
    if name == "down":
        return _down(token, words)
    if name == "near":
        return any(t.lower in words for child in token.children for t in (child, *child.children))
    if name == "after":
        return token.dep == "pobj" and token.head.lower in words
    if name == "head":
        return token.dep == "compound" and token.head.lemma in words
    if name == "verb":
        governor = _governor(token)
        return governor is not None and (not words or governor.lemma in words)
    return _filled(name, token, words)


def _filled(name: str, token: Token, words: frozenset[str]) -> bool:
    filler = slot(name, token)
    if filler is None:
        return False
    return not words or any(not words.isdisjoint(slots.sorts(t)) for t in (filler, *_joined(filler)))


def _joined(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep == "conj"]


def _modified(token: Token, words: frozenset[str]) -> bool:
    """Has a noun a modifier of these: "air strike", "rocket and mortar attacks"?"""
    for child in token.children:
        if child.i < token.i and child.dep in ("compound", "amod", "nmod", "poss"):
            if not words or child.lower in words or child.lemma in words:
                return True
            if any(t.lower in words for t in child.children):
                return True
    return False


def _down(token: Token, words: frozenset[str]) -> bool:
    """Is the verb of the governed clause, or its modal, one of these?"""
    below = slots.complement(token)
    if below is None:
        return False
    if below.lemma in words:
        return True
    return any(child.lower in words or ("must" in words and _has_to(child, below)) for child in below.children)


def _has_to(child: Token, below: Token) -> bool:
    return child.dep == "aux" and child.lower in classes()["must"] and below.tag == "VB"


def _governor(noun: Token) -> Token | None:
    """The verb that a noun is the object or subject of, also through "of" ("a series of attacks")."""
    token = noun
    for _ in range(4):
        head = token.head
        if head is token:
            return None
        if head.tag in _VERBS:
            return head if token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "prep", "dative", "conj") else None
        if (
            token.dep == "pobj"
            or (token.dep == "prep" and head.lemma in classes()["transparent"])
            or token.dep == "conj"
        ):
            token = head
        elif token.dep == "prep" and head.tag in ("NN", "NNS"):
            return None
        else:
            return None
    return None


def slot(name: str, token: Token) -> Token | None:
    """What fills a slot of a word."""
    if slots.is_verb(token):
        return _verb_slot(name, token)
    if name == "subj":
        return slots.subject(token.head) if token.dep in ("acomp", "conj", "oprd", "ccomp") else None
    if name == "comp":
        return slots.complement(token)
    if token.dep == "compound" and token.head.tag in ("NN", "NNS") and token.head.i > token.i:
        token = token.head  # "a mediation effort between"
    if name in ("poss", "light", "vprep"):
        return _noun_slot(name, token)
    return slots.preposition(token, name)


def _verb_slot(name: str, token: Token) -> Token | None:
    if name == "subj":
        return slots.subject(token)
    if name == "obj":
        return slots.patient(token)
    if name == "comp":
        return slots.complement(token)
    if name == "inf":
        return slots.infinitive(token)
    if name == "dative":
        found = token.child("dative")
        return found if found is None or found.tag != "IN" else found.child("pobj")
    found = slots.preposition(token, name)
    if found is None and token.dep == "conj" and token.head.tag == token.tag:
        return slots.preposition(token.head, name) if token.head.i + 4 > token.i else None
    if found is None and name in ("against", "on", "of", "from", "to", "with", "between", "at", "in"):
        thing = token.child("dobj", "nsubjpass")
        return slots.preposition(thing, name) if thing is not None else None
    return found


def _noun_slot(name: str, token: Token) -> Token | None:
    if name == "poss":
        return token.child("poss")
    if name == "light" and token.dep == "xcomp":  # a verb that the tagger took for a noun
        return slots.subject(token.head)
    governor = _governor(token)
    if governor is None:
        return None
    if name == "light":
        return slots.subject(governor) if _lends(governor, token) else None
    return next(
        (f for f in (slots.preposition(governor, p) for p in _VERB_PREPOSITIONS) if f is not None and f is not token),
        None,
    )


def _lends(governor: Token, token: Token) -> bool:
    subject = governor.child("nsubj")
    return governor.lemma in classes()["light verbs"] and subject is not token
