"""Mentions of places: which words of a report name one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.tables import Named, first_run, names

# One character for one character, so that offsets stay.
_FOLD = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})
# First names and words of which the tagger must say that a place is meant.
_AMBIGUOUS = frozenset(
    [
        "Chad",
        "Georgia",
        "Jordan",
        "Turkey",
        "Mali",
        "Jersey",
        "Cuba",
        "Israel",
        "Malta",
        "Pole",
        "Poles",
        "Dane",
        "Swede",
        "Kiwi",
        "Kiwis",
        "Manx",
        "Finn",
    ]
)
_PLACE_LABELS = frozenset(("GPE", "LOC", "NORP", "FAC"))


class Mention(NamedTuple):
    """Characters `start` to `end`, and the name of our tables that stands there."""

    start: int
    end: int
    named: Named


def mentions(parse: Parse) -> Iterator[Mention]:
    """Names of our tables in text order, the longest at each place; no two overlap."""
    text, table, done = parse.text.translate(_FOLD), names(), 0
    for token in parse.tokens:
        if token.start < done:
            continue
        group = table.get(token.text) or (() if token.text.isalpha() else table.get(first_run(token.text), ()))
        for named in group:
            end = token.start + len(named.text)
            if (
                text.startswith(named.text, token.start)
                and not text[end : end + 1].isalnum()
                and _is_place(named, token)
            ):
                done = end
                yield Mention(token.start, end, named)
                break


def _is_place(named: Named, token: Token) -> bool:
    if named.text not in _AMBIGUOUS:
        return token.ent != "PERSON" or token.tag == "JJ" or named.demonym
    return token.ent in _PLACE_LABELS
