"""An actor: one entity of a report with all its mentions (coreference inside the report)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span

ActorKind = Literal[
    "state",
    "government",
    "military",
    "armed_group",
    "police",
    "organisation",
    "company",
    "outlet",
    "person",
    "group",
    "anonymous",
]
MentionForm = Literal["name", "pronoun", "nominal", "title"]


class Mention(Struct, frozen=True):
    """One place in the text where an actor is spoken of."""

    start: int
    end: int
    text: str
    form: MentionForm


class Actor(Struct, frozen=True):
    """One entity; `sectors` are PLOVER sector codes (GOV, MIL, REB …), `member_of` the id of another actor."""

    id: str
    name: str
    kind: ActorKind
    iso3: str | None
    sectors: tuple[str, ...]
    roles: tuple[Span, ...]
    member_of: str | None
    mentions: tuple[Mention, ...]
    why: tuple[Reason, ...] = ()
