"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import typer

from onrecord.intake.jsonl import report_of_line
from onrecord.intake.text import report_of
from onrecord.reader import read

app = typer.Typer(no_args_is_help=True)


@app.callback()
def root() -> None:
    """Reads news reports and keeps the record."""


@app.command("read")
def read_command(source: Path, jsonl: bool = False, published: str | None = None) -> None:
    """Read reports and print their records."""
    if jsonl:
        for line in source.read_text(encoding="utf-8").splitlines():
            given = msgspec.json.decode(line)
            _put(read(report_of_line(given)))
    else:
        _put(read(report_of(source.read_text(encoding="utf-8"), published=published)))


def _put(record: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")


def main() -> None:
    """Run the command line."""
    app()
