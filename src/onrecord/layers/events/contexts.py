"""Contexts: what an event is about besides its type, by the words of its clause (PLOVER manual of 2021, "Contexts")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span

_PARTED = re.compile("(?<=[a-z])-(?=[a-z])")
_FILE = Path(__file__).parent / "lexicon" / "contexts.txt"


class _Entry(NamedTuple):
    words: tuple[str, ...]
    order: int
    context: str


def contexts(tokens: Sequence[Token], text: str) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """Contexts of a clause in the order of the manual, with the first words that tell each."""
    entries, found = _entries(), dict[int, tuple[str, Span]]()
    for at, token in enumerate(tokens):
        for entry in (
            *entries.get(token.lower, ()),
            *(entries.get(token.lemma, ()) if token.lemma != token.lower else ()),
        ):
            if entry.order not in found and _stands(entry.words, tokens, at):
                last = tokens[at + len(entry.words) - 1]
                found[entry.order] = entry.context, Span.of(text, token.start, last.end)
    told = [found[order] for order in sorted(found)]
    why = tuple(Reason("contexts", f"words of {context}", (span,)) for context, span in told)
    return tuple(context for context, _ in told), why


def _stands(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    """Whether the words after the first follow."""
    rest = tokens[at + 1 : at + len(words)]
    return len(rest) == len(words) - 1 and all(token.lower == word for token, word in zip(rest, words[1:], strict=True))


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Entries of the lexicon by their first word."""
    found: dict[str, tuple[_Entry, ...]] = {}
    for order, (context, rows) in enumerate(lexicon.sections(_FILE).items()):
        for phrase in (phrase for row in rows for phrase in " ".join(row).split("|")):
            words = tuple(_split(phrase))
            found[words[0]] = (*found.get(words[0], ()), _Entry(words, order, context))
    return found


def _split(phrase: str) -> list[str]:
    """Words as the tokenizer parts them: at hyphens between letters and before 's."""
    return _PARTED.sub(" - ", phrase).replace("'s ", " 's ").split()
