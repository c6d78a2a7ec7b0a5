"""Records that were read before: lines of JSON that `onrecord read --json` or `--jsonl` wrote, taken as they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.concepts.record import Record
from onrecord.errors import SpanError
from onrecord.intake.known import Known
from onrecord.views.cli import tasks
from onrecord.views.cli.tasks import STDIN, Failure, Outcome, Task, outcome

_RECORD = re.compile(rb'\s*\{\s*"schema"\s*:\s*"onrecord/')


class _Line(msgspec.Struct):
    """What stands in the place of a record that could not be made."""

    error: Failure | None = None


def is_record(data: bytes) -> bool:
    """True for the bytes of a record, or of an error in its place."""
    return _RECORD.match(data) is not None


def kept_or_read(task: Task, given: Known, model: str | None) -> Outcome:
    """The record of a task: taken as it is, or read."""
    return kept(task) if task.data and is_record(task.data) else outcome(task, given, model)


def kept(task: Task) -> Outcome:
    """The record of a task whose data is one; a failure if it is an error line, of another version, or its spans are not in its text."""
    from onrecord.reader import check_spans

    data = task.data or b""
    try:
        if error := msgspec.json.decode(data, type=_Line).error:
            return Outcome(task, None, error)
        check_spans(msgspec.json.decode(data, type=Record))
    except msgspec.DecodeError as error:
        return Outcome(task, None, Failure("record", f"not a record of this version: {error}", task.line))
    except SpanError as error:
        return Outcome(task, None, Failure("record", f"changed after it was read: {error}", task.line))
    return Outcome(task, data)


def sources(given: list[str]) -> Iterator[Task]:
    """One task a report or record: JSON, JSON lines and standard input may hold either, many to a file."""
    from onrecord.intake.media import is_jsonl
    from onrecord.intake.sources import files_of

    for source in given:
        if source == STDIN:
            yield from parted("standard input", sys.stdin.buffer)
            continue
        for file in files_of(Path(source)):
            suffix = file.suffix.lower()
            if suffix != ".json" and not is_jsonl(suffix):
                yield Task(str(file))
                continue
            try:
                with file.open("rb") as stream:
                    yield from parted(str(file), stream)
            except OSError as error:
                yield Task(str(file), refused=tasks.said(error))


def parted(source: str, stream: BinaryIO) -> Iterator[Task]:
    """A task a line if the first line is a whole JSON object; all of it as one report or record else."""
    before, first = [], b""
    for line in stream:
        before.append(line)
        if line.strip():
            first = line
            break
    head = first.removeprefix(b"\xef\xbb\xbf").strip()
    if head.startswith(b"{") and head.endswith(b"}"):
        yield from tasks.lines(source, chain(before, stream))
        return
    data = b"".join([*before, *stream])
    if data.strip():
        yield Task(source, data, 1 if head.startswith(b"{") else None)
