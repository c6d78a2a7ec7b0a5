"""Quotation marks: every kind, nested, open over paragraphs; and marks that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.layers.statements.quotes import find

MARKED = [
    ("“We left,” he said.", ["We left,"]),
    ('"We left," he said.', ["We left,"]),
    ("``We left,'' he said.", ["We left,"]),
    ("''We left,'' he said.", ["We left,"]),
    ("«We left», he said.", ["We left"]),
    ("„We left“, he said.", ["We left"]),
    ("‘We left,’ he said.", ["We left,"]),
    ("'We left,' he said.", ["We left,"]),
    # one inside another is not listed
    ("“He told me, ‘Go,’ and I went,” she said.", ["He told me, ‘Go,’ and I went,"]),
    ("“Even when “your team” errs, say so,” she wrote.", ["Even when “your team” errs, say so,"]),
    # an apostrophe within a word neither opens nor closes
    ("‘We don’t know,’ he said.", ["We don’t know,"]),
    ("The ministers' plans and the workers' fears", []),
    ("Back in the '90s it wasn't so.", []),
    # inches
    ("He is 6'2\" tall and his brother 5'9\" tall.", []),
    # each paragraph with an open mark
    ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
]


@pytest.mark.parametrize(("text", "words"), MARKED)
def test_find(text, words):
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((start, start + len(part)))
        start += len(part) + 2
    assert [text[quote.first : quote.last] for quote in find(text, paragraphs)] == words


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`—", max_size=60))
def test_quotations_are_in_order_and_within_the_text(text):
    last = 0
    for quote in find(text, [(0, len(text))]):
        assert last <= quote.start < quote.first < quote.last <= quote.end <= len(text)
        last = quote.end
