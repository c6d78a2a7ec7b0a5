"""From what stands on the command line to reports to read: one task a report, one outcome a task."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord.concepts.record import SCHEMA
from onrecord.concepts.report import Report
from onrecord.errors import InputError, OnrecordError, SpanError

STDIN = "-"


class Task(NamedTuple):
    """One report to read: a file (`data` is None), the bytes of standard input, or a line of JSONL with its number."""

    source: str
    data: bytes | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the reports from the command line."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    model: str | None = None


class Failure(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a report could not be read; `line` is its line in a JSONL input."""

    kind: str
    message: str
    line: int | None = None


class Outcome(NamedTuple):
    """The record of a task as JSON, or why there is none."""

    task: Task
    record: bytes | None
    failure: Failure | None = None

    def line(self) -> bytes:
        """One line of JSON: the record, or the failure in its place."""
        return self.record or msgspec.json.encode({"schema": SCHEMA, "error": self.failure})


def files(sources: list[str]) -> list[Task]:
    """One task a file; a folder stands for the files in it and below, in order of their names."""
    tasks: list[Task] = []
    for source in sources:
        path = Path(source)
        if source == STDIN:
            tasks.append(Task("standard input", sys.stdin.buffer.read()))
        elif path.is_dir():
            found = sorted(entry for entry in path.rglob("*") if entry.is_file() and not entry.name.startswith("."))
            tasks += [Task(str(entry)) for entry in found]
        else:
            tasks.append(Task(source))
    return tasks


def lines(sources: list[str]) -> Iterator[Task]:
    """One task a line of the JSONL inputs, read as they are needed; blank lines are skipped."""
    for source in sources:
        stream = sys.stdin.buffer if source == STDIN else opened(source)
        with stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield Task("standard input" if source == STDIN else source, line, number)


def source_bytes(source: str) -> bytes:
    """All bytes of a file or of standard input. Raises InputError."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    with opened(source) as stream:
        return stream.read()


def opened(source: str) -> BinaryIO:
    """Open a file for its bytes. Raises InputError that says what is wrong with it."""
    try:
        return Path(source).open("rb")
    except OSError as error:
        raise InputError(_said(error)) from error


def count(sources: list[str]) -> int | None:
    """How many lines the JSONL inputs have, None if one of them cannot be asked twice."""
    total = 0
    for source in sources:
        if source == STDIN or not Path(source).is_file():
            return None
        with opened(source) as stream:
            total += sum(1 for line in stream if line.strip())
    return total


def outcome(task: Task, given: Given) -> Outcome:
    """Read one report. Raises ModelError and OptionError, which would stand in the way of every other report too."""
    from onrecord.reader import read

    try:
        return Outcome(task, msgspec.json.encode(read(report(task, given), given.model)))
    except (InputError, SpanError) as error:
        return Outcome(task, None, Failure(error.kind, str(error), task.line))
    except OnrecordError:
        raise
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return Outcome(task, None, Failure("bug", f"{type(error).__name__}: {error} ({BUG})", task.line))


BUG = "a mistake in onrecord, not in your report; `python -X dev -m onrecord …` shows where"


def report(task: Task, given: Given) -> Report:
    """Make the report of a task. Raises InputError."""
    from onrecord.intake.jsonl import report_of_line
    from onrecord.intake.text import report_of

    if task.line is not None and task.data is not None:
        try:
            known = msgspec.json.decode(task.data, type=dict)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise InputError(f"not a JSON object: {error}") from error
        return report_of_line(known)
    data = source_bytes(task.source) if task.data is None else task.data
    return report_of(
        data.decode("utf-8"), published=given.published, outlet=given.outlet, url=given.url, title=given.title
    )


def _said(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a file"
    if isinstance(error, PermissionError):
        return "you may not read this file"
    return error.strerror or str(error)
