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
    ("Students in Spain protested in Rome.", "protested", ["Rome"]),
    ("Britain planned a withdrawal from Iraq.", "withdrawal", ["Iraq"]),  # near miss: the deed is from there
]


@pytest.mark.parametrize(("text", "word", "wanted"), PLACES)
def test_places(text, word, wanted):
    record = read(report_of(text))
    (event,) = [e for e in record.events if e.trigger.text == word]
    assert [p.text for p in record.places if p.id in event.places] == wanted
