"""A role with its reason."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.figure import Role
from onrecord.concepts.parse import Token


class Decision(NamedTuple):
    """A role, the sign of a change, the rule and its cue words; `role` None where the text does not say plainly."""

    role: Role | None
    sign: int
    rule: str
    cues: tuple[Token, ...] = ()
