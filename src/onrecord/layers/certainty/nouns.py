"""Which nouns denote events."""

from __future__ import annotations

from functools import cache

from onrecord.layers.certainty.effects import FOLDER
from onrecord.lexicon import sections


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word for row in sections(FOLDER / "nouns.txt")[section] for word in row)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_words("endings")))


@cache
def is_event(lemma: str) -> bool:
    """Does a noun, by its lemma, name something that takes place or holds for a while?"""
    if lemma in _words("events"):
        return True
    return len(lemma) > 5 and lemma.endswith(_endings()) and lemma not in _words("things")


@cache
def is_saying(lemma: str) -> bool:
    """Does a noun name something said or put forward? Who denies or rejects one does not deny that it was put forward."""
    return lemma in _words("sayings")
