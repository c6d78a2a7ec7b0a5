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
        # what holds a place may itself be held
        ("Clashes broke out in Shawakh village, Zarghun district, Herat province.", "Shawakh", "AFG", "Herat"),
        # a name told again where nobody says what holds it
        ("Two men were shot in Zharokh district, Herat province. Many fled Zharokh.", "Zharokh", "AFG", "Herat"),
        # a town behind "district" holds what the gazetteer lacks; near miss: not what is called an area
        ("Guards stormed a flat in Yarmaq district, Mosul.", "Yarmaq", "IRQ", "Nineveh"),
        ("Guards stormed a flat in the Yarmaq area, Mosul.", "Yarmaq", "IRQ", None),
        # the word for a unit tells the unit from the town of the name, also at the end of a list; near miss: the bare name
        ("The governor of Kandahar province resigned.", "Kandahar", "AFG", "Kandahar"),
        # near miss: a list is no container
        ("He flew to Paris, Germany's capital being closed.", "Paris", "FRA", None),
    ],
)
def test_housed(text, words, iso3, admin1):
    found = place(text, words)
    assert found.iso3 == iso3
    assert admin1 is None or found.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The governor of Kandahar province resigned.", "Kandahar", "admin1"),
        ("Roads in Idlib, Homs and Aleppo provinces are shut.", "Homs", "admin1"),
        ("A bomb went off in Kandahar.", "Kandahar", "settlement"),  # near miss: the bare name is the town's
        # names tied by a particle are one; near miss: a group's name
        ("Soldiers left Khair-e Sabz district, Farah province.", "Khair-e Sabz", "settlement"),
        ("They fled from Nahr-e-Saraj district to the town.", "Nahr-e-Saraj", "admin2"),
        ("Farmers of Tarnak wa Safa district, Zabul province, protest.", "Tarnak wa Safa", "settlement"),
    ],
)
def test_units_and_tied_names(text, words, kind):
    assert place(text, words).kind == kind


def test_a_group_with_a_particle_in_its_name_is_no_place():
    record = read(report_of("Sipah-e-Nur claimed the blast in Lahore.", published="2020-09-10"))
    assert [place.text for place in record.places] == ["Lahore"]


@given(st.lists(st.sampled_from([",", "in", "of", "district", "and", "near"]), max_size=3))
def test_only_commas_and_units_hold(between):
    assert inside_of(between) in (True, False)
    assert not (inside_of(between) and "and" in between)
