"""A quantity: a number of a report with its unit and what it counts."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span

Bound = Literal["at_least", "at_most", "more_than", "less_than"]


class Quantity(Struct, frozen=True):
    """One number. `value` is null for a range or a vague word; multipliers ("million") are applied already.

    `unit` is `count`, `percent`, `ordinal`, an ISO 4217 code or a unit symbol, with `/` for "per".
    """

    id: str
    start: int
    end: int
    text: str
    value: int | float | None
    low: int | float | None
    high: int | float | None
    approx: bool
    bound: Bound | None
    vague: str | None
    unit: str
    of: str | None
    of_lemma: str | None
    of_span: Span | None
    about: str | None
    rule: str
    why: tuple[Reason, ...] = ()
