"""Quoted regions of a report, and the day on which each was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.times.match import Match
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.words import HERE
from onrecord.lexicon import words

_MARKS = re.compile(r"[“”„»«\"]|``|''")
_OPEN, _CLOSE = frozenset({"“", "„", "``"}), frozenset({"”", "''"})


@cache
def saying() -> frozenset[str]:
    """Lemmas of the verbs of saying."""
    return words(HERE / "direction.txt", "saying")


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quoted regions as characters, in text order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, place: int) -> int | None:
        """The number of the region that holds a character."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and place < self.ends[number] else None


def quotes(parse: Parse) -> Quotes:
    """Find the quoted regions; one that is left open ends with its paragraph."""
    starts: list[int] = []
    ends: list[int] = []
    if not _MARKS.search(parse.text):
        return Quotes((), ())
    last_in: dict[int, int] = {}
    for sentence in parse.sentences:
        last_in[sentence.paragraph] = sentence.end
    first_of: dict[int, int] = {}
    for sentence in parse.sentences:
        first_of.setdefault(sentence.paragraph, sentence.start)
    for number, end in last_in.items():
        _in_paragraph(parse.text, first_of[number], end, starts, ends)
    return Quotes(tuple(starts), tuple(ends))


def _in_paragraph(text: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    opened: int | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None and mark[0] not in _CLOSE:
            opened = mark.end()
        elif opened is not None and mark[0] not in _OPEN:
            if mark.start() - opened > 1:
                starts.append(opened)
                ends.append(mark.start())
            opened = None
    if opened is not None:
        starts.append(opened)
        ends.append(end)


def said_with(times: Sequence[Token]) -> Token | None:
    """The verb of saying that one of these words (of a time) belongs to."""
    for token in times:
        head = token.head
        for _ in range(2):
            if head.lemma in saying() and head.tag.startswith("VB"):
                return head
            head = head.head
    return None


def said_on(found: Sequence[tuple[Match, Sense]], regions: Quotes, parse: Parse) -> dict[int, date]:
    """The day on which each quoted region was said: the day that its sentence gives the verb of saying, else the one before."""
    days: list[tuple[int, date]] = []
    for match, sense in found:
        if sense.period is None or sense.period.unit != "day" or sense.type == "set":
            continue
        if regions.around(match.start) is None and said_with(parse.tokens[match.first.i : match.last.i + 1]):
            days.append((match.first.sent, sense.period.first))
    said: dict[int, date] = {}
    for number, (start, end) in enumerate(zip(regions.starts, regions.ends, strict=True)):
        inside = parse.between(start, end)
        if not inside or not days:
            continue
        own = [day for sent, day in days if inside[0].sent <= sent <= inside[-1].sent]
        earlier = [day for sent, day in days if sent < inside[0].sent]
        if own or earlier:
            said[number] = own[0] if own else earlier[-1]
    return said
