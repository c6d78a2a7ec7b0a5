"""Roles: the actors of a report that fill the slots of an event."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.layers.events import slots
from onrecord.layers.events.entries import Entry
from onrecord.layers.events.match import choose, slot

_INSIDE = ("amod", "compound", "poss", "nmod", "nummod", "appos")
_DEEDS = ("in", "by", "to", "during", "from")
_WITHOUT_WORD = ("mod", "any", "comp")  # slots that no single word fills
_TIES = ("of", "in", "from", "against", "by", "with", "to", "for", "on", "at", "near")


class Cast:
    """The actors of a page by the tokens at the head of their mentions."""

    def __init__(self, page: Page) -> None:
        self.parse = page.parse
        self.generic = {
            m.text.lower().removeprefix("the "): a.id for a in page.actors if a.kind == "police" for m in a.mentions
        }
        self.heads: dict[int, str] = {}
        self.covered: dict[int, str] = {}
        for actor in page.actors:
            for mention in actor.mentions:
                tokens = page.parse.between(mention.start, mention.end)
                if not tokens:
                    continue
                root = page.parse.root(tokens[0].i, tokens[-1].i + 1)
                self.heads.setdefault(root.i, actor.id)
                for token in tokens:
                    if token.tag not in ("DT", "IN", "CC", "POS") and mention.form == "name":
                        self.covered.setdefault(token.i, actor.id)

    def of(self, token: Token | None) -> list[str]:
        """The actors that a noun phrase names, its joined nouns too."""
        found: list[str] = []
        todo = [token] if token is not None else []
        while todo:
            token = todo.pop(0)
            for name in self._one(token):
                if name not in found:
                    found.append(name)
            todo.extend(child for child in token.children if child.dep == "conj")
        return found

    def _one(self, token: Token) -> list[str]:
        inner = slots.core(token)
        if inner is not token:
            found = self.of(inner)
            if found:
                return found
        if token.i in self.heads:
            return [self.heads[token.i]]
        if token.i in self.covered:
            return [self.covered[token.i]]
        return self._inside(token)

    def _inside(self, token: Token) -> list[str]:
        """A name inside the phrase: "Israeli" of "Israeli soldiers", else "Guinea" of "forces in Guinea"."""
        for child in token.children:
            if child.dep in _INSIDE:
                found = [
                    name for t in (child, *child.children) if (name := self.heads.get(t.i) or self.covered.get(t.i))
                ]
                if found:
                    return list(dict.fromkeys(found))
        for child in token.children:
            if child.dep == "acl" and child.tag == "VBN":
                found = self.of(slots.agent(child))
                if found:
                    return found
        for word in _TIES:
            below = slots.preposition(token, word)
            if below is not None:
                found = self.of(below)
                if found:
                    return found
        return []


def _borrowed(token: Token, cast: Cast) -> tuple[str, ...]:
    """Who did the deed in which somebody was hurt: "killed in police firing", "injured when police opened fire"."""
    for deed in slots.after(token, _DEEDS):
        row = choose(deed)
        if row is not None and row.type == "ASSAULT":
            found = _named_before(deed, cast) or _first(row.actors, deed, cast, ())
            if found:
                return found
    for clause in _clauses(token):
        row = choose(clause)
        if row is not None and row.type == "ASSAULT":
            return _first(row.actors, clause, cast, ())
    return ()


def _named_before(deed: Token, cast: Cast) -> tuple[str, ...]:
    """The noun right before an -ing form that the parser tied elsewhere: "police" of "in the police firing"."""
    before = cast.parse.tokens[deed.i - 1]
    if deed.tag != "VBG" or deed.dep not in ("acl", "advcl", "nsubj") or before.dep != "pobj":
        return ()
    name = cast.heads.get(before.i) or cast.generic.get(before.lower)
    return (name,) if name else ()


def _lent(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Who did what a noun names by the verb it goes with: "killed ten in an air strike"."""
    verb = noun.head.head
    if noun.dep != "pobj" or noun.head.lower not in _DEEDS or slots.passive(verb):
        return ()
    row = choose(verb)
    return _first(row.actors, verb, cast, ()) if row is not None and row.type == "ASSAULT" else ()


def _clauses(token: Token) -> list[Token]:
    """Clauses that say when or how: of the verb, and of the night or day on which it was done."""
    found = [child for child in token.children if child.dep == "advcl"]
    for child in token.children:
        if child.dep in ("prep", "npadvmod", "conj"):
            for below in (child, *child.children):
                found += [t for t in below.children if t.dep in ("relcl", "advcl")]
    return found


class Filled(NamedTuple):
    """Who fills a role, how it was found, and the word that names them there."""

    names: tuple[str, ...] = ()
    how: str = ""
    word: Token | None = None


def roles(token: Token, entry: Entry, cast: Cast) -> tuple[Filled, Filled]:
    """Actors and recipients of an event."""
    doers = Filled(_named_before(token, cast) if token.i else (), "noun before the deed")
    if not doers.names:
        doers = _filled(entry.actors, token, cast, ())
    if not doers.names and entry.type == "ASSAULT":
        doers = Filled(_borrowed(token, cast) or _lent(token, cast), "doer of the deed beside it")
    others = _filled(entry.recipients, token, cast, doers.names)
    if entry.mutual and not others.names and len(doers.names) > 1:
        return doers, Filled()
    return doers, others


def _filled(names: tuple[str, ...], token: Token, cast: Cast, taken: tuple[str, ...]) -> Filled:
    """The first slot of a frame that an actor fills."""
    for name in names:
        found = tuple(who for who in _fill(name, token, cast, taken) if who not in taken)
        if found:
            return Filled(found, f"slot {name}", None if name in _WITHOUT_WORD else slot(name, token))
    return Filled()


def _first(names: tuple[str, ...], token: Token, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    return _filled(names, token, cast, taken).names


def _fill(name: str, token: Token, cast: Cast, taken: tuple[str, ...]) -> list[str]:
    if name == "mod":
        return _modifiers(token, cast)
    if name == "any":
        return _anyone(token, cast, taken)
    if name == "comp":
        return _below(slots.complement(token), cast, taken)
    filler = slot(name, token)
    found = cast.of(filler)
    if not found and name == "subj" and filler is not None:
        found = cast.of(slots.owner(filler))  # "issued a declaration demanding": who issued it
    return found


def _modifiers(noun: Token, cast: Cast) -> list[str]:
    """ "Israeli strikes", "US-led raids"."""
    found = []
    for child in noun.children:
        if child.i < noun.i and child.dep in ("amod", "compound", "nmod"):
            name = cast.heads.get(child.i) or cast.covered.get(child.i) or cast.generic.get(child.lower)
            if name:
                found.append(name)
    return found


def _below(verb: Token | None, cast: Cast, taken: tuple[str, ...]) -> list[str]:
    """The people of a governed clause: its subject, else its object, else whoever it names."""
    if verb is None:
        return []
    for filler in (verb.child("nsubj", "nsubjpass"), slots.patient(verb), verb.child("dative")):
        found = [who for who in cast.of(filler) if who not in taken]
        if found:
            return found
    return _anyone(verb, cast, taken)


_OBJECTS = frozenset(("dobj", "pobj", "dative"))
_UNDER = frozenset(("prep", "dobj", "dative", "agent", "xcomp", "advcl", "ccomp", "pobj", "pcomp", "acl"))


def _anyone(token: Token, cast: Cast, taken: tuple[str, ...]) -> list[str]:
    """Whoever else is named under a word, the nearest first; also the subject of a condition ("unless Israel withdraws")."""
    todo = [child for child in token.children if child.dep in _UNDER]
    for _ in range(16):
        if not todo:
            return []
        child = todo.pop(0)
        named = child if child.dep in _OBJECTS else child.child("nsubj") if child.dep == "advcl" else None
        found = [who for who in cast.of(named) if who not in taken]
        if found:
            return found
        todo.extend(below for below in child.children if below.dep in _UNDER)
    return []
