"""What is no quantity though it is a number: dates, clock times, parts of names, numbers of documents and telephones."""

from __future__ import annotations

import re

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import nouns, units

_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "LOC", "GPE", "NORP"})
_APOSTROPHE_S = frozenset({"'s", "’s"})
_YEARS = (1900, 2099)
_OLD_YEARS = (1000, 1899)
_BEFORE_YEAR = frozenset(
    {"in", "since", "by", "of", "until", "till", "from", "before", "after", "during", "around", "circa", "between"}
)
_AGE = re.compile(r"\b(?:aged?|ages)(?: of)?(?: about| around| between| just| only)? $", re.IGNORECASE)
_SMALL_WORDS = frozenset({"of", "the", "and", "&"})


class Dates:
    """The dates and clock times of a page, asked for in text order."""

    def __init__(self, page: Page) -> None:
        self._spans = sorted((time.start, time.end) for time in page.times if time.type in ("date", "time"))
        self._exact = frozenset(self._spans)
        self._at = 0

    def alone(self, start: int, end: int) -> bool:
        """True if a date is nothing but these characters: a bare year, on which our own signs of counting decide."""
        return (start, end) in self._exact

    def cover(self, start: int, end: int) -> bool:
        """True if a date or clock time shares a character with a span that begins no earlier than the last one asked for."""
        spans = self._spans
        while self._at < len(spans) and spans[self._at][1] <= start:
            self._at += 1
        return self._at < len(spans) and spans[self._at][0] < end


def is_quantity(parse: Parse, found: Found, dates: Dates) -> bool:
    """False for a number that is (part of) a date, a name or a code."""
    of_time = found.unit.removesuffix(" of age") in units().times
    bare_year = found.plain and found.end - found.start == 4 and dates.alone(found.start, found.end)
    if not of_time and not bare_year and dates.cover(found.start, found.end):
        return False
    if found.kind == "order":
        return _is_order(parse, found)
    if found.unit != "count" or found.kind == "vague":
        return True
    before, after = _beside(parse, found)
    if _is_date(parse, found, before, after):
        return False
    return not (
        found.kind == "number" and (_is_name(parse, found, before, after) or _is_code(parse, found, before, after))
    )


def _beside(parse: Parse, found: Found) -> tuple[Token | None, Token | None]:
    tokens = parse.tokens
    before = tokens[found.first - 1] if found.first else None
    after = tokens[found.last] if found.last < len(tokens) else None
    return before, after


def _is_date(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    months, clock = nouns("months"), nouns("clock")
    if (
        after is not None
        and after.lower in clock
        and after.start - found.end <= 1
        and found.value is not None
        and found.value <= 2400
    ):
        return True
    if not found.plain or not isinstance(found.value, int):
        return False
    if found.value <= 31:
        if (
            before is not None
            and (_month(before, months) or _joins_day(parse, before, months))
            and not _counts(found, parse)
        ):
            return True
        if after is not None and after.lower in months and after.tag == "NNP" and after.start == found.end + 1:
            return True
    if (
        before is not None
        and before.text in "-–"
        and before.i
        and _year_like(parse.tokens[before.i - 1])
        and before.end == found.start
        and found.value < 100
    ):
        return True
    found.doubt = len(str(found.value)) == 4 == found.end - found.start and _is_year(parse, found, before, after)
    return False


def _month(token: Token, months: frozenset[str]) -> bool:
    return token.tag == "NNP" and token.lower in months


def _year_like(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("19", "20")


def _joins_day(parse: Parse, before: Token, months: frozenset[str]) -> bool:
    """True for the "24" of "Sept. 20-24" and "Sept. 20 and 24"."""
    if before.text not in ("-", "–", "and", "to", "through", "or") or before.i < 2:
        return False
    day, month = parse.tokens[before.i - 1], parse.tokens[before.i - 2]
    return day.text.isdigit() and int(day.text) <= 31 and _month(month, months)


def _is_year(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    value = found.value or 0
    if not (_OLD_YEARS[0] <= value <= _YEARS[1]):
        return False
    counting = (
        _counts(found, parse)
        and after is not None
        and after.tag not in ("CC", "TO", "SYM")
        and (before is None or before.tag not in ("DT", "PRP$", "POS"))
    )
    if counting and value % 100 == 0 and (before is None or before.lower not in ("and", "in", "since", "between")):
        return False
    if value >= _YEARS[0]:
        head = parse.tokens[found.first].head
        return not (
            counting
            and (
                head.lemma in nouns("counted")
                or (before is not None and before.lower in ("than", "about", "some", "nearly", "roughly", "least"))
            )
        )
    return not counting and before is not None and (before.lower in _BEFORE_YEAR or _joins_year(parse, before)) and not (
        before.lower == "of" and parse.tokens[max(0, before.i - 1)].lower in ("total", "average"))  # fmt: skip


def _joins_year(parse: Parse, before: Token) -> bool:
    """ "and 1900" behind "between 1600"."""
    if before.lower not in ("and", "to", "-", "–") or before.i < 2:
        return False
    start = parse.tokens[before.i - 1]
    return start.text.isdigit() and len(start.text) == 4 and parse.tokens[before.i - 2].lower in ("between", "from")


def _counts(found: Found, parse: Parse) -> bool:
    """True if the number stands before a plural noun that it belongs to."""
    token = parse.tokens[found.last - 1]
    head = token.head
    return (
        token.dep in ("nummod", "amod", "compound", "quantmod", "nmod")
        and head.i > token.i
        and head.tag in ("NNS", "NNPS")
        and head.i - token.i <= 5
    )


def _is_name(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """A bare number that ends or begins a name: "Boeing 737", "Route 66", "787 Dreamliner", "one" in "Air Force One"."""
    digits = found.plain
    token = parse.tokens[found.first]
    if before is not None and before.i + 1 == token.i and before.end >= found.start - 1 and before.sent == token.sent:
        name = before.tag in ("NNP", "NNPS") or (before.text[:1].isupper() and before.i > parse.sentence(before).first)
        numbered = before.lower.rstrip(".") in nouns("numbered")
        if digits and numbered and (before.text[:1].isupper() or name) and not before.tag.startswith("V"):
            return True
        if (
            digits
            and numbered
            and before.tag in ("NN", "NNP")
            and not _counts(found, parse)
            and (token.head is before or token.dep in ("nummod", "appos"))
        ):
            return True
        if (
            (digits or parse.text[found.start].isupper())
            and name
            and token.sent == before.sent
            and _one_name(token, before)
        ):
            return True
    if (
        after is not None
        and after.start == found.end + 1
        and after.tag == "NNP"
        and after.text[:1].isupper()
        and not after.text.endswith(".")
    ):
        own = digits or (parse.text[found.start].isupper() and parse.sentence(token).first < token.i)
        return own and (
            (token.ent in _NAMES and after.ent == token.ent) or (token.head.tag == "NNP" and token.head.i > token.i)
        )
    return False


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


def _is_code(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """Numbers of documents, players and list entries: "No. 10", "#5", "(4)" behind a person's name, "1." before a paragraph."""
    text = parse.text
    if not found.plain:
        return False
    left = text[max(0, found.start - 4) : found.start].lower()
    if left.endswith(("#", "no. ", "nos. ", "№ ", "№")):
        return True
    if before is None or after is None:
        return before is None and (after is None or after.text in (".", ")"))
    if before.text == "(" and after.text == ")":
        return before.i > 0 and parse.tokens[before.i - 1].tag.startswith("NNP")
    sentence = parse.sentence(parse.tokens[found.first])
    starts = sentence.first == found.first and (not found.start or text[found.start - 1] == "\n")
    return starts and after.text in (".", ")") and after.start == found.end


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


def age(parse: Parse, found: Found) -> bool:
    """True for a bare age: "aged 44", "John Smith, 44, of Derby", "Smith 44 has"."""
    if not (
        found.unit == "count" and found.kind == "number" and isinstance(found.value, int) and 0 < found.value < 120
    ):
        return False
    text = parse.text
    if _AGE.search(text, max(0, found.start - 16), found.start):
        return True
    before, after = _beside(parse, found)
    if not found.plain or before is None or not found.first > 1:
        return False
    behind = after is None or after.text in (",", ".", ")", ";") or after.lower in ("of", "from", "who", "and", "was")
    if before.text == "," and behind and before.end == found.start - 1:
        name = parse.tokens[before.i - 1]
        return name.tag in ("NNP", "NNPS") and name.ent in ("PERSON", "ORG", "GPE", "") and found.value >= 1 and (
            (after is not None and after.text == ",") or found.value > 12) and name.lower not in nouns("months")  # fmt: skip
    return before.ent == "PERSON" and found.value > 15 and after is not None and not after.tag.startswith("NN")
