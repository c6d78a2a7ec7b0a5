"""Contexts of events: what they are about, by the words of their clause."""

import pytest

from onrecord import lexicon
from onrecord.intake.text import report_of
from onrecord.layers.events import contexts
from onrecord.reader import read

CONTEXTS = [
    # sentence, word of the event, contexts
    ("Gunmen killed two peacekeepers in Bangui.", "killed", ("peacekeeping",)),
    ("The court jailed the journalist over a bribe.", "jailed", ("legal", "rights_freedoms", "corruption")),
    ("Police seized cocaine worth 2 million euros.", "seized", ("illegal_drugs",)),
    ("Turkey deported 40 asylum-seekers on Monday.", "deported", ("asylum", "migration")),  # parted at the hyphen
    ("Canada condemned the no-confidence vote.", "condemned", ("legislative",)),  # a phrase
    ("Canada condemned the vote without confidence.", "condemned", ()),  # near miss: the words, not the phrase
    ("France aids Chad.", "aids", ()),  # near miss: no disease
    ("Iran threatened to leave the nuclear talks.", "threatened", ("cbrn",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), CONTEXTS)
def test_contexts(text, word, expected):
    record = read(report_of(text))
    event = next(event for event in record.events if event.trigger.text == word)
    assert event.contexts == expected
    told = [reason for reason in event.why if reason.field == "contexts"]
    assert len(told) == len(expected)


def test_only_typed_events_have_contexts():
    record = read(report_of("The soldiers slept in the barracks while cholera spread."))
    assert [event.contexts for event in record.events if event.type is None and event.contexts] == []


def test_contexts_are_those_of_the_manual():
    names = list(lexicon.sections(contexts._FILE))[1:]
    assert len(names) == 37
    assert len(set(names)) == 37
