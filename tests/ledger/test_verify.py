"""Whatever is changed behind the ledger's back is found."""

from __future__ import annotations

import sqlite3

import pytest
from kept import record

from onrecord.ledger import Store

DAMAGE = [
    ("UPDATE figure_row SET best = best + 1 WHERE n = 1", "its rows are not those that were read"),
    ("UPDATE figure_row SET low = 9999 WHERE n = 2", "low (9999) is above high (1200)"),
    ("UPDATE figure_row SET start = start + 1 WHERE n = 1", "the words '1,800' are not at"),
    ("UPDATE event_row SET evidence_end = 100000 WHERE n = 1", "are not in the text"),
    ('UPDATE statement_row SET start = 5, "end" = 2 WHERE n = 1', "characters 5 to 2"),
    ("UPDATE moment SET earliest = latest || 'T23' WHERE earliest = latest", "before it begins"),
    ("DELETE FROM figure_row WHERE n = 3", "its rows are not those that were read"),
    ("UPDATE report SET source_sha256 = x'00', text_sha256 = NULL", "its text is not the one that was read"),
    ("UPDATE report SET published = '2030-01-01'", "its id is not the hash"),
    ("UPDATE report SET text = x'00'", "cannot be unpacked"),
    ("UPDATE report SET source = x'00'", "its source cannot be unpacked"),
    ("DELETE FROM actor_row WHERE n = 1", "refers to a row of actor_row"),
    (
        "INSERT INTO judgement (report, target, verdict, who, at) SELECT id, 'f-none', 'accept', 'me', '2031' FROM report",
        "there is no row f-none",
    ),
]


@pytest.mark.parametrize(("change", "said"), DAMAGE)
def test_damage_is_found(tmp_path, change, said):
    with Store(tmp_path / "a.ledger", write=True) as store:
        store.add(record())
        assert store.verify() == []
        with sqlite3.connect(store.path) as ledger:
            ledger.execute(change)
        assert any(said in words for words in store.verify()), store.verify()
