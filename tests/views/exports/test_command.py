"""`onrecord export`: where rows come from, where they go, and what is left when something fails."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from strike import strike
from typer.testing import CliRunner
from written import written

from made import record
from onrecord.concepts.record import Record
from onrecord.views.cli.app import app
from onrecord.views.exports import ANSWERS, FORMATS

SAMPLES = Path(__file__).parents[3] / "samples"
REPORT = "In 2031, Norland sent 1,800 soldiers to France.\n"


def run(*arguments: str | Path, given: str | bytes | None = None) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["export", *map(str, arguments)], input=given)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [msgspec.json.encode(one) for one in (record(), strike())]
    (tmp_path / "two.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    (tmp_path / "pretty.json").write_bytes(msgspec.json.format(lines[1], indent=2))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


LEDGER_ONLY = {*ANSWERS, "claimreview", "timelinejs", "page"}


@pytest.mark.parametrize(
    "format",
    [name for name, choice in FORMATS.items() if not choice.format.binary and choice.tables[0].name not in LEDGER_ONLY],
)
def test_records_from_a_file_and_from_standard_input(folder: Path, format: str) -> None:
    made = written(format).decode()
    code, _, err = run("--format", format, folder / "two.jsonl", "-o", folder / "out")
    assert (code, err, (folder / "out").read_bytes().decode()) == (0, "", made)
    code, out, err = run("--format", format, "-", given=(folder / "two.jsonl").read_bytes())
    assert (code, err, out.replace("\r\n", "\n")) == (0, "", made.replace("\r\n", "\n"))


def test_an_indented_record(folder: Path) -> None:
    code, out, _ = run("--format", "jsonl", folder / "pretty.json")
    assert (code, out) == (0, written("jsonl", None, strike()).decode())


def test_reports_are_read_on_the_way(folder: Path) -> None:
    code, out, err = run("--format", "csv", folder / "report.txt", folder / "two.jsonl", "--published", "2031-09-16")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert rows[0]["value_text"] == "1,800" and len(rows) == 7
    line = json.dumps({"id": 1, "text": REPORT, "published": "2031-09-16"})
    assert run("--format", "csv", "-", given=line)[1].splitlines()[1:] == out.splitlines()[1:2]
    assert (
        run("--format", "csv", "-", "--published", "2031-09-16", given=REPORT)[1].splitlines()[1:]
        == out.splitlines()[1:2]
    )


@pytest.mark.parametrize("sample", ["beirut-first.html", "kabul-airport.txt"])
def test_a_sample_in_every_format(tmp_path: Path, sample: str) -> None:
    read = CliRunner().invoke(app, ["read", "--json", str(SAMPLES / sample)])
    assert read.exit_code == 0
    kept = tmp_path / "kept.jsonl"
    kept.write_text(read.stdout, encoding="utf-8")
    for format, choice in FORMATS.items():
        for table in choice.tables:
            if table.name in LEDGER_ONLY:
                continue
            named = ["--table", table.name] if len(choice.tables) > 1 else []
            out = tmp_path / f"{format}-{table.name}"
            assert run("--format", format, *named, kept, "-o", out)[0] == 0
            assert out.stat().st_size > 0
    text = msgspec.json.decode(read.stdout, type=Record).report.text
    for table in ("figures", "events", "times", "places"):
        for line in (tmp_path / f"jsonl-{table}").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert text[row["start"] : row["end"]] == row["quote"]


def test_workers_change_no_byte(folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "export",
        "--format",
        "jsonl",
        str(folder / "two.jsonl"),
        "--workers",
        "2",
    ]
    assert subprocess.run(command, capture_output=True, check=True).stdout == written("jsonl")


def test_a_source_that_cannot_be_read_is_named_and_the_others_written(folder: Path) -> None:
    code, out, err = run("--format", "jsonl", folder / "none.txt", folder / "two.jsonl")
    assert (code, len(out.splitlines())) == (1, 6)
    assert "none.txt: there is no such file" in err
    changed = (folder / "two.jsonl").read_text(encoding="utf-8").replace('"text":"1,800"', '"text":"1,900"', 1)
    wrong = '{"schema":"onrecord/1","error":{"kind":"line","message":"line 1: not JSON","line":1}}\n'
    code, out, err = run("--format", "jsonl", "-", given=changed + wrong + '{"schema":"onrecord/9"}\n')
    assert (code, len(out.splitlines())) == (1, 2)
    assert "changed after it was read" in err and "not JSON" in err and "not a record of this version" in err


@pytest.mark.parametrize("old", ["kept", None])
@pytest.mark.parametrize("strict", [("--strict", "two.jsonl"), ("--format", "xlsx")])
def test_a_failed_export_leaves_the_old_file_or_none(folder: Path, old: str | None, strict: tuple[str, ...]) -> None:
    out = folder / "out" / "f.csv"
    out.parent.mkdir()
    if old:
        out.write_text(old, encoding="utf-8")
    extra = [folder / one if one.endswith("jsonl") else one for one in strict]
    code, _, _ = run("--format", "csv", *extra, folder / "none.txt", "-o", out)
    assert code == 1
    assert [(file.name, file.read_text(encoding="utf-8")) for file in out.parent.iterdir()] == (
        [("f.csv", old)] if old else []
    )


def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(folder: Path) -> None:
    out = folder / "f.csv"
    run("--format", "csv", folder / "two.jsonl", "-o", out)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(out.stat().st_mode) == 0o666 & ~mask
    out.chmod(0o640)
    run("--format", "csv", folder / "two.jsonl", "-o", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there(folder: Path) -> None:
    code, _, err = run("--format", "csv", folder / "two.jsonl", "-o", folder / "no" / "f.csv")
    assert code == 1 and "No such file" in err and "Traceback" not in err


def test_cells_that_look_like_formulas_are_kept_and_told(folder: Path) -> None:
    risky = msgspec.structs.replace(strike(), report=msgspec.structs.replace(strike().report, outlet="=HYPERLINK(1)"))
    (folder / "risky.json").write_bytes(msgspec.json.encode(risky))
    code, out, err = run("--format", "csv", folder / "risky.json")
    assert code == 0 and "=HYPERLINK(1)" in out and "formula" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("two.jsonl",), "--format"),
        (("--format", "docx", "two.jsonl"), "no format"),
        (("--format", "ucdp", "--table", "figures", "two.jsonl"), "does not go"),
        (("--format", "csv", "-", "-"), "once only"),
    ],
)
def test_wrong_usage_is_exit_code_2(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*(folder / one if one.endswith("jsonl") else one for one in arguments), given="")
    assert (code, out) == (2, "")
    assert words in err and "Traceback" not in err
