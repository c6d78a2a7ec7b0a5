"""A temporal expression of a report, as TIMEX3 (ISO-TimeML) has it, with the interval it means."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason
from onrecord.concepts.when import When

TimexType = Literal["date", "time", "duration", "set"]
Anchor = Literal["absolute", "publication", "narrative", "speech", "none"]


class Timex(Struct, frozen=True):
    """One temporal expression; `timex` is the TIMEX3 value, `when` the interval meant, null if unresolved or tied to no date."""

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    timex: str
    mod: str | None
    when: When | None
    anchor: Anchor
    resolved: bool
    rule: str
    readings: tuple[When, ...] = ()
    why: tuple[Reason, ...] = ()
