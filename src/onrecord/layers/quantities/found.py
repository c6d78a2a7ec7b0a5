"""A number on its way to a quantity: what the steps of the layer fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.quantity import Bound
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.quantities.numeral import Number
from onrecord.layers.quantities.words import units

NOUN = ("NN", "NNS", "NNP", "NNPS")


class Found:
    """A number: `start`/`end` its own span, `begin`/`stop` with currency and unit, `first`/`last` (exclusive) their tokens.

    `kind` is the numeral's kind or the rule that made it; `plain` is True for bare digits without mark, scale or unit;
    `doubt` is True for what looks like a year until a range with a plain number clears it;
    `scale` is what its words multiply by (1,000,000 for "5 million", 1000 for "15,000").
    """

    __slots__ = (
        "about", "approx", "begin", "bound", "doubt", "end", "first", "high", "hyphen", "kind", "last", "low", "number", "of", "plain", "scale", "signed",
        "start", "stop", "unit", "vague", "value", "why",
    )  # fmt: skip

    def __init__(self, start: int, end: int, kind: str) -> None:
        self.start = self.begin = start
        self.end = self.stop = end
        self.kind = kind
        self.value: Number | None = None
        self.low: Number | None = None
        self.high: Number | None = None
        self.vague: str | None = None
        self.unit = "count"
        self.approx = False
        self.bound: Bound | None = None
        self.plain = False
        self.doubt = False
        self.scale = 1
        self.number = 0
        self.hyphen = False
        self.signed = False
        self.first = self.last = 0
        self.of: tuple[Token, Token] | None = None
        self.about: tuple[Token, Token] | None = None
        self.why: list[Reason] = []

    def place(self, parse: Parse) -> None:
        """Find the tokens of the number with its unit."""
        tokens = parse.between(self.begin, self.stop)
        self.first, self.last = tokens[0].i, tokens[-1].i + 1

    def because(self, field: str, rule: str, text: str, *cues: tuple[int, int]) -> None:
        """Keep why a field holds what it holds."""
        self.why.append(Reason(field, rule, tuple(Span.of(text, start, end) for start, end in cues)))


def is_time(unit: str) -> bool:
    """True for units of time and ages."""
    return unit.removesuffix(" of age") in units().times


class Context(NamedTuple):
    """What the steps that say what a number counts look at: the parse, all numbers, and whose each token is."""

    parse: Parse
    founds: Sequence[Found]
    owners: Mapping[int, Found]

    def earlier(self, found: Found, sentences: int) -> Found | None:
        """The nearest count before a number whose noun is known, at most so many sentences back."""
        sent = self.parse.tokens[found.first].sent
        for before in reversed(self.founds[max(0, found.number - 4) : found.number]):
            if self.parse.tokens[before.first].sent < sent - sentences:
                return None
            if before.unit == "count" and before.of is not None:
                return before
        return None
