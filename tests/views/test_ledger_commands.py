"""The commands of a ledger, from reading to answers."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord.views.cli.app import app

REPORTS = [
    {
        "id": "post",
        "outlet": "Harbour Post",
        "published": "2020-03-10",
        "text": "The United States has 5,200 troops in Iraq, the Pentagon said on Tuesday. It will cut them to 3,000 by "
        "the end of September, General Ada Berg announced.",
    },
    {
        "id": "times",
        "outlet": "Hill Times",
        "published": "2020-03-11",
        "text": "Washington will reduce its force in Iraq to 3,000 troops by the end of September. The United States "
        "currently has 5,200 troops in Iraq.",
    },
    {
        "id": "later",
        "outlet": "Harbour Post",
        "published": "2020-10-02",
        "text": "The United States now has 3,000 troops in Iraq, the Pentagon said on Friday.",
    },
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    lines = [json.dumps(report) for report in REPORTS]
    (folder / "in.jsonl").write_text("\n".join([*lines[:2], '{"id": 1}', lines[2]]), encoding="utf-8")
    path = folder / "iraq.ledger"
    done = run("add", path, folder / "in.jsonl", code=1)
    assert "3 added, 1 refused" in done.stdout
    assert "in.jsonl: line 3" in done.stderr
    return path


def run(*words, code=0):
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == code, done.output
    return done


def answer(*words):
    return json.loads(run(*words, "--json").stdout)


def test_adding_again_adds_nothing(ledger):
    again = run("add", ledger, ledger.with_name("in.jsonl"), code=1)
    assert "3 known, 1 refused" in again.stdout


def test_records_go_in_as_they_are(ledger, tmp_path):
    """What was read before is not read again, and is the same as read on the way."""
    records = tmp_path / "records.jsonl"
    with records.open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "onrecord", "read", "--jsonl", ledger.with_name("in.jsonl")], stdout=out, check=True
        )
    run("add", tmp_path / "b.ledger", records, code=1)
    assert answer("same", tmp_path / "b.ledger") == answer("same", ledger)


def test_ls_show_search(ledger):
    assert [row["id_given"] for row in answer("ls", ledger)] == ["post", "times", "later"]
    shown = answer("show", ledger, "times")
    assert shown["text"] == REPORTS[1]["text"]
    assert {row["value_text"] for row in shown["figures"]} == {"3,000", "5,200"}
    assert "[Washington]" in answer("search", ledger, "washington")[0]["snippet"]
    assert "Harbour Post" in run("ls", ledger).stdout
    assert "5,200" in run("show", ledger, "2").stdout


def test_same_and_origins(ledger):
    facts = {(one["role"], one["value_text"]): one for one in answer("same", ledger)}
    assert sorted({member["report"] for member in facts["target", "3,000"]["members"]}) == ["post", "times"]
    assert facts["target", "3,000"]["origins"] == 1
    span = facts["level", "5,200"]["members"][0]["span"]
    assert REPORTS[0]["text"][span["start"] : span["end"]] == span["text"] == "5,200"
    figure = facts["target", "3,000"]["members"][0]["figure_id"]
    tree = answer("origins", ledger, "--fact", figure)["tree"]
    assert [len(origin["witnesses"]) for origin in tree] == [2]
    assert "1 origin, 2 witnesses" in run("origins", ledger, "--fact", figure).stdout


def test_series(ledger):
    found = answer("series", ledger, "--of", "USA", "--in", "IRQ", "--measure", "troops")
    assert [(row["period"], row["best"]) for row in found] == [
        ("2020-Q1", 5200), ("2020-Q2", None), ("2020-Q3", None), ("2020-Q4", 3000),
    ]  # fmt: skip
    assert (found[0]["iso3"], found[0]["cow"], found[2]["targets"]) == ("IRQ", 645, [3000])
    assert "5,200 █·○▅ 3,000 2020-Q1 to 2020-Q4" in run("series", ledger, "--in", "IRQ").stdout


def test_promises_and_asof(ledger):
    assert {(row["value_text"], row["verdict"]) for row in answer("promises", ledger)} == {("3,000", "MET")}
    assert [row["best"] for row in answer("asof", ledger, "--held-on", "2020-08-01")] == [5200]
    assert answer("asof", ledger, "--held-on", "2020-12-01", "--in", "IRQ")[0]["best"] == 3000
    assert answer("asof", ledger, "--held-on", "2020-12-01", "--known-on", "2020-08-01")[0]["best"] == 5200
    assert "MET" in run("promises", ledger).stdout


def test_compare(ledger, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("ccode,year,quarter,troops\n645,2020,1,5200\n645,2020,2,0\n645,2020,4,9000\n645,2021,1,2500\n")
    kinds = [row["kind"] for row in answer("compare", ledger, mine, "--of", "USA")]
    assert kinds == ["supported", "blank as zero", "contradicted", "unsupported"]
    assert "blank as zero" in run("compare", ledger, mine, "--of", "USA").stdout
    beside = answer("series", ledger, "--in", "IRQ", "--compare", mine)
    assert [row["compared"] and row["compared"]["kind"] for row in beside] == [
        "supported", "blank as zero", None, "contradicted",
    ]  # fmt: skip
    assert "9,000 contradicted" in run("series", ledger, "--in", "IRQ", "--compare", mine).stdout
    mine.write_text("where,year,soldiers,marines\nIRQ,2020,8200,12\n")
    wrong = run("compare", ledger, mine, code=2)
    assert "--map value=COLUMN" in wrong.stderr
    named = ("--map", "value=soldiers", "--map", "place=where", "--by", "year")
    assert [row["kind"] for row in answer("compare", ledger, mine, *named)] == ["sum of levels"]


def test_the_rest_answers(ledger):
    for command in ("conflicts", "timeline", "verify"):
        assert answer(command, ledger) == [] or command == "timeline"
        run(command, ledger)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("series", "--measure", "unicorns"), 2, "its measures are"),
        (("series", "--by", "week"), 2, "goes by"),
        (("origins", "--fact", "9:f9"), 1, "no figure"),
        (("show", "9"), 1, "no report"),
        (("asof",), 2, "--held-on"),
        (("compare", "none.csv"), 1, "cannot be read"),
    ],
)
def test_mistakes_are_told(ledger, words, code, said):
    assert said in run(words[0], ledger, *words[1:], code=code).stderr


def test_actors_statements_and_events_of_several_reports(ledger):
    found = {one["name"]: one for one in answer("same", ledger, "--kind", "actors")}
    assert {row["report"] for row in found["Pentagon"]["members"]} == {1, 3}
    assert found["United States"]["iso3"] == "USA"
    assert "Pentagon" in run("same", ledger, "--kind", "actors", "--of", "USA").stdout
    assert answer("same", ledger, "--kind", "statements") == []
    assert "0 events" in run("same", ledger, "--kind", "events", "--in", "SYR").stdout
    assert "--kind is one of" in run("same", ledger, "--kind", "people", code=2).output


def test_python_says_the_same(ledger):
    with onrecord.open(ledger) as led:
        assert [point.best for point in led.series(of="USA", in_="IRQ", measure="troops")] == [5200, None, None, 3000]
        assert len(led.reports) == 3 and led.verify() == []
        assert led.figures[0].quote.startswith("The United States has")
        assert led.add(REPORTS[0]["text"], published="2020-03-10").what == "known"


def test_a_removed_report_is_gone(ledger, tmp_path):
    copy = tmp_path / "copy.ledger"
    copy.write_bytes(ledger.read_bytes())
    assert "removed 3" in run("rm", copy, "later").stdout
    assert [row["number"] for row in answer("ls", copy)] == [1, 2]
    run("verify", copy)
