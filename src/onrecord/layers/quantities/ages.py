"""Bare ages: "aged 44", "John Smith, 44, of Derby", "he is 70", "people under 30"."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import nouns

_CUE = re.compile(r"\b(?:aged?|ages)(?: of| from)?(?: about| around| between| just| only)? $", re.IGNORECASE)
_OLDEST = 120
_IS = frozenset({"is", "was", "'s", "’s", "turned", "turns", "turning", "be", "at"})
_ENDS = frozenset({",", ".", ")", ";", "and", "or", "when", "but", "at", "”", '"', "--", "–", "—", "while", "now"})


def age(parse: Parse, found: Found) -> bool:
    """True for a bare age."""
    if found.kind != "number" or not isinstance(found.value, int) or not 0 < found.value < _OLDEST:
        return False
    cued = (
        found.unit in ("count", "year") and _CUE.search(parse.text, max(0, found.start - 16), found.start) is not None
    )
    if cued or found.unit != "count":
        return cued
    if not found.plain or found.first < 2:
        return False
    before = parse.tokens[found.first - 1]
    after = parse.tokens[found.last] if found.last < len(parse.tokens) else None
    last = after is None or after.lower in _ENDS
    if before.text == "," and before.end == found.start - 1:
        return _behind_name(parse.tokens[before.i - 1], found.value, after)
    if before.lower in _IS and last and found.value >= 10:
        return _of_person(before)
    if before.lower in ("under", "over") and parse.tokens[before.i - 1].lower in nouns("people"):
        return after is None or not after.tag.startswith("NN")
    return before.ent == "PERSON" and found.value > 15 and after is not None and not after.tag.startswith("NN")


def _behind_name(name: Token, value: int, after: Token | None) -> bool:
    """ "Smith, 44, of": a number between commas, or one that a sentence or "who" ends."""
    if name.tag not in ("NNP", "NNPS") or name.lower in nouns("months") or name.ent in ("DATE", "TIME", "MONEY"):
        return False
    closed = after is None or after.text in (".", ")", ";") or after.lower in ("of", "from", "who", "and", "was")
    return (after is not None and after.text == ",") or (closed and value > 12)


def _of_person(verb: Token) -> bool:
    """True if the subject before the verb is a person."""
    subject = verb.child("nsubj") if verb.tag.startswith("V") else None
    return subject is not None and (subject.ent == "PERSON" or subject.lower in ("he", "she", "who"))
