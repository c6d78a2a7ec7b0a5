"""Reading a ledger's reports again from the command line and in Python."""

from __future__ import annotations

import json
import sqlite3

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord.concepts.report import report_id
from onrecord.ledger import Store
from onrecord.views.cli.app import app
from onrecord.views.ledger.again import READER, How, again, reread

PLAIN = "The United States has 5,200 troops in Iraq, the Pentagon said on Tuesday. It will cut them to 3,000 by the end of September."
PAGE = """<html lang="en"><head><title>Cut</title><meta property="article:published_time" content="2020-03-11"></head><body><article><h1>Troops</h1>
<p>The United States will cut its troops in Iraq to 3,000, the Pentagon said on Wednesday. There are 5,200 of them now, a spokesman told reporters.</p>
<p>The cut was announced on Tuesday by the general who leads them, and it will be finished in September, the spokesman added.</p></article></body></html>"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A ledger with a line of JSON and a page."""
    folder = tmp_path_factory.mktemp("reread")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    line = {"id": "plain", "text": PLAIN, "published": "2020-03-10", "outlet": "Harbour Post"}
    (folder / "in.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = CliRunner().invoke(
        app, ["add", str(folder / "a.ledger"), str(folder / "in.jsonl"), str(folder / "page.html")]
    )
    assert done.exit_code == 0, done.output
    return folder / "a.ledger"


@pytest.fixture
def ledger(made, tmp_path):
    """A copy of it, as if an older version had read it: one figure was a target, and one was not there."""
    path = tmp_path / "a.ledger"
    with sqlite3.connect(made) as one, sqlite3.connect(path) as other:
        one.backup(other)
    with sqlite3.connect(path) as changed:
        changed.execute("UPDATE report SET reader = 'onrecord 0'")
        changed.execute("UPDATE figure_row SET role = 'target' WHERE report = 1 AND n = 1")
        changed.execute("DELETE FROM figure_row WHERE report = 2 AND n = 2")
    return path


def run(*words, code=0):
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == code, done.output
    return done.stdout


def test_what_changed_is_told_report_by_report(ledger):
    said = run("reread", ledger)
    assert "~ 1:f1 5,200" in said and "role target → level" in said and "+ 2:f2" in said
    assert said.splitlines()[-1] == "2 reports read again: 2 changed (1 new, 1 changed rows)"
    assert run("reread", ledger) == "0 reports read again: 0 changed; 2 read by this version already\n"
    assert run("reread", ledger, "--all") == "2 reports read again: 0 changed\n"
    assert run("verify", ledger).startswith("✓")


def test_what_was_made_by_this_version_is_made_again(made):
    """Text and page alike: nothing changes, not even the bytes of the rows."""
    with sqlite3.connect(made) as one:
        before = one.execute("SELECT rows_sha256, dateline, language, warnings FROM report ORDER BY number").fetchall()
    said = json.loads(run("reread", made, "--all", "--json"))
    assert [(one["changes"], one["note"]) for one in said] == [([], None), ([], None)]
    with sqlite3.connect(made) as one:
        after = one.execute("SELECT rows_sha256, dateline, language, warnings FROM report ORDER BY number").fetchall()
    assert before == after


def test_a_dry_run_only_tells(ledger):
    assert "(nothing was written)" in run("reread", ledger, "--dry-run")
    assert "2 changed" in run("reread", ledger, "--dry-run")
    assert json.loads(run("reread", ledger, "--dry-run", "--json"))[0]["changes"][0]["fields"]["role"] == [
        "target",
        "level",
    ]


def test_it_goes_on_where_it_was_killed(ledger):
    with Store(ledger, write=True) as store:
        reading = reread(store, How())
        assert next(reading).report == 1
        reading.close()
        assert store.due(READER) == [2]
    assert run("reread", ledger).splitlines()[-1].startswith("1 report read again")


def test_judgements_without_a_row_are_named(ledger):
    with sqlite3.connect(ledger) as changed:
        changed.execute("UPDATE figure_row SET id = 'f-gone', start = 0, \"end\" = 3 WHERE report = 1 AND n = 1")
    run("accept", ledger, "1:f1", "--who", "Ada")
    said = run("reread", ledger)
    assert "! judgement 1 (accept, by Ada) of 1:f1: its row is gone" in said and "1 judgement without a row now" in said


def test_in_python(ledger):
    with onrecord.open(ledger) as led:
        (first, second) = led.reread()
        assert [change.what for change in (*first.changes, *second.changes)] == ["changed", "new"]
        assert led.reread() == []


def test_another_text_or_date_is_told_not_taken(made):
    """The id of a report is the hash of text, date and address: its rows and judgements hang on it."""
    with Store(made) as store:
        found = store.evidence(2)
    report, note = again(found.report, PAGE.replace("Wednesday", "Thursday").encode())
    assert report.text == found.report.text and "another text now" in note
    report, note = again(found.report, PAGE.replace("2020-03-11", "2020-03-12").encode())
    assert report.id == report_id(report.text, "2020-03-11", None) and "its date would be 2020-03-12 now" in note
    report, note = again(found.report, b"\0\1\2")
    assert report.text == found.report.text and note
    assert again(found.report, PAGE.encode()) == (found.report, None)


def test_no_ledger_is_made(tmp_path):
    run("reread", tmp_path / "none.ledger", code=1)
    assert list(tmp_path.iterdir()) == []
