"""The file of a ledger: migrations, what is not one, killed and simultaneous writers."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from kept import record, story

from onrecord.errors import LedgerError
from onrecord.ledger import Store

FAULTS = Path(__file__).parents[2] / "bench" / "faults.py"


def dump(path):
    with sqlite3.connect(path) as ledger:
        return list(ledger.iterdump())


def test_opening_again_changes_nothing(tmp_path):
    path = tmp_path / "a.ledger"
    Store(path, write=True).close()
    before = dump(path)
    Store(path, write=True).close()
    assert dump(path) == before


def test_what_is_no_ledger_is_refused(tmp_path):
    (tmp_path / "text").write_text("not a database, but long enough to look at " * 50)
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE film (title TEXT)")
    with sqlite3.connect(tmp_path / "newer") as newer:
        newer.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT)")
        newer.execute("INSERT INTO migration (name) VALUES ('m001_initial'), ('m999_later')")
    for name, said in (
        ("text", "no SQLite file"),
        ("other", "no ledger"),
        ("newer", "newer onrecord"),
        ("none", "no such ledger"),
    ):
        with pytest.raises(LedgerError, match=said):
            Store(tmp_path / name)


def test_a_reader_cannot_write(tmp_path):
    Store(tmp_path / "a.ledger", write=True).close()
    with Store(tmp_path / "a.ledger") as store, pytest.raises(LedgerError, match="may not be written"):
        store.add(record())


def test_a_full_disk_is_told_and_the_ledger_stays(tmp_path):
    with Store(tmp_path / "a.ledger", write=True) as store:
        store.add(record(story(1)))
        pages = store._ledger.execute("PRAGMA page_count").fetchone()[0]
        store._ledger.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="disk is full"):
            for seed in range(2, 40):
                store.add(record(story(seed, 2_000)))
        assert store.verify() == []
        store._ledger.execute("PRAGMA max_page_count = 100000")
        assert store.add(record(story(50))).what == "added"


def test_killed_crowded_full_and_read_only(tmp_path):
    """The same trials as `bench/faults.py`, fewer: kills at any moment, six programs at once, no room left, no right to write."""
    words = ["kills", "crowd", "full", "readonly", "--kills", "12", "--reports", "30"]
    found = subprocess.run([sys.executable, str(FAULTS), *words], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_an_empty_file_is_told(tmp_path):
    (tmp_path / "a.ledger").touch()
    with pytest.raises(LedgerError, match="the file is empty"):
        Store(tmp_path / "a.ledger")
