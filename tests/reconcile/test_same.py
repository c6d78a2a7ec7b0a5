"""Which figures of two reports are one fact."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rows import row

from onrecord.reconcile.features import FEATURES, decide
from onrecord.reconcile.same import facts, standing

DAY, NEXT, MONTHS_LATER = "2031-05-10", "2031-05-12", "2031-10-10"
LEVEL = row(1800, held=DAY)
TARGET = row(1200, "target", held="2031-10-01/2031-10-31")

SAME = [
    (LEVEL, row(1800, held=NEXT, told=NEXT)),  # the same standing number two days later
    (LEVEL, row(1800, held=DAY, approx=True)),  # "about 1,800"
    (LEVEL, row(1800, held=DAY, bound="at_least")),  # "at least 1,800"
    (TARGET, row(1200, "target", told=NEXT)),  # the plan, told without its date
    (TARGET, row(1200, "target", held="2031-10-01/2031-10-31", told="2031-07-01")),  # told again weeks later, due at the same time
    (row(-600, "change"), row(-600, "change", status="done", label="done")),  # announced, and told as done
    (row(1250, "target", place="Harbour", place_kind="settlement"),
     row(1250, "target", place="Hilltown", place_kind="settlement")),  # a plan for the country, told with the towns it touches
    (row(-650, "change"), row(650, None)),  # the text leaves the role open
    (row(40, "toll", held=DAY, measure="killed", place="Harbour", place_kind="settlement"),
     row(40, "toll", held="2031-05-11", measure="killed", place="Harbour", place_kind="settlement")),  # one incident, told over night
    (row(1200, "target", held="2031-12-31"), row(1200, "target", held="2032-01-01/2032-01-31")),  # "by the end of the year", "in January"
    (row(-1027, "change", measure="detained", place=None, place_iso3=None), row(-1027, "change", measure="detained", place=None, place_iso3=None)),
    (row(250, "change", scope=("additional",)), row(250, "change")),  # "250 additional troops", "250 more troops"
    (row(1860, held=DAY), row(1900, held=DAY, approx=True)),  # about 1,900 is 1,860 rounded
]  # fmt: skip
OTHER = [
    (LEVEL, row(1800, held=MONTHS_LATER, told=MONTHS_LATER)),  # the same number half a year later
    (LEVEL, row(1800, "target", held=DAY)),  # a level is no target
    (LEVEL, row(-1800, "change")),  # 1,800 there, and 1,800 to be withdrawn
    (LEVEL, row(1800, held=DAY, place_iso3="FIN", place="Ostmark")),  # another country
    (LEVEL, row(1800, held=DAY, subject_iso3="DNK", subject="Denland")),  # another army
    (LEVEL, row(1800, held=DAY, measure="fighters")),  # other people
    (LEVEL, row(1850, held=DAY)),  # two exact numbers
    (LEVEL, row(1800, held=DAY, polarity="negative", label="negated")),  # "there are not 1,800"
    (row(1800, held=DAY, scope=("combat",)), row(1800, held=DAY, scope=("reserve",))),  # other parts of the force
    (TARGET, row(1200, "target", held="2033-01-01/2033-12-31")),  # the same number for another year
    (TARGET, row(1200, "target", told="2031-09-01")),  # months later, without a date
    (row(-600, "change"), row(600, "change")),  # 600 fewer, 600 more
    (row(4, "toll", held=DAY, measure="killed", place="Harbour", place_kind="settlement"),
     row(4, "toll", held=DAY, measure="killed", place="Hilltown", place_kind="settlement")),  # two towns
    (row(4, "toll", held=DAY, measure="killed", place_iso3=None, place=None),
     row(4, "toll", held=DAY, measure="killed", place_iso3=None, place=None)),  # a small number, nobody knows where
    (LEVEL, row(1800, held=DAY, place="Fort Ada", place_kind="facility")),  # in the country, and at one base
    (row(2, "toll", held=DAY, measure="detained"), row(2, "toll", held=DAY, measure="detained")),  # two raids in one country
    (row(None, "toll", held=DAY, measure="detained", vague="several"), row(None, "toll", held=DAY, measure="detained", vague="several")),
    (row(14, "total", held=DAY, measure="displaced", subject=None, subject_iso3=None),
     row(14, "total", held=NEXT, measure="displaced", subject=None, subject_iso3=None)),  # 14 of whom?
]  # fmt: skip


def ids(rows):
    return sorted(one.figure_id for one in rows)


@pytest.mark.parametrize("pair", SAME)
def test_one_fact(pair):
    assert decide(*pair).same, decide(*pair)
    assert [ids(fact.rows) for fact in facts(pair)] == [ids(pair)]
    assert facts(pair)[0].links[0].decision.says


@pytest.mark.parametrize("pair", OTHER)
def test_two_facts(pair):
    assert not decide(*pair).same, decide(*pair)
    assert [len(fact.rows) for fact in facts(pair)] == [1, 1]


def test_rows_of_one_report_are_one_fact_only_if_it_says_so():
    one = row(1800, held=DAY, report=900, n=1)
    assert len(facts([one, row(1800, held=DAY, report=900, n=2)])) == 2
    assert len(facts([one, row(1800, held=DAY, report=900, n=2, same_as=1)])) == 1


def test_groups_join_only_if_no_pair_is_forbidden():
    """Without a subject a row may be either's; it must not make Norland's and Denland's troops one fact."""
    rows = [LEVEL, row(1800, held=DAY, subject_iso3="DNK"), row(1800, held=DAY, subject=None, subject_iso3=None)]
    assert sorted(len(fact.rows) for fact in facts(rows)) == [1, 2]


def test_a_plan_told_as_if_it_stood_is_the_plan():
    """ "is keeping 1,200 there next year": a level by its words, beside 1,800 that stand, and the day's other reports give a target."""
    plans = [row(1200, "target"), row(1200, "target"), row(1200, "target", report=901)]
    levels = [row(1800, held=DAY, report=901), row(1800, held=DAY)]
    keeping = row(1200, held=DAY)
    found = next(fact for fact in facts([*plans, *levels, keeping]) if keeping in fact.rows)
    assert ids(found.rows) == ids([*plans, keeping])
    assert any("as if it stood" in say.why for link in found.links for _, say in link.decision.says)
    assert found not in standing([found])


@pytest.mark.parametrize(
    "levels",
    [
        [],  # nothing else stands: the plan may have been carried out
        [row(1800, held=DAY)],  # one report alone says so
    ],
)
def test_a_level_stays_one_without_another(levels):
    keeping = row(1200, held=DAY)
    found = facts([row(1200, "target"), row(1200, "target"), *levels, keeping])
    assert any(fact.rows == (keeping,) for fact in found)


def test_every_feature_is_explained():
    assert all(feature.look.__doc__ for feature in FEATURES)


SOME = st.builds(
    row,
    st.sampled_from([20, 1800, 1850, 1900]),
    st.sampled_from(["level", "target", "change", None]),
    st.sampled_from([None, DAY, MONTHS_LATER]),
    st.sampled_from([DAY, NEXT, MONTHS_LATER]),
    subject_iso3=st.sampled_from([None, "NOR", "DNK"]),
    place_iso3=st.sampled_from([None, "SWE", "FIN"]),
    approx=st.booleans(),
    scope=st.sampled_from([(), ("combat",)]),
)


@given(st.lists(SOME, max_size=9), st.randoms())
def test_facts_are_a_partition_whatever_the_order(rows, dice):
    found = facts(rows)
    assert ids(one for fact in found for one in fact.rows) == ids(rows)
    mixed = dice.sample(rows, len(rows))
    assert sorted(ids(fact.rows) for fact in facts(mixed)) == sorted(ids(fact.rows) for fact in found)


def judged(rows, pairs):
    """Rows with what people said of pairs of them, as a ledger gives it; what contradicts something said before is not taken."""
    joined, apart = {row.figure_id: row.figure_id for row in rows}, set()
    for one, other, same in pairs:
        first, second = joined[one.figure_id], joined[other.figure_id]
        if same and first != second and frozenset((first, second)) not in apart:
            joined = {id: min(first, second) if key in (first, second) else key for id, key in joined.items()}
            apart = {frozenset(min(first, second) if key in (first, second) else key for key in two) for two in apart}
        elif not same and first != second:
            apart.add(frozenset((first, second)))
    hands = Counter(joined.values())
    return [
        replace(
            row,
            joined=joined[row.figure_id] if hands[joined[row.figure_id]] > 1 else None,
            apart=tuple(
                sorted(key for two in apart if joined[row.figure_id] in two for key in two - {joined[row.figure_id]})
            ),
        )
        for row in rows
    ]


SAID = st.lists(SOME, min_size=2, max_size=9).flatmap(
    lambda rows: st.tuples(
        st.just(rows), st.lists(st.tuples(st.sampled_from(rows), st.sampled_from(rows), st.booleans()), max_size=5)
    )
)


@given(SAID, st.randoms())
@settings(deadline=None)
def test_a_persons_word_beats_the_features(said, dice):
    """Rows joined by hand are in one fact and rows parted by hand in two, whatever they say; all rows stay, in any order."""
    rows = judged(*said)
    found = facts(rows)
    of = {row.figure_id: number for number, fact in enumerate(found) for row in fact.rows}
    assert sorted(of) == ids(rows)
    for one, other in combinations(rows, 2):
        if one.joined and one.joined == other.joined:
            assert of[one.figure_id] == of[other.figure_id]
        if (one.joined or one.figure_id) in other.apart:
            assert of[one.figure_id] != of[other.figure_id]
    mixed = dice.sample(rows, len(rows))
    assert sorted(ids(fact.rows) for fact in facts(mixed)) == sorted(ids(fact.rows) for fact in found)


def test_joining_two_rows_brings_their_facts_together():
    """Two mates of each, which nothing forbids to go with them, come along; a mate that was parted from the other side stays out."""
    one, mate = row(1800, held=DAY), row(1800, held=NEXT)
    other, friend = row(1900, "target", held=DAY, joined=one.figure_id), row(1900, "target", held=DAY)
    one = replace(one, joined=one.figure_id)
    assert [len(fact.rows) for fact in facts([one, mate, other, friend])] == [4]
    (fact,) = facts([one, other])
    assert fact.links[0].decision.says == (("judged", (5.0, "joined by hand", False)),)
    mate, friend = replace(mate, apart=(friend.figure_id,)), replace(friend, apart=(mate.figure_id,))
    assert sorted(len(fact.rows) for fact in facts([one, mate, other, friend])) == [1, 3]


@given(SOME, SOME)
def test_a_decision_does_not_depend_on_the_side(one, other):
    assert (decide(one, other).same, decide(one, other).points) == (decide(other, one).same, decide(other, one).points)
