"""Setting: the one country that a report is about, for incidents of which it tells no place."""

from __future__ import annotations

from collections import Counter

from onrecord.concepts.page import Page

_LEAST_SENTENCES = 4  # what a report is about cannot be told from less
_LEAST_MENTIONS = 3
_LEAST_SHARE = 0.6
_RANK = {"literal": 0, "metonym": 1, "demonym": 2}


def setting(page: Page) -> tuple[str, ...]:
    """The mention of the country to which most places and peoples of a report belong, by preference as ground; none if there is no such."""
    if len(page.parse.sentences) < _LEAST_SENTENCES:
        return ()
    counts = Counter(place.iso3 for place in page.places if place.iso3 and place.kind != "body")
    if not counts:
        return ()
    country, most = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if most < _LEAST_MENTIONS or most < _LEAST_SHARE * sum(counts.values()):
        return ()
    found = [p for p in page.places if p.iso3 == country and p.kind == "country" and p.use in _RANK]
    best = min(found, key=lambda p: (_RANK[p.use], p.start), default=None)
    return (best.id,) if best is not None else ()
