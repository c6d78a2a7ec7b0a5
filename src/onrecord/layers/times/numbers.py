"""Numbers in words and digits, as they count units of time."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.layers.times.words import value

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}
# How many "a few", "several" … are, at the least and at the most.
VAGUE = {"few": (3, 5), "several": (3, 7), "some": (2, 7), "many": (5, 20)}


def count(words: Sequence[str]) -> float | None:
    """The value of a counting phrase; None for a vague one ("a few", "several", "dozens")."""
    total, part, seen = 0.0, 0.0, False
    for word in words:
        if value("vague", word) or word in ("dozens", "hundreds", "thousands"):
            return None
        scale = value("scale", word) or value("couple", word)
        if scale:
            part = (part or 1.0) * int(scale)
            if int(scale) >= 1000:
                total, part = total + part, 0.0
            seen = True
            continue
        number = _number(word)
        if number is not None:
            part, seen = part + number, True
    return total + part if seen else None


def _number(word: str) -> float | None:
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if word[-1:] in _FRACTIONS and word[:-1].isdecimal():
        return int(word[:-1]) + _FRACTIONS[word[-1]]
    named = value("number", word) or value("ordinal", word) or value("article", word)
    if named:
        return float(named)
    digits = word.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdecimal() else None


def vague(words: Sequence[str]) -> tuple[int, int]:
    """The least and the most that a vague count stands for."""
    return next((VAGUE[name] for word in words if (name := value("vague", word))), (2, 5))


def ordinal(words: Sequence[str]) -> int | None:
    """The value of an ordinal ("third", "9th") or of a plain number; -1 for "last", "final"."""
    word = words[0] if words else ""
    named = value("ordinal", word) or value("final", word)
    digits = word.rstrip("stndrh")
    return int(named) if named else int(digits) if digits.isdecimal() else None


def year(words: Sequence[str]) -> int | None:
    """A year in digits, or spoken in two halves ("nineteen ninety-seven", "two thousand")."""
    if not words:
        return None
    if len(words) == 1 and words[0].isdecimal():
        return int(words[0])
    if words[0] == "two":
        return 2000
    first, rest = value("tens", words[0]), count(words[1:])
    return int(first) * 100 + int(rest) if first and rest is not None and 10 <= rest < 100 else None


def short_year(digits: str, beside: int) -> int:
    """The year that two digits mean: in the century of `beside`, at most twenty years after it."""
    number = beside // 100 * 100 + int(digits[-2:])
    return number - 100 if number > beside + 20 else number
