"""Adding, finding and removing records."""

from __future__ import annotations

import sqlite3

import pytest
from kept import record, story

from onrecord.errors import LedgerError, OptionError
from onrecord.ledger import Store
from views import made


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.ledger", write=True) as found:
        yield found


def dump(path):
    with sqlite3.connect(path) as ledger:
        return "\n".join(ledger.iterdump())


def test_a_record_comes_back_as_rows(store):
    assert store.add(record()) == ("added", 1)
    figures = store.quoted(store.figures())
    assert [(row.value_text, row.role, row.speaker, row.relay) for row in figures[:2]] == [
        ("1,800", "level", "Ada Berg", ("Radio Fjord",)),
        ("1,200", "target", "Ada Berg", ("Radio Fjord",)),
    ]
    assert figures[0].low == 1800 and isinstance(figures[0].low, int)
    assert figures[0].quote.startswith("Norland will cut")
    assert figures[1].place == "Suvia" and figures[1].subject == "Norland" and figures[1].date_edtf == "2031-10"
    assert [row.type for row in store.events()] == ["RETREAT", "ASSAULT", "RETREAT"]
    assert store.events()[0].actors == ("Norland",) and store.events()[0].places == ("Suvia",)
    assert store.text(1) == made.TEXT


def test_reading_again_adds_nothing(store):
    store.add(record())
    before = dump(store.path)
    assert store.add(record()) == ("known", 1)
    assert dump(store.path) == before


def test_a_changed_report_at_the_same_address_is_a_new_version(store):
    """Both are kept; figures come from the later one alone."""
    store.add(record(url="https://post.example/garrison"))
    text = made.TEXT + "This report was corrected."
    assert store.add(record(text, url="https://post.example/garrison")).what == "revised"
    assert [row.replaces for row in store.reports()] == [None, 1]
    assert store.figures() == []


@pytest.mark.parametrize(
    ("text", "what", "kind"),
    [
        (story(1) + " The agency added a line.", "copied", "copy"),  # a line more
        (" ".join(story(1).split()[:90]), "copied", "copy"),  # cut by the outlet
        (story(1).upper(), "copied", "same text"),  # other letters, same words
        (" ".join(story(1).split()[:105] + story(2).split()[:45]), "copied", "part"),  # a third of it is new
        (story(2), "added", None),  # the same words in another order
        (" ".join(story(1).split()[:20] + story(2).split()[:130]), "added", None),  # one sentence quoted
    ],
)
def test_copies_are_marked_not_dropped(store, text, what, kind):
    store.add(record(story(1)))
    assert store.add(record(text)).what == what
    last = store.reports()[-1]
    assert (last.copy_of, last.copy_kind) == (1 if kind else None, kind)


def test_a_copy_of_a_copy_is_a_copy_of_the_first(store):
    text = story(1)
    for more in ("", " One line.", " One line. And another."):
        store.add(record(text + more))
    assert [row.copy_of for row in store.reports()] == [None, 1, 1]


def test_what_is_removed_can_come_back_the_same(store):
    store.add(record())
    ids = [row.figure_id for row in store.figures()]
    store.remove(1)
    assert (store.reports(), store.figures(), store.search("garrison"), store.verify()) == ([], [], [], [])
    store.add(record())
    assert [row.figure_id for row in store.figures()] == ids


def test_search_shows_the_words(store):
    store.add(record())
    store.add(record(story(3)))
    assert [(hit.number, "[garrison]" in hit.snippet) for hit in store.search("garrison")] == [(1, True)]
    assert store.search('"the garrison"') == []
    with pytest.raises(OptionError, match="quotes"):
        store.search('"half')


def test_reports_go_by_number_id_or_address(store):
    store.add(record(url="https://post.example/garrison"))
    row = store.report("1")
    assert store.report(row.url) == store.report(row.id) == store.report(row.id[:8]) == row
    with pytest.raises(LedgerError, match="no report"):
        store.report("2")


def test_judgements_are_only_added_to(store):
    ledger = sqlite3.connect(store.path)
    row = ("r", "f-1", "accept", "me", "2031-01-01")
    ledger.execute("INSERT INTO judgement (report, target, verdict, who, at) VALUES (?, ?, ?, ?, ?)", row)
    for change in ("UPDATE judgement SET verdict = 'reject'", "DELETE FROM judgement"):
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            ledger.execute(change)
