"""A judgement: what a person decided about a row of a ledger. Judgements are only added to; what holds follows from all of them."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

Verdict = Literal["accept", "reject", "correct", "same", "not same", "undo"]


class Judgement(Struct, frozen=True, kw_only=True):
    """One decision. `target` is the id of a figure, event or statement, `report` the id of its report.

    `fields` are those of a correction with their right values, `other` the second row of same and not same with its report, `undoes` the judgement that
    an undo takes back.
    """

    number: int
    verdict: Verdict
    report: str
    target: str
    fields: dict[str, Any] | None = None
    other: str | None = None
    other_report: str | None = None
    undoes: int | None = None
    who: str
    at: str
    why: str | None = None
