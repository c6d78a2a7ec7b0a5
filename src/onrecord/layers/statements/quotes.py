"""Find the words in quotation marks, whichever marks a report uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Opening marks that are never closing ones, with the marks that may close them.
_DIRECTED = {"“": '”“"', "„": "“”", "«": "»", "``": "''", "‘": "’"}
_EITHER = {'"': '"', "''": "''"}
# Marks that may open the next paragraph of the same quotation.
_SAME = {'”“"': ("“", '"'), '"': ('"',), "''": ("''",), "»": ("«",)}
_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_ELISION = re.compile(r"[’'](?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE)
# No quotation has more marks inside it; beyond them the text is no prose.
_MOST_MARKS = 200


class Quote(NamedTuple):
    """A quotation: offsets with and without its marks; `closed` is false where it runs on into the next paragraph."""

    start: int
    end: int
    first: int
    last: int
    closed: bool
    single: bool

    def holds(self, place: int) -> bool:
        """Whether a character lies in it."""
        return self.start <= place < self.end


def find(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quote]:
    """Quotations of a text, in order; one inside another is not listed."""
    return [quote for start, end in paragraphs for quote in _of_paragraph(text, start, end)]


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    marks = list(_MARK.finditer(text, start, end))
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        closers = _closers(text, mark, start)
        if closers is None:
            continue
        found = _close(text, marks, number, closers, end)
        if found is None:
            continue
        last, after, number = found
        single = closers in ("’", "'")
        if last > mark.end():
            yield Quote(mark.start(), after, mark.end(), last, last < after, single)


def _closers(text: str, mark: re.Match[str], start: int) -> str | None:
    """The marks that may close this one, or None if it opens nothing."""
    word = mark[0]
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    if word in ("'", "‘") and (before.isalnum() or _ELISION.match(text, mark.start())):
        return None
    if word == "'":
        return "'" if (before.isspace() or before in "([—–-") and after.isalnum() else None
    if word in _DIRECTED:
        return _DIRECTED[word]
    if word in _EITHER and after and not after.isspace() and (not before.isalnum() or not _is_inch(text, mark)):
        return _EITHER[word]
    return None


def _is_inch(text: str, mark: re.Match[str]) -> bool:
    return text[mark.start() - 1].isdigit()


def _close(text: str, marks: list[re.Match[str]], number: int, closers: str, end: int) -> tuple[int, int, int] | None:
    """Where the quotation ends without and with its mark, and the number of the next mark; None if it is no quotation."""
    single = closers in ("’", "'")
    first = None
    depth = 0
    for place in range(number, min(number + _MOST_MARKS, len(marks))):
        mark = marks[place]
        if _reopens(text, mark, closers):
            return first or (_trimmed(text, marks[number - 1].end(), mark.start()), mark.start(), place)
        if mark[0] == "“" and closers[0] == "”":
            depth += 1
        elif mark[0] in closers.replace("''", "") or (mark[0] == "''" and "''" in closers):
            if single and not _closes_single(text, mark):
                continue
            if depth == 0:
                return mark.start(), mark.end(), place + 1
            first = first or (mark.start(), mark.end(), place + 1)
            depth -= 1
    if first is not None:
        return first
    opening = marks[number - 1]
    if single or not _may_run_on(text, opening):
        return None
    last = _trimmed(text, opening.end(), end)
    return last, last, len(marks)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _reopens(text: str, mark: re.Match[str], closers: str) -> bool:
    """Whether a mark of the same kind opens anew after a line break: the quotation runs on, each paragraph with its open mark."""
    if mark[0] not in _SAME.get(closers, ()):
        return False
    before = text[max(0, mark.start() - 2) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return "\n" in before and bool(after) and not after.isspace()


def _closes_single(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark closes: not inside a word, and not after the s of a plural unless no better one can follow."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return not after.isalnum() and not before.isspace()


def _may_run_on(text: str, opening: re.Match[str]) -> bool:
    """Whether a quotation that is not closed is one: it opens before a letter, not within a word."""
    before = text[opening.start() - 1] if opening.start() else " "
    after = text[opening.end() : opening.end() + 1]
    return (before.isspace() or before in "(—–:") and (after.isalpha() or after in "[‘'…")
