"""The seed report: every statement with content, cue, source, form, act and relay."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.layers.parsing.layer import parse
from onrecord.layers.statements.layer import statements

TEXT = (Path(__file__).parents[2] / "seed.txt").read_text(encoding="utf-8")

# first and last words of the content, cue, source, form, act, relay, venue
WANTED = [
    ("The United States will", "3,000 in September", "announced", "its commander in West Asia", "indirect", "announce", ("CNN",), None),
    ("This reduced footprint", "ensuring its enduring defeat", "said", "General Frank McKenzie", "direct", "say", (), None),
    ("the decision has been", "to operate independently", "added", "He", "indirect", "say", (), None),
    ("he planned to pull", "as soon as possible", "reaffirmed", "United States President Donald Trump", "indirect", "say", ("BBC",), None),
    ("In recognition of", "month of September", "told", "McKenzie", "direct", "say", (), "reporters"),
    ("the United States will continue", "the Islamic State group", "added", "McKenzie", "mixed", "say", (), None),
    ("the troop reductions", "neighbour Iran", "linked", "he", "indirect", "say", (), None),
    ("Over the last seven", "it has had an effect.", "said", "he", "direct", "say", (), None),
    ("there could also be", "withdrawals from Afghanistan", "said", "An unidentified senior US administration official", "indirect", "say", (), None),
]  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return statements(parse(TEXT))


@pytest.mark.parametrize(("begins", "ends", "cue", "source", "form", "act", "relay", "venue"), WANTED)
def test_statement(found, begins, ends, cue, source, form, act, relay, venue):
    rows = [
        s
        for s in found
        if s.content[0].text.startswith(begins) and s.content[-1].text.endswith(ends) and s.cue.text == cue
    ]
    assert len(rows) == 1
    row = rows[0]
    assert (row.source.text, row.form, row.act, row.relay) == (source, form, act, relay)
    assert (row.venue.text if row.venue else None) == venue


def test_others_are_nested_or_enclose(found):
    """Beside these there are only the outlets' own reports, and plans within statements."""
    named = {(begins, cue) for begins, _, cue, *_ in WANTED}
    others = [s for s in found if not any(s.content[0].text.startswith(b) and s.cue.text == c for b, c in named)]
    assert all(s.parent is not None or s.speaker_kind == "outlet" for s in others)


def test_split_quotation_is_one_statement(found):
    row = next(s for s in found if s.content[0].text.startswith("Over the last"))
    assert len(row.content) == 2


def test_kinds_of_speakers(found):
    kinds = {s.source.text: s.speaker_kind for s in found}
    assert kinds["its commander in West Asia"] == "office"
    assert kinds["General Frank McKenzie"] == "named"
    assert kinds["CNN"] == "outlet"
    assert kinds["An unidentified senior US administration official"] == "anonymous"
