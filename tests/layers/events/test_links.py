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
    # the place of a relative clause is not that of the deed; near miss: what a raid is to do is done there
    ("Police in masks arrested a smuggler who ran boats to Malta.", "arrested", []),
    ("Police held two men in a raid to seize arms in Palermo.", "held", ["Palermo"]),
    # of a country and a town the town
    ("In a second raid in Egypt, police arrested a man during a search in Luxor.", "arrested", ["Luxor"]),
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


SAID = [
    # a day before the deed is that of the saying; near miss: no saying
    ("Troops yesterday confirmed the arrest of a smuggler on March 2.", "arrest", "2021-03-02"),
    ("Police today announced the killing of a smuggler Sunday.", "killing", "2021-03-07"),
    ("Police yesterday made the arrest of a smuggler.", "arrest", "2021-03-08"),
]


@pytest.mark.parametrize(("text", "word", "day"), SAID)
def test_the_day_of_the_saying_is_not_that_of_the_deed(text, word, day):
    record = read(report_of(text, published="2021-03-09"))
    (event,) = [e for e in record.events if e.trigger.text == word]
    assert (event.when.earliest if event.when else None) == day


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


PORTRAITS = [
    # what is told of the man's past is not where the news goes on
    (
        "Troops arrested a rebel leader in Basra. The leader led raids in Kirkuk. The troops also detained two men.",
        "Basra",
    ),
    (
        "Troops arrested a smuggler in Basra. He is wanted for thefts in Kirkuk. The troops also detained two men.",
        "Basra",
    ),
    ("Troops searched for a gunman in Basra. The gunman is linked to shots in Kirkuk. They detained two men.", "Basra"),
    # what a group has done up to now
    ("Troops killed a rebel in Basra. The group has staged attacks in Kirkuk. Troops also detained two men.", "Basra"),
    # near misses: the news itself in the perfect tense; what somebody else did next
    ("Rebels have shot a guard in Basra. Police also detained two men.", "Basra"),
    ("Troops arrested a smuggler in Basra. Police raided a house in Kirkuk. They also detained two men.", "Kirkuk"),
]


@pytest.mark.parametrize(("text", "place"), PORTRAITS)
def test_a_portrait_is_not_the_scene(text, place):
    record = read(report_of(text))
    (event,) = [e for e in record.events if e.trigger.text == "detained"]
    assert [p.text for p in record.places if p.id in event.places] == [place]


WHOM = [
    # "the arrested man" is who was arrested before; a subject shared with an active verb suffers
    ("Police arrested a smuggler. The arrested man carried two pistols.", "arrested", "smuggler"),
    ("Two gunmen opened fire and were killed.", "killed", "Two gunmen"),
    ("Two gunmen entered a shop and were arrested.", "arrested", "Two gunmen"),
    ("Two gunmen opened fire and killed a police officer.", "killed", "police officer"),  # near miss: active
    ("Police have identified two people shot and killed Sunday night.", "shot", "two people"),
    ("Two men fled after being shot.", "shot", "Two men"),
    ("Two men fled after shooting a baker.", "shooting", "baker"),  # near miss: active
    # "the man" of whom nobody spoke yet is who it was done to before; near misses: another man, several
    ("Police arrested one suspect. The unit arrested the individual near a mill.", "arrested", "one suspect"),
    ("Police arrested one suspect. The unit arrested a baker near a mill.", "arrested", "baker"),
    ("Police arrested two suspects. The unit arrested the individual near a mill.", "arrested", "individual"),
    ("They told of the capture of a rebel leader.", "capture", "rebel leader"),
    # of a body and its man, the man
    ("Police arrested an Islamic Union of Turkestan commander and two men.", "arrested", "Turkestan commander"),
    ("Police arrested the leader of the Army of Kivu.", "arrested", "leader"),  # near miss
    # whose death it is, though a death is nobody's deed by itself
    ("The army confirmed the rebel leader's death.", "death", "rebel leader"),
    ("The army confirmed the death of a rebel leader.", "death", "rebel leader"),
]


@pytest.mark.parametrize(("text", "word", "whom"), WHOM)
def test_to_whom_it_was_done(text, word, whom):
    record = read(report_of(text))
    event = [e for e in record.events if e.trigger.text == word][-1]
    assert [a.name for a in record.actors if a.id in event.recipients][:1] == [whom]


@pytest.mark.parametrize(
    ("text", "is_deed"),
    [
        ("The news release names no one.", False),
        ("For immediate release: two men were shot.", False),
        ("The release of two hostages was welcomed.", True),  # near miss
    ],
)
def test_a_release_that_is_a_paper_is_no_deed(text, is_deed):
    assert any(e.trigger.text == "release" for e in read(report_of(text)).events) == is_deed


CALM = "Rain fell. Shops were shut. Nobody came. All was calm. The mayor wept. Dogs barked."


def test_an_incident_without_a_day_has_the_one_day_the_report_tells() -> None:
    def day(text: str) -> str | None:
        (event,) = [e for e in read(report_of(text, published="2021-05-09")).events if e.trigger.text == "shot"]
        return event.when.earliest if event.when else None

    assert day(f"Rebels raided Herat on May 2, 2021. {CALM} Gunmen shot two guards.") == "2021-05-02"
    # near misses: two days; the day of a saying
    assert day(f"Rebels raided Herat on May 2, 2021 and left on May 4. {CALM} Gunmen shot two guards.") is None
    assert day(f"The mayor said on May 2, 2021 that all was well. {CALM} Gunmen shot two guards.") is None


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
