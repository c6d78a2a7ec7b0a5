"""The tutorial's commands print what stands below them; the demo and the README ask the commands that there are."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from onrecord.views.cli.app import app

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("tutorial", ROOT / "tools" / "tutorial.py")
assert _SPEC and _SPEC.loader
tutorial = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(tutorial)


def test_steps_are_read_from_a_page():
    page = "words\n```console\n$ onrecord a\none\n\ntwo\n$ onrecord b\n```\n```python\n$ no\n```\n"
    assert list(tutorial.steps(page)) == [("onrecord a", ("one", "", "two")), ("onrecord b", ())]


def test_what_is_left_out_may_be_anything():
    assert tutorial.fresh(tutorial.Step("", ("x", "…")), "new\nmore\n") == ("new", "…")
    assert tutorial.fresh(tutorial.Step("", ("x",)), "new\nmore\n") == ("new", "more")


def test_the_tutorial_prints_what_it_says():
    wrong = []

    def compare():
        for step in tutorial.steps(tutorial.PAGE.read_text(encoding="utf-8")):
            if (made := tutorial.fresh(step, tutorial.run(step.command))) != step.lines:
                wrong.append("\n".join((f"$ {step.command}", *made)))

    tutorial.in_a_folder_of_its_own(compare)
    assert not wrong, "tools/tutorial.py writes what the commands print now:\n" + "\n".join(wrong)


def commands(name):
    """Command lines of a file that begin with onrecord, without what a pipe or a file does with them."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"(?:^ {4}(?:\.venv/bin/)?|`|\")(onrecord [a-z][^`\"\n#]*)", text, re.M)
    return [re.split(r"[|>]", one)[0].strip() for one in found]


@pytest.mark.parametrize("name", ["README.md", "tools/demo.sh", "docs/tutorial.md", "docs/plots.md"])
def test_commands_and_their_options_exist(name):
    known = get_command(app)
    assert commands(name)
    for line in commands(name):
        _, command, *words = shlex.split(line)
        there = known.commands.get(command)
        assert there, line
        options = {option for parameter in there.params for option in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in words if word.startswith("-") and word != "-"} <= options, line


def test_the_commands_of_the_readme_do_what_they_say(tmp_path, monkeypatch):
    """As they stand, in their order, with the sample reports under the names that the README uses."""
    samples = ROOT / "samples"
    shutil.copytree(samples, tmp_path / "reports")
    shutil.copy(samples / "drawdown-meridian-post.html", tmp_path / "report.html")
    (tmp_path / "report.txt").write_text(
        "The United States will cut its force in Iraq from 5,200 to 3,000 troops in September."
    )
    (tmp_path / "reports.jsonl").write_text(
        '{"id": "a", "text": "Spain has 40 soldiers in Mali.", "published": "2031-02-03"}\n'
    )
    monkeypatch.chdir(tmp_path)
    for line in dict.fromkeys(
        re.findall(r"(?:^ {4}\.venv/bin/|`)(onrecord [a-z][^`#\n]*)", (ROOT / "README.md").read_text(), re.M)
    ):
        command, _, file = line.partition(">")
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{line}\n{done.output}"
        if file:
            (tmp_path / file.strip()).write_text(done.stdout)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"records.jsonl", "figures.xlsx", "iraq.ledger", "iraq.svg", "iraq.html"} <= made
