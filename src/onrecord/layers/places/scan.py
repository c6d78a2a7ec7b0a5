"""The case-sensitive pass over a report: names of our tables and of large places, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.concepts.parse import Parse
from onrecord.layers.places.gazetteer import Form, first_run, scanned

# One character for one character, so that offsets stay.
FOLD = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})


class Hit(NamedTuple):
    """A name of our tables at tokens `first` to `last` (exclusive) less `cut` characters, and how it stands for its place."""

    first: int
    last: int
    text: str
    form: Form
    cut: int = 0


def hits(parse: Parse) -> Iterator[Hit]:
    """Names of our tables in text order, the longest at each place; no two overlap."""
    text, done = parse.text.translate(FOLD), 0
    for token in parse.tokens:
        group = _beginning(token.text)
        if group is None or token.start < done:
            continue
        for name, form in group:
            end = token.start + len(name)
            if text.startswith(name, token.start) and not text[end : end + 1].isalnum():
                tokens = parse.between(token.start, end)
                if tokens[-1].end == end or form == Form.SHORT or name.endswith("."):
                    yield Hit(token.i, tokens[-1].i + 1, name, form, tokens[-1].end - end)
                    done = end
                    break


def _beginning(word: str) -> tuple[tuple[str, Form], ...] | None:
    """Names that may begin with a word; a word in capitals may begin any name in capitals."""
    group = scanned().get(word)
    if group is not None or word.islower() or not word[0].isalnum():
        return group
    run = first_run(word)
    return scanned().get(run) or (_capitals().get(run) if len(word) > 2 and word.isupper() else None)


@cache
def _capitals() -> dict[str, tuple[tuple[str, Form], ...]]:
    """The names to look for in capitals; short ones would be found in every abbreviation."""
    found: dict[str, list[tuple[str, Form]]] = {}
    for group in scanned().values():
        for text, form in group:
            if len(text) > 3 and form < Form.SHORT and not text.isupper():
                found.setdefault(first_run(text).upper(), []).append((text.upper(), form))
    return {key: tuple(sorted(group, key=lambda entry: -len(entry[0]))) for key, group in found.items()}
