"""The file of a ledger: migrations, what is not one, killed and simultaneous writers."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kept import record, story

from onrecord.errors import LedgerError
from onrecord.ledger import Store

WRITER = """
import sys
sys.path[:0] = [{tests!r}, {here!r}]
from kept import record, story
from onrecord.ledger import Store
with Store({path!r}, write=True) as store:
    for seed in range({first}, {last}):
        store.add(record(story(seed, 60) if seed % 3 else story(seed // 9, 60) + f" {{seed}}"))
"""


def writer(path, first, last):
    here = Path(__file__).parent
    code = WRITER.format(tests=str(here.parent), here=str(here), path=str(path), first=first, last=last)
    return subprocess.Popen([sys.executable, "-c", code])


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


def test_a_killed_writer_continues_where_it_was(tmp_path):
    whole, killed = tmp_path / "whole.ledger", tmp_path / "killed.ledger"
    assert writer(whole, 0, 60).wait() == 0
    for wait in (0.35, 0.45, 0.5):
        process = writer(killed, 0, 60)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert writer(killed, 0, 60).wait() == 0
    assert dump(killed) == dump(whole)
    with Store(killed) as store:
        assert store.verify() == []


def test_two_writers_and_readers_at_once_lose_nothing(tmp_path):
    path = tmp_path / "a.ledger"
    Store(path, write=True).close()
    writers = [writer(path, 0, 40), writer(path, 100, 140)]
    while any(process.poll() is None for process in writers):
        with Store(path) as store:
            store.figures()
            store.reports()
    assert [process.returncode for process in writers] == [0, 0]
    with Store(path) as store:
        assert len(store.reports()) == 80
        assert store.verify() == []
