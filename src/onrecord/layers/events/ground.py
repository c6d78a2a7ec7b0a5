"""Ground: the places of a report that may be where something took place, without those that only help to find another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.place import Place

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_LENGTHS = frozenset(("km", "kilometer", "kilometre", "mile", "meter", "metre", "block"))


def finest(places: Iterable[Place], parse: Parse) -> list[tuple[str, int, int]]:
    """Literal places less those that only say where another of them lies: "Minsk, the capital of Belarus", "Syria's Aleppo province"."""
    heads: dict[int, tuple[str, int, int]] = {}
    for place in places:
        tokens = parse.between(place.start, place.end)
        if not tokens or place.use == "demonym" or place.kind == "body":
            continue
        root = parse.root(tokens[0].i, tokens[-1].i + 1)
        if place.use == "literal" or (place.use == "metonym" and _inside(root, place.kind == "country")):
            heads[root.i] = (place.id, place.start, place.end)
    tokens = parse.tokens
    finest = [number for number in heads if not _container(tokens[number], heads)]
    near = {number for number in finest if _measured(tokens[number])}
    told = {tokens[number].sent for number in finest if number not in near}
    return [heads[number] for number in finest if number not in near or tokens[number].sent not in told]


def _measured(token: Token) -> bool:
    """Is a place what another's distance is told from: "80 km west of Baghdad"?"""
    head = token.head.head
    if token.dep != "pobj" or token.head.lower not in ("of", "from"):
        return False
    return any(c.lemma in _LENGTHS for above in (head, head.head) for c in (above, *above.children) if c.i < token.i)


def _inside(root: Token, country: bool) -> bool:
    """Does a phrase that holds a name say where: "in the Manbij campaign", "near Itagui municipality"; not "near a US patrol"?"""
    noun = root.head if root.dep in ("compound", "nmod") else root
    if country and noun is not root:
        return False
    return noun.dep == "pobj" and noun.head.lower in ("in", "near", "at", "outside", "around", "inside")


def _container(token: Token, heads: Mapping[int, object]) -> bool:
    """Does a place only help to find another place of its phrase?"""
    head = token.head
    if token.dep == "poss" and _holds(head, token, heads, 3):
        return True
    if token.dep in ("compound", "nmod", "amod") and (
        head.i in heads or any(c.i in heads for c in head.children if c is not token and c.i > token.i and c.i < head.i)
    ):
        return True
    for above in token.ancestors():
        if above.tag in _VERBS:
            return False
        if above.i in heads and token.dep != "conj":
            return True
        for child in above.children:
            if child.i in heads and child is not token and child.dep in ("appos", "compound") and child.i < token.i:
                return above.dep != "conj"
    return False


def _holds(token: Token, but: Token, heads: Mapping[int, object], depth: int) -> bool:
    if token.i in heads:
        return True
    ways = ("prep", "pobj", "appos", "compound", "dobj")
    return depth > 0 and any(_holds(c, but, heads, depth - 1) for c in token.children if c is not but and c.dep in ways)
