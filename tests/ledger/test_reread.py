"""What changes when a report is read again by another version."""

from __future__ import annotations

import sqlite3

import pytest
from kept import record
from msgspec.structs import replace

from onrecord.ledger import Store, judge

OLD, NEW = "onrecord 1", "onrecord 2"


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.ledger", write=True) as found:
        found.add(record(), reader=OLD)
        found.add(record("Another report: 40 soldiers left.", url="https://post.example/"), reader=NEW)
        yield found


def dump(store):
    with sqlite3.connect(store.path) as ledger:
        return "\n".join(ledger.iterdump())


def reading(**fields):
    """Another reading of the same report: the first figure otherwise, the second gone, its first event of another type."""
    made = record()
    first, _, *rest = made.figures
    first = replace(first, pair=None, **fields)
    event, *events = made.events
    return replace(made, figures=(first, *rest), events=(replace(event, type="MOBILIZE"), *events))


def changes(found):
    return [(change.what, change.row, change.fields) for change in found.changes]


def test_the_same_reading_changes_nothing_but_the_version(store):
    before = {row.figure_id for row in store.figures()}
    found = store.replace(1, record(), reader=NEW)
    assert (found.before, found.now, found.changes, found.lost) == (OLD, NEW, (), ())
    assert found.same == len(before) + len(record().statements) + len([row for row in record().events if row.type])
    assert {row.figure_id for row in store.figures()} == before and store.verify() == []
    assert store.due(NEW) == [] and store.due(OLD) == [1, 2] and store.due(None) == [1, 2]


def test_what_changed_is_told_and_ids_stay(store):
    ids = [row.figure_id for row in store.figures(report=1)]
    found = store.replace(1, reading(best=1700, low=1700, high=1700, role=None), reader=NEW)
    assert changes(found)[0] == (
        "changed", "1:f1",
        {"role": ("level", None), "low": (1800, 1700), "best": (1800, 1700), "high": (1800, 1700), "pair": ("1:f2", None)},
    )  # fmt: skip
    what, row, fields = changes(found)[1]
    assert (what, row, fields["role"], fields["best"]) == ("gone", "1:f2", ("target", None), (1200, None))
    assert ("changed", "1:e1", {"type": ("RETREAT", "MOBILIZE")}) in changes(found)
    assert [row.figure_id for row in store.figures(report=1)] == [id for id in ids if id != found.changes[1].id]
    assert store.verify() == []


def test_what_comes_back_is_new(store):
    store.replace(1, reading(), reader=NEW)
    found = store.replace(1, record(), reader=NEW)
    assert [(what, row) for what, row, _ in changes(found)] == [
        ("changed", "1:f1"),
        ("new", "1:f2"),
        ("changed", "1:e1"),
    ]


def test_judgements_go_on_holding_and_those_without_a_row_are_told(store):
    with store.judging() as ledger:
        me = judge.By("me")
        judge.correct(ledger, judge.target(ledger, "1:f1"), {"best": 1750}, me)
        judge.review(ledger, "accept", judge.target(ledger, "1:f2"), me)
        judge.review(ledger, "reject", judge.target(ledger, "1:f2"), me)
        judge.undo(ledger, 2, me)
        judge.pair(ledger, "same", judge.target(ledger, "1:f3"), judge.target(ledger, "1:f2"), me)
    found = store.replace(1, reading(measure="fighters"), reader=NEW)
    row = next(row for row in store.figures() if row.n == 1)
    assert (row.best, row.measure, row.review) == (1750, "fighters", "corrected")
    assert [(one.judgement, one.verdict, one.row) for one in found.lost] == [(3, "reject", "1:f2"), (5, "same", "1:f2")]
    assert [words.partition(":")[0] for words in store.verify()] == ["judgement 3", "judgement 5"]


def test_a_dry_run_changes_nothing(store):
    before = dump(store)
    found = store.replace(1, reading(), reader=NEW, dry_run=True)
    assert found.changes and dump(store) == before
    assert store.replace(1, reading(), reader=NEW).changes == found.changes


def test_a_reading_that_fails_leaves_the_report_as_it_was(store, monkeypatch):
    before = dump(store)
    monkeypatch.setattr("onrecord.ledger.reread.digest", lambda rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.replace(1, reading(), reader=NEW)
    assert dump(store) == before
    monkeypatch.undo()
    assert store.replace(1, reading(), reader=NEW).changes and store.verify() == []


def test_the_evidence_is_what_was_read(store):
    found = store.evidence(1)
    assert (found.number, found.reader, found.source, found.report) == (1, OLD, None, record().report)
