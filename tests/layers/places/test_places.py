"""Places of marked sentences: every mark is found with its fields, and nothing beside the marks."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import marked
from onrecord.concepts.page import Page
from onrecord.concepts.report import Dateline
from onrecord.concepts.span import Span
from onrecord.intake.text import report_of
from onrecord.layers.parsing import Parsing
from onrecord.layers.places import Places

CASES = marked.load(Path(__file__).parent / "places.txt")
parsing, places = Parsing(), Places()


def read(text, **known):
    return places(parsing(Page(report_of(text, **known))))


def shown(place, field):
    value = getattr(place, field)
    return "null" if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.guards}: {case.text[:40]}")
def test_marked(case):
    found = read(case.text).places
    assert [place.text for place in found] == [mark.text for mark in case.marks]
    for place, mark in zip(found, case.marks, strict=True):
        assert (place.start, place.end) == (mark.start, mark.end)
        assert {field: shown(place, field) for field in mark.fields} == mark.fields, mark.text


def test_the_outlets_home_is_a_hint():
    text = "The council of Paris met on Monday. Police in Paris arrested one man."
    assert {p.iso3 for p in read(text).places} == {"FRA"}
    assert {p.iso3 for p in read(text, outlet="theparisnews.com").places} == {"USA"}
    assert {p.iso3 for p in read(text, outlet="www.theparisnews.com").places} == {"USA"}


def test_every_place_says_why():
    for place in read("Rockets hit Erbil, Iraq, and Springfield. A car burned on Nordland Avenue.").places:
        assert [reason.field for reason in place.why] == ["text", "name", "use"]
        assert all(place.text.startswith(cue.text) or place.start != cue.start for cue in place.why[0].cues)


def test_what_lost_is_kept_with_its_reason():
    (place,) = read("The summit in Athens ended early.").places
    assert place.margin > 0 and 1 <= len(place.alternatives) <= 3
    assert all(other.reason and other.score <= place.score for other in place.alternatives)


def test_the_dateline_points_at_its_place():
    text = "BAGHDAD (Agency) - Iraq said so."
    page = parsing(Page(report_of(text)))
    span = Span.of(text, 0, 7)
    line = Dateline(0, 18, text[:18], None, span, None, None, None, None)
    report = page.report.__class__(
        **{f: getattr(page.report, f) for f in page.report.__struct_fields__} | {"dateline": line}
    )
    done = places(Page(report, page.parse))
    assert done.report.dateline.place == done.places[0].id


PIECES = st.sampled_from(
    ["Paris", ", ", "Texas", " ", "\n", "U.S.", "the ", "COLUMBUS", " (AP) -- ", "Lake ", "County ", "d'Ivoire", "Côte ", "’s ", "of ",
     "Washington", "-", "İstanbul", "ß", "al-", "Tanf", "🙂", "Mr. ", "St. ", "in ", ".", "Street", "Ga.", "\u00a0"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_any_text_is_read(text):
    if not text.strip():
        return
    found = read(text).places
    assert all(text[p.start : p.end] == p.text for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert [p.id for p in found] == [f"p{n}" for n in range(1, len(found) + 1)]
    assert all(p.lat is None for p in found if p.kind in ("country", "body"))
    assert read(text).places == found
