"""The paragraphs of a report as its quotations run through them."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Parse
from onrecord.layers.statements.draft import Paragraphs

_BREAK = re.compile(r"(\S)[^\S\n]*\n[^\S\n]*(?=[^\s])")
_ENDS = frozenset(".!?:…\"”’')»]")
_MOST = 0.7  # share of line breaks after a sentence from which on every line is a paragraph


def paragraphs(parse: Parse) -> Paragraphs:
    """Start and end of each paragraph; where line breaks stand after sentences and not within, each line is one."""
    breaks = _BREAK.findall(parse.text)
    lines = bool(breaks) and sum(mark in _ENDS for mark in breaks) >= _MOST * len(breaks)
    found: Paragraphs = []
    last, end = -1, 0
    for sentence in parse.sentences:
        if sentence.paragraph == last and not (lines and "\n" in parse.text[end : sentence.start]):
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
        last, end = sentence.paragraph, sentence.end
    return found
