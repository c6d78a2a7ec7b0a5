"""Forty-odd reports of many outlets, read and kept: the series by quarter gives back every stated level and nothing else."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord
from onrecord.reconcile.periods import period_of

BLOCKS = Path(__file__).with_name("troops.txt").read_text(encoding="utf-8").split("\n=== ")[1:]


class Report(NamedTuple):
    published: str
    outlet: str
    stated: list[tuple[str, str, int]]
    text: str


def report(block):
    head, text = block.split("\n", 1)
    published, outlet, stated = (part.strip() for part in head.split("|"))
    parts = [one.split() for one in stated.split(";")]
    return Report(published, outlet, [(kind, place, int(value)) for kind, place, value in parts], text.strip())


REPORTS = [report(block) for block in BLOCKS]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with onrecord.open(tmp_path_factory.mktemp("series") / "troops.ledger") as led:
        for one in REPORTS:
            led.add(one.text, published=one.published, outlet=one.outlet)
        yield led


def stated(kind, place):
    found = defaultdict(set)
    for one in REPORTS:
        for is_kind, where, value in one.stated:
            if (is_kind, where) == (kind, place):
                found[period_of(one.published, "quarter").name].add(value)
    return dict(found)


@pytest.mark.parametrize("place", ["AFG", "IRQ", "SYR"])
def test_every_stated_level_comes_back(ledger, place):
    levels, targets = stated("level", place), stated("target", place)
    every = {value for values in targets.values() for value in values}
    for point in ledger.series(of="USA", in_=place, measure="troops", by="quarter"):
        said = levels.get(point.period.name, set())
        assert set(point.levels) == said, point
        assert (point.best in said) if said else (point.best is None), point
        # No period is filled that has no report: what stands there without a level is a target that falls due.
        assert bool(point.n_reports) == bool(said or point.targets), point
        assert set(point.targets) <= every, point


def test_copies_are_found(ledger):
    assert [row.outlet for row in ledger.reports if row.copy_of] == ["Suvia Courier", "Suvia Courier"]
    (cut,) = [
        (fact, tree) for fact, tree in ledger.same(in_="IRQ") if fact.head.best == 3000 and fact.head.role == "target"
    ]
    assert (cut[1].count, cut[1].witnesses, len(cut[0].rows)) == (1, 2, 3)


def test_promises_are_followed(ledger):
    kept = {(one.fact.head.best, one.fact.head.place_iso3): one.verdict for one in ledger.promises(of="USA")}
    assert kept[3000, "IRQ"] == kept[2500, "IRQ"] == kept[50000, "IRQ"] == "MET"
    assert kept[200, "SYR"] == "OPEN"


def test_a_contradiction_is_found(ledger):
    found = [(one.one.value_text, one.other.value_text) for one in ledger.conflicts(of="USA", in_="AFG")]
    assert all("3,500" not in pair for pair in found)  # two months after 2,500 were told: it may have changed
