"""Stepping through rows: review and audit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

import onrecord
from ledger.kept import record
from onrecord.ledger import Store
from onrecord.views.cli.app import app


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "a.ledger"
    with Store(path, write=True) as store:
        store.add(record())
    return path


def run(*words, keys="", code=0):
    done = CliRunner().invoke(app, [str(word) for word in words], input=keys)
    assert done.exit_code == code, done.output
    return done.stdout


def verdicts(ledger):
    with onrecord.open(ledger) as led:
        return [(one.verdict, one.undoes) for one in led.judgements]


def test_the_least_certain_come_first_with_their_reasons(ledger):
    rows = json.loads(run("review", ledger, "--json"))
    assert [row["weight"] for row in rows] == sorted((row["weight"] for row in rows), reverse=True)
    said = run("review", ledger)
    assert said.startswith(f"1 of {len(rows)} · {rows[0]['row']} · doubt {rows[0]['weight']:g}\n")
    assert rows[0]["doubts"][0]["why"] in said and f"nothing judged; {len(rows)} rows left" in said


def test_each_key_is_an_answer(ledger):
    total = len(json.loads(run("review", ledger, "--json")))
    said = run("review", ledger, "--who", "Ada", "--why", "checked", keys="a\nr\nc best=70 place=Harbour Town\nx?ms\nq")
    assert f"1 accepted, 1 rejected, 1 corrected, 1 skipped; {total - 4} rows left\n" in said
    assert "'x' is no answer" in said and "take the last answer back" in said
    assert [verdict for verdict, _ in verdicts(ledger)] == ["accept", "reject", "correct"]
    with onrecord.open(ledger) as led:
        assert {(one.who, one.why) for one in led.judgements} == {("Ada", "checked")}
        assert led.judgements[2].fields["place"] == "Harbour Town"
    assert len(json.loads(run("review", ledger, "--json"))) == total - 3


def test_an_answer_can_be_taken_back(ledger):
    said = run("review", ledger, keys="uaruusu")
    assert "there is no answer to take back" in said and said.count("→ not accepted") == 1
    assert verdicts(ledger) == [("accept", None), ("reject", None), ("undo", 2), ("undo", 1)]


def test_a_correction_that_makes_no_sense_is_asked_for_again(ledger):
    said = run("review", ledger, keys="c role=taget\nc\n\nc\nbest=9\nq")
    assert "role must be one of" in said and "1 corrected" in said
    assert len(verdicts(ledger)) == 1


def test_only_some_rows_are_looked_at(ledger):
    rows = json.loads(run("review", ledger, "--measure", "troops", "--json"))
    assert {row["figure"]["measure"] for row in rows} == {"troops"}
    run("review", ledger, "--measure", "goats", code=2)


def test_when_all_is_judged_there_is_nothing_to_do(ledger):
    run("review", ledger, keys="a" * 99)
    assert run("review", ledger) == "every figure is judged\n"


def test_nothing_answered_is_lost_when_it_is_killed(ledger):
    words = [sys.executable, "-m", "onrecord", "review", str(ledger)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        running.stdin.write("a\nr\n")
        running.stdin.flush()
        while "rejected" not in (line := running.stdout.readline()):
            assert line
        os.kill(running.pid, signal.SIGKILL)
    assert [verdict for verdict, _ in verdicts(ledger)] == ["accept", "reject"]
    with onrecord.open(ledger) as led:
        assert led.verify() == []


def test_a_terminal_needs_no_enter(ledger):
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "onrecord", "review", str(ledger)]
    with subprocess.Popen(words, stdin=theirs, stdout=subprocess.PIPE, text=True) as running:
        for key, said in (("a", "→ accepted"), ("cbest=9\n", "→ corrected"), ("u", "→ not corrected"), ("q", "left")):
            while termios.tcgetattr(theirs)[3] & termios.ICANON:  # until it waits for a key
                time.sleep(0.02)
            os.write(ours, key.encode())
            while said not in (line := running.stdout.readline()):
                assert line
    os.close(ours)
    os.close(theirs)
    assert verdicts(ledger) == [("accept", None), ("correct", None), ("undo", 2)]


def test_an_audit_goes_on_where_it_was(ledger):
    first = run("audit", ledger, "--sample", "4", "--seed", "7", keys="a\nr\nq")
    assert "4 of" in first and "2 checked" in first
    second = run("audit", ledger, "--sample", "4", "--seed", "7", keys="c best=9\na")
    assert second.startswith("1 of 2") and "4 checked" in second
    said = json.loads(run("audit", ledger, "--sample", "4", "--seed", "7", "--json"))
    shares = {one["what"]: (one["right"], one["checked"]) for one in said["shares"]}
    assert shares["rows that are there"] == (3, 4) and shares["rows with all fields right"] == (2, 4)
    assert shares["value"] == (2, 3) and shares["role"] == (3, 3)
    assert [row["review"] for row in said["rows"]] == ["accepted", "rejected", "corrected", "accepted"]


def test_an_audit_counts_by_what_was_read(ledger):
    """A row whose measure was corrected stays in the sample of the measure that was read."""
    with onrecord.open(ledger) as led:
        before, sample = led.audit(99, measure="troops")
        led.correct(sample[0].figure_id, measure="fighters")
        led.reject(sample[1].figure_id)
        after, again = led.audit(99, measure="troops")
    assert before.population == after.population and after.checked == 2
    assert [row.figure_id for row in again] == [row.figure_id for row in sample]


def test_a_sample_has_a_size(ledger):
    run("audit", ledger, code=2)
    run("audit", ledger, "--sample", "0", code=2)
