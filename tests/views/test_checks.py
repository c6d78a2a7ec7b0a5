"""The lines of arithmetic under a record: parts and their whole."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import onrecord
from onrecord.views.checks import checks

SUM = "Sixty soldiers were killed on Monday, 30 in Herat, 20 in Kunduz and 10 in Kabul."


@pytest.fixture(scope="module")
def record():
    return onrecord.read(SUM, published="2020-03-02")


def test_parts_that_add_up_are_shown(record):
    lines = [line for line in checks(record) if line.sign == "="]
    assert [line.words for line in lines] == ["30 + 20 + 10 = 60 killed · f2, f3, f4, f1"]


def test_a_part_greater_than_its_whole_is_shown(record):
    whole, part, *_ = record.figures
    wrong = replace(record, figures=(whole, replace(part, best=61)))
    lines = [line.words for line in checks(wrong) if line.sign == "✗"]
    assert lines == ["61 of 60 killed: a part greater than its whole · f2, f1"]


def test_parts_that_do_not_add_up_are_not_called_wrong(record):
    fewer = replace(record, figures=record.figures[:3])
    assert not [line for line in checks(fewer) if line.sign in ("✗", "=")]


def test_what_halving_makes_is_shown_as_derived():
    record = onrecord.read("France will halve its 4,000 troops in Mali.", published="2020-03-02")
    lines = [line.words for line in checks(record) if line.sign == "="]
    assert lines == ["½ × 4,000 = 2,000 troops (derived, not reported here) · f1"]
