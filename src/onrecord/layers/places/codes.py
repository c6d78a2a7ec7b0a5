"""State-system codes of countries: Correlates of War and Gleditsch–Ward numbers in the years in which they hold."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord import lexicon
from onrecord.layers.places.tables import LEXICON, one


class Codes(NamedTuple):
    """A country's numbers in a year; null where it was no member of the list."""

    cow: int | None
    gw: int | None


def codes(iso3: str, year: int | None = None) -> Codes:
    """COW and GW numbers of a country in a year; without one, those it has today or had last."""
    cow, cow_years, gw, gw_years = _table().get(iso3, (None, "", None, ""))
    return Codes(cow if _holds(cow_years, year) else None, gw if _holds(gw_years, year) else None)


@cache
def _table() -> dict[str, tuple[int | None, str, int | None, str]]:
    found = {}
    for iso3, cow, cow_years, gw, gw_years in lexicon.rows(LEXICON / "codes.txt"):
        found[iso3] = (_number(cow), cow_years, _number(gw), gw_years)
    return found


def _number(column: str) -> int | None:
    value = one(column)
    return int(value) if value else None


def _holds(years: str, year: int | None) -> bool:
    if year is None:
        return True
    for span in years.split(","):
        first, _, last = span.partition("-")
        if first and int(first) <= year <= (int(last) if last else year):
            return True
    return False
