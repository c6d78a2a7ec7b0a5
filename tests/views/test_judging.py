"""Judging from the command line and in Python."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import onrecord
from ledger.kept import record
from onrecord.errors import LedgerError
from onrecord.ledger import Store
from onrecord.views.cli.app import app


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "a.ledger"
    with Store(path, write=True) as store:
        store.add(record())
    return path


def run(*words, code=0, **options):
    done = CliRunner().invoke(app, [str(word) for word in words], **options)
    assert done.exit_code == code, done.output
    return done.stdout + (done.stderr if code else "")


def test_a_judgement_is_said_and_seen(ledger):
    said = run("correct", ledger, "1:f1", "best=1750", "role=target", "--why", "announced", "--who", "Ada")
    changed = "best 1,800 → 1,750, role level → target, status done → announced, label done → announced"
    assert said == f"1:f1 corrected: {changed} (judgement 1, by Ada)\n"
    shown = run("show", ledger, "1")
    assert "1,750" in shown and "best 1,800 → 1,750" in shown and "announced" in shown
    (row,) = [row for row in json.loads(run("show", ledger, "1", "--json"))["figures"] if row["n"] == 1]
    assert (row["best"], row["review"], dict(row["was"])["best"]) == (1750, "corrected", 1800)
    assert run("undo", ledger, "1:f1", "--who", "Ada") == "judgement 1 taken back (judgement 2, by Ada)\n"
    listed = run("judgements", ledger)
    assert "taken back by 2" in listed and "2 judgements" in listed
    assert [row["undone_by"] for row in json.loads(run("judgements", ledger, "--json"))] == [2, None]


def test_several_rows_are_judged_until_one_is_not_there(ledger):
    said = run("accept", ledger, "1:f1", "1:f2", "1:f99", "1:f3", code=1)
    assert "1:f1 accepted" in said and "1:f2 accepted" in said and "no figure f99" in said and "1:f3" not in said


def test_rows_are_joined_and_parted(ledger):
    assert run("same-as", ledger, "1:f1", "1:f2").startswith("1:f1 and 1:f2: one fact")
    assert [row["n"] for row in json.loads(run("show", ledger, "1", "--json"))["figures"] if row["joined"]] == [1, 2]
    assert len(json.loads(run("same", ledger, "--json"))) == 1
    assert "others" in run("not-same", ledger, "1:f1", "1:f2") or json.loads(run("same", ledger, "--json")) == []
    assert run("same-as", ledger, "1:e1", "1:e2").startswith("1:e1 and 1:e2: one event")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["correct", "1:f1", "best"], 2, "FIELD=VALUE"),
        (["correct", "1:f1", "why=me"], 2, "--why"),
        (["correct", "1:f1", "role=taget"], 2, "one of level"),
        (["same-as", "1:f1", "1:e1"], 2, "two figures"),
        (["accept", "2:f1"], 1, "no report"),
        (["undo"], 1, "no judgement to take back"),
    ],
)
def test_mistakes_are_told(ledger, words, code, said):
    assert said in run(words[0], ledger, *words[1:], code=code)


def test_no_ledger_is_made_by_a_judgement(tmp_path):
    assert "no such ledger" in run("accept", tmp_path / "none.ledger", "1:f1", code=1)
    assert list(tmp_path.iterdir()) == []


def test_why_shows_the_decisions_of_the_reader_and_of_people(tmp_path):
    """The report is read again from what the ledger keeps: reasons are not kept."""
    ledger, text = tmp_path / "a.ledger", tmp_path / "a.txt"
    text.write_text("The United States has 5,200 troops in Iraq, the Pentagon said on Tuesday.", encoding="utf-8")
    run("add", ledger, text, "--published", "2020-03-10")
    run("correct", ledger, "1:f1", "best=5300", "--who", "Ada", "--why", "a slip of the pen")
    said = run("why", ledger, "1:f1")
    assert "as_of" in said and "row of the ledger: 1:f1" in said
    assert "Ada" in said and "best 5,200 → 5,300: a slip of the pen" in said
    found = json.loads(run("why", ledger, "1:f1", "--json"))
    assert (found["best"], found["ledger_row"], found["judgements"][0]["fields"]["best"]) == (5200, "1:f1", 5300)
    assert "no figure f7" in run("why", ledger, "1:f7", code=1)


def test_judging_in_python(ledger):
    with onrecord.open(ledger) as led:
        assert led.correct("1:f1", best=1750, scope=["combat"], who="Ada", why="as the paper has it") == 1
        assert (led.figures[0].best, led.figures[0].scope) == (1750, ("combat",))
        led.reject("1:f2", who="Ada")
        led.same_as("1:f1", "1:f3")
        led.not_same("1:f1", "1:f4")
        assert [row.n for row in led.figures][:3] == [1, 3, 4]
        assert led.undo(2) == 5
        assert [one.verdict for one in led.judgements] == ["correct", "reject", "same", "not same", "undo"]
        assert led.judgements[0].who == "Ada"
    with pytest.raises(LedgerError, match="no such ledger"):
        onrecord.open(ledger.with_name("none")).accept("1:f1")


def test_what_was_joined_stays_so_when_a_report_goes_and_comes_back(ledger):
    with onrecord.open(ledger) as led:
        led.same_as("1:f1", "1:f3", who="Ada")
        before = [sorted(row.figure_id for row in fact.rows) for fact, _ in led.same()]
        led.store(write=True).remove(1)
        assert led.same() == []
        led.store(write=True).add(record())
        led.store().join()
        assert [sorted(row.figure_id for row in fact.rows) for fact, _ in led.same()] == before
        assert len(before) == 1 and led.verify() == []


def test_a_corrected_value_is_the_value_of_every_answer(ledger):
    """Series, as-of, exported tables: all go by the same rows."""
    with onrecord.open(ledger) as led:
        row = next(row for row in led.figures if row.role == "level")
        led.correct(row.figure_id, best=777, measure="fighters", place_iso3="SWE", as_of="2031-09-15", who="Ada")
        (point,) = led.series(measure="fighters")
        assert (point.best, point.period.name) == (777, "2031-Q3")
        assert [one.fact.head.best for one in led.asof("2031-09-30", in_="SWE")] == [777]
        led.reject(row.figure_id)
        assert not [one for one in led.figures if one.measure == "fighters"]
