"""Our own tables of places: the lexicon files as rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.place import PlaceKind
from onrecord.layers.places.names import fold

LEXICON = Path(__file__).parent / "lexicon"


class Row(NamedTuple):
    """One entry of a table: a place, its other names, its adjectives and people, and where it lies if the table says so."""

    name: str
    kind: PlaceKind
    iso3: str | None
    others: list[str]
    demonyms: list[str]
    point: tuple[float, float] | None = None
    admin1: str | None = None
    short: bool = False  # the other names count only behind another name


def parts(column: str) -> list[str]:
    """The entries of a column parted by `|`; none for "-"."""
    return [] if column == "-" else column.split("|")


def one(column: str) -> str | None:
    """A column's value; None for "-"."""
    return None if column == "-" else column


def point(column: str) -> tuple[float, float] | None:
    """Latitude and longitude of a column."""
    if column == "-":
        return None
    lat, lon = column.split(",")
    return float(lat), float(lon)


def countries() -> Iterator[Row]:
    """Countries, territories and states that are no more."""
    for iso3, name, others, demonyms in lexicon.rows(LEXICON / "countries.txt"):
        yield Row(name, "country", iso3, parts(others), parts(demonyms))


def regions() -> Iterator[Row]:
    """Regions, natural features and bodies; buildings that stand for those who sit there are bodies too."""
    kind: PlaceKind
    for kind in ("region", "natural", "body"):
        for name, others, demonyms, iso3, where in lexicon.sections(LEXICON / "regions.txt")[kind]:
            yield Row(name, kind, one(iso3), parts(others), parts(demonyms), point(where))


def metonyms() -> Iterator[Row]:
    """Buildings and seats that stand for those who sit there."""
    for name, iso3, _ in lexicon.rows(LEXICON / "metonyms.txt"):
        yield Row(name, "body", one(iso3), [], [])


def sites() -> Iterator[Row]:
    """Bases, camps, crossings, towns that general gazetteers lack or spell otherwise."""
    kind: PlaceKind
    for kind in ("facility", "natural", "settlement"):
        for name, others, iso3, admin1, where in lexicon.sections(LEXICON / "sites.txt")[kind]:
            yield Row(name, kind, one(iso3), parts(others), [], point(where), one(admin1))


@cache
def english() -> dict[tuple[str, str], str]:
    """English names of first-order units by (ISO3, folded name of the source)."""
    return {(iso3, fold(native)): name for iso3, native, name in lexicon.rows(LEXICON / "english.txt")}


def aliases() -> Iterator[Row]:
    """More names and the adjectives of places that the gazetteer has."""
    for section in ("names", "abbreviations"):
        for name, kind, iso3, others, demonyms in lexicon.sections(LEXICON / "aliases.txt")[section]:
            yield Row(name, kind, iso3, parts(others), parts(demonyms), short=section == "abbreviations")  # type: ignore[arg-type]
