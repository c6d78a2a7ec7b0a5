"""The gazetteer: keys, the file and how it is built."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.layers.places import build, gazetteer, tables
from onrecord.layers.places.names import fold, without_article, without_unit

FOLDED = [
    # accents, apostrophes, hyphens, articles, abbreviations
    ("Deir ez-Zor", "deir ez zor"),
    ("Al Ḩudaydah", "al hudaydah"),
    ("Sana’a", "sanaa"),
    ("The Bronx", "bronx"),
    ("St. Louis", "saint louis"),
    ("Gdańsk", "gdansk"),
    ("Łódź", "lodz"),
]


@pytest.mark.parametrize(("text", "key"), FOLDED)
def test_fold(text, key):
    assert fold(text) == key


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text):
    assert fold(fold(text)) == fold(text) or fold(text).startswith(("the ", "st", "mt", "ft", "co", "twp"))


def test_units_and_articles_can_be_left_out():
    assert without_unit("anbar province") == "anbar"
    assert without_unit("county cork") == "cork"
    assert without_unit("district of columbia") == "district of columbia"
    assert without_article("al hudaydah") == "hudaydah"
    assert without_article("alma") == "alma"


def test_sites_and_aliases_lie_in_countries_of_the_tables():
    known = {row.iso3 for row in tables.countries()}
    assert {row.iso3 for row in (*tables.sites(), *tables.aliases())} <= known


def test_sites_lie_in_their_country():
    for row in tables.sites():
        lat, lon = row.point
        assert -60 < lat < 80 and -180 <= lon <= 180, row.name


def test_a_missing_gazetteer_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(gazetteer, "PATH", tmp_path / "none.sqlite")
    gazetteer._base.cache_clear()
    with pytest.raises(ModelError, match="make"):
        gazetteer._base()
    gazetteer._base.cache_clear()


def test_the_same_entities_give_the_same_bytes(monkeypatch, tmp_path):
    monkeypatch.setattr(build.sources, "units", lambda: iter(()))
    monkeypatch.setattr(build.tables, "aliases", lambda: iter(()))
    for name in ("a", "b"):
        build.write(tmp_path / name, build.gather(), "stamp")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_file_at_hand_is_up_to_date():
    assert build.is_current()


def test_a_file_of_other_sources_is_not(tmp_path):
    assert not build.is_current(tmp_path / "none")
    (tmp_path / "text").write_text("no database")
    assert not build.is_current(tmp_path / "text")


def test_a_damaged_gazetteer_says_what_to_do(monkeypatch, tmp_path):
    broken = tmp_path / "gazetteer.sqlite"
    broken.write_bytes(b"no database")
    monkeypatch.setattr(gazetteer, "PATH", broken)
    with pytest.raises(ModelError, match="anew"):
        gazetteer._base.__wrapped__()
