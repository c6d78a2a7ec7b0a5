"""Quantities in marked sentences: every mark is found with its fields, and nothing beside the marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import marked
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.intake.text import report_of
from onrecord.layers.parsing.layer import parse
from onrecord.layers.quantities import Quantities
from onrecord.layers.quantities.numeral import numerals_of
from onrecord.reader import layers

CASES = marked.load(Path(__file__).parent / "quantities.txt")


def shown(row, field):
    """A field of a quantity as the marks write it."""
    value = getattr(row, field)
    return "null" if value is None else str(value)


def quantities(report):
    """Read a report as far as its quantities."""
    page = Page(report)
    for layer in layers():
        page = layer(page)
        if layer.name == "quantities":
            break
    return page.quantities


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.guards}: {case.text[:40]}")
def test_marked(case):
    rows = quantities(report_of(case.text, published=case.published))
    assert [row.text for row in rows] == [mark.text for mark in case.marks]
    for row, mark in zip(rows, case.marks, strict=True):
        assert (row.start, row.end) == (mark.start, mark.end)
        assert {field: shown(row, field) for field in mark.fields} == mark.fields, mark.text


def bare(text):
    """A parse without a parser: words at the blanks, each its own root."""
    tokens, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(len(tokens), start, at, word, "NN", "ROOT", word, "", 0))
    return Parse(text, tokens, (), ())


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_keep_their_value(number):
    for written in (f"{number:,}", str(number)):
        (found,) = list(numerals_of(bare(f"x {written} y")))
        assert (found.value, found.start, found.end) == (number, 2, 2 + len(written))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="0123456789.,-–/ $€%kmMb half a two million to and of dozens men (~'’)\n½", max_size=60))
def test_any_text_is_read(text):
    report = report_of("The army lost " + text + " men.", published=None)
    page = Quantities()(Page(report, parse(report.text)))
    for row in page.quantities:
        assert report.text[row.start : row.end] == row.text
        assert (row.value is not None) or row.vague or (row.low is not None and row.high is not None)
        assert row.low is None or row.high is None or row.low <= row.high


def test_a_page_without_words_has_none():
    assert Quantities()(Page(report_of("word", published=None))).quantities == ()
