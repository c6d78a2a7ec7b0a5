"""A figure: a reported number that matters, as the row a researcher would type into a spreadsheet."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.certainty import Commitment, Label, Polarity, Status
from onrecord.concepts.quantity import Bound
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.when import When

Role = Literal["level", "target", "change", "total", "toll", "flow", "part", "rate"]


class Figure(Struct, frozen=True, rename={"sources": "from"}):
    """One reported number; `role` null means that the text does not say plainly what the number is.

    A change is signed in `low`, `best` and `high`. `derived` is true only for arithmetic on reported figures, named in `sources`
    (written as `from` in JSON).
    """

    id: str
    measure: str
    scope: tuple[str, ...]
    role: Role | None
    low: int | float | None
    best: int | float | None
    high: int | float | None
    approx: bool
    bound: Bound | None
    vague: str | None
    value_text: str
    unit: str
    subject: str | None
    subject_iso3: str | None
    place: str | None
    place_iso3: str | None
    as_of: When | None
    status: Status
    polarity: Polarity
    commitment: tuple[Commitment, ...]
    label: Label
    label_cue: Span | None
    statement: str | None
    speaker: str | None
    relay: tuple[str, ...]
    event: str | None
    pair: str | None
    part_of: str | None
    same_as: str | None
    derived: bool
    sources: tuple[str, ...]
    evidence: Span
    span: Span | None
    rule: str
    why: tuple[Reason, ...] = ()
