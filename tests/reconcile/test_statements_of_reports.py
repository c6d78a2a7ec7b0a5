"""Which statements of two reports are one."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.concepts.rows import StatementRow
from onrecord.reconcile.statements import FEATURES, decide, statements

DAY = "2031-05-10"
_NUMBERS = count(1)


def said(quote, speaker="Ada Berg", **fields) -> StatementRow:
    n = next(_NUMBERS)
    known = {
        "statement_id": f"s-{n:05}", "report": n, "n": 1, "speaker": speaker, "speaker_kind": "named", "source": None, "act": "say",
        "form": "indirect", "quote": quote, "said_start": None, "said_end": None, "said_edtf": None, "relay": (), "parent": None,
        "outlet": f"Outlet {n}", "published": DAY, "copy_of": None,
    }  # fmt: skip
    return StatementRow(**(known | fields))


CUT = said("the force in Suvia will be cut from 1,800 to 1,200 soldiers by October")
ONE = [
    (CUT, said("they would reduce the force of 1,800 soldiers in Suvia to 1,200 by October", "Colonel Berg")),  # in other words
    (CUT, said("the force in Suvia will be cut to 1,200 soldiers", published="2031-05-12")),  # part of it, two days later
    (said("nobody knows how long this winter will last", form="direct"),
     said("it was cold, and nobody knows how long this winter will last", form="direct")),  # the same words, quoted
    (said("responsibility for the attack", "Norland Front", act="claim"),
     said("responsibility for the attack", "the Norland Front", act="claim")),  # few words, the same deed
    (said("the yearly cost of the base is 14.6 million kroner", "a ministry official", speaker_kind="anonymous"),
     said("14.6 million kroner a year is what the base costs", "the ministry", speaker_kind="office")),  # one body
]  # fmt: skip
TWO = [
    (CUT, said(CUT.quote, "Ida Lund")),  # somebody else
    (CUT, said(CUT.quote, "Ida Berg")),  # of the same surname
    (CUT, said(CUT.quote, published="2031-06-10", said_start="2031-06-10", said_end="2031-06-10")),  # another occasion
    (CUT, said(CUT.quote, act="deny")),  # a denial
    (CUT, said("the force in Suvia will be cut by 300 soldiers by May")),  # other numbers
    (CUT, said("the harbour will be closed in October")),  # other words
    (said("victory"), said("a victory over winter")),  # one word tells nothing
    (
        said(CUT.quote, "officials", speaker_kind="anonymous"),
        said(CUT.quote, "officials", speaker_kind="anonymous"),
    ),  # whose?
]


@pytest.mark.parametrize("pair", ONE)
def test_one_statement(pair):
    assert decide(*pair).same, decide(*pair)
    assert [[row.report for row in found.rows] for found in statements(pair)] == [sorted(row.report for row in pair)]


@pytest.mark.parametrize("pair", TWO)
def test_two_statements(pair):
    assert not decide(*pair).same, decide(*pair)
    assert statements(pair) == []


def test_statements_of_one_report_stay_apart():
    assert statements([CUT, said(CUT.quote, report=CUT.report, n=2)]) == []


def test_every_feature_is_explained():
    assert all(look.__doc__ for look in FEATURES)


@settings(deadline=None, max_examples=40)
@given(st.permutations([row for pair in ONE + TWO for row in pair]))
def test_the_order_of_rows_does_not_matter(rows):
    def ids(found):
        return [[row.statement_id for row in one.rows] for one in found]

    every = [row for pair in ONE + TWO for row in pair]
    assert ids(statements(rows)) == ids(statements(every))
