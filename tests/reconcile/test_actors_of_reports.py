"""Which actors of several reports are one."""

from __future__ import annotations

from itertools import count

import pytest

from onrecord.concepts.rows import ActorRow
from onrecord.reconcile.actors import FEATURES, actors, decide, is_named

_NUMBERS = count(1)


def actor(name, kind="person", iso3=None, roles=(), **fields) -> ActorRow:
    known = {"report": next(_NUMBERS), "n": 1, "sectors": (), "outlet": None, "published": "2031-05-10"}
    return ActorRow(name=name, kind=kind, iso3=iso3, roles=roles, **(known | fields))


ADA = actor("Ada Berg", iso3="NOR", roles=("defence minister",), sectors=("GOV",))
ONE = [
    (ADA, actor("Ada Berg")),  # the name in full
    (ADA, actor("Ada M. Berg", iso3="NOR")),  # with a second name
    (ADA, actor("A. Berg", iso3="NOR")),  # with an initial
    (ADA, actor("Minister Berg", iso3="NOR", roles=("minister",))),  # a surname with state and office
    (actor("Pentagon", "government", "USA"), actor("the Pentagon", "government", "USA")),
    (actor("Moscow", "state", "RUS"), actor("Russia", "state", "RUS")),
]
TWO = [
    (ADA, actor("Ida Berg", iso3="NOR", roles=("defence minister",))),  # another first name
    (ADA, actor("Berg")),  # a surname alone says too little
    (ADA, actor("Berg", iso3="SWE", roles=("minister",))),  # a surname of another state
    (ADA, actor("Ada Berg", "company")),  # a company of that name
    (ADA, actor("Ada Lund", iso3="NOR", roles=("defence minister",))),
    (actor("Foreign Ministry", "government", "RUS"), actor("Foreign Ministry", "government", "SYR")),
    (actor("Islamic State", "armed_group"), actor("Islamic Front", "armed_group")),
]


@pytest.mark.parametrize("pair", ONE)
def test_one_actor(pair):
    assert decide(*pair).same, decide(*pair)
    assert len(actors(pair)) == 1


@pytest.mark.parametrize("pair", TWO)
def test_two_actors(pair):
    assert not decide(*pair).same, decide(*pair)
    assert actors(pair) == []


def test_a_surname_of_two_people_joins_neither():
    berg = actor("Berg", iso3="NOR", roles=("minister",))
    ida = actor("Ida Berg", iso3="NOR", roles=("minister of trade",))
    assert actors([ADA, ida, berg]) == []
    (who,) = actors([ADA, berg])
    assert (who.name, who.iso3, len(who.rows)) == ("Ada Berg", "NOR", 2)


@pytest.mark.parametrize(
    "name", ["two officials", "Afghan commander", "President", "About 5,200 U.S. troops", "we", "Harbour Front Leader"]
)
def test_who_is_only_described_is_no_actor_of_several_reports(name):
    assert not is_named(actor(name))


@pytest.mark.parametrize("name", ["Police", "Coalition Forces"])
def test_common_nouns_in_capitals_name_no_body(name):
    assert not is_named(actor(name, "police"))
    assert is_named(actor("Norland Police", "police"))


def test_every_feature_is_explained():
    assert all(look.__doc__ for look in FEATURES)
