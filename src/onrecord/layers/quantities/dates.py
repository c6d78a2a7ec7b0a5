"""Dates and clock times: those that the times of the page cover, and what still looks like one."""

from __future__ import annotations

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import beside, nouns

_YEARS = (1900, 2099)
_OLD_YEARS = (1000, 1899)


class Dates:
    """The dates and clock times of a page, asked for in text order."""

    def __init__(self, page: Page) -> None:
        self._spans = sorted((time.start, time.end) for time in page.times if time.type in ("date", "time"))
        self._at = 0

    def cover(self, start: int, end: int) -> bool:
        """True if a date or clock time shares a character with a span that begins no earlier than the last one asked for."""
        spans = self._spans
        while self._at < len(spans) and spans[self._at][1] <= start:
            self._at += 1
        return self._at < len(spans) and spans[self._at][0] < end


def is_date(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """True for a day, a clock time or the second half of "2014-15"; marks what looks like a year as in doubt."""
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
            and not counts(parse, found)
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
    found.doubt = four_digits(found) and _is_year(parse, found, before, after)
    return False


def four_digits(found: Found) -> bool:
    """True for four bare digits that may be a year."""
    return found.plain and isinstance(found.value, int) and 1000 <= found.value <= 2999 and found.end - found.start == 4


def _month(token: Token, months: frozenset[str]) -> bool:
    return token.tag == "NNP" and token.lower in months


def _year_like(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("19", "20")


def _joins_day(parse: Parse, before: Token, months: frozenset[str]) -> bool:
    """True for the "24" of "Sept. 20-24" and "Sept. 20 and 24"."""
    if before.text not in ("-", "–", "and", "to", "through", "or") or before.i < 2:
        return False
    day, month = parse.tokens[before.i - 1], parse.tokens[before.i - 2]
    return day.text.isdecimal() and len(day.text) <= 2 and int(day.text) <= 31 and _month(month, months)


def _is_year(parse: Parse, found: Found, before: Token | None, after: Token | None) -> bool:
    """True for four digits that rather name a year than count: all from 1900 to 2099 but "2000 people" and "than 1950 men"."""
    value = found.value or 0
    if not _OLD_YEARS[0] <= value <= _YEARS[1]:
        return False
    led = before.lower if before is not None else ""
    joined = after is not None and after.tag in ("CC", "TO", "SYM")
    years = before is not None and _joins_year(parse, before)
    named = before is not None and before.tag in ("DT", "PRP$", "POS")
    if counts(parse, found) and not joined and not named and led not in beside("before year") and not years:
        head = parse.tokens[found.first].head
        return not (
            value % 100 == 0 or value < _YEARS[0] or head.lemma in nouns("counted") or led in beside("before count")
        )
    if value >= _YEARS[0]:
        return True
    total = led == "of" and found.first > 1 and parse.tokens[found.first - 2].lemma in nouns("counters")
    return before is not None and not total and (led in beside("before year") or years)


def _joins_year(parse: Parse, before: Token) -> bool:
    """ "and 1900" behind "between 1600"."""
    if before.lower not in ("and", "to", "-", "–") or before.i < 2:
        return False
    start = parse.tokens[before.i - 1]
    return start.text.isdigit() and len(start.text) == 4 and parse.tokens[before.i - 2].lower in ("between", "from")


def counts(parse: Parse, found: Found) -> bool:
    """True if the number stands before a plural noun that it belongs to."""
    token = parse.tokens[found.last - 1]
    head = token.head
    return (
        token.dep in ("nummod", "amod", "compound", "quantmod", "nmod")
        and head.i > token.i
        and head.tag in ("NNS", "NNPS")
        and head.i - token.i <= 5
    )
