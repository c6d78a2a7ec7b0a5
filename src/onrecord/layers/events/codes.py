"""Codes: CAMEO and quad class of an event's type and mode."""

from __future__ import annotations

from functools import cache

from onrecord.layers.events.entries import FOLDER
from onrecord.lexicon import sections


@cache
def _codes(section: str) -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in sections(FOLDER / "codes.txt")[section]}


@cache
def _quads() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in sections(FOLDER / "codes.txt")["quad"]}


def cameo(kind: str | None, mode: str | None, status: str) -> str | None:
    """The CAMEO code of a type and mode, where the table gives just one; a thing only announced or planned has its own."""
    if kind is None:
        return None
    key = (kind, mode or "-")
    if status in ("announced", "planned"):
        return _codes("intent").get(key) or _codes("cameo").get((kind, "-"))
    return _codes("cameo").get(key)


def quad(kind: str | None) -> int | None:
    """Quad class: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    return _quads().get(kind) if kind is not None else None
