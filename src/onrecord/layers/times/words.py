"""Words of time: which classes of the grammar a token belongs to, by the lexicon or by its shape."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from onrecord.lexicon import sections, words

HERE = Path(__file__).parent / "lexicon"
FOLD = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "ʼ": "'"})
UNKNOWN = " "
# A token that the tokenizer left whole ("9–11", "mid-1990s", "Oct.5") is read piece by piece.
_PIECE = re.compile(r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![a-z])|\d+(?:[.:]\d+)?|[a-z]+\.?(?:m\.?)?|'s|.")
_LONGEST = 30  # characters of a word that can tell a time
_SHAPES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(pattern), frozenset(names.split()))
    for pattern, names in (
        (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", "ordnum dom"),
        (r"\d+(?:st|nd|rd|th)", "ordnum"),
        (r"[12]\d{3}s|\d0s", "decade"),
        (r"\d{1,2}:[0-5]\d(?::[0-5]\d)?", "clock"),
        (r"\d{1,2}\.[0-5]\d", "num clockdot"),
        (r"(?:\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4}))", "numdate"),
        (r"9/11", "nine-eleven"),
        (r"(?:19|20)\d\d/\d\d", "yearpair"),
        (r"1/2|1/4|3/4|[½¼¾]", "frac"),
        (r"\d+[½¼¾]", "num"),
        (r"(?:q[1-4]|[1-4]q)", "qnum"),
        (r"h[12]", "hnum"),
        (r"fy'?(?:\d{2}|\d{4})", "fyear"),
        (r"\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?", "isoday"),
        (r"\d{1,2}(?:[:.][0-5]\d)?(?:am|pm|a\.m\.?|p\.m\.?)", "clockmer"),
        (r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{5,}|\d{3}", "num"),
    )
)


@cache
def literals() -> set[str]:
    """Words that the grammar names outright; it adds them while it is compiled."""
    return set()


@cache
def table() -> dict[str, dict[str, str]]:
    """Word to its classes with their values, from words.txt."""
    found: dict[str, dict[str, str]] = {}
    for name, rows in sections(HERE / "words.txt").items():
        for row in rows:
            word = row[0].translate(FOLD)
            found.setdefault(word, {})[name] = row[1] if len(row) > 1 else ""
    return found


@cache
def capitalised() -> frozenset[tuple[str, str]]:
    """Word and class of the entries that count only when capitalised."""
    return frozenset(
        (row[0], name) for name, rows in sections(HERE / "words.txt").items() for row in rows if row[2:] == ("capital",)
    )


@cache
def around(section: str) -> frozenset[str]:
    """The words of a section of around.txt."""
    return words(HERE / "around.txt", section)


def value(name: str, word: str) -> str:
    """The value of a word in a class; empty if it is not of that class."""
    return table().get(word, {}).get(name, "")


def classes(word: str, capital: bool = True) -> frozenset[str]:
    """All classes of one word or number; `capital` tells whether it is written with a capital."""
    known = table().get(word)
    found = set()
    if known:
        found = {name for name in known if capital or (word, name) not in capitalised()}
    elif word[0].isdigit() or word[0] in "fhq½¼¾":
        found = set(_shape(word))
    if word in literals():
        found.add("'" + word)
    return frozenset(found)


def _shape(word: str) -> frozenset[str]:
    if len(word) > _LONGEST:
        return frozenset()
    if word.isdecimal() and word.isascii() and len(word) <= 4 and len(word) != 3:
        return _plain_number(word)
    return next((names for pattern, names in _SHAPES if pattern.fullmatch(word)), frozenset())


def _plain_number(word: str) -> frozenset[str]:
    names, number = {"num"}, int(word)
    if len(word) <= 2:
        names |= {"dom"} if 1 <= number <= 31 else set()
        names |= {"two"} if len(word) == 2 else set()
        names |= {"hour"} if number <= 24 else set()
    else:
        names |= {"year"} if 1000 <= number < 2200 else set()
        names |= {"hhmm"} if number // 100 <= 24 and number % 100 < 60 else set()
    return frozenset(names)


def pieces(text: str) -> list[tuple[int, str]]:
    """Offset and folded lower-case form of each piece of a token: one for most, more for "9–11" or "mid-1990s"."""
    word = text.lower().translate(FOLD)
    if len(word) != len(text) or len(word) > _LONGEST or classes(word, text[:1].isupper()):
        return [(0, word)]
    if not any(mark.isdigit() for mark in word) and "-" not in word:
        return [(0, word)]
    cut = [(found.start(), found[0]) for found in _PIECE.finditer(word)]
    return cut if all(classes(part) for _, part in cut) else [(0, word)]


class Coder:
    """Gives each set of classes a character, so that a report becomes a string that the grammar's patterns run over."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.chars: dict[frozenset[str], str] = {}
        self.code = lru_cache(maxsize=1 << 16)(self._code)

    def _code(self, text: str) -> str:
        parts = pieces(text)
        return "".join(self.char(classes(word, text[:1].isupper() or not word.isalpha())) for _, word in parts)

    def char(self, found: frozenset[str]) -> str:
        """The character of a set of classes; those the grammar does not use are left out."""
        return self.chars.get(found & self.names, UNKNOWN)
