"""The vocabulary of the layer, read from its lexicon files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon

_FOLDER = Path(__file__).parent / "lexicon"

type Frames = dict[str, str]


class Words(NamedTuple):
    """Cue words by lemma, each with its frames and the act they make; sets of words about sources."""

    verbs: dict[str, Frames]
    nouns: dict[str, Frames]
    longer: frozenset[str]


@cache
def cues() -> Words:
    """Verbs and nouns that report; `longer` are the first words of verbs with a particle or more words."""
    verbs, nouns = _frames("verbs.txt"), _frames("nouns.txt")
    return Words(verbs, nouns, frozenset(lemma.split()[0] for lemma in verbs if " " in lemma))


def _frames(name: str) -> dict[str, Frames]:
    """Frames and their acts; where two sections give a lemma the same frame, the first holds."""
    found: dict[str, Frames] = {}
    for act, rows in lexicon.sections(_FOLDER / name).items():
        for lemma, frames in rows:
            entry = found.setdefault(lemma, {})
            for frame in frames.split():
                entry.setdefault(frame, next(iter(entry.values()), act) if frame == "passive" else act)
    return found


@cache
def of_sources(section: str) -> frozenset[str]:
    """A set of words about sources: anonymous, anonymous-words, office, document, audience, venue."""
    return lexicon.words(_FOLDER / "sources.txt", section)


@cache
def outlets() -> frozenset[str]:
    """Names of news outlets, without "the", folded."""
    return frozenset(row[0].lower().removeprefix("the ") for row in lexicon.sections(_FOLDER / "outlets.txt")["names"])


@cache
def outlet_words(section: str) -> frozenset[str]:
    """Last words of outlets' names ("last-words"), or common nouns for outlets ("nouns"), folded."""
    return frozenset(word.lower() for word in lexicon.words(_FOLDER / "outlets.txt", section))


@cache
def helpers(section: str) -> frozenset[str]:
    """Words that help to find whose a statement is: object-control, light, general, abbreviations, measures, things, naming."""
    return lexicon.words(_FOLDER / "helpers.txt", section)
