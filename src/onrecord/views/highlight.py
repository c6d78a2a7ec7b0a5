"""Words in their sentence: a stretch of text cut where marks begin and end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[“\"'‘(\[]?[A-Z0-9])|\s*\n\s*")
# A full stop behind one of these, or behind a single capital, ends no sentence.
_SHORT = re.compile(
    r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Gen|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Mrs?|Ms|Dr|Prof|St|Sen|Rep|Gov|Rev|No|vs)\.$"
)
MOST = 360  # characters of a sentence shown whole
AROUND = 130  # characters kept on either side of the words in a longer one


class Spot(NamedTuple):
    """Characters to mark: what kind of row marks them, and its id."""

    start: int
    end: int
    kind: str = ""
    id: str = ""


class Piece(NamedTuple):
    """Some text and the spots that cover all of it."""

    text: str
    spots: tuple[Spot, ...]
    start: int

    @property
    def stressed(self) -> bool:
        """True for the words a sentence is shown for; a statement's content is the sentence itself."""
        return any(spot.kind != "statement" for spot in self.spots)


def pieces(text: str, start: int, end: int, spots: Iterable[Spot]) -> list[Piece]:
    """Cut `text[start:end]` at the ends of spots; the pieces join to exactly that text."""
    inside = [spot for spot in spots if spot.start < end and spot.end > start and spot.start < spot.end]
    opens, closes = defaultdict(list), defaultdict(list)
    for spot in sorted(set(inside)):
        opens[max(spot.start, start)].append(spot)
        closes[min(spot.end, end)].append(spot)
    borders = sorted({start, end, *opens, *closes})
    found: list[Piece] = []
    active: dict[Spot, None] = {}
    for first, last in pairwise(borders):
        for spot in closes[first]:
            active.pop(spot, None)
        active.update(dict.fromkeys(opens[first]))
        found.append(Piece(text[first:last], tuple(active), first))
    return found


def excerpt(text: str, start: int, end: int, spots: Iterable[Spot]) -> list[Piece]:
    """A sentence with its marked words; the far ends of a long one are left out, with "…" in their place."""
    marked = [spot for spot in spots if spot.start < end and spot.end > start]
    first, last = start, end
    if end - start > MOST and marked:
        first = _word_start(text, max(start, min(spot.start for spot in marked) - AROUND), start)
        last = _word_end(text, min(end, max(spot.end for spot in marked) + AROUND), end)
        if last - first > 2 * MOST:
            last = _word_end(text, first + 2 * MOST, end)
    cut = pieces(text, first, last, marked)
    before = [Piece("… ", (), first)] if first > start else []
    after = [Piece(" …", (), last)] if last < end else []
    return [*before, *cut, *after]


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Borders of the sentence around some words, by its marks and line ends (a record keeps no parse)."""
    first, last = 0, len(text)
    floor, ceiling = max(0, start - 2000), min(len(text), end + 2000)
    for found in _END.finditer(text, floor, ceiling):
        if _SHORT.search(text, max(floor, found.start() - 6), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end - 1:
            last = found.start() + len(found[0].rstrip())
            break
    return max(first, floor), min(last, ceiling)


def _word_start(text: str, place: int, floor: int) -> int:
    while place > floor and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int, ceiling: int) -> int:
    while place < ceiling and not text[place].isspace():
        place += 1
    return place
