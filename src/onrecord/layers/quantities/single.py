"""Words that are numbers only in some places: "one", "half", "a third", "second", "all", "no"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import beside, nouns, numerals, units

_AND_A_HALF = re.compile(r"\b(?:an?|one) (\w+) and $", re.IGNORECASE)


def settle(parse: Parse, found: Found) -> bool:
    """False if the word is no number where it stands; decides between a part and an ordinal."""
    token = parse.tokens[found.first]
    before = parse.tokens[found.first - 1].lower if found.first else ""
    after = parse.tokens[found.last].lower if found.last < len(parse.tokens) else ""
    if found.kind == "number":
        return _number(parse, found, (before, after))
    if found.kind == "share" and found.value == 0.5 and _unit_and_half(parse, found):
        return True
    if found.kind == "share" and token.lower in ("half", "halves"):
        return _half(parse, found, before, after)
    if found.kind == "either":
        return _third(found, before, after)
    if found.vague in ("few", "several", "multiple", "numerous"):
        some_of = after == "of" and found.vague in ("few", "several")
        return some_of or _plural_ahead(parse, found) or found.unit != "count"
    return found.vague != "scores" or after == "of" or before not in ("the", "test", "exam")


def _number(parse: Parse, found: Found, words: tuple[str, str]) -> bool:
    """Numbers in digits and words: "one", "a week or two", "magnitude 6.4", "three-bed", "seven-time"."""
    before, after = words
    token = parse.tokens[found.first]
    if before == "magnitude":
        found.unit, found.plain = "magnitude", False
    if before == "or" and after != "-" and found.unit == "count" and found.value == 2:
        _or_two(parse, found)
    if token.lower == "one":
        if found.last == found.first + 1:
            return _one(token, before, after)
        if found.unit == "day" and parse.tokens[found.last - 1].dep == "npadvmod":
            return before in beside("before part")  # "one day it will end"
    if found.unit == "times" and found.hyphen:
        return False
    if parse.text.startswith(("-something", " something", "-somethings"), found.end):
        return False
    return not (token.lower in numerals().words and _tied(parse, found))


def _or_two(parse: Parse, found: Found) -> None:
    """ "a week or two": one or two of the unit before."""
    if found.first < 3:
        return
    article, noun = parse.tokens[found.first - 3], parse.tokens[found.first - 2]
    if article.lower in ("a", "an") and noun.tag == "NN" and noun.lower in units().names:
        found.value, found.low, found.high, found.kind = None, 1, 2, "range"
        found.unit = units().names[noun.lower]
        found.start = found.begin = article.start
        found.place(parse)
        found.because("unit", "one or two of the unit before", parse.text, (noun.start, noun.end))


def _unit_and_half(parse: Parse, found: Found) -> bool:
    """ "an hour and a half"."""
    match = _AND_A_HALF.search(parse.text, max(0, found.start - 24), found.start)
    unit = units().names.get(match[1].lower()) if match else None
    if match is None or unit is None:
        return False
    found.value, found.unit, found.kind = 1.5, unit, "number"
    found.start = found.begin = match.start()
    found.place(parse)
    found.because("unit", "one and a half of the unit before", parse.text, match.span(1))
    return True


def _one(token: Token, before: str, after: str) -> bool:
    """True where "one" counts: before its noun, or "one of the"."""
    if before in beside("not one") and token.dep not in ("nummod",):
        return False
    if after in ("another", "'s", "’s", "-"):
        return False
    if token.dep == "nummod" and token.head.i > token.i:
        return True
    return after in ("of", "in", "out", "to", "or") or (
        token.tag == "CD"
        and token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "conj")
        and before in ("only", "just", "least", "than", "and")
    )


def _half(parse: Parse, found: Found, before: str, after: str) -> bool:
    tight = parse.text[found.end : found.end + 1] == "-" or parse.text[found.begin - 1 : found.begin] == "-"
    if tight or before in beside("not half"):
        return False
    return found.unit != "fraction" or after in beside("after half") or before in beside("before part")


def _third(found: Found, before: str, after: str) -> bool:
    """ "a third of", "by a quarter" are parts; "a third" else orders, "a quarter" else is three months or a coin."""
    if after in beside("after third") or before in beside("before part") or found.unit != "count":
        found.kind = "share"
        if found.unit == "count":
            found.unit = "fraction"
        return True
    return False


def _tied(parse: Parse, found: Found) -> bool:
    """True for a number word tied by a hyphen to what is no unit: "three-bed", "six-speed"."""
    end = found.end
    return found.unit == "count" and parse.text[end : end + 1] == "-" and parse.text[end + 1 : end + 2].isalpha()


def _plural_ahead(parse: Parse, found: Found) -> bool:
    for token in parse.tokens[found.last : found.last + 5]:
        if token.tag in ("NNS", "NNPS"):
            return True
        if token.tag not in ("JJ", "NN", "NNP", "JJR", "RB", "VBN", "VBG", "CC", ",", "HYPH", "CD"):
            return token.lower == "more"
    return False


def whole_and_none(parse: Parse, founds: list[Found]) -> Iterator[Found]:
    """Put "all troops" and "no casualties" between the numbers, in text order."""
    extra = [found for token in parse.tokens if token.lower in ("all", "no") and (found := _whole(parse, token))]
    merged = sorted((*founds, *extra), key=lambda found: (found.start, found.end))
    end = -1
    for found in merged:
        if found.start >= end:
            yield found
            end = found.end


def _whole(parse: Parse, token: Token) -> Found | None:
    """ "all" or "no" before a plural that reports count; None where a number stands between them."""
    before = parse.tokens[token.i - 1].lower if token.i else ""
    if before in ("not", "n't", "after", "at", "above", "in"):
        return None
    follows = parse.tokens[token.i + 1].lower if token.i + 1 < len(parse.tokens) else ""
    for noun in parse.tokens[token.i + (2 if follows == "of" else 1) : token.i + 7]:
        if noun.tag == "CD" or noun.sent != token.sent or noun.lower in ("but", "of"):
            return None
        if (
            noun.tag in ("NNS", "NNPS", "NN")
            and noun.lemma in nouns("counted")
            and (noun.tag != "NN" or noun.lemma in ("personnel", "police", "staff", "aircraft"))
        ):
            found = Found(token.start, token.end, "whole")
            found.first, found.last = token.i, token.i + 1
            if token.lower == "no":
                found.value = 0
            else:
                found.vague = "all"
            return found
        if noun.tag not in ("DT", "PRP$", "JJ", "NN", "NNP", "NNS", "POS", "CC", ",", "VBN", "NNPS", "HYPH"):
            return None
    return None
