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


@cache
def leaders() -> Leaders:
    """Read the lexicon."""
    full: dict[str, str] = {}
    states: dict[str, set[str]] = {}
    for state, rows in lexicon.sections(_FILE).items():
        for row in rows:
            for name in " ".join(row).lower().split(","):
                words = name.split()
                full[" ".join(words)] = state
                states.setdefault(words[-1], set()).add(state)
    return Leaders(full, {word: next(iter(found)) for word, found in states.items() if len(found) == 1})


def state_of(person: Entity, in_office: bool) -> str | None:
    """The state or body of a person by a name in full, or by the last name after an office."""
    table = leaders()
    for mark in person.marks:
        if mark.form != "name":
            continue
        found = table.full.get(mark.span.text.lower())
        if found is None and in_office and mark.parts:
            found = table.last.get(mark.parts[-1])
        if found:
            return found
    return None
