"""Paragraphs of a text, and the pieces in which it is parsed; every step is linear in the text."""

from __future__ import annotations

import re
from itertools import pairwise

MOST = 50_000  # characters parsed at a time: bounds memory; cut between paragraphs
LONGEST_WORD = 250  # no English word, name or address is longer; the tokenizer takes far too long over such runs

_RUN = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_INDENT = ("  ", "\t")
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_MOSTLY = 0.6  # of wrapped lines about one in five ends a sentence, of paragraphs on one line nearly all do


def tamed(text: str) -> str:
    """The text with every run of more than LONGEST_WORD characters without a space made one plain word of the same length."""
    return _RUN.sub(lambda run: "x" * len(run[0]), text)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: lines up to a blank line, or to one that is indented; each line, where lines are paragraphs."""
    found: list[tuple[int, int]] = []
    open_line, at = False, 0
    lines = text.splitlines(keepends=True)
    whole = _are_whole(lines)
    for line in lines:
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            end = start + len(words)
            if open_line and not line.startswith(_INDENT):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        open_line = bool(words) and not whole and not line.endswith("\u2029")
        at += len(line)
    return found


def _are_whole(lines: list[str]) -> bool:
    """True where most lines before another line end as sentences do: they are paragraphs, and one that does not is a caption or heading."""
    before = [line.rstrip() for line, following in pairwise(lines) if line.strip() and following.strip()]
    return sum(bool(_ENDED.search(line)) for line in before) >= _MOSTLY * len(before)


def chunks(text: str, spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Paragraphs in groups of at most MOST characters; a longer paragraph is cut at its last space before that."""
    groups: list[list[tuple[int, int]]] = []
    size = MOST
    for start, end in spans:
        for first, last in _cut(text, start, end):
            if size + last - first > MOST or not groups:
                groups.append([])
                size = 0
            groups[-1].append((first, last))
            size += last - first
    return groups


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MOST:
        stop = text.rfind(" ", start + 1, start + MOST)
        stop = stop if stop > 0 else start + MOST
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]
