"""Places that the gazetteer may lack, known by the common noun beside the name: "the village of Shawa", "in the Baiyaa district"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.find import Mention, named, traps
from onrecord.layers.places.shapes import shapes, text_of
from onrecord.layers.places.use import words

_LONGEST = 7  # tokens of a name: "Braij", "al", "-", "Rih"
_PARTICLES = frozenset(("al", "el", "as", "ash", "at", "ad", "an", "ar", "az", "es", "de", "la", "del", "abu", "bin"))
_MARKS = frozenset(("-", "'", "’", "‘", "`"))
_TAGS = frozenset(("NNP", "NNPS"))
_LISTS = frozenset((",", "and"))
_OPEN = frozenset(
    ("in", "at", "near", "on", "to", "from", "of", "into", "around", "outside", "through", "inside", "the")
)
_AT = frozenset(("in", "at", "near", "outside", "around", "inside", "into"))
_BY = frozenset(("near", "outside", "around", "inside"))
_UNITS = frozenset(("km", "kilometers", "kilometres", "miles", "kilometer", "kilometre", "mile"))
_NEVER = frozenset(("NORP", "DATE", "EVENT", "LANGUAGE"))  # a town may be taken for a person
_OTHERS = frozenset(("PERSON", "NORP", "DATE", "EVENT", "WORK_OF_ART", "PRODUCT", "LANGUAGE"))


def settled(parse: Parse) -> Iterator[Mention]:
    """Names behind "village of" and the like, those joined to them, and names before such a noun."""
    nouns = shapes("settlements")
    for token in parse.tokens:
        if token.lower in nouns and (token.text.islower() or token.text.isupper()):
            yield from _behind(parse, token)
            yield from _before(parse, token)
    yield from _told(parse)
    yield from _far(parse)


def _behind(parse: Parse, noun: Token) -> Iterator[Mention]:
    """ "the villages of Harsa, Umm Qal and Tell Dif"."""
    tokens, start = parse.tokens, noun.i + 2
    if start >= len(tokens) or tokens[start - 1].lower != "of":
        return
    last = _run(tokens, start, noun)
    while last > start:
        if _is_name(parse, start, last, _NEVER):
            yield Mention(start, last, "settlement")
        if not noun.lower.endswith("s") or last + 1 >= len(tokens) or tokens[last].text not in _LISTS:
            return
        start = last + 1 + (tokens[last].text == "," and tokens[last + 1].text == "and")
        last = _run(tokens, start, noun)


def _before(parse: Parse, noun: Token) -> Iterator[Mention]:
    """ "in Shawa village", "the Baiyaa district", "Shawa village, Nur district"."""
    tokens, first = parse.tokens, noun.i
    while first > 0 and noun.i - first < _LONGEST and _part(tokens[first - 1], noun):
        first -= 1
    while first < noun.i and tokens[first].text in _MARKS:
        first += 1
    before = tokens[first - 2 if first > 1 and tokens[first - 1].lower == "the" else first - 1]
    labels = _NEVER if before.lower in _AT else _OTHERS
    listed = first > 1 and tokens[first - 1].text == "," and tokens[first - 2].lower in shapes("settlements")
    opened = listed or tokens[first - 1].lower in _OPEN
    if 0 < first < noun.i and opened and _is_name(parse, first, noun.i, labels):
        yield Mention(first, noun.i, "settlement")


def _run(tokens: list[Token], start: int, noun: Token) -> int:
    """Where the name that begins at a token ends; the token itself if none does."""
    last = start
    while last < len(tokens) and last - start < _LONGEST and _part(tokens[last], noun):
        last += 1
    while last > start and not tokens[last - 1].text[0].isupper():
        last -= 1
    return last


def _part(token: Token, noun: Token) -> bool:
    """May a token stand in a name? Where all is in capitals the tag must say so."""
    if token.sent != noun.sent:
        return False
    if token.text in _MARKS or token.lower in _PARTICLES:
        return token.lower not in ("at", "as", "an", "ad") or token.text[0].isupper()
    return token.text[0].isupper() and (token.tag in _TAGS or not noun.text.isupper())


def _is_name(parse: Parse, first: int, last: int, labels: frozenset[str] = _OTHERS) -> bool:
    """Is what stands there not of another sort (`labels`) and no word of the traps?"""
    tokens = parse.tokens
    if tokens[last - 1].ent in labels or not any(t.text[0].isupper() for t in tokens[first:last]):
        return False
    return text_of(parse, first, last) not in traps("words")


def _told(parse: Parse) -> Iterator[Mention]:
    """What the parse calls a place and the gazetteer lacks, where something is in it or is done to the ground: "captured Birao"."""
    tokens = parse.tokens
    for mention in named(parse):
        first, last = mention.first, mention.last
        if first == 0 or last - first > _LONGEST or not tokens[first].text[0].isupper():
            continue
        before = tokens[first - 1]
        if before.lower in ("the", "nearby"):
            before = tokens[max(first - 2, 0)]
        head = tokens[last - 1]
        taken = head.dep in ("dobj", "nsubjpass") and head.head.lemma in words("motion")
        if (taken or before.lower in (_AT if mention.rule == "parse-GPE" else _BY)) and _is_name(parse, first, last):
            yield Mention(first, last, "told")


def _far(parse: Parse) -> Iterator[Mention]:
    """ "in Khaldiyah, 80 kilometers west of the capital": a name that a distance follows."""
    tokens = parse.tokens
    for token in tokens[4:]:
        if token.lower not in _UNITS or tokens[token.i - 1].tag != "CD":
            continue
        comma = next((i for i in range(token.i - 2, max(token.i - 6, 1), -1) if tokens[i].text == ","), 0)
        first = comma
        while first > 0 and comma - first < _LONGEST and _part(tokens[first - 1], token):
            first -= 1
        while first < comma and tokens[first].text in _MARKS:
            first += 1
        if 0 < first < comma and tokens[first - 1].lower in _AT and _is_name(parse, first, comma, _NEVER):
            yield Mention(first, comma, "settlement")
