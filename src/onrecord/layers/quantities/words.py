"""The layer's vocabulary as look-up tables, made once from lexicon/*.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon

_HERE = Path(__file__).parent / "lexicon"
_PART = re.compile(r"[ /]")
_WITHOUT_PLURAL = (
    "s",
    "x",
    "ch",
    "feet",
    "hertz",
    "yen",
    "yuan",
    "horsepower",
    "sterling",
    "celsius",
    "fahrenheit",
    "stone",
)


class Numerals(NamedTuple):
    """Number words: `words` gives (kind, value) of every word that can be a part of a number, `glued` letters on digits."""

    words: Mapping[str, tuple[str, int]]
    glued: Mapping[str, int]
    sizes: Mapping[str, int]
    before_few: frozenset[str]


class Units(NamedTuple):
    """Units: `names` in lower case and `symbols` as written to symbol put out; `glued` symbols that count only on digits.

    `compound` short symbols for "km/hour" and its like; `longest` says of a first word how many words the longest unit that begins with it has; `times` are units of time,
    `money` currencies; `before` currency signs that stand before the digits.
    """

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    glued: Mapping[str, str]
    longest: Mapping[str, int]
    times: frozenset[str]
    money: frozenset[str]
    compound: Mapping[str, str]
    before: Mapping[str, str]


class Cues(NamedTuple):
    """Bounds and approximation: words to what they do, by the number of words and the word next to the number."""

    before: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    after: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    between: frozenset[str]


@cache
def numerals() -> Numerals:
    """Number words and vague words."""
    plain = lexicon.sections(_HERE / "numbers.txt")
    vague = lexicon.sections(_HERE / "vague.txt")
    words: dict[str, tuple[str, int]] = {}
    for rows, kind in (
        (plain["units"], "small"),
        (plain["tens"], "ten"),
        (plain["scales"], "scale"),
        (plain["ordinals"], "ordinal"),
        (plain["times"], "times"),
        (plain["fractions"], "part"),
        (vague["plural"], "vague"),
        (vague["leading"], "leading"),
    ):
        words.update({row[0]: (kind, int(row[1])) for row in rows})
    return Numerals(words, _numbers(plain["glued"]), _numbers(vague["size"]), _firsts(vague["before few"]))


@cache
def units() -> Units:
    """Units of measure and currencies."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    glued: dict[str, str] = {}
    measures = lexicon.sections(_HERE / "units.txt")
    currencies = lexicon.rows(_HERE / "currencies.txt")
    for symbol, named, written in [row for name, rows in measures.items() if name != "compound" for row in rows]:
        _add(names, symbols, glued, (symbol, named, written))
    times = frozenset(row[0] for row in measures["time"])
    compound = {row[0]: row[1] for row in measures["compound"]}
    before: dict[str, str] = {}
    for row in currencies:
        code, named, written = (*row, "-")[:3]
        _add(names, symbols, glued, (code, named, written))
        before.update(dict.fromkeys(_parts(written), code) if code.isupper() else {})
        if code.isupper():
            symbols[code] = before[code] = code
    longest: dict[str, int] = {}
    for key in (*names, *symbols, *glued):
        parts = _PART.split(key)
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return Units(names, symbols, glued, longest, times, frozenset(row[0] for row in currencies), compound, before)


def _add(names: dict[str, str], symbols: dict[str, str], glued: dict[str, str], row: tuple[str, str, str]) -> None:
    symbol, named, written = row
    for name in _parts(named.lower().replace("-", " ")):
        names.setdefault(name, symbol)
        if not name.endswith(_WITHOUT_PLURAL):
            names.setdefault(_plural(name), symbol)
    for sign in _parts(written.replace("-", " ")):
        (glued if sign.endswith("!") else symbols).setdefault(sign.removesuffix("!"), symbol)


def _plural(name: str) -> str:
    first, _, rest = name.partition(" ")
    if rest.startswith(("of ", "per ")):
        return f"{first}s {rest}"
    return name[:-1] + "ies" if re.search(r"[^aeiou]y$", name) else name + "s"


@cache
def cues() -> Cues:
    """Bounds and approximation."""
    sections = lexicon.sections(_HERE / "cues.txt")
    before = [(tuple(row[0].split()), row[1]) for row in sections["before"]]
    after = [(tuple(row[0].split()), row[1]) for row in sections["after"]]
    return Cues(_by(before, -1), _by(after, 0), _firsts(sections["between"]))


def _by(rows: Iterable[tuple[tuple[str, ...], str]], index: int) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, does in rows:
        found.setdefault(words[index], []).append((words, does))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


@cache
def nouns(section: str) -> frozenset[str]:
    """A list of nouns in nouns.txt."""
    return lexicon.words(_HERE / "nouns.txt", section)


@cache
def beside(section: str) -> frozenset[str]:
    """A list of words in contexts.txt."""
    return lexicon.words(_HERE / "contexts.txt", section)


def _parts(column: str) -> list[str]:
    return [] if column == "-" else [part.strip() for part in column.split(",") if part.strip()]


def _numbers(rows: Iterable[tuple[str, ...]]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows}


def _firsts(rows: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(row[0] for row in rows)
