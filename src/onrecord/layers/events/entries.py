"""Entries: which word, in which surroundings, tells an event of which PLOVER type; read from the lexicon."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.concepts.event import TYPES
from onrecord.errors import OptionError
from onrecord.lexicon import sections

FOLDER = Path(__file__).parent / "lexicon"
_USUAL = {"verbs": "subj>obj", "adjectives": "subj>of", "nouns": "by|poss|light|mod>on|against|of|at|vprep"}


class Test(NamedTuple):
    """One test of a row: a slot that is filled (by one of `words`, if given), or, if `turned`, is not."""

    slot: str
    words: frozenset[str]
    turned: bool


class Entry(NamedTuple):
    """One row: its tests, the type (None: a near miss), the mode, and the slots of actors and recipients in order of preference."""

    tests: tuple[Test, ...]
    type: str | None
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    rule: str
    cast: bool = True  # are roles told: always of a type, of none only where the row names them


@cache
def classes() -> dict[str, frozenset[str]]:
    """Classes of nouns by name, with the words that stand for names added (see `sort` in slots.py)."""
    found = {
        name: frozenset(word for row in rows for cell in row for word in cell.split())
        for name, rows in sections(FOLDER / "classes.txt").items()
    }
    for name in ("person", "place", "body"):
        found[name] |= {f"@{name}"}
    found["force"] |= {"@force"}
    return found


@cache
def entries(file: str) -> dict[str, tuple[Entry, ...]]:
    """Rows of a lexicon file by word. Raises OptionError for a type that PLOVER has not."""
    found: dict[str, list[Entry]] = {}
    for rows in sections(FOLDER / f"{file}.txt").values():
        for words, when, kind, *roles in rows:
            entry = _entry(when, kind, roles[0] if roles else _USUAL[file])._replace(cast=kind != "-" or bool(roles))
            for word in words.split(", "):
                found.setdefault(word, []).append(entry)
    return {word: tuple(several) for word, several in found.items()}


def _entry(when: str, kind: str, roles: str) -> Entry:
    name, _, mode = kind.partition("/")
    if name != "-" and name not in TYPES:
        raise OptionError(f"{name!r} is no PLOVER type")
    mutual = "+" in roles
    actors, recipients = roles.replace("+", ">").split(">")
    tests = _tests(when)
    return Entry(
        tests, None if name == "-" else name, mode or None, tuple(actors.split("|")), tuple(recipients.split("|")), mutual,
        f"{kind} if {when}" if tests else kind,
    )  # fmt: skip


def _tests(when: str) -> tuple[Test, ...]:
    if when == "*":
        return ()
    # "comp|obj=@text": either of two tests, kept as one with both slots
    return tuple(_test(part) for part in when.split())


def _test(part: str) -> Test:
    slot, equals, names = part.partition("=")
    turned = slot.startswith("-") or slot.endswith("!")
    words: set[str] = set()
    for name in names.split("|") if equals else ():
        words |= classes()[name[1:]] if name.startswith("@") else {name}
    return Test(slot.strip("-!"), frozenset(words), turned)
