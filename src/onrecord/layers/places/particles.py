"""Names whose words are tied by a particle, which the parse cuts in pieces: "Khair-e Sabz district", "Dara wa Nur"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.concepts.parse import Parse
from onrecord.layers.places.find import Mention
from onrecord.layers.places.shapes import known, shapes

_WORD = r"[‘’'`]?[A-Z][\w‘’'`]*\w"
# The Persian link ("-e", "-ye"), also before a capital of its own, and "and" of Pashto and Persian; a hyphen in spaces.
_TIED = re.compile(rf"{_WORD}(?:[-‐–](?:e|ye|yi|i|E|Ye|I)[-‐– ]|[ ](?:wa|va|-)[ ]){_WORD}(?:[ ]{_WORD})?")


def tied(parse: Parse) -> Iterator[Mention]:
    """Names with a particle inside that the gazetteer has, or that a common noun of place stands beside."""
    for found in _TIED.finditer(parse.text):
        tokens = parse.between(*found.span())
        first, last = tokens[0].i, tokens[-1].i + 1
        ends = (last, last - 1) if found[0].count(" ") > 1 or "-" in tokens[-1].text else (last,)
        for end in ends:
            if _beside(parse, first, end) or (" - " not in found[0] and known(parse, first, end)):
                yield Mention(first, end, "settlement")
                break


def _beside(parse: Parse, first: int, last: int) -> bool:
    """A common noun of place stands behind the name, or before it with "of"."""
    tokens, nouns = parse.tokens, shapes("settlements")
    behind = last < len(tokens) and tokens[last].lower in nouns
    before = first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in nouns
    return behind or before
