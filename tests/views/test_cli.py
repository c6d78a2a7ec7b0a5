from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from made import record
from onrecord.concepts.record import Record
from onrecord.views.cli.app import app

REPORT = "In 2031, Norland sent 1,800 soldiers to France.\n"
LINES = [
    {"id": "a", "text": REPORT, "published": "2031-09-16"},
    {"id": "b", "text": "France and Spain signed a treaty on Monday.", "published": "2031-09-16"},
    {"id": "c", "text": "Nothing to see in Spain."},
]


def run(*arguments: str, given: str | bytes | None = None) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments), input=given)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Spain sent nobody.\n", encoding="utf-8")
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, LINES)) + "\n", encoding="utf-8")
    (tmp_path / "record.json").write_bytes(msgspec.json.encode(record()))
    return tmp_path


def test_one_report_as_json(folder: Path) -> None:
    code, out, err = run("read", str(folder / "a.txt"), "--published", "2031-09-16", "--outlet", "Suvia Post", "--json")
    made = msgspec.json.decode(out, type=Record)
    assert (code, err) == (0, "")
    assert (made.report.text, made.report.published, made.report.outlet) == (REPORT, "2031-09-16", "Suvia Post")


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    code, out, err = run("read", str(tmp_path))
    assert (code, out) == (1, "")
    assert err == f"onrecord: {tmp_path}: there are no files in this folder\n"


def test_standard_input_is_read_like_a_file(folder: Path) -> None:
    assert run("read", "-", "--json", given=REPORT) == run("read", str(folder / "a.txt"), "--json")


def test_jsonl_keeps_the_order_with_any_number_of_workers(folder: Path) -> None:
    code, out, err = run("read", "--jsonl", str(folder / "in.jsonl"))
    assert (code, err) == (0, "")
    assert [json.loads(line)["report"]["id_given"] for line in out.splitlines()] == ["a", "b", "c"]
    several = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "--jsonl", str(folder / "in.jsonl"), "--workers", "2"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert several.stdout == out


def test_a_bad_line_gives_an_error_in_its_place(folder: Path) -> None:
    source = folder / "bad.jsonl"
    source.write_text(f'{json.dumps(LINES[0])}\n\n{{"id": \n[1]\n{json.dumps(LINES[2])}\n', encoding="utf-8")
    code, out, err = run("read", "--jsonl", str(source))
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line.get("error", {}).get("line") for line in lines] == [None, 3, 4, None]
    assert all(line["schema"] == "onrecord/1" for line in lines)
    assert "2 lines could not be read" in err and "line 3" in err
    assert code == 0
    code, out, err = run("read", "--jsonl", "--strict", str(source))
    assert (code, len(out.splitlines())) == (1, 1)
    assert "line 3" in err


def test_a_bad_file_does_not_stop_the_others(folder: Path) -> None:
    code, out, err = run("read", str(folder / "none.txt"), str(folder / "a.txt"), "--json")
    assert code == 1
    assert err == f"onrecord: {folder / 'none.txt'}: there is no such file\n"
    assert json.loads(out)["report"]["text"] == REPORT
    code, out, _ = run("read", str(folder / "none.txt"), str(folder / "a.txt"), "--json", "--strict")
    assert (code, out) == (1, "")


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("read",), "Missing argument"),
        (("read", "-", "--published", "10/9/2031"), "such as 2020-09-10"),
        (("read", "-", "--title", "T", "--jsonl"), "fields of the lines"),
        (("read", "-", "-"), "once only"),
        (("read", "-", "--workers", "0"), "--workers"),
        (("red",), "read"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments, given="")
    assert (code, out) == (2, "")
    assert words in err and "Traceback" not in err


def test_an_unknown_model_is_an_error_in_words(folder: Path) -> None:
    code, out, err = run("read", str(folder / "a.txt"), "--model", "no_such_model")
    assert (code, out) == (1, "")
    assert "no_such_model" in err and "Traceback" not in err


def test_a_mistake_of_ours_shows_no_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("onrecord.reader.read", broken)
    code, out, err = run("read", str(folder / "a.txt"))
    assert (code, out) == (1, "")
    assert "boom" in err and "not in your report" in err and "Traceback" not in err
    code, out, _ = run("read", "--jsonl", str(folder / "in.jsonl"))
    assert code == 1
    assert [json.loads(line)["error"]["kind"] for line in out.splitlines()] == ["bug"] * 3


def test_a_reader_that_goes_away_ends_it_quietly(folder: Path) -> None:
    (folder / "many.jsonl").write_text((json.dumps(LINES[0]) + "\n") * 300, encoding="utf-8")
    command = f"{sys.executable} -m onrecord read --jsonl {folder / 'many.jsonl'} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


def test_why_shows_stored_reasons(folder: Path, golden: Callable[[str, str], None]) -> None:
    code, out, err = run("why", str(folder / "record.json"), "f2")
    assert (code, err) == (0, "")
    golden("why-f2.txt", out)


def test_why_of_a_row_that_is_not_there(folder: Path) -> None:
    code, out, err = run("why", str(folder / "record.json"), "f9")
    assert (code, out) == (1, "")
    assert "no row 'f9'" in err and "figures f1–f4" in err


def test_why_reads_a_report_again(folder: Path) -> None:
    code, out, err = run("why", str(folder / "b.txt"), "p1", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["id"] == "p1"


def test_why_checks_the_spans_of_a_record(folder: Path) -> None:
    data = (folder / "record.json").read_text(encoding="utf-8").replace('"1,800"', '"1,900"')
    code, _, err = run("why", "-", "f1", given=data)
    assert code == 1
    assert "1,900" in err


def test_layers_are_measured(folder: Path) -> None:
    code, out, _ = run("layers", "--on", str(folder / "a.txt"), "--json")
    first = json.loads(out)["layers"][0]
    assert code == 0
    assert (first["name"], first["gives"]) == ("parsing", ["parse"])
    assert first["ms_per_report"] > 0
    code, out, err = run("layers")
    assert (code, err) == (0, "")
    assert "ms a report" in out


def test_help_is_quick_and_loads_no_parser() -> None:
    code = "import sys; from onrecord.views.cli.app import app; app(['--help'], standalone_mode=False); sys.exit('spacy' in sys.modules)"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr
    assert "read" in done.stdout
    # CPU time: the wall clock of a busy machine says nothing of us.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1


def test_version() -> None:
    assert run("--version")[1].startswith("onrecord 0")


def test_a_terminal_that_lacks_characters_gets_escapes(folder: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "why", str(folder / "record.json"), "f2"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u25cb announced" in done.stdout


def test_a_text_without_rows_says_so(folder: Path) -> None:
    code, out, _ = run("read", "-", given="Hello there.\n")
    assert code == 0
    assert "nothing to show" in out
