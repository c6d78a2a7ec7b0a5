"""Places of whole sentences, through the real parse."""

from __future__ import annotations

import pytest

from onrecord.concepts.page import Page
from onrecord.concepts.place import Place
from onrecord.intake.text import report_of
from onrecord.layers.parsing import Parsing
from onrecord.layers.places import Places

parsing, places = Parsing(), Places()


def read(text: str, **known: str) -> tuple[Place, ...]:
    return places(parsing(Page(report_of(text, **known)))).places


COUNTRIES = [
    # name, adjective, abbreviation
    ("Iraqi troops left Iraq.", [("Iraqi", "IRQ", "demonym"), ("Iraq", "IRQ", "literal")]),
    (
        "U.S. forces in Niger met Chadian officers.",
        [("U.S.", "USA", None), ("Niger", "NER", "literal"), ("Chadian", "TCD", "demonym")],
    ),
    # the longest name wins
    ("He flew to the Democratic Republic of the Congo.", [("Democratic Republic of the Congo", "COD", "literal")]),
    ("South Korea and North Korea spoke.", [("South Korea", "KOR", None), ("North Korea", "PRK", None)]),
    # a person is no country
    ("Michael Jordan met Chad Smith.", []),
    # a word that only begins like one
    ("The Omanian stamp and an Iranology course.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = read(text)
    assert [(p.text, p.iso3) for p in found] == [row[:2] for row in expected]
    assert [p.use for p, row in zip(found, expected, strict=True) if row[2]] == [row[2] for row in expected if row[2]]
    assert all(p.lat is None and p.where_prec == 6 for p in found)
