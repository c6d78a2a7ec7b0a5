"""Leaders whom reports name without their state: a lexicon of heads of state and government."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.layers.actors.marks import Entity

_FILE = Path(__file__).parent / "lexicon" / "leaders.txt"


class Leaders(NamedTuple):
    """States (or "IGO") by full name and by the last word that only one state's leaders bear, lower-case."""

    full: dict[str, str]
    last: dict[str, str]
    alone: frozenset[str]


@cache
def leaders() -> Leaders:
    """Read the lexicon."""
    full: dict[str, str] = {}
    states: dict[str, set[str]] = {}
    sections = lexicon.sections(_FILE)
    alone = frozenset(name.strip() for row in sections.pop("alone") for name in " ".join(row).lower().split(","))
    for state, rows in sections.items():
        for row in rows:
            for name in " ".join(row).lower().split(","):
                words = name.split()
                full[" ".join(words)] = state
                states.setdefault(words[-1], set()).add(state)
    return Leaders(full, {word: next(iter(found)) for word, found in states.items() if len(found) == 1}, alone)


def state_of(person: Entity, in_office: bool) -> str | None:
    """The state or body of a person by a name in full, or by the last name after an office or that all know."""
    table = leaders()
    single = all(len(mark.parts) == 1 for mark in person.marks if mark.form == "name")
    for mark in person.marks:
        if mark.form != "name":
            continue
        found = table.full.get(mark.span.text.lower())
        known = in_office or (single and mark.parts[-1:] and mark.parts[-1] in table.alone)
        if found is None and known and mark.parts:
            found = table.last.get(mark.parts[-1])
        if found:
            return found
    return None


def state_of_cabinet(body: Entity) -> str | None:
    """The state of an administration called by its head: "the Trump administration"."""
    table = leaders()
    for mark in body.marks:
        words = mark.span.text.lower().split()
        if words[-1] in ("administration", "government", "cabinet") and len(words) > 1:
            return table.last.get(words[-2].removesuffix("’s").removesuffix("'s"))
    return None
