"""Every country is found by its name and by its adjective, also where a small place has the same name."""

from __future__ import annotations

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("Hundreds of German soldiers arrived in Mali.", "German", "DEU"),  # a parish of Man has that name
        ("The Somali government confirmed the raid.", "Somali", "SOM"),  # a region of Ethiopia has that name
        ("Moldovan police closed the border.", "Moldovan", "MDA"),  # the tagger takes it for a person
        ("French and Turkish troops trained together.", "Turkish", "TUR"),  # two in a row
        ("Thousands protested in Georgia's capital.", "Georgia", "GEO"),  # a state of the US has that name
    ],
)
def test_demonym(text, words, iso3):
    record = read(report_of(text, published="2020-09-10"))
    assert (words, iso3) in [(place.text, place.iso3) for place in record.places]


@pytest.mark.parametrize("text", ["Nadia French, a nurse, said she was safe.", "Mrs. German said she was safe."])
def test_no_country(text):
    record = read(report_of(text, published="2020-09-10"))
    assert [place.iso3 for place in record.places] == []
