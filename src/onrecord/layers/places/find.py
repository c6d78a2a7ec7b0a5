"""Mentions of places: which words of a report name one, and how they were recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.scan import Hit
from onrecord.layers.places.tables import LEXICON

_PROPER = frozenset(("NNP", "NNPS"))
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_ARTICLES = frozenset(("al", "el", "ar", "as", "ash", "at", "ad", "an", "az"))
_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "of",
        "around",
        "outside",
        "inside",
        "across",
        "throughout",
        "into",
        "toward",
        "towards",
        "through",
        "via",
    ]
)


class Mention(NamedTuple):
    """A recognised place name: its tokens, the rule that took it, and the label of the longer name it stands in ("" if none).

    `cut` characters of the last token are not part of it: "U.S.-run" is one token.
    """

    first: int
    last: int
    rule: str
    form: Form | None = None
    inside: str = ""
    cut: int = 0


@cache
def traps(section: str) -> frozenset[str]:
    """All words of a section of traps.txt."""
    return frozenset(word for row in lexicon.sections(LEXICON / "traps.txt")[section] for word in row)


def judge(parse: Parse, hit: Hit) -> Mention | None:
    """A hit as a mention, if what the parse says of its words lets it be one."""
    if hit.last < len(parse.tokens) and hit.text.endswith(".") and parse.tokens[hit.last].text.isdigit():
        return None  # a road: "S.C. 6"
    if refused(parse, hit.first, hit.text):
        return None
    if hit.form == Form.SHORT:
        return Mention(hit.first, hit.last, "abbreviation", hit.form, cut=hit.cut) if _after_name(parse, hit) else None
    if hit.form == Form.DEMONYM:
        return _demonym(parse, hit)
    return _name(parse, hit)


def _plain(hit: Hit) -> str:
    return hit.text.title() if hit.text.isupper() else hit.text


def refused(parse: Parse, first: int, text: str) -> bool:
    """A word that counts only behind "the", or a short abbreviation among words in capitals: "TOLD US", "DE LA RIVA"."""
    if text in traps("article"):
        return first == 0 or parse.tokens[first - 1].lower != "the"
    if not (text.isupper() and text.isalpha() and len(text) < 4):
        return False
    words = [t.text for t in parse.tokens[max(0, first - 2) : first + 3] if t.text.isalpha() and t.text != text]
    return sum(word.isupper() for word in words) * 2 > len(words)


def _name(parse: Parse, hit: Hit) -> Mention | None:
    """A name is taken where the parse has a place, else unless it is a person's, a word, or a part of something else."""
    token, whole = parse.tokens[hit.first], _whole(parse, hit)
    if hit.last - hit.first == 1 and hit.text.isupper() and len(hit.text) > 3 and token.tag not in _PROPER:
        return None  # among words in capitals the tag tells "THE UNION STATES" from a country
    label = token.ent if token.ent == parse.tokens[hit.last - 1].ent else ""
    word, person = _plain(hit) in traps("words"), _plain(hit) in traps("persons")
    if (word and not whole) or (label not in PLACE_LABELS and _in_person(parse, hit)):
        return None
    if label in ("ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW") and not whole:
        return None if person else Mention(hit.first, hit.last, "inside-name", hit.form, label, hit.cut)
    if (word or person) and label not in PLACE_LABELS and not locative(parse, hit.first):
        return None
    return Mention(hit.first, hit.last, "table", hit.form, cut=hit.cut)


def is_person(parse: Parse, first: int, last: int) -> bool:
    """A title stands before the name ("Mrs. Paris"), or a word that the parse calls a person behind a given name ("Georgia Baker")."""
    tokens = parse.tokens
    if first and tokens[first - 1].text in traps("titles"):
        return True
    if last >= len(tokens) or last - first > 1 or tokens[first].text not in traps("persons"):
        return False
    after = tokens[last]
    return (
        after.tag == "NNP" and after.ent == "PERSON" and (tokens[first].head is after or tokens[first].ent == "PERSON")
    )


def _after_name(parse: Parse, hit: Hit) -> bool:
    """An abbreviation counts behind a comma that follows a capitalised word, or where the parse calls it a place."""
    if hit.first > 1 and parse.tokens[hit.first - 1].text in (",", "-"):
        return parse.tokens[hit.first - 2].text[:1].isupper()
    initial = hit.first == parse.sentence(parse.tokens[hit.first]).first
    return hit.text.endswith(".") and not initial and parse.tokens[hit.first].ent in PLACE_LABELS


def _demonym(parse: Parse, hit: Hit) -> Mention | None:
    token = parse.tokens[hit.first]
    inside = token.ent if token.ent not in ("", "NORP", "GPE", "LOC", "FAC") and not _whole(parse, hit) else ""
    describes = token.dep in ("amod", "compound", "nmod") and token.head.tag in ("NN", "NNS")
    if token.ent in ("PERSON", "LANGUAGE") and not describes:
        return None
    if hit.text in traps("words") and token.ent != "NORP":
        return None
    return Mention(hit.first, hit.last, "demonym", hit.form, inside, hit.cut)


def _in_person(parse: Parse, hit: Hit) -> bool:
    """The hit is part of a person's name."""
    first, last = parse.tokens[hit.first], parse.tokens[hit.last - 1]
    if first.ent != "PERSON" and last.ent != "PERSON":
        return False
    return not _whole(parse, hit) or hit.text in traps("persons")


def _whole(parse: Parse, hit: Hit) -> bool:
    """The hit is all of the name that the parse found there."""
    tokens = parse.tokens
    label, end = tokens[hit.first].ent, tokens[hit.last - 1].ent
    before = label and hit.first > 0 and tokens[hit.first - 1].ent == label
    after = end and hit.last < len(tokens) and tokens[hit.last].ent == end
    before = before and tokens[hit.first - 1].text not in ("the", "The", ",", "/")
    after = after and tokens[hit.last].text not in (",", "/", "'s", "’s")
    return not before and not after


def locative(parse: Parse, first: int) -> bool:
    """A preposition of place stands before a token."""
    before = parse.tokens[first - 1] if first else None
    return before is not None and before.lower in _LOCATIVE


def named(parse: Parse) -> Iterator[Mention]:
    """Names of the parse that are labelled as places, cut at commas and freed from articles and possessives."""
    for name in parse.names:
        if name.label not in PLACE_LABELS:
            continue
        for first, last in _pieces(parse.tokens, name.first, name.last):
            yield Mention(first, last, f"parse-{name.label}")


def _pieces(tokens: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for i in range(first, last + 1):
        if i == last or tokens[i].text in (",", ";", "(", ")", ":"):
            cut = _trim(tokens, start, i)
            if cut[0] < cut[1]:
                yield cut
            start = i + 1


def _trim(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    while first < last and not (_begins(tokens[first]) or _is_article(tokens, first, last)):
        first += 1
    if first < last and tokens[first].lower in ("the", "a"):
        first += 1
    while first < last and (
        tokens[last - 1].tag in ("POS", "''", "``", ".", "-LRB-", "-RRB-", "HYPH")
        or tokens[last - 1].text[:1].islower()
    ):
        last -= 1
    return first, last


def _begins(token: Token) -> bool:
    """May a name begin with a token?"""
    return token.text[:1].isupper() or token.text[:1].isdigit() or ("-" in token.text and len(token.text) > 1)


def _is_article(tokens: list[Token], first: int, last: int) -> bool:
    """An Arabic article tied to the name: "al-Bab", "as-Suwayda"."""
    return first + 2 < last and tokens[first].lower in _ARTICLES and tokens[first + 1].text in ("-", "–")


def merge(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in text order without overlaps: of two that overlap the longer stays, of two alike the first given."""
    taken: list[Mention] = []
    used: set[int] = set()
    for mention in sorted(mentions, key=lambda m: m.first - m.last):
        span = range(mention.first, mention.last)
        if not used.intersection(span):
            used.update(span)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.first)
