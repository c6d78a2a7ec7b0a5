"""Which column of a data set holds what: by its name, by its numbers, or as the user says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.codes import country, known_countries
from onrecord.errors import OptionError
from onrecord.ledger.dates import Dated, dated

# Names under which data sets keep a thing, in lower case, with _ for every other mark; the first that is there is taken.
NAMES: Mapping[str, tuple[str, ...]] = {
    "place": (
        "place_iso3", "iso3", "iso3c", "iso_a3", "iso_code", "host_iso3", "host_iso3c", "country_iso3", "country_code", "ccode", "host_ccode", "cow",
        "cowcode", "cow_code", "ccode1", "gwno", "gw", "gwcode", "gwno_a", "country", "countryname", "country_name", "host", "host_country",
        "statenme", "statename", "location", "place", "where",
    ),
    "value": ("value", "best", "count", "number", "total", "estimate", "n"),
    "period": ("period", "yearquarter", "year_quarter", "yq", "yearmonth", "year_month", "ym", "time"),
    "date": ("date", "as_of", "asof", "day", "observation_date"),
    "year": ("year", "yr", "calendar_year"),
    "quarter": ("quarter", "qtr", "q"),
    "month": ("month", "mon"),
}  # fmt: skip
THINGS = tuple(NAMES)
ASK = {"place": "the country", "value": "the value", "period": "the time (period, date, or year with quarter or month)"}
_ROUND_VALUE = (
    "{}",
    "{}_total",
    "total_{}",
    "{}_all",
    "all_{}",
    "n_{}",
    "num_{}",
    "us_{}",
    "{}_best",
    "{}_n",
    "{}_count",
)
# A column for each period: 2018, X2018 (as R writes it), troops_2018q1, 2018-Q1, 2018-03, 2018m3.
_PERIOD = re.compile(r"(?:[a-z][a-z_]*?_?)??((?:1[89]|20)\d\d)(?:_?(?:q([1-4])|m?(\d{1,2})))?")
_QUARTER = re.compile(r"(?:(\d{4})[-_ .]?Q([1-4])|Q([1-4])[-_ /.]?(\d{4}))", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})[-_ .m](\d{1,2})", re.IGNORECASE)
_NUMBER = re.compile(r"[-+~]?\d[\d,._ ]*")


class Unmapped(OptionError):
    """A column that must be there cannot be told: `things` are the ones to ask for, `there` the columns of the file."""

    def __init__(self, where: str, things: Sequence[str], there: Sequence[str]) -> None:
        self.things, self.there = tuple(things), tuple(there)
        asked = ", and which ".join(ASK[thing] for thing in things)
        hint = " ".join(f"--map {thing}=COLUMN" for thing in things)
        also = ", or --in IRQ" if "place" in things else ""
        super().__init__(f"{where}: which column holds {asked}? It has {', '.join(there)}; say so: {hint}{also}")


class Layout(NamedTuple):
    """Columns by what they hold; `periods` are columns that are periods, `places` columns that are countries, of a wide file."""

    columns: Mapping[str, str]
    periods: Mapping[str, Dated]
    places: Mapping[str, str]


def layout(
    where: str,
    there: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    mapping: Mapping[str, str],
    *,
    measure: str,
    has_place: bool,
) -> Layout:
    """How a file is laid out. Raises Unmapped when that cannot be told, OptionError for a column that is not there."""
    found = _named(where, there, mapping)
    timed = bool({"period", "date", "year"} & set(found))
    periods = {} if timed or "value" in mapping else _periods(there, set(found.values()))
    places = (
        _places(there, set(found.values()))
        if timed and "place" not in found and not has_place and "value" not in mapping
        else {}
    )
    if "value" not in found and not periods and not places:
        value = _value(there, rows, set(found.values()), measure)
        found |= {"value": value} if value else {}
    missing = [
        thing
        for thing, is_there in (
            ("place", "place" in found or has_place or bool(places)),
            ("value", "value" in found or bool(periods) or bool(places)),
            ("period", timed or bool(periods)),
        )
        if not is_there
    ]
    if missing:
        raise Unmapped(where, missing, there)
    return Layout(found, periods, places)


def _named(where: str, there: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Columns that the user names, and those that have a name that data sets use; a value's name is looked for later."""
    unknown = set(mapping) - set(THINGS)
    if unknown:
        raise OptionError(f"--map knows {', '.join(THINGS)}, not {', '.join(sorted(unknown))}")
    for thing, column in mapping.items():
        if column not in there:
            raise OptionError(f"{where} has no column {column!r} for {thing}; it has {', '.join(there)}")
    plain = {_plain(name): name for name in reversed(there)}
    found = {
        thing: plain[name]
        for thing, names in NAMES.items()
        if thing != "value" and thing not in mapping and (name := next((name for name in names if name in plain), None))
    }
    taken = set(mapping.values())
    return {thing: name for thing, name in found.items() if name not in taken} | dict(mapping)


def _plain(name: str) -> str:
    return re.sub(r"\W+|_+", "_", name.strip().lower()).strip("_")


def _value(there: Sequence[str], rows: Sequence[Mapping[str, str]], taken: set[str], measure: str) -> str | None:
    """The column of the values: named after the measure, or by a general name, or the only other one that holds numbers."""
    free = [name for name in there if name not in taken]
    names = [form.format(_plain(measure)) for form in _ROUND_VALUE]
    for wanted in (*names, *NAMES["value"]):
        if found := next((name for name in free if _plain(name) == wanted), None):
            return found
    for some in (
        [name for name in free if measure in _plain(name).split("_")],
        [name for name in free if _is_numeric(name, rows)],
    ):
        if some:
            return some[0] if len(some) == 1 else None
    return None


def _is_numeric(name: str, rows: Sequence[Mapping[str, str]]) -> bool:
    cells = [
        cell for row in rows[:500] if (cell := (row.get(name) or "").strip()) and cell.lower() not in ("na", "nan")
    ]
    return bool(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)


def _periods(there: Sequence[str], taken: set[str]) -> dict[str, Dated]:
    """Columns whose names are periods, if there are two at least, all of one length."""
    found = {name: parts for name in there if name not in taken and (parts := _PERIOD.fullmatch(_plain(name)))}
    # Single digits behind a year are months if one of them is beyond the fourth quarter.
    months = any(int(parts[3]) > 4 or parts[3].startswith("0") for parts in found.values() if parts[3])
    dates = {}
    for name, (year, quarter, number) in ((name, parts.groups()) for name, parts in found.items()):
        if number and not 1 <= int(number) <= 12:
            continue
        part = f"-Q{quarter}" if quarter else (f"-{int(number):02}" if months else f"-Q{number}") if number else ""
        dates[name] = dated(f"{year}{part}")
    kinds = {time.precision for time in dates.values()}
    return dates if len(dates) > 1 and len(kinds) == 1 else {}


def _places(there: Sequence[str], taken: set[str]) -> dict[str, str]:
    """Columns whose names are countries."""
    return {name: code for name in there if name not in taken and (code := iso3(name))}


def iso3(name: str, *, numbers: Mapping[int, str] | None = None) -> str | None:
    """The ISO code of a country by its code, its English name, or its number in some list; None for what is none of them."""
    words = name.strip()
    if numbers and re.fullmatch(r"\d+(?:\.0+)?", words):
        return numbers.get(int(float(words)))
    return _countries().get(_plain(words))


@cache
def _countries() -> Mapping[str, str]:
    """Codes of countries by code and by English name."""
    known = known_countries()
    return {_plain(country(code) or code): code for code in known} | {code.lower(): code for code in known}


def time(text: str) -> Dated:
    """When a cell is of: 2020, 2020-Q3, Q3 2020, 2020-09, 2020-09-10. Raises OptionError."""
    words = text.strip()
    if found := _QUARTER.fullmatch(words):
        return dated(f"{found[1] or found[4]}-Q{found[2] or found[3]}")
    if found := _MONTH.fullmatch(words):
        return dated(f"{found[1]}-{int(found[2]):02}")
    return dated(words.partition("T")[0].partition(" ")[0])


def names(found: Iterable[str], most: int = 6) -> str:
    """Some names, the rest counted."""
    every = list(found)
    return ", ".join(every[:most]) + (f" and {len(every) - most:,} more" if len(every) > most else "")
