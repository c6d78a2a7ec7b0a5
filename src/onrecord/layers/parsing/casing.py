"""Casing: guess the capitals of a paragraph that is all capitals or has none, letter for letter, before the model sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from onrecord.lexicon import words

LEXICON = Path(__file__).parent / "lexicon" / "casing.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEGIN = re.compile(r"(?:^|[.!?]['’\"”)\]]*\s|--\s|\[TEXT\]\s)[\s'\"“‘(]*$")
_ACRONYM = 5  # unknown words in capitals that are shorter stay as they are: "FMLN"
_LETTERS = 40  # fewer say nothing about the habit of a text

type IsCommon = Callable[[str], bool]


def recase(text: str, spans: list[tuple[int, int]], is_common: IsCommon) -> str:
    """Give every paragraph that is written in one case the capitals of plain English; the length stays."""
    parts, at = [], 0
    for start, end in spans:
        piece = text[start:end]
        if _one_case(piece):
            parts += [text[at:start], _guess(piece, is_common)]
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _one_case(piece: str) -> bool:
    upper = sum(map(str.isupper, piece))
    lower = sum(map(str.islower, piece))
    return upper + lower >= _LETTERS and (upper == 0 or upper > 9 * lower)


def _guess(piece: str, is_common: IsCommon) -> str:
    def of(found: re.Match[str]) -> str:
        word = found[0].lower()
        if len(word) != len(found[0]):
            return found[0]
        begins = _BEGIN.search(piece, max(0, found.start() - 12), found.start()) is not None
        if len(word) == 1 and piece[found.end() : found.end() + 1] == ".":
            return _capital(word)  # "U.S."
        if word in _function_words() and not begins:
            return word
        common = is_common(word)
        if not common and len(word) < _ACRONYM and found[0].isupper():
            return found[0]
        return _capital(word) if begins or word == "i" or word in _names() or not common else word

    return _phrases().sub(lambda found: found[0].title(), _WORD.sub(of, piece))


def _capital(word: str) -> str:
    first = word[0].upper()
    return first + word[1:] if len(first) == 1 else word  # the capital of "ß" or "ﬁ" is two letters


@cache
def _names() -> frozenset[str]:
    return words(LEXICON, "names")


@cache
def _function_words() -> frozenset[str]:
    return words(LEXICON, "function words")


@cache
def _phrases() -> re.Pattern[str]:
    """Names made of common words, as one pattern; a text may break them over two lines."""
    names = sorted(words(LEXICON, "phrases"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(name.replace(" ", r"\s+") for name in names) + r")\b")
