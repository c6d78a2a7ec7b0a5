"""A data set to compare with: a CSV file's rows as cells, its columns found by their names or as the user says."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from onrecord.codes import codes, country, known_countries
from onrecord.errors import InputError, OptionError
from onrecord.reconcile.compare import Cell
from onrecord.reconcile.periods import period_of

# Names under which data sets keep a thing, the first that is there is taken.
NAMES = {
    "place": (
        "place_iso3",
        "iso3",
        "iso3c",
        "host_iso3",
        "country",
        "host",
        "place",
        "ccode",
        "cow",
        "cowcode",
        "gwno",
        "gw",
    ),
    "value": ("value", "best", "troops", "count", "number", "total", "n"),
    "period": ("period",),
    "date": ("date", "as_of", "day"),
    "year": ("year",),
    "quarter": ("quarter", "qtr"),
    "month": ("month",),
}
_EMPTY = {"", "na", "n/a", "nan", "null", "none", "-", "."}


def cells(path: Path, by: str, mapping: Mapping[str, str], place: str | None) -> list[Cell]:
    """The cells of a CSV file; `mapping` gives columns, `place` the country of a file without one.

    Raises InputError for a file that cannot be read, OptionError when a column is not there or cannot be told.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            columns = _columns(list(rows.fieldnames or ()), mapping, path)
            if "place" not in columns and not place:
                raise OptionError(f"{path}: no column tells the country; name it (--map place=COLUMN) or give --in IRQ")
            return list(_cells(rows, columns, by, place, path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise InputError(f"{path} cannot be read as CSV: {why or error}") from error


def _columns(there: list[str], mapping: Mapping[str, str], path: Path) -> dict[str, str]:
    """Which column holds what."""
    lower = {name.strip().lower(): name for name in there}
    found = {}
    for thing, names in NAMES.items():
        if thing in mapping:
            if mapping[thing] not in there:
                raise OptionError(f"{path} has no column {mapping[thing]!r}; it has {', '.join(there)}")
            found[thing] = mapping[thing]
        elif name := next((lower[name] for name in names if name in lower), None):
            found[thing] = name
    unknown = set(mapping) - set(NAMES)
    if unknown:
        raise OptionError(f"--map knows {', '.join(NAMES)}, not {', '.join(sorted(unknown))}")
    missing = [] if "value" in found else ["value"]
    missing += [] if {"period", "date", "year"} & set(found) else ["period (or date, or year with quarter or month)"]
    if missing:
        raise OptionError(
            f"{path}: which column is the {' and the '.join(missing)}? It has {', '.join(there)}; say so: --map value=COLUMN"
        )
    return found


def _cells(
    rows: csv.DictReader[str], columns: Mapping[str, str], by: str, place: str | None, path: Path
) -> Iterator[Cell]:
    for row in rows:
        line = rows.line_num
        given = {thing: (row.get(name) or "").strip() for thing, name in columns.items()}
        try:
            yield Cell(line, iso3(given.get("place") or place or ""), _period(given, by), _value(given["value"]))
        except ValueError as error:
            raise InputError(f"{path}, line {line}: {error}") from error


def _value(text: str) -> float | None:
    return None if text.lower() in _EMPTY else float(text.replace(",", ""))


def iso3(name: str) -> str:
    """The ISO code of a country by code, name, or COW or Gleditsch–Ward number; what is none of them stays."""
    if name.isdigit():
        number = int(name)
        return next((code for code in known_countries() if number in codes(code)), name)
    if len(name) == 3:
        return name.upper()
    return next((code for code in known_countries() if (country(code) or "").lower() == name.lower()), name)


def _period(given: Mapping[str, str], by: str) -> str:
    """The name of a row's period. Raises ValueError if it tells none."""
    if text := given.get("period"):
        return text.upper().replace(" ", "-").replace("-Q", "Q").replace("Q", "-Q")
    if text := given.get("date"):
        return period_of(text if len(text) >= 10 else f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01", by).name
    year = int(given["year"])
    if quarter := given.get("quarter"):
        return f"{year:04}-Q{int(quarter.upper().lstrip('Q'))}"
    if month := given.get("month"):
        return period_of(date(year, int(month), 1).isoformat(), by).name
    return f"{year:04}"
