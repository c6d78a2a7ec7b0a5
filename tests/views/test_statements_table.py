"""The statements table says to whom a thing was said."""

from __future__ import annotations

from onrecord.intake.text import report_of
from onrecord.reader import read
from onrecord.views.tables.statements import statements


def who(text):
    table = statements(read(report_of(text, published="2020-09-10")))
    return [block.rows[0].cells[1].text for block in table.blocks]


def test_the_hearer_stands_behind_the_speaker():
    assert who("The port will close, General Ann Jones told reporters.") == ["Ann Jones → reporters"]


def test_without_a_hearer_the_speaker_stands_alone():
    assert who("The port will close, General Ann Jones said.") == ["Ann Jones"]
