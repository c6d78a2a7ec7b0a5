"""Certainty: at what stage a thing is said to be, and who vouches for it how firmly (TimeML, FactBank)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span

Status = Literal[
    "done",
    "ongoing",
    "announced",
    "planned",
    "ordered",
    "attempted",
    "threatened",
    "requested",
    "possible",
    "conditional",
    "unknown",
]
Polarity = Literal["positive", "negative"]
Level = Literal["certain", "probable", "possible", "none"]
Label = Literal[
    "done",
    "ongoing",
    "announced",
    "planned",
    "attempted",
    "threatened",
    "possible",
    "alleged",
    "denied",
    "negated",
    "conditional",
    "unknown",
]  # fmt: skip


class Commitment(Struct, frozen=True):
    """How firmly one holder (`author` or a statement id) vouches for a thing, and with which polarity."""

    holder: str
    level: Level
    polarity: Polarity


class Certainty(Struct, frozen=True):
    """Status, polarity and commitment of one event-denoting word, and the label people read."""

    status: Status
    polarity: Polarity
    commitment: tuple[Commitment, ...]
    label: Label
    label_cue: Span | None = None
    statement: str | None = None
    why: tuple[Reason, ...] = ()
