"""What is no quantity though it is a number: dates, parts of names, numbers of documents and telephones."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.codes import is_code
from onrecord.layers.quantities.dates import Dates, counts, four_digits, is_date
from onrecord.layers.quantities.found import Found, is_time
from onrecord.layers.quantities.words import nouns

_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "LOC", "GPE", "NORP"})


def is_quantity(parse: Parse, found: Found, dates: Dates) -> bool:
    """False for a number that is (part of) a date, a name or a code."""
    bare_year = four_digits(found) and ((found.value or 0) < 1900 or (found.value or 0) % 100 == 0)
    if not is_time(found.unit) and not bare_year and dates.cover(found.start, found.end):
        return False
    if found.kind == "order":
        return _is_order(parse, found)
    if found.unit != "count" or found.kind == "vague":
        return True
    before, after = _beside(parse, found)
    if is_date(parse, found, before, after):
        return False
    return not (
        found.kind == "number" and (_is_name(parse, found, before, after) or is_code(parse, found, before, after))
    )


def _beside(parse: Parse, found: Found) -> tuple[Token | None, Token | None]:
    tokens = parse.tokens
    before = tokens[found.first - 1] if found.first else None
    after = tokens[found.last] if found.last < len(tokens) else None
    return before, after


def _is_name(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """A bare number that ends or begins a name: "Boeing 737", "Route 66", "787 Dreamliner", "One" in "Air Force One"."""
    token = parse.tokens[found.first]
    word = parse.text[found.start].isupper() and parse.sentence(token).first < token.i
    if not (found.plain or word):
        return False
    if before is not None and before.sent == token.sent and before.end >= found.start - 1 and before.i + 1 == token.i:
        if found.plain and _numbered(parse, found, before):
            return True
        capital = before.tag in ("NNP", "NNPS") or (
            before.text[0].isupper() and before.i > parse.sentence(before).first
        )
        if capital and not _scores(parse.text, found) and _one_name(token, before):
            return True
    if after is None or after.start != found.end + 1 or after.tag != "NNP" or after.text.endswith("."):
        return False
    one = token.ent in _NAMES and after.ent == token.ent
    return after.text[0].isupper() and (one or (token.head.tag == "NNP" and token.head.i > token.i))


def _scores(text: str, found: Found) -> bool:
    """True for the first number of a score: "beat Chelsea 3-1"."""
    return text[found.end : found.end + 1] in ("-", "–") and text[found.end + 1 : found.end + 2].isdigit()


def _numbered(parse: Parse, found: Found, before: Token) -> bool:
    """True behind a noun that takes numbers as names: "Game 2", "page 40"."""
    if before.lower.rstrip(".") not in nouns("numbered") or before.tag.startswith("V"):
        return False
    if before.text[0].isupper():
        return True
    token = parse.tokens[found.first]
    return not counts(parse, found) and (token.head is before or token.dep in ("nummod", "appos"))


def _one_name(token: Token, before: Token) -> bool:
    if token.ent in _NAMES and token.ent == before.ent:
        return True
    if (
        token.head.i > token.i
        and token.dep in ("nummod", "amod", "compound", "quantmod")
        and token.head.tag.startswith("NN")
    ):
        return any(left.isdigit() for left in before.text) and before.tag == "NNP"
    return (
        token.head is before
        and token.dep in ("nummod", "appos", "amod", "nmod")
        and before.ent not in ("PERSON", "DATE", "TIME")
    )


def _is_order(parse: Parse, found: Found) -> bool:
    """True for an ordinal that says which one of many: not "82nd Airborne", "the 19th century", "first" as an adverb."""
    token = parse.tokens[found.last - 1]
    after = parse.tokens[found.last] if found.last < len(parse.tokens) else None
    if token.lower in ("quarter", "quarters"):
        return False
    if (
        after is not None
        and after.start - found.end <= 1
        and (after.text[:1].isupper() or after.lower in ("century", "quarter", "half"))
    ):
        return False
    if found.first and parse.tokens[found.first - 1].lower in nouns("months"):
        return False
    return token.tag in ("JJ", "CD", "NN") and token.dep in ("amod", "nummod", "compound", "nmod", "attr", "pobj", "dobj") and (
        token.dep in ("amod", "nummod") or text_is_order(token))  # fmt: skip


def text_is_order(token: Token) -> bool:
    """True for an ordinal that stands alone behind an article: "the third"."""
    return any(child.tag == "DT" for child in token.children)
