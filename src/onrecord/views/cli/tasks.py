"""From what stands on the command line to reports to read: one task a report, one outcome a task."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from onrecord.concepts.record import SCHEMA
from onrecord.concepts.report import Report
from onrecord.errors import InputError, OnrecordError, SpanError
from onrecord.intake.known import Known
from onrecord.views.cli.trouble import BUG

STDIN = "-"
# Marks that JSON leaves as they are and that many programs take for the end of a line; they can stand in strings only.
_BREAKS = tuple((mark.encode(), f"\\u{ord(mark):04x}".encode()) for mark in "\x85\u2028\u2029")


class Task(NamedTuple):
    """One report to read: a file (`data` is None), the bytes of standard input, or a line of JSONL with its number."""

    source: str
    data: bytes | None = None
    line: int | None = None
    refused: str | None = None

    @property
    def name(self) -> str:
        """What to call the report when it has no title."""
        return f"{self.source}, line {self.line}" if self.line else self.source


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
        line = self.record or msgspec.json.encode({"schema": SCHEMA, "error": self.failure})
        for mark, escape in _BREAKS:
            line = line.replace(mark, escape)
        return line


def tasks(sources: list[str], *, jsonl: bool) -> Iterator[Task]:
    """One task a file or a line of JSONL, made as they are needed; a folder stands for the files below it."""
    from onrecord.intake.media import is_jsonl
    from onrecord.intake.sources import files_of

    for source in sources:
        if source == STDIN:
            yield from (
                lines("standard input", sys.stdin.buffer) if jsonl else [Task("standard input", source_bytes(source))]
            )
            continue
        files = files_of(Path(source))
        if not files:
            yield Task(source, refused="there are no files in this folder")
        for file in files:
            if jsonl or is_jsonl(file.suffix.lower()):
                yield from _lines_of(file)
            else:
                yield Task(str(file))


def count(sources: list[str], *, jsonl: bool) -> int | None:
    """How many tasks there are, None if one of the sources can be read once only (a pipe)."""
    if any(not Path(source).is_dir() and not Path(source).is_file() for source in sources if jsonl or source != STDIN):
        return None
    return sources.count(STDIN) + sum(1 for _ in tasks([one for one in sources if one != STDIN], jsonl=jsonl))


def _lines_of(file: Path) -> Iterator[Task]:
    try:
        with file.open("rb") as stream:
            yield from lines(str(file), stream)
    except OSError as error:
        yield Task(str(file), refused=said(error))


def lines(source: str, stream: Iterable[bytes]) -> Iterator[Task]:
    """One task a line that is not blank."""
    for number, line in enumerate(stream, 1):
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if data.strip():
            yield Task(source, data, number)


def source_bytes(source: str) -> bytes:
    """All bytes of a file or of standard input. Raises InputError."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputError(said(error)) from error


def outcome(task: Task, given: Known, model: str | None) -> Outcome:
    """Read one report. Raises ModelError and OptionError, which would stand in the way of every other report too."""
    return outcome_of(task, lambda: report(task, given), model)


def outcome_of(task: Task, make: Callable[[], Report], model: str | None) -> Outcome:
    """Make the report of a task and read it; raises what `outcome` does."""
    from onrecord.reader import read

    try:
        return Outcome(task, msgspec.json.encode(read(make(), model)))
    except InputError as error:
        return Outcome(task, None, Failure(error.kind, str(error), task.line))
    except OnrecordError as error:
        if not isinstance(error, SpanError):
            raise
        return _bug(task, error.kind, error)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return _bug(task, "bug", error)


def _bug(task: Task, kind: str, error: Exception) -> Outcome:
    where = f"line {task.line}: " if task.line else ""
    return Outcome(task, None, Failure(kind, f"{where}{type(error).__name__}: {error} ({BUG})", task.line))


def report(task: Task, given: Known) -> Report:
    """Make the report of a task. Raises InputError."""
    from onrecord.intake.jsonl import read_line
    from onrecord.intake.sources import from_bytes

    if task.refused:
        raise InputError(task.refused)
    data = source_bytes(task.source) if task.data is None else task.data
    if task.line is None:
        suffix = Path(task.source).suffix.lower() or None
        return from_bytes(data, replace(given, media_type=suffix))
    return read_line(data, task.line)


def said(error: OSError) -> str:
    """What stands in the way of reading a file."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a file"
    if isinstance(error, PermissionError):
        return "you may not read this file"
    return error.strerror or str(error)
