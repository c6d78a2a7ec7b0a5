"""Marked text: a sentence with the answers in it, so that a person can read input and expectation at once.

    2020-09-10 | The US will go from [5,200]{role=level} to [3,000]{role=target as_of=2020-09} troops.

Braces hold `field=value` pairs parted by spaces; a value with spaces stands in double quotes; `null` is None.
A line that starts with `#` is a comment and says what the next line guards. `-` as date: no publication date.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(r"\[([^\[\]]+)\]\{([^{}]*)\}")
_PAIR = re.compile(r'(\w+)=("[^"]*"|\S+)')


class Mark(NamedTuple):
    start: int
    end: int
    text: str
    fields: dict[str, str]


class Marked(NamedTuple):
    published: str | None
    text: str
    marks: tuple[Mark, ...]
    guards: str


def parse(line: str) -> tuple[str, tuple[Mark, ...]]:
    """Text without marks, and the marks with their offsets in it."""
    out, marks, at, length = [], [], 0, 0
    for found in _MARK.finditer(line):
        before = line[at : found.start()]
        out.append(before + found[1])
        start = length + len(before)
        length = start + len(found[1])
        fields = {name: value.strip('"') for name, value in _PAIR.findall(found[2])}
        marks.append(Mark(start, length, found[1], fields))
        at = found.end()
    out.append(line[at:])
    return "".join(out), tuple(marks)


def render(text: str, marks: tuple[Mark, ...]) -> str:
    """The line that `parse` reads back to the same text and marks."""
    out, at = [], 0
    for mark in marks:
        fields = " ".join(f'{name}="{value}"' for name, value in mark.fields.items())
        out.append(f"{text[at : mark.start]}[{mark.text}]{{{fields}}}")
        at = mark.end
    return "".join(out) + text[at:]


def load(path: Path) -> list[Marked]:
    """All marked lines of a file."""
    found, guards = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            guards = line[1:].strip()
        elif line.strip():
            published, _, body = line.partition(" | ")
            text, marks = parse(body)
            found.append(Marked(None if published == "-" else published, text, marks, guards))
    return found
