"""Files, folders and standard input to reports, in a stable order; what cannot be read comes as an error in its place."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from msgspec.structs import replace

from onrecord.concepts.report import Report
from onrecord.errors import InputError, OptionError
from onrecord.intake.decode import decode
from onrecord.intake.html import report_of_page
from onrecord.intake.jsonl import read_jsonl
from onrecord.intake.known import Known
from onrecord.intake.media import HTML, is_jsonl, kind_of
from onrecord.intake.text import build

NOTHING = Known()
# A single word that ends like a file's name is meant as one, also when there is no such file.
_FILE_NAME = re.compile(r"[^\s\0]{1,300}\.(?:txt|text|html?|xhtml|jsonl|ndjson)", re.IGNORECASE)


def from_text(text: str, known: Known = NOTHING) -> Report:
    """Read a string: HTML if it plainly is (or `known.media_type` says so), else plain text."""
    source = text.encode("utf-8", "surrogatepass")
    if kind_of(text, known.media_type) == HTML:
        return report_of_page(text, known, source)
    return build(text, known, source=source)


def from_bytes(data: bytes, known: Known = NOTHING) -> Report:
    """Read bytes in any encoding: HTML or plain text. Raises InputError."""
    media_type, encoding = _media_type(known)
    declared = data[:1024].lstrip().startswith(b"<") or kind_of("", media_type) == HTML
    text, _ = decode(data, encoding, declared=declared)
    if kind_of(text, media_type) == HTML:
        return report_of_page(text, known, data)
    return build(text, known, source=data)


def _media_type(known: Known) -> tuple[str | None, str | None]:
    """Media type and encoding apart: "text/html; charset=utf-8"."""
    name, _, parameters = (known.media_type or "").partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    return name.strip().lower() or None, known.encoding or charset


def read_path(path: Path | str, known: Known = NOTHING) -> Report:
    """Read one file of text or HTML. Raises InputError, naming the file."""
    file = Path(path)
    if is_jsonl(file.suffix.lower()):
        raise InputError(f"{file} holds a report a line, not one report: read it with --jsonl, or through sources()")
    try:
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error
    try:
        return from_bytes(data, _named(known, file))
    except InputError as error:
        raise type(error)(f"{file}: {error}") from error


def _unreadable(file: Path, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{str(file)!r} cannot be read: {reason}")


def _named(known: Known, file: Path) -> Known:
    return known if known.media_type else replace(known, media_type=file.suffix.lower() or None)


def open_report(source: str | Path | bytes, known: Known = NOTHING) -> Report:
    """Read a text, a path or bytes; a short string that names a file is its path. Raises InputError."""
    if isinstance(source, bytes | bytearray | memoryview):
        return from_bytes(bytes(source), known)
    if isinstance(source, PurePath):
        return read_path(Path(source), known)
    if not isinstance(source, str):
        raise OptionError(f"a report is a string, a path or bytes, not {type(source).__name__}")
    if _FILE_NAME.fullmatch(source) or _names_file(source):
        return read_path(source, known)
    return from_text(source, known)


def _names_file(source: str) -> bool:
    try:
        return len(source) < 1_000 and "\n" not in source and Path(source).exists()
    except (OSError, ValueError):
        return False


def sources(
    paths: Iterable[Path | str], known: Known = NOTHING, *, jsonl: bool = False, stdin: BinaryIO | None = None
) -> Iterator[Report | InputError]:
    """Read files, folders and standard input (`-`), one report at a time.

    A folder's files come sorted by path, hidden ones left out; `.jsonl` files, and all with `jsonl`, hold a report a line.
    """
    for path in paths:
        if str(path) == "-":
            yield from _stream(stdin or sys.stdin.buffer, known, jsonl)
            continue
        for file in files_of(Path(path)):
            yield from _file(file, known, jsonl)


def files_of(path: Path) -> list[Path]:
    """The files a path stands for: itself, or those below a folder."""
    if not path.is_dir():
        return [path]
    inside = sorted(path.rglob("*"))
    return [
        file for file in inside if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
    ]


def _file(file: Path, known: Known, jsonl: bool) -> Iterator[Report | InputError]:
    try:
        if jsonl or is_jsonl(file.suffix.lower()):
            with file.open("rb") as lines:
                yield from read_jsonl(lines, str(file))
        else:
            yield read_path(file, known)
    except InputError as error:
        yield error
    except (OSError, ValueError) as error:
        yield _unreadable(file, error)


def _stream(stream: BinaryIO, known: Known, jsonl: bool) -> Iterator[Report | InputError]:
    if jsonl:
        yield from read_jsonl(stream, "standard input")
        return
    try:
        yield from_bytes(stream.read(), known)
    except InputError as error:
        yield type(error)(f"standard input: {error}")
