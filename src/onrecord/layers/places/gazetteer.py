"""The gazetteer at run time: names to entities, read from the file that build.py makes."""

from __future__ import annotations

import sqlite3
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.concepts.place import PlaceKind
from onrecord.errors import ModelError

PATH = Path(__file__).parent / "gazetteer.sqlite"
_MOST = 60  # entities of one name that are looked at, the most populous
_NAMED = (
    "SELECT e.id, e.name, e.kind, e.iso3, e.admin1, e.admin2, e.geonames_id, e.lat, e.lon, e.population, e.capital, e.listed, min(n.form) "
    "FROM name n JOIN entity e ON e.id = n.entity WHERE n.key = ? GROUP BY e.id ORDER BY e.population DESC, e.id LIMIT ?"
)


class Form(IntEnum):
    """How a name stands for an entity."""

    CANONICAL = 0  # the name the source gives it
    OTHER = 1  # another name in the source, or one derived from its names
    TABLE = 2  # another name in our tables
    DEMONYM = 3  # its adjective or people
    SHORT = 4  # an abbreviation that counts only behind another name


class Entity(NamedTuple):
    """A place on the Earth, or a body; `admin1` and `admin2` are ids of entities."""

    id: int
    name: str
    kind: PlaceKind
    iso3: str | None
    admin1: int | None
    admin2: int | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    population: int
    capital: bool
    listed: bool  # in our table of places that news of conflicts names
    form: Form


@cache
def _base() -> sqlite3.Connection:
    if not PATH.exists():
        raise ModelError("the gazetteer is missing; make it with `make` or `python -m onrecord.layers.places.build`")
    base = sqlite3.connect(f"file:{PATH}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        base.execute("PRAGMA mmap_size = 134217728")
        base.execute(_NAMED, ("", 0)).fetchone()
    except sqlite3.Error as error:
        raise ModelError(
            f"the gazetteer was made by another version or is damaged ({error}); make it anew with `make`"
        ) from error
    return base


@lru_cache(maxsize=50_000)
def named(key: str) -> tuple[Entity, ...]:
    """Entities that a folded name stands for, the most populous first. Raises ModelError if there is no gazetteer."""
    return tuple(_entity(row) for row in _base().execute(_NAMED, (key, _MOST)))


def _entity(row: Any) -> Entity:
    return Entity._make((*row[:10], bool(row[10]), bool(row[11]), Form(row[12])))


@lru_cache(maxsize=5_000)
def name_of(entity: int) -> str:
    """The name of an entity by its number."""
    row = _base().execute("SELECT name FROM entity WHERE id = ?", (entity,)).fetchone()
    return str(row[0])


@lru_cache(maxsize=1_000)
def country_of_domain(ending: str) -> str | None:
    """ISO3 of the country whose internet domain has this ending."""
    row = _base().execute("SELECT iso3 FROM domain WHERE ending = ?", (ending,)).fetchone()
    return str(row[0]) if row else None


@cache
def scanned() -> dict[str, tuple[tuple[str, Form], ...]]:
    """Names to look for in every text, by the letters and digits they begin with, the longest first."""
    found: dict[str, list[tuple[str, Form]]] = {}
    for text, form in _base().execute(
        f"SELECT text, form FROM scan ORDER BY length(text) DESC, text, form != {Form.DEMONYM:d}, form"
    ):
        found.setdefault(first_run(text), []).append((text, Form(form)))
    return {key: tuple(group) for key, group in found.items()}


def first_run(text: str) -> str:
    """The letters and digits a text begins with."""
    if text.isalnum():
        return text
    return text[: next((i for i, char in enumerate(text) if not char.isalnum()), len(text))]
