"""Names across reports: outlets, people and bodies written in several ways."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord import lexicon

_FILE = Path(__file__).parent / "lexicon" / "names.txt"
_NOISE = lexicon.words(_FILE, "noise")
_TITLES = lexicon.words(_FILE, "titles")
_PEOPLE = lexicon.words(_FILE, "people")
_QUALITIES = lexicon.words(_FILE, "qualities")
_BODIES = lexicon.words(_FILE, "bodies")
PARTICLES = lexicon.words(_FILE, "particles")
_WORD = re.compile(r"[\w&'’-]+")


@cache
def outlet(name: str | None) -> str:
    """An outlet's name without what differs between its names: "www.bbc.com", "BBC News" and "the BBC" are one."""
    words = _WORD.findall(re.sub(r"\(.*?\)", " ", (name or "").lower().replace(".", " ")))
    return " ".join(word for word in words if word not in _NOISE) or (name or "").lower()


@cache
def person(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles."""
    return tuple(word for word in _words(name) if word not in _TITLES)


def one_person(one: str, other: str) -> bool:
    """True when two names may be one person: equal, or a surname beside a full name; two first names are two people."""
    first, second = sorted((person(one), person(other)), key=len)
    if not first:
        return False
    return first == second or (len(first) == 1 and first[0] == second[-1])


@cache
def body(name: str | None) -> frozenset[str]:
    """The words of the body for which somebody speaks: those of "Defense Department" for two officials of it; none if no body is named."""
    words = [word for word in _words(name or "") if word not in _PEOPLE and word not in _QUALITIES]
    return frozenset(words) if _BODIES.intersection(words) else frozenset()


def is_common(name: str) -> bool:
    """True for the name of a body that is made of common nouns alone, as headlines write them: "Police", "Coalition Forces"."""
    return all(word in _BODIES or word in _PEOPLE or word == "the" for word in _words(name))


def ends_in_office(name: str) -> bool:
    """True for an office written like a name: "Haqqani Network Leader", "U.S. Army Col"."""
    words = _words(name)
    return bool(words) and (words[-1] in _PEOPLE or words[-1] in _TITLES)


def one_body(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for one body named in full and in short: "the U.S. military", "the military"; "State Department" is not "Defense Department"."""
    return bool(one and other) and (one <= other or other <= one)


def _words(name: str) -> list[str]:
    words = [
        word.strip("'’").removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name.lower().replace(".", ""))
    ]
    return [word for word in words if word]
