"""Datelines: place, date and agency, and the near misses that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.dateline import dated, find_dateline

FOUND = [
    # text, place, day (year, month, day), agency
    ("BAGHDAD, Sept 9 (Agency) — The army left.", "BAGHDAD", (None, 9, 9), "Agency"),
    ("KABUL, Afghanistan (March 3, 2014) – Two people died.", "KABUL, Afghanistan", (2014, 3, 3), None),
    ("HERAT, Afghanistan (March 4, 2014)\nTwo people died.", "HERAT, Afghanistan", (2014, 3, 4), None),
    ("WASHINGTON (AP) _ The budget passed.", "WASHINGTON", None, "Associated Press"),
    ("TRIPOLI, Libya (AP)_ A ship docked.", "TRIPOLI, Libya", None, "Associated Press"),
    ("(CNN) -- A storm made landfall.", None, None, "CNN"),
    ("(CNN)A storm made landfall.", None, None, "CNN"),
    ("JERUSALEM, March 3 (Xinhua) -- Talks resumed.", "JERUSALEM", (None, 3, 3), "Xinhua"),
    ("BEIRUT/AMMAN (Reuters) - Rebels withdrew.", "BEIRUT/AMMAN", None, "Reuters"),
    ("Paris (AFP) - Rail workers went on strike.", "Paris", None, "Agence France-Presse"),
    ("London (CNN) The pound fell.", "London", None, "CNN"),
    (
        "Juba, South Sudan, Apr 21 2019 (IPS) - Last June, rain fell.",
        "Juba, South Sudan",
        (2019, 4, 21),
        "Inter Press Service",
    ),
    ("LIMA (PERU), 4 JUN 91 (RADIO LIMA) -- [TEXT] THE ARMY DENIED IT.", "LIMA (PERU)", (1991, 6, 4), "RADIO LIMA"),
    ("CARACAS, NO DATE (EFE) -- [TEXT] THE ARMY DENIED IT.", "CARACAS", None, "EFE"),
    ("ST. LOUIS — Police made an arrest.", "ST. LOUIS", None, None),
    ("O'FALLON, Ill. -- Police made an arrest.", "O'FALLON, Ill.", None, None),
    ("ABU DHABI: Oil prices rose.", "ABU DHABI", None, None),
    ("Muscat: The minister spoke.", "Muscat", None, None),
    ("Nairobi — Rain fell on Monday.", "Nairobi", None, None),
    ("RIGA, 9 September 2020 – The bank closed.", "RIGA", (2020, 9, 9), None),
    ("NEW YORK, Sept. 9, 2020 /PRNewswire/ -- A firm was sold.", "NEW YORK", (2020, 9, 9), "PRNewswire"),
    ("MOSCOW. Sept 9 (Interfax) - Talks resumed.", "MOSCOW", (None, 9, 9), "Interfax"),
    ("MOSCOW, September 9. /TASS/. Talks resumed.", "MOSCOW", (None, 9, 9), "TASS"),
    ("Kathmandu, Sept 9: Talks resumed.", "Kathmandu", (None, 9, 9), None),
    ("Sept. 9 (UPI) -- Talks resumed.", None, (None, 9, 9), "United Press International"),
    ("HARTLAND (KGTV) -- Police made an arrest.", "HARTLAND", None, "KGTV"),
    # behind a headline, a release number, an author
    (
        "Bus crash kills four\n\nDHAKA, May 2 (BSS) - Four people died.",
        "DHAKA",
        (None, 5, 2),
        "Bangladesh Sangbad Sangstha",
    ),
    (
        "2013-05-S-001\nFor Immediate Release\n\nKABUL, Afghanistan (May 1, 2013)\nA man died.",
        "KABUL, Afghanistan",
        (2013, 5, 1),
        None,
    ),
    ("Town votes for a pool. HARTLAND — Voters agreed.", "HARTLAND", None, None),
    (
        "Morning Update\u2028For Immediate Release\u2028\u2028\xa0KABUL, Afghanistan (May 1) - A man died.",
        "KABUL, Afghanistan",
        (None, 5, 1),
        None,
    ),
    ("By Ann Lee DENVER (CBS) – Snow fell.", "DENVER", None, "CBS"),
    ("By Ann Lee, Reuters\n\nGENEVA — Talks resumed.", "GENEVA", None, "Reuters"),
    ("By ANN LEE\nAssociated Press Writer\n\nGENEVA — Talks resumed.", "GENEVA", None, "Associated Press"),
    ("Talks resume\nBy Ann Lee, Reuters\n\nTalks resumed on Monday.", None, None, "Reuters"),
]


@pytest.mark.parametrize(("text", "place", "day", "agency"), FOUND)
def test_found(text, place, day, agency):
    line, found = find_dateline(text)
    assert (line.place_span and line.place_span.text, found and tuple(found), line.agency) == (place, day, agency)
    for span in (line, line.place_span, line.date_span, line.agency_span):
        assert span is None or text[span.start : span.end] == span.text


NONE = [
    "Washington — the city — was quiet on Sunday.",  # an aside
    "WASHINGTON — the city, not the state — was quiet.",
    "US (and its allies) said the talks would go on.",
    "BREAKING — Talks have collapsed.",
    "UPDATE: Talks have collapsed.",
    "WATCH: Talks collapse.",
    "BLITZER: Thank you, senator.",  # who speaks in a transcript
    "NATO - The alliance met on Monday.",
    "Apple (AAPL) — Shares rose on Monday.",  # a ticker
    "MICROSOFT (MSFT) — Shares rose on Monday.",
    "AP — Shares rose on Monday.",
    "Washington (Post Office) said the talks would go on.",
    "TASS news agency said the talks would go on.",
    "RESULTS (AP): The count is done.",
    "Smith (Labour) said it was over.",
    "London and Paris - Both cities voted.",
    "The army (Reuters said) was gone.",
    "On March 3, 2014, Kabul was quiet.",
    "PS -- There is a party on Friday.",
    "THE ARMY -- WHICH HAD DENIED IT -- WITHDREW.",  # everything stands in capitals
    "SAN JOSE GUERRILLAS -- THE ARMY SAID -- WITHDREW.",
    "Rain fell.\n" * 20 + "GENEVA — Talks resumed.",  # far below the head
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text):
    assert find_dateline(text) is None


YEARS = [
    # dateline, publication date, date
    ("ROME, Sept 9 (AP) —", "2020-09-10", "2020-09-09"),
    ("ROME, Dec. 31 (AP) —", "2021-01-01", "2020-12-31"),  # printed in the new year
    ("ROME, Jan. 1 (AP) —", "2020-12-31T23:00:00Z", "2021-01-01"),
    ("ROME, Sept 9 (AP) —", None, None),  # never guessed
    ("ROME, Sept 9, 2019 (AP) —", "2020-09-10", "2019-09-09"),  # its own year stays
    ("ROME, Feb. 29 (AP) —", "2021-03-01", "2020-02-29"),  # the only such day near by
    ("ROME (AP) —", "2020-09-10", None),
]


@pytest.mark.parametrize(("line", "published", "expected"), YEARS)
def test_year_of_the_dateline(line, published, expected):
    found = find_dateline(f"{line} The bank closed.")
    assert dated(found.line, found.day, published).date == expected


@given(st.text(alphabet="ABab \n.,-—()_:'\u2028é9", max_size=80), st.text(max_size=60))
def test_spans_equal_their_text(head, tail):
    text = head + tail
    found = find_dateline(text)
    for span in (found.line, found.line.place_span, found.line.date_span, found.line.agency_span) if found else ():
        assert span is None or text[span.start : span.end] == span.text
