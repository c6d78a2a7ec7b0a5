"""Our own tables of places: the lexicon files as entities with the names that stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.place import PlaceKind

LEXICON = Path(__file__).parent / "lexicon"


class Entity(NamedTuple):
    """One place on the Earth (or body), as far as the tables know it."""

    name: str
    kind: PlaceKind
    iso3: str | None


class Named(NamedTuple):
    """A name for an entity; `demonym` says that it names its people or stands as its adjective."""

    text: str
    entity: Entity
    demonym: bool


def parts(column: str) -> list[str]:
    """The entries of a column parted by `|`; none for "-"."""
    return [] if column == "-" else column.split("|")


def countries() -> Iterator[Named]:
    """Countries and territories under all their names and demonyms."""
    for iso3, name, others, demonyms in lexicon.rows(LEXICON / "countries.txt"):
        entity = Entity(name, "country", iso3)
        yield from (Named(text, entity, False) for text in (name, *parts(others)))
        yield from (Named(text, entity, True) for text in parts(demonyms))


@cache
def names() -> dict[str, tuple[Named, ...]]:
    """All names by their first run of letters and digits, the longest first."""
    found: dict[str, list[Named]] = {}
    for named in countries():
        found.setdefault(first_run(named.text), []).append(named)
    return {key: tuple(sorted(group, key=lambda n: (-len(n.text), n.text))) for key, group in sorted(found.items())}


def first_run(text: str) -> str:
    """The letters and digits a text begins with."""
    if text.isalnum():
        return text
    end = next((i for i, char in enumerate(text) if not char.isalnum()), len(text))
    return text[:end]
