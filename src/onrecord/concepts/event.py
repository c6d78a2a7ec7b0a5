"""An event: who did what to whom, where and when, in PLOVER's types."""

from __future__ import annotations

from msgspec import Struct

from onrecord.concepts.certainty import Commitment, Label, Polarity, Status
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.when import When

# PLOVER manual of 2021.
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
    "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip


class Event(Struct, frozen=True):
    """One event; `type` is one of the 16 PLOVER types, or null for an event-denoting word outside them."""

    id: str
    trigger: Span
    evidence: Span
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    when: When | None
    status: Status
    polarity: Polarity
    commitment: tuple[Commitment, ...]
    label: Label
    label_cue: Span | None
    statement: str | None
    quantities: tuple[str, ...]
    background: bool
    rule: str
    why: tuple[Reason, ...] = ()
