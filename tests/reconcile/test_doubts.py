"""What makes a row uncertain."""

from __future__ import annotations

import pytest
from rows import row

from onrecord.reconcile.doubts import DOUBTS, doubtful

MEASURES = ("troops", "killed")
DAY = "2031-05-10"
SURE = row(1800, held=DAY, quote="Norland has 1,800 troops in Suvia.", review=None)


def reasons(*rows):
    return [(one.row.figure_id, [doubt.why for doubt in one.doubts]) for one in doubtful(rows, MEASURES)]


def test_a_plain_row_is_not_doubtful():
    assert reasons(SURE) == [(SURE.figure_id, [])]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": None}, "left open what the number is"),
        ({"held": None}, "when it holds is not known"),
        ({"place": None, "place_iso3": None}, "where is not known"),
        ({"quote": "Norland has 1,800 troops there."}, "Suvia stands in another sentence"),
        ({"subject": None, "subject_iso3": None}, "whose it is"),
        ({"measure": "goat"}, "goat is no measure"),
        ({"label": "unknown"}, "at what stage"),
        ({"vague": "dozens"}, "'dozens' is no number"),
        ({"source": "an officer", "speaker": None}, "not known by name: an officer"),
    ],
)
def test_doubts(fields, words):
    one = row(1800, **({"held": DAY, "quote": "Norland has 1,800 troops in Suvia."} | fields))
    ((_, said),) = reasons(one)
    assert len(said) == 1 and words in said[0]


@pytest.mark.parametrize("quote", ["Norland’s Suvian troops: 1,800.", "SUVIA has 1,800 of them."])
def test_a_place_is_known_in_its_adjective(quote):
    assert reasons(row(1800, held=DAY, quote=quote))[0][1] == []


def test_alone_against_several_weighs_more_than_one_against_one():
    many = [row(1800, held=DAY, quote="in Suvia") for _ in range(3)]
    alone = row(2600, held=DAY, quote="in Suvia")
    first, *_ = doubtful([*many, alone], MEASURES)
    assert (first.row, first.weight) == (alone, 3.0)
    assert first.doubts[0].why == f"alone against 3 reports: {many[0].report}:f1 says 1,800"
    assert [one.weight for one in doubtful([many[0], alone], MEASURES)] == [1.5, 1.5]


def test_a_link_that_only_just_held_is_doubtful():
    """Values that agree by rounding, told weeks apart: five points and a half at most."""
    one = row(1860, held=DAY, told=DAY, quote="in Suvia")
    other = row(1900, held="2031-05-20", told="2031-05-20", approx=True, quote="in Suvia")
    said = reasons(one, other)
    assert [len(words) for _, words in said] == [1, 1] and said[0][1][
        0
    ] == f"only just taken for one fact with {other.report}:f1"
    third = row(1860, held=DAY, told=DAY, quote="in Suvia")
    assert [words for id, words in reasons(one, other, third) if id == one.figure_id] == [[]]


def test_the_heaviest_come_first_judged_rows_and_copies_not_at_all():
    rows = [SURE, row(1, None, held=DAY), row(2, None), row(3, review="accepted"), row(4, copy_of=1)]
    assert [one.row for one in doubtful(rows, MEASURES)] == [rows[2], rows[1], SURE]


def test_every_doubt_is_explained():
    assert all(look.__doc__ for look in DOUBTS)
