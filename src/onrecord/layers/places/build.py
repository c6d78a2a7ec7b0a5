"""Build the gazetteer: `python -m onrecord.layers.places.build` writes gazetteer.sqlite beside this file.

The same sources give the same bytes. A stamp of the sources is kept inside; nothing is done while it still fits.
"""

from __future__ import annotations

import hashlib
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from onrecord.concepts.place import PlaceKind
from onrecord.errors import ModelError
from onrecord.layers.places import sources, tables
from onrecord.layers.places.gazetteer import PATH, Form
from onrecord.layers.places.names import fold, plain, without_article, without_unit

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, iso3 TEXT, admin1 INTEGER, admin2 INTEGER,
  geonames_id INTEGER, lat REAL, lon REAL, population INTEGER NOT NULL, capital INTEGER NOT NULL,
  listed INTEGER NOT NULL) STRICT;
CREATE TABLE name (key TEXT NOT NULL, entity INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (key, entity, form))
  STRICT, WITHOUT ROWID;
CREATE TABLE scan (text TEXT NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (text, form)) STRICT, WITHOUT ROWID;
CREATE TABLE domain (ending TEXT PRIMARY KEY, iso3 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE neighbour (iso3 TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (iso3, other)) STRICT, WITHOUT ROWID;
"""
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
_SOLD = frozenset(["ai", "cc", "co", "fm", "gg", "im", "io", "ly", "me", "to", "tv", "ws"])
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
        if unit.kind == "admin1" or (unit.kind == "settlement" and unit.population >= LEAST_SCANNED):
            all_.scan.add((unit.name, int(Form.CANONICAL)))
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
        all_.scan.add((text.removeprefix("the "), int(max(form, Form.TABLE))))


def stamp() -> str:
    """What the file is made from: versions of the packages, our tables, the code that builds it."""
    here = Path(__file__).parent
    files = sorted(
        [*tables.LEXICON.glob("*.txt"), *(here / f"{n}.py" for n in ("build", "sources", "tables", "names"))]
    )
    digest = hashlib.sha256()
    for name in sources.PACKAGES:
        digest.update(f"{name} {version(name)}\n".encode())
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def write(path: Path, all_: Gathering, value: str) -> None:
    """Write the file in a fixed order, so that the same sources give the same bytes."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript(_SCHEMA)
    with base:
        base.execute("INSERT INTO stamp VALUES (?)", (value,))
        base.executemany(
            "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (_row(known, all_.listed) for known in all_.known)
        )
        base.executemany("INSERT INTO name VALUES (?,?,?)", sorted(all_.names))
        base.executemany("INSERT INTO scan VALUES (?,?)", sorted(all_.scan))
        base.executemany("INSERT OR IGNORE INTO domain VALUES (?,?)", sorted(_domains()))
        base.executemany("INSERT INTO neighbour VALUES (?,?)", sorted(_neighbours()))
    base.execute("VACUUM")
    base.close()


def _row(known: Known, listed: set[int]) -> tuple[object, ...]:
    u = known.unit
    name = (u.kind == "admin1" and tables.english().get((u.iso3, fold(u.name)))) or plain(u.name)
    return (
        known.id, name, u.kind, u.iso3 or None, known.admin1, known.admin2, u.geonames_id, u.lat, u.lon, u.population, int(u.capital),
        int(known.id in listed),
    )  # fmt: skip


def _domains() -> Iterable[tuple[str, str]]:
    """Endings of internet domains that say a country; those sold to anybody say nothing."""
    for iso3, row in sources.countries().items():
        ending = row["tld"].removeprefix(".")
        if ending and ending not in _SOLD:
            yield ending, iso3


def _neighbours() -> Iterable[tuple[str, str]]:
    facts = sources.countries()
    iso3_of = {row["iso"]: iso3 for iso3, row in facts.items()}
    for iso3, row in facts.items():
        for iso in row["neighbours"].split(","):
            if iso in iso3_of:
                yield iso3, iso3_of[iso]


def build(path: Path = PATH) -> bool:
    """Make the file if it is missing or its sources have changed; say whether it was made."""
    value = stamp()
    if path.exists():
        base = sqlite3.connect(path)
        try:
            if base.execute("SELECT value FROM stamp").fetchone() == (value,):
                return False
        except sqlite3.DatabaseError:
            pass  # no gazetteer, or one of an older kind: made anew
        finally:
            base.close()
    making = path.with_suffix(".making")
    write(making, gather(), value)
    making.replace(path)
    return True


if __name__ == "__main__":
    made = build(Path(sys.argv[1]) if len(sys.argv) > 1 else PATH)
    sys.stdout.write(f"gazetteer: {'made' if made else 'up to date'}\n")
