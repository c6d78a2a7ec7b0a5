"""Which language a report is in, judged on a bounded sample of its text; English is the one that must never be missed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord.lexicon import words

SAMPLE = 4_000  # characters looked at: the beginning, the middle and the end of a longer report
VOTE = 500  # characters of it that the model is asked about
FEWEST = 15  # words below which a text in Latin letters is not judged
LETTERS = 20  # letters below which a text in other letters is not judged
ENGLISH_SHARE = 0.08  # of function words in English: about a fifth of running text, less in lists of names
FOREIGN_SHARE = 0.04  # with more function words than this, the text is not called foreign
ENGLISH = frozenset({"en", "pcm"})  # Nigerian Pidgin is what terse English looks like to the model
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ADDRESS = re.compile(r"\S+(?:://|@)\S+")


@cache
def _function_words() -> frozenset[str]:
    return words(Path(__file__).parent / "lexicon" / "english.txt")


def language_of(text: str) -> str | None:
    """ISO 639 code of a text's language; null if it is too short or too mixed to tell."""
    sample = _sample(text)
    if "://" in sample or "@" in sample:
        sample = _ADDRESS.sub(" ", sample)
    found = _WORD.findall(sample.lower())
    if not sample.isascii():
        letters = sum(map(len, found))
        if 2 * len(_LATIN.findall(sample)) < letters:
            return _named(sample) if letters >= LETTERS else None
    if len(found) < FEWEST:
        return None
    share = sum(map(_function_words().__contains__, found)) / len(found)
    if share >= ENGLISH_SHARE:
        return "en"
    return _judged(sample, share)


def _judged(sample: str, share: float) -> str | None:
    """Ask the model about each half: a list of names looks like another language in each."""
    middle = sample.find(" ", len(sample) // 2)
    votes = {_named(half) for half in (sample[:middle], sample[middle:])}
    if votes & ENGLISH:
        return "en" if votes <= ENGLISH else None
    return votes.pop() if len(votes) == 1 and share < FOREIGN_SHARE else None


def _named(sample: str) -> str:
    import py3langid

    code: str = py3langid.classify(sample[:VOTE].lower())[0]
    return code


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    part, middle = SAMPLE // 3, len(text) // 2
    return " ".join((text[:part], text[middle - part // 2 : middle + part // 2], text[-part:]))
