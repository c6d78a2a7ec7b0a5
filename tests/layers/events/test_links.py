"""Places of events: what says where it happened, and what says who came from where or told it where."""

from __future__ import annotations

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read

PLACES = [
    # names that the gazetteer lacks, as the ground that is taken or shelled
    ("Rebels shelled the settlements of Qarbul and Umm Zetra.", "shelled", ["Qarbul", "Umm Zetra"]),
    ("Gibraltar was captured in 1704.", "captured", ["Gibraltar"]),
    # what another place is measured from is not where
    ("Two men were shot in Qarbulan, 60 kilometers west of Baghdad.", "shot", ["Qarbulan"]),
    ("Two men were shot 60 kilometers west of Baghdad.", "shot", ["Baghdad"]),  # near miss: the only place
    # where somebody comes from or told it is not where
    ("A driver from Abidjan was shot on Sunday.", "shot", []),
    ("Two men were shot on Monday, according to sources in Mosul.", "shot", []),
    ("A bomb exploded near a US patrol.", "exploded", []),
    # where it was heard is not where
    ("The blast was heard in Cyprus.", "blast", []),
    ("Students in Spain protested in Rome.", "protested", ["Rome"]),
    ("Britain planned a withdrawal from Iraq.", "withdrawal", ["Iraq"]),  # near miss: the deed is from there
]


@pytest.mark.parametrize(("text", "word", "wanted"), PLACES)
def test_places(text, word, wanted):
    record = read(report_of(text))
    (event,) = [e for e in record.events if e.trigger.text == word]
    assert [p.text for p in record.places if p.id in event.places] == wanted


SENT = [
    # a dateline, and a letterhead before it, are neither where nor when; a deed of the lead without a day has the dateline's
    ("HERAT, Afghanistan (May 4, 2021) – Gunmen shot two guards in Farah on Sunday.", ["Farah"], "2021-05-02"),
    ("Press Office - Iran HERAT, Afghanistan (May 4, 2021) – Gunmen shot two guards.", [], "2021-05-04"),
    # near misses: a time and place of the sentence; a later paragraph
    ("In Herat on May 4, 2021, gunmen shot two guards.", ["Herat"], "2021-05-04"),
    ("HERAT, Afghanistan (May 4, 2021) – Roads are shut.\n\nGunmen shot two guards.", [], None),
]


@pytest.mark.parametrize(("text", "places", "day"), SENT)
def test_a_dateline_is_not_the_scene(text, places, day):
    record = read(report_of(text))
    (event,) = [e for e in record.events if e.trigger.text == "shot"]
    assert [p.text for p in record.places if p.id in event.places] == places
    assert (event.when.earliest if event.when else None) == day


THREATS = [
    ("Threats were made against two judges and their families.", True),
    ("He threatened the guards with grenades.", True),
    ("Threats against the teachers went on.", True),
    ("Washington renewed its threats against Iran.", False),  # near miss: a state, of what we do not know
    ("He threatened the guards with dismissal.", False),  # near miss: no arms
]


@pytest.mark.parametrize(("text", "violence"), THREATS)
def test_a_threat_to_people_is_of_an_assault(text, violence):
    found = {(e.type, e.status) for e in read(report_of(text)).events}
    assert (("ASSAULT", "threatened") in found) == violence


def test_the_country_a_report_is_about_is_the_setting():
    text = "Peru mourns. Peruvian police spoke. Lima was calm. Two priests were murdered."
    record = read(report_of(text))
    (murder,) = [e for e in record.events if e.type == "ASSAULT"]
    assert [p.name for p in record.places if p.id in murder.places] == ["Peru"]
    # near misses: as many of another country; too short to tell
    for other in (
        "Peru mourns. Chilean police spoke. Lima and Santiago were calm. Two priests were murdered.",
        "Peru mourns. Two Peruvian priests were murdered.",
    ):
        assert all(not e.places for e in read(report_of(other)).events if e.type == "ASSAULT")
