"""Lexicons: the vocabulary of the layers, kept as commented text files beside them.

A file is UTF-8. `#` starts a comment that runs to the end of its line (write `\\#` for the mark itself). `[name]` alone on a
line starts a section. Every other line is an entry: columns parted by a tab or by two or more spaces.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord.errors import OptionError

_COMMENT = re.compile(r"(?<!\\)#.*")
_COLUMNS = re.compile(r"\t+|\s{2,}")
_SECTION = re.compile(r"\[([\w -]+)\]")

type Row = tuple[str, ...]


@cache
def sections(path: Path) -> dict[str, tuple[Row, ...]]:
    """Read a lexicon file; rows before the first heading are in section "".

    Raises OptionError, naming file and line, for a section that stands twice.
    """
    found: dict[str, list[Row]] = {"": []}
    current = found[""]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = _COMMENT.sub("", line).replace("\\#", "#").strip()
        if not words:
            continue
        heading = _SECTION.fullmatch(words)
        if heading:
            if heading[1] in found:
                raise OptionError(f"{path.name}, line {number}: section [{heading[1]}] stands twice; join the two")
            current = found[heading[1]] = []
        else:
            current.append(tuple(_COLUMNS.split(words)))
    return {name: tuple(rows) for name, rows in found.items()}


def rows(path: Path) -> tuple[Row, ...]:
    """All entries of a lexicon file, section after section."""
    return tuple(row for section in sections(path).values() for row in section)


def words(path: Path, section: str = "") -> frozenset[str]:
    """First columns of a section as a set."""
    return frozenset(row[0] for row in sections(path).get(section, ()))
