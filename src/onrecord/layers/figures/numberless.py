""" "A number of insurgents": counts that name no number and of which no quantity is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.concepts.page import Page
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.span import Span

_WORDS = re.compile(
    r"\ba (?:(?:large|small|great|good|growing|significant|considerable) )?number of(?= \w)", re.IGNORECASE
)
_LEAST = 2  # the word says no more than that there is more than one


def numberless(page: Page) -> Iterator[Quantity]:
    """Vague quantities for "a number of" before a plural noun, with their least bound alone."""
    for found in _WORDS.finditer(page.report.text):
        token = page.parse.at(found.end() - len("of"))
        noun = next((child for child in token.children if child.dep == "pobj"), None) if token is not None else None
        if noun is None or noun.tag not in ("NNS", "NNPS"):
            continue
        start, end = found.span()
        of = Span.of(page.report.text, noun.start, noun.end)
        yield Quantity(
            id="",
            start=start,
            end=end,
            text=found[0],
            value=None,
            low=_LEAST,
            high=None,
            approx=False,
            bound=None,
            vague="a number of",
            unit="count",
            of=noun.lower,
            of_lemma=noun.lemma,
            of_span=of,
            about=None,
            rule="a number of",
        )
