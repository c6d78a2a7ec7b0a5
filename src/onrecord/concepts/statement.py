"""A statement: who said (ordered, denied, believed …) what, how, to whom and through whom."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.when import When

SpeakerKind = Literal["named", "office", "anonymous", "document", "outlet", "unknown"]
Form = Literal["direct", "indirect", "mixed"]


class Statement(Struct, frozen=True):
    """One attribution; `content` spans stand without the outer quotation marks, a split quotation is one statement."""

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    cue_lemma: str | None
    source: Span | None
    speaker: str | None
    speaker_kind: SpeakerKind
    form: Form
    act: str
    said_at: When | None
    venue: Span | None
    relay: tuple[str, ...]
    parent: str | None
    rule: str
    why: tuple[Reason, ...] = ()
