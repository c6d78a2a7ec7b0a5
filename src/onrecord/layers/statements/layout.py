"""The paragraphs of a report as its quotations run through them."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.concepts.parse import Parse
from onrecord.layers.statements.draft import Draft, Paragraphs

_BREAK = re.compile(r"(\S)[^\S\n]*\n[^\S\n]*(?=[^\s])")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_ENDS = frozenset(".!?:…\"”’')»]")
_MOST = 0.7  # share of line breaks after a sentence from which on every line is a paragraph


def paragraphs(parse: Parse) -> Paragraphs:
    """Start and end of each paragraph; where line breaks stand after sentences and not within, each line is one."""
    text = parse.text
    breaks = _BREAK.findall(text)
    if breaks and sum(mark in _ENDS for mark in breaks) >= _MOST * len(breaks):
        return [(line.start(), line.end()) for line in _LINE.finditer(text)]
    found: Paragraphs = []
    last = -1
    for sentence in parse.sentences:
        if sentence.paragraph == last:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
        last = sentence.paragraph
    return found


def within_paragraph(drafts: list[Draft], lines: Paragraphs) -> None:
    """Cut off what a cue's content reaches beyond its paragraph; the parser knows no single line break."""
    starts = [start for start, _ in lines]
    for draft in drafts:
        start, end = lines[bisect_right(starts, draft.start) - 1]
        if draft.spans and (draft.spans[0][0] < start or draft.spans[-1][1] > end):
            spans = [(max(start, first), min(end, last)) for first, last in draft.spans]
            draft.spans = [(first, last) for first, last in spans if first < last]
