"""Names that the gazetteer lacks, or has only elsewhere, lie where the text says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.text import report_of
from onrecord.layers.places.housed import inside_of
from onrecord.reader import read


def place(text, words):
    record = read(report_of(text, published="2020-09-10"))
    return next(place for place in record.places if place.text == words)


@pytest.mark.parametrize(
    ("text", "words", "iso3", "admin1"),
    [
        # towns of that name are in another country: the unit behind it decides, and the wrong point is dropped
        ("Police searched a house in Chak district, Wardak province.", "Chak", "AFG", "Wardak"),
        # near miss: the gazetteer has one there, with its point
        ("Police searched a house in Zurmat district, Paktia province.", "Zurmat", "AFG", "Paktia"),
        # near miss: a list is no container
        ("He flew to Paris, Germany's capital being closed.", "Paris", "FRA", None),
    ],
)
def test_housed(text, words, iso3, admin1):
    found = place(text, words)
    assert found.iso3 == iso3
    assert admin1 is None or found.admin1 == admin1


@given(st.lists(st.sampled_from([",", "in", "of", "district", "and", "near"]), max_size=3))
def test_only_commas_and_units_hold(between):
    assert inside_of(between) in (True, False)
    assert not (inside_of(between) and "and" in between)
