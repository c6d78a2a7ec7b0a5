"""What a piece of text looks like: how many sentences end in it, whether quoted words are speech or a mere term."""

from __future__ import annotations

import re

from onrecord.layers.statements.quotes import Quote
from onrecord.layers.statements.words import helpers

LONG = 8  # words from which on a quotation is taken for speech whatever it looks like
_STOP = re.compile(r"(\w*)[.!?…][\"”’'»)]*\s")
_WORD = re.compile(r"\w+")


def count_words(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words stand between two places."""
    return len(_WORD.findall(text, start, len(text) if end is None else end))


def stops(text: str) -> int:
    """How many sentences end in a piece of text; a full stop after a title or an initial ends none."""
    return sum(not _is_short(found[1]) for found in _STOP.finditer(text))


def _is_short(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in helpers("abbreviations")


def _is_title(text: str) -> bool:
    """Whether most words begin with a capital: a title, not speech."""
    words = _WORD.findall(text)
    capitals: int = sum(word[0].isupper() for word in words)
    return capitals * 3 > len(words) * 2


def is_speech(quote: Quote, text: str) -> bool:
    """Whether a quotation reads as somebody's words and not as a word or title in marks."""
    words = count_words(text, quote.first, quote.last)
    ends = text[quote.last - 1] in ",.!?…—-" or not quote.closed
    capital = text[quote.first].isupper() or text[quote.first] in "[…'‘"
    if quote.single:
        return words >= 3 and ends
    if ends:
        return words >= 3 or capital
    return not _is_title(text[quote.first : quote.last]) and (words >= LONG or (capital and words >= 4))
