"""Guessed capitals: letter for letter, whatever the letters."""

import sys

import pytest

from onrecord.layers.parsing.casing import recase

# Letters whose capital, small or title form is more than one letter: "ß", "ﬁ", "İ" …
ODD = [
    mark
    for mark in map(chr, range(sys.maxunicode + 1))
    if {len(mark.upper()), len(mark.lower()), len(mark.title())} != {1}
]


@pytest.mark.parametrize("common", [True, False])
def test_the_length_stays(common):
    for mark in ODD:
        text = f"{mark}bcd efgh, {mark}. {mark}bcd ijkl mnop. {mark}qrs tuvw xyza bcde {mark}fgh ijkl. "
        for habit in (text, text.upper(), text.lower()):
            assert len(recase(habit, [(0, len(habit))], lambda word: common)) == len(habit), mark


def test_one_case_becomes_plain_english():
    text = "THE MINISTER SAID ON MONDAY THAT KOWALSKI WOULD LEAVE. HE DID NOT SAY WHEN."
    known = {"the", "minister", "said", "on", "that", "would", "leave", "he", "did", "not", "say", "when"}
    assert recase(text, [(0, len(text))], known.__contains__) == (
        "The minister said on Monday that Kowalski would leave. He did not say when."
    )
