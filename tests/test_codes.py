"""Numbers of countries in the years in which they hold."""

from __future__ import annotations

import pytest

from onrecord.codes import _names, _states, codes, country, numeric


@pytest.mark.parametrize(
    ("iso3", "year", "cow", "gw"),
    [
        ("IRQ", 2020, 645, 645),
        ("IRQ", 1931, None, None),  # before it was a state of the lists
        ("DEU", 1960, None, 260),  # COW has two Germanies under other numbers then
        ("DEU", None, 255, 260),
        ("YEM", 2015, 679, 678),
        ("SRB", 2010, 345, 340),
        ("TON", 2005, 955, 972),
        ("POL", 1942, None, 290),
        ("SUN", 1991, 365, 365),
        ("SUN", 1992, None, None),
        ("HKG", 2020, None, None),  # never a member
        (None, 2020, None, None),
    ],
)
def test_state_numbers(iso3: str | None, year: int | None, cow: int | None, gw: int | None) -> None:
    assert codes(iso3, year) == (cow, gw)


def test_names_and_numbers_of_iso() -> None:
    assert (country("IRQ"), numeric("IRQ")) == ("Iraq", 368)
    assert (country("XKX"), numeric("XKX")) == ("Kosovo", None)
    assert (country("ZZZ"), numeric(None)) == (None, None)


def test_every_state_has_a_name_and_no_number_stands_twice() -> None:
    assert set(_states()) <= set(_names())
    numbers = [number for number, _ in _names().values() if number is not None]
    assert len(set(numbers)) == len(numbers)
