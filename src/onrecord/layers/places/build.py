"""Build the gazetteer: `python -m onrecord.layers.places.build` writes gazetteer.sqlite beside this file.

The same sources give the same bytes. A stamp of the sources is kept inside; nothing is done while it still fits.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from onrecord.layers.places import sources, tables
from onrecord.layers.places.gather import Gathering, Known, gather
from onrecord.layers.places.gazetteer import PATH
from onrecord.layers.places.names import fold, plain

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
"""
_SOLD = frozenset(["ai", "cc", "co", "fm", "gg", "im", "io", "ly", "me", "to", "tv", "ws"])


def stamp() -> str:
    """What the file is made from: versions of the packages, our tables, the code that builds it."""
    here = Path(__file__).parent
    files = sorted(
        [*tables.LEXICON.glob("*.txt"), *(here / f"{n}.py" for n in ("build", "gather", "sources", "tables", "names"))]
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


def is_current(path: Path = PATH) -> bool:
    """The file is there and made from the sources as they are now."""
    if not path.exists():
        return False
    base = sqlite3.connect(path)
    try:
        return bool(base.execute("SELECT value FROM stamp").fetchone() == (stamp(),))
    except sqlite3.DatabaseError:
        return False  # no gazetteer, or one of an older kind
    finally:
        base.close()


def build(path: Path = PATH) -> bool:
    """Make the file if it is missing or its sources have changed; say whether it was made."""
    if is_current(path):
        return False
    making = path.with_suffix(".making")
    write(making, gather(), stamp())
    making.replace(path)
    return True


if __name__ == "__main__":
    made = build(Path(sys.argv[1]) if len(sys.argv) > 1 else PATH)
    sys.stdout.write(f"gazetteer: {'made' if made else 'up to date'}\n")
