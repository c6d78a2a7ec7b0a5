"""Paragraphs, pieces and hostile runs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.layers.parsing.layer import parse
from onrecord.layers.parsing.paragraphs import MOST, chunks, paragraphs, tamed


def words(text):
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),  # a blank line
        ("A line\nthat goes on.", ["A line\nthat goes on."]),  # a wrapped line is no paragraph
        ("One.\n   Two.", ["One.", "Two."]),  # an indented line, as wires have it
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),  # line ends of Windows
        ("One.\u2029Two.", ["One.", "Two."]),  # the paragraph separator
        ("One.\n \t \nTwo.", ["One.", "Two."]),  # a line of white space is blank
        (" \n\n ", []),  # nothing
        (
            "A man on a horse\nIt rained. They left.\nNobody stayed.\nAll was well.",
            ["A man on a horse", "It rained. They left.", "Nobody stayed.", "All was well."],
        ),  # a caption among lines that are paragraphs
        (
            "They left on\nMonday. It rained.\nNobody came to\nsee them.",
            ["They left on\nMonday. It rained.\nNobody came to\nsee them."],
        ),  # wrapped lines, one of which ends a sentence
    ],
)
def test_paragraphs(text, expected):
    assert words(text) == expected


@given(st.text(st.sampled_from("ab .\n\r\t\u2029\u00a0"), max_size=60))
def test_paragraphs_hold_every_word_in_order(text):
    spans = paragraphs(text)
    assert "".join("".join(words(text)).split()) == "".join(text.split())
    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(spans))


def test_a_long_paragraph_is_cut_at_a_space():
    text = "word " * 30_000
    pieces = [piece for group in chunks(text, paragraphs(text)) for piece in group]
    assert all(end - start <= MOST for start, end in pieces)
    assert all(
        text[start:end].split(maxsplit=1)[0] == "word" and text[start:end].rstrip().endswith("word")
        for start, end in pieces
    )


@given(st.text(max_size=20), st.integers(0, 600))
def test_taming_keeps_the_length(text, count):
    long = text + "(" * count + text
    assert len(tamed(long)) == len(long)


@pytest.mark.parametrize("run", ["(" * 50_000, " " * 100_000, "“" * 20_000, "$%" * 20_000, "\n" * 50_000])
def test_hostile_runs_end_and_slip_no_offset(run):
    found = parse(f"Two men died. {run} Three fled.")  # minutes where a step is quadratic
    assert all(found.text[token.start : token.end] == token.text for token in found.tokens)
    assert [token.text for token in found.tokens[-3:]] == ["Three", "fled", "."]
