"""A reason: why a field of a row holds what it holds, kept by the code that decided."""

from __future__ import annotations

from msgspec import Struct

from onrecord.concepts.span import Span


class Reason(Struct, frozen=True):
    """The rule that decided `field`, the words of the report that made it fire, and a remark for people."""

    field: str
    rule: str
    cues: tuple[Span, ...] = ()
    note: str | None = None
