"""Entities and names for the gazetteer, gathered from the packages and our own tables, which refer to them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import NamedTuple

from onrecord.concepts.place import PlaceKind
from onrecord.errors import ModelError
from onrecord.layers.places import sources, tables
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.names import fold, plain, without_article, without_unit

_ARABIC = frozenset(
    [
        "DZA",
        "BHR",
        "EGY",
        "IRQ",
        "JOR",
        "KWT",
        "LBN",
        "LBY",
        "MRT",
        "MAR",
        "OMN",
        "PSE",
        "QAT",
        "SAU",
        "SDN",
        "SYR",
        "TUN",
        "ARE",
        "YEM",
        "ESH",
        "IRN",
        "ISR",
    ]
)
_SAME_KM = 30.0  # a site this near to a town of the same name in the same country is that town
LEAST_SCANNED = 100_000  # cities with fewer people are found by the names of the parse alone


class Known(NamedTuple):
    """An entity as it will stand in the file, with the number it has there."""

    id: int
    unit: sources.Unit
    admin1: int | None
    admin2: int | None


class Gathering:
    """Entities and names while the file is being made."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self.names: set[tuple[str, int, int]] = set()
        self.scan: set[tuple[str, int]] = set()
        self.listed: set[int] = set()  # places of sites.txt, better known than their size says
        self.by_key: dict[tuple[str, str], list[Known]] = defaultdict(list)  # (key, iso3)
        self._ids: dict[str, int] = {}

    def add(self, unit: sources.Unit) -> Known:
        """Take in an entity under its own names."""
        number = len(self.known) + 1
        known = Known(number, unit, self._ids.get(unit.admin1 or ""), self._ids.get(unit.admin2 or ""))
        self._ids[unit.key] = number
        self.known.append(known)
        self.call(known, unit.name, Form.CANONICAL)
        for other in unit.others:
            self.call(known, other, Form.OTHER)
        return known

    def call(self, known: Known, text: str, form: Form) -> None:
        """Let a name stand for an entity, with the shorter keys that follow from it."""
        key = fold(text)
        if not key:
            return
        self._key(known, key, form)
        if form > Form.OTHER:
            return
        short = without_unit(key)
        if short != key and len(short) > 2 and known.unit.kind in ("admin1", "admin2"):
            self._key(known, short, form if known.unit.kind == "admin1" else Form.OTHER)
        bare = without_article(short)
        if bare != short and known.unit.iso3 in _ARABIC:
            self._key(known, bare, Form.OTHER)

    def _key(self, known: Known, key: str, form: Form) -> None:
        self.names.add((key, known.id, int(form)))
        if known not in self.by_key[key, known.unit.iso3]:
            self.by_key[key, known.unit.iso3].append(known)

    def rename(self, known: Known, name: str) -> None:
        """Show a place under the name of our tables: the sources have many under official names in the local language."""
        now = self.known[known.id - 1]
        self.known[known.id - 1] = now._replace(unit=now.unit._replace(name=name))

    def find(self, row: tables.Row) -> Known | None:
        """The entity of the gazetteer that a row of our tables means: same name, kind and country, the largest."""
        found = [k for k in self.by_key.get((fold(row.name), row.iso3 or ""), ()) if k.unit.kind == row.kind]
        near = [k for k in found if row.point is None or _km(k.unit, row.point) < _SAME_KM]
        return max(near, key=lambda k: (k.unit.population, -k.id), default=None)


def _km(unit: sources.Unit, point: tuple[float, float]) -> float:
    if unit.lat is None or unit.lon is None:
        return math.inf
    width = math.cos(math.radians(point[0]))
    return 111.2 * math.hypot(unit.lat - point[0], (unit.lon - point[1]) * width)


def gather() -> Gathering:
    """Read all sources: packages first, then our tables, which refer to them."""
    all_ = Gathering()
    _add_countries(all_)
    for unit in sources.units():
        known = all_.add(unit)
        english = tables.english().get((unit.iso3, fold(unit.name))) if unit.kind == "admin1" else None
        if english is not None:
            all_.call(known, english, Form.OTHER)
            if not english.endswith("region"):  # the word is no part of a mention
                all_.scan.add((english, int(Form.CANONICAL)))
        if unit.kind == "admin1" or (unit.kind == "settlement" and unit.population >= LEAST_SCANNED):
            all_.scan.update((name, int(Form.CANONICAL)) for name in {unit.name, plain(unit.name)})
    for row in (*tables.regions(), *tables.sites()):
        same = _same_place(all_, row) if row.iso3 else None
        known = same or all_.add(_unit(row)._replace(admin1=_above(all_, row)))
        _call(all_, known, row)
        all_.rename(known, row.name)
        if row.kind in ("facility", "settlement"):
            all_.listed.add(known.id)
    for row in tables.metonyms():
        _call(all_, all_.add(_unit(row)), row)
    for row in tables.aliases():
        found = all_.find(row)
        if found is None:
            raise ModelError(f"aliases.txt: the sources know no {row.kind} named {row.name} in {row.iso3}")
        if not row.short:
            all_.rename(found, _english(row))
        _call(all_, found, row)
    return all_


def _english(row: tables.Row) -> str:
    """The name to show for a row of aliases.txt: Russian units go there by their official names."""
    official = "," in row.name or row.name.endswith(("oblast'", "kray", "Respublika", "okrug"))
    return row.others[0] if official else row.name


def _add_countries(all_: Gathering) -> None:
    facts = sources.countries()
    for row in tables.countries():
        fact = facts.get(row.iso3 or "", {})
        known = all_.add(
            _unit(row)._replace(geonames_id=fact.get("geonameid"), population=int(fact.get("population") or 0))
        )
        _call(all_, known, row)


def _same_place(all_: Gathering, row: tables.Row) -> Known | None:
    """The town or admin-1 unit that a site or region of our tables is under another spelling."""
    kinds: tuple[PlaceKind, ...] = ("admin1",) if row.kind == "region" else ("settlement",)
    if row.kind not in ("region", "settlement"):
        return None
    for name in (row.name, *row.others):
        for kind in kinds:
            found = all_.find(row._replace(name=name, kind=kind, point=None if kind == "admin1" else row.point))
            if found:
                return found
    return None


def _above(all_: Gathering, row: tables.Row) -> str | None:
    """The key of the admin-1 unit that a row names."""
    if row.admin1 is None:
        return None
    found = all_.find(row._replace(name=row.admin1, kind="admin1", point=None))
    return found.unit.key if found else None


def _unit(row: tables.Row) -> sources.Unit:
    lat, lon = row.point or (None, None)
    return sources.Unit(f"t{row.name}{row.kind}", row.name, row.kind, row.iso3 or "", None, None, None, lat, lon, 0, ())


def _call(all_: Gathering, known: Known, row: tables.Row) -> None:
    texts = [] if row.short else [(row.name, Form.CANONICAL)]
    texts += [(text, Form.SHORT if row.short else Form.TABLE) for text in row.others]
    texts += [(text, Form.DEMONYM) for text in row.demonyms]
    for text, form in texts:
        all_.call(known, text, form)
        all_.scan.add((text.removeprefix("the ").removeprefix("The "), int(max(form, Form.TABLE))))
