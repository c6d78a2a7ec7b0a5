"""How a status looks: one table for the terminal, tables, plots and pages. Shape, word and colour say it, never colour alone."""

from __future__ import annotations

from typing import NamedTuple, get_args

from onrecord.concepts.certainty import Label


class Mark(NamedTuple):
    """One family of labels: its sign, what stands before and after a value, its terminal style, its colours (light, dark)."""

    name: str
    sign: str
    before: str
    after: str
    style: str
    light: str
    dark: str


_DONE = Mark("done", "●", "", "", "", "inherit", "inherit")
_ANNOUNCED = Mark("announced", "○", "", "", "italic blue", "#0072B2", "#56B4E9")
_POSSIBLE = Mark("possible", "◇", "", "?", "cyan", "#0F6E9E", "#9AD0F5")
_ALLEGED = Mark("alleged", "◐", "", "", "yellow", "#B35C00", "#E69F00")
_DENIED = Mark("denied", "⊗", "not ", "", "red", "#A63603", "#FF8C61")
_UNKNOWN = Mark("unknown", "·", "", "", "dim", "#5F6368", "#9AA0A6")

FAMILIES = (_DONE, _ANNOUNCED, _POSSIBLE, _ALLEGED, _DENIED, _UNKNOWN)

_OF: dict[str, Mark] = {
    "done": _DONE,
    "ongoing": _DONE,
    "announced": _ANNOUNCED,
    "planned": _ANNOUNCED,
    "ordered": _ANNOUNCED,
    "possible": _POSSIBLE,
    "conditional": _POSSIBLE,
    "threatened": _POSSIBLE,
    "requested": _POSSIBLE,
    "alleged": _ALLEGED,
    "attempted": _ALLEGED,
    "denied": _DENIED,
    "negated": _DENIED,
    "unknown": _UNKNOWN,
}


def mark(label: str) -> Mark:
    """The mark of a label; one that is not in the table looks unknown."""
    return _OF.get(label, _UNKNOWN)


def labels() -> tuple[str, ...]:
    """All labels a record may hold."""
    return get_args(Label)
