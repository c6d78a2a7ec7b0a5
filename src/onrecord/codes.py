"""What other data sets call a country: Correlates of War and Gleditsch–Ward numbers with their years, UN number, English name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon

_FILE = Path(__file__).with_name("codes.txt")


class Codes(NamedTuple):
    """A country's numbers in a year; null where it was no member of the list."""

    cow: int | None
    gw: int | None


def codes(iso3: str | None, year: int | None = None) -> Codes:
    """COW and GW numbers of a country in a year; without one, those it has today or had last."""
    cow, cow_years, gw, gw_years = _states().get(iso3 or "", (None, "", None, ""))
    return Codes(cow if _holds(cow_years, year) else None, gw if _holds(gw_years, year) else None)


def country(iso3: str | None) -> str | None:
    """English name of a country."""
    return _names().get(iso3 or "", (None, None))[1]


def alpha2(iso3: str | None) -> str | None:
    """ISO 3166-1 alpha-2 code of a country in lower case."""
    return _alpha2().get(iso3 or "")


def numeric(iso3: str | None) -> int | None:
    """ISO 3166-1 number of a country."""
    return _names().get(iso3 or "", (None, None))[0]


@cache
def _states() -> dict[str, tuple[int | None, str, int | None, str]]:
    found = {}
    for iso3, cow, cow_years, gw, gw_years in lexicon.sections(_FILE)["states"]:
        found[iso3] = (_number(cow), cow_years, _number(gw), gw_years)
    return found


@cache
def _names() -> dict[str, tuple[int | None, str]]:
    return {iso3: (_number(number), name) for iso3, number, name in lexicon.sections(_FILE)["names"]}


@cache
def _alpha2() -> dict[str, str]:
    return {iso3: code.lower() for iso3, code in lexicon.sections(_FILE)["alpha2"]}


def _number(column: str) -> int | None:
    return None if column == "-" else int(column)


def _holds(years: str, year: int | None) -> bool:
    if year is None:
        return True
    for span in years.split(","):
        first, _, last = span.partition("-")
        if first and int(first) <= year <= (int(last) if last else year):
            return True
    return False


def iso3_of(words: str) -> str | None:
    """The ISO code of a country by its code or its English name, in capitals or not."""
    return _codes().get(words.strip().lower())


@cache
def _codes() -> dict[str, str]:
    known = known_countries()
    return {(country(code) or code).lower(): code for code in known} | {code.lower(): code for code in known}


def known_countries() -> tuple[str, ...]:
    """ISO codes of all countries with a name or a number."""
    return tuple(sorted({*_states(), *_names()}))
