"""What is decided of a number: its measure and its role, each with its reason."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.figure import Role
from onrecord.concepts.parse import Token


class Measure(NamedTuple):
    """A measure, the rule that found it, the words that say so, and the word whose certainty is the figure's."""

    name: str
    rule: str
    cues: tuple[Token, ...]
    anchor: Token


class Decision(NamedTuple):
    """A role, the sign of a change, the rule and its cue words; `role` None where the text does not say plainly."""

    role: Role | None
    sign: int
    rule: str
    cues: tuple[Token, ...] = ()
