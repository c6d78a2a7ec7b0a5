"""Run the commands of the tutorial and write what they print below them; a test compares instead (tests/views/test_tutorial.py).

.venv/bin/python tools/tutorial.py        rewrites docs/tutorial.md

A block that begins with "```console" holds commands ("$ onrecord …") and their output. A line "…" stands for output that is left
out: what stands above it is kept as long as it is.
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from onrecord.views.cli.app import app

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
SHOWN = ("samples", "docs")  # folders that the commands read
_MORE = "…"


class Step(NamedTuple):
    """A command with the lines that stand below it."""

    command: str
    lines: tuple[str, ...]


def steps(page: str) -> Iterator[Step]:
    """The commands of a page in their order."""
    inside, command, lines = False, "", []
    for line in [*page.splitlines(), "```"]:
        if inside and (line.startswith("$ ") or line == "```") and command:
            yield Step(command, tuple(lines))
            command = ""
        if line in ("```", "```console"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            command, lines = line.removeprefix("$ "), []
        elif inside:
            lines.append(line)


def fresh(step: Step, output: str) -> tuple[str, ...]:
    """What should stand below a command: its output, cut where the page cuts it."""
    lines = tuple(output.rstrip("\n").splitlines())
    return (*lines[: step.lines.index(_MORE)], _MORE) if _MORE in step.lines else lines


def run(command: str) -> str:
    """What a command prints on standard output. Raises RuntimeError if it fails."""
    name, *words = shlex.split(command)
    done = CliRunner().invoke(app, words)
    if name != "onrecord" or done.exit_code:
        raise RuntimeError(f"{command}: exit code {done.exit_code}\n{done.output}")
    return done.stdout


def in_a_folder_of_its_own(do: Callable[[], None]) -> None:
    """Call something where the folders of the project are seen and `build` is empty."""
    with tempfile.TemporaryDirectory() as folder:
        for name in SHOWN:
            Path(folder, name).symlink_to(ROOT / name)
        Path(folder, "build").mkdir()
        before = Path.cwd()
        os.chdir(folder)
        try:
            do()
        finally:
            os.chdir(before)


def rewrite() -> None:
    """Write the true outputs into the page."""
    page = PAGE.read_text(encoding="utf-8")
    for step in list(steps(page)):
        old = "\n".join((f"$ {step.command}", *step.lines))
        new = "\n".join((f"$ {step.command}", *fresh(step, run(step.command))))
        page = page.replace(f"{old}\n", f"{new}\n", 1)
        print(step.command, file=sys.stderr)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    in_a_folder_of_its_own(rewrite)
