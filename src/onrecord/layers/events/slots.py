"""Slots: who and what stands where around a verb, an adjective or a noun."""

from __future__ import annotations

from functools import cache

from onrecord.concepts.parse import Token
from onrecord.layers.events.entries import classes

_NAMES = {"PERSON": "@person", "GPE": "@place", "LOC": "@place", "FAC": "@place", "ORG": "@body", "NORP": "@person"}
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_EDGES = frozenset(("punct", "cc"))  # between two words of the clause they are inside all the same
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp"))
_SUBJECTS = ("nsubj", "csubj", "expl")
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_NOMINAL = frozenset(("pobj", "nsubj", "nsubjpass", "dobj", "attr", "conj", "compound", "pcomp"))
_BEFORE_NOUN = frozenset(("compound", "amod", "det", "poss", "nmod"))
_DEPTH = 4  # how far up a subject is looked for


def is_verb(token: Token) -> bool:
    """Does a word stand as a verb? An -ing form with an article or noun before it is a noun: "in police firing"."""
    if token.tag not in _VERBS:
        return False
    if token.tag != "VBG" or token.dep not in _NOMINAL:
        return True
    if token.child("dobj") is None and (
        token.dep == "pobj" or (token.dep == "pcomp" and preposition(token, "by") is not None)
    ):
        return False
    return not any(child.dep in _BEFORE_NOUN and child.i < token.i for child in token.children)


def passive(verb: Token) -> bool:
    """Is a verb passive: "was arrested", "people killed by", "the arrested man"?"""
    if verb.tag == "VBD" and verb.dep == "acl" and verb.child("dobj", *_SUBJECTS) is None:
        return True  # no clause of a noun is in the past tense: "two men shot on Monday"
    if verb.tag != "VBN":
        return False
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep in ("acl", "amod"):
        return True
    if verb.dep == "conj" and not any(child.dep in ("aux", "nsubj", "dobj") for child in verb.children):
        return verb.head.tag == "VBN" and passive(verb.head)
    return verb.dep in ("advcl", "relcl", "xcomp", "ccomp") and not any(
        child.dep in ("aux", "nsubj", "dobj") for child in verb.children
    )


def agent(verb: Token) -> Token | None:
    """The doer of a passive: the noun after "by"."""
    for child in verb.children:
        if child.dep in ("agent", "prep") and child.lower == "by":
            return child.child("pobj")
    return None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does what a verb says, also where it is not beside the verb: relative clauses, joined verbs, control, participles."""
    if passive(verb):
        return agent(verb)
    own = verb.child(*_SUBJECTS)
    if own is not None:
        return antecedent(own, verb)
    return None if depth == _DEPTH else _shared(verb, depth)


def antecedent(token: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    if token.lower in _RELATIVE and token.tag in ("WP", "WDT", "IN"):
        clause = verb
        while clause.dep == "conj":
            clause = clause.head
        if clause.dep == "relcl":
            return clause.head
    return token


def _shared(verb: Token, depth: int) -> Token | None:
    head, dep = verb.head, verb.dep
    if head is verb:
        return None
    if dep in ("acl", "amod"):
        if any(child.lower == "to" and child.dep == "aux" for child in verb.children):
            return owner(head)
        return head
    if dep in ("pcomp", "pobj") and head.head is not head:
        blamed = _blamed(head) if head.lower in ("for", "of", "from") else None
        return blamed or _governed(head.head, depth)
    if dep in ("xcomp", "ccomp") and head.tag in _VERBS:
        return _controller(head, depth)
    if dep in ("conj", "advcl", "xcomp", "relcl", "dep", "ccomp"):
        return _governed(head, depth)
    return None


def _blamed(tie: Token) -> Token | None:
    """Who is meant to have done what follows "of" or "for": "accused the police of", "criticised them for"."""
    above = tie.head
    if above.tag in _VERBS:
        return above.child("dobj")
    return above if above.dep == "dobj" else None


def owner(noun: Token) -> Token | None:
    """Whose the decision, plan or threat to do something is."""
    return noun.child("poss") or (subject(noun.head, 1) if noun.dep == "dobj" and noun.head.tag in _VERBS else None)


def _controller(verb: Token, depth: int) -> Token | None:
    """Who is to do what another verb asks, lets or makes them do: its object, else its subject."""
    return verb.child("dobj", "dative", "nsubjpass") or subject(verb, depth + 1)


def _governed(head: Token, depth: int) -> Token | None:
    if head.tag in _VERBS:
        return patient(head) if passive(head) else subject(head, depth + 1)
    if head.tag in ("NN", "NNS"):
        return owner(head)
    return subject(head, depth + 1) if head.dep in ("acomp", "conj") else None


def patient(verb: Token) -> Token | None:
    """To whom it is done: the object, or the subject of a passive."""
    if passive(verb):
        return _passive_subject(verb)
    own = verb.child("dobj")
    if own is not None:
        return antecedent(own, verb)
    if verb.dep == "amod" and verb.child("nsubj") is not None:
        return verb.head  # "Turkey deployed troops" read as one noun phrase
    if verb.dep == "relcl" and _lacks_object(verb):
        return verb.head
    if verb.dep != "conj" and verb.tag in _VERBS:
        later = next((c for c in verb.children if c.dep == "conj" and c.tag == verb.tag and c.i - verb.i < 4), None)
        return later.child("dobj") if later is not None else None
    return None


def _passive_subject(verb: Token) -> Token | None:
    own = verb.child("nsubjpass", "nsubj")
    if own is not None:
        return antecedent(own, verb)
    if verb.dep in ("acl", "amod"):
        return verb.head
    if verb.dep == "conj" and passive(verb.head):
        return patient(verb.head)
    if verb.dep == "pcomp" and verb.head.head.tag in _VERBS:
        return subject(verb.head.head)  # "two men fled after being shot"
    if verb.dep == "conj" and verb.child("dobj", "oprd") is None:
        return subject(verb.head)  # "three men opened fire and were killed"
    return verb.child("dobj", "oprd")


def _lacks_object(verb: Token) -> bool:
    """Is the noun above a relative clause what is done to: "the men police arrested" (not: "the night when police fired")?"""
    doer = verb.child("nsubj")
    placed = any(child.tag == "WRB" or child.dep == "mark" for child in verb.children)
    return doer is not None and doer.lower not in _RELATIVE and not placed


def clause(token: Token) -> tuple[int, int]:
    """Characters of the clause that tells an event: of the verb above it, without clauses joined to it that have their own subject."""
    head = token
    while head.head is not head and not (head.tag in _VERBS and head.dep in _CLAUSES):
        head = head.head
    start, end, todo = token.start, token.end, [head]
    while todo:
        word = todo.pop()
        start, end = min(start, word.start), max(end, word.end)
        todo.extend(child for child in word.children if child.dep not in _EDGES and not _apart(child))
    return start, end


def _apart(child: Token) -> bool:
    return child.dep in ("conj", "parataxis") and child.child("nsubj", "nsubjpass") is not None


def preposition(token: Token, word: str) -> Token | None:
    """The noun after a preposition of a verb or noun, also after its particle or another preposition ("out of")."""
    for child in token.children:
        if child.dep in ("prep", "agent", "dative", "prt", "advmod", "mark") and child.children:
            if child.lower == word:
                found = child.child("pobj", "pcomp")
                if found is not None:
                    return _deed(found)
            if child.lower == "due" and word == "to" and child.child("pobj") is not None:
                return child.child("pobj")
            if child.lower in ("out", "away", "back", "off", "down", "up", "because"):
                found = preposition(child, word)
                if found is not None:
                    return found
    return None


def after(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The nouns after any of these prepositions of a word, each the one that is meant."""
    found = []
    for child in token.children:
        if child.dep in ("prep", "agent") and child.lower in prepositions:
            noun = child.child("pobj", "pcomp")
            if noun is not None:
                found.append(core(_deed(noun)))
    return found


def _deed(noun: Token) -> Token:
    """The -ing form that ends a compound which the parser took for a participle: "firing" of "in police firing"."""
    for above, _ in zip((noun, *noun.ancestors()), range(_DEPTH + 2), strict=False):
        for near in (above, *above.children):
            if near.i == noun.i + 1 and near.tag == "VBG" and near.lower in classes()["assault"]:
                return near
    return noun


def complement(verb: Token) -> Token | None:
    """The infinitive or clause that a verb or adjective governs."""
    return (
        verb.child("xcomp", "ccomp", "advcl") if verb.child("xcomp", "ccomp") is None else verb.child("xcomp", "ccomp")
    )


def infinitive(verb: Token) -> Token | None:
    """The infinitive that a verb governs: "told them to leave"."""
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp", "advcl") and any(t.dep == "aux" and t.lower == "to" for t in child.children):
            return child
    return None


def core(token: Token) -> Token:
    """The noun that is meant: "soldiers" in "dozens of soldiers"."""
    for _ in range(3):
        member = _member(token)
        if member is not None:
            return member
        if token.lemma.lower() not in classes()["transparent"] and token.tag not in ("CD", "DT"):
            return token
        inner = preposition(token, "of")
        if inner is None:
            return token
        token = inner
    return token


def _member(name: Token) -> Token | None:
    """Who is meant by "an Army of Revenge commander", where the parse takes the body for the head."""
    if name.tag != "NNP" or not any(child.lower in ("a", "an", "another", "one") for child in name.children):
        return None
    inner = preposition(name, "of")
    if inner is None:
        return None
    beside = inner.child("appos")  # "an Army of Revenge (AR) commander"
    noun = beside if beside is not None and inner.tag == "NNP" else inner
    before = [child for child in noun.children if child.i < noun.i]
    named = any(token.tag == "NNP" for child in before for token in (child, *child.children))
    return noun if noun.tag == "NN" and named and noun.child("det") is None else None


def sorts(token: Token) -> frozenset[str]:
    """The words by which a test may know a noun: its lemma, form and, for a name, its class."""
    token = core(token)
    return _sorts(token.lemma.lower(), token.lower, token.ent, token.tag)


@cache
def _sorts(lemma: str, lower: str, ent: str, tag: str) -> frozenset[str]:
    found = {lemma, lower}
    if ent in _NAMES and tag in ("NNP", "NNPS", "JJ"):
        found.add(_NAMES[ent])
    if tag == "CD":
        found.add("@person")
    return frozenset(found)
