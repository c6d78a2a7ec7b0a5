"""Lines of JSONL to reports: `{"id", "text", "published"?, "title"?, "outlet"?, "url"?}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from onrecord.concepts.report import Report
from onrecord.errors import BadLine, OnrecordError, OptionError
from onrecord.intake.text import report_of

_TEXTS = ("title", "outlet", "url", "published")


def report_of_line(given: Mapping[str, Any]) -> Report:
    """Make a report of one decoded line. Raises BadLine, naming the field that is missing or wrong."""
    if not isinstance(given, Mapping):
        raise BadLine(f'a line must be an object such as {{"id": 1, "text": "…"}}; this one is {_kind(given)}')
    if "text" not in given:
        raise BadLine(f'field "text" is missing; the line has {", ".join(map(repr, given)) or "no fields"}')
    for name in ("text", *_TEXTS):
        value = given.get(name)
        if not isinstance(value, str) and (name == "text" or value is not None):
            raise BadLine(f'field "{name}" must be a string, not {_kind(value)}')
    own = given.get("id")
    if isinstance(own, bool) or not isinstance(own, str | int | float | None):
        raise BadLine(f'field "id" must be a string or a number, not {_kind(own)}')
    known = {key: given.get(key) or None for key in _TEXTS}
    try:
        return report_of(given["text"], id_given=None if own is None else str(own), **known)
    except OptionError as error:
        raise BadLine(f'field "published": {error}') from error
    except OnrecordError as error:
        raise BadLine(f'field "text": {error}') from error


def read_jsonl(lines: Iterable[str | bytes], where: str | None = None) -> Iterator[Report | BadLine]:
    """A report, or the error in its place, for every line that is not blank; lines are read one at a time.

    `where` names the input in error messages; a BadLine's `line` is the number of its line.
    """
    for number, line in enumerate(lines, 1):
        data = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        if not data.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield read_line(data, number, where)
        except BadLine as error:
            yield error


def read_line(data: bytes, number: int = 1, where: str | None = None) -> Report:
    """Read one line, the `number`-th of the input `where`. Raises BadLine."""
    try:
        return report_of_line(_decoded(data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data))
    except BadLine as error:
        raise BadLine(f"{f'{where}, ' if where else ''}line {number}: {error}", number) from error


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        if b"\\u" in data and ("surrogate" in str(error) or _surrogate(data)):
            raise BadLine(
                f"an escape is half of a surrogate pair (\\ud800–\\udfff), which is no character ({error})"
            ) from error
        raise BadLine(f"not JSON: {str(error).removeprefix('JSON is malformed: ')}") from error
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8 at byte {error.start} of the line; JSON lines are UTF-8") from error
    except RecursionError as error:
        raise BadLine("nested too deeply; a line is a flat object") from error


def _surrogate(data: bytes) -> bool:
    import json

    try:
        json.dumps(json.loads(data), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


def _kind(value: object) -> str:
    names = {
        type(None): "null",
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
    }
    return names.get(type(value), "an object")
