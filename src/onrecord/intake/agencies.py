"""News agencies and outlets as they sign reports: in parentheses after a place, or in the byline."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord.concepts.span import Span
from onrecord.lexicon import rows

_SPACE = r"[^\S\n\r\u2028\u2029]"
_BYLINE = re.compile(
    rf"(?:by|from){_SPACE}+[^\n\r\u2028,|]{{3,60}}?"
    rf"(?:,{_SPACE}*|{_SPACE}*\|{_SPACE}*|{_SPACE}+(?:of|for|[-–—]){_SPACE}+)(?P<agency>[^\n\r\u2028,|]{{2,40}}?){_SPACE}*$",
    re.IGNORECASE | re.MULTILINE,
)
_WRITER = re.compile(
    rf"(?P<agency>[A-Z][\w.]*(?:{_SPACE}[A-Z][\w.]*){{0,3}}?){_SPACE}+(?:Staff{_SPACE})?(?:Writer|Reporter|Correspondent)s?{_SPACE}*$",
    re.MULTILINE,
)
_SOUNDS_SO = re.compile(
    r"^(?-i:[WK][A-Z]{2,3})(?:-TV)?$|\b(?:News|Newswire|Agency|Press|Radio|TV|Television|Wire|Times|Post|Service)\b",
    re.IGNORECASE,
)
_SMALL = {"of", "the", "and"}


@cache
def _known() -> dict[str, str]:
    return {_key(row[0]): row[-1] for row in rows(Path(__file__).parent / "lexicon" / "agencies.txt")}


def _key(name: str) -> str:
    return name.replace(".", "").strip().lower()


def is_agency(name: str) -> bool:
    """True for a name of the lexicon."""
    return _key(name) in _known()


def is_agency_of_place(name: str) -> bool:
    """True also for a name that begins with one: "CBS Chicago"."""
    return is_agency(name) or is_agency(name.split(maxsplit=1)[0])


def sounds_like_agency(name: str) -> bool:
    """True also for a call sign ("KGTV") and for what is made like "Horn News Service"."""
    return is_agency_of_place(name) or bool(_SOUNDS_SO.search(name))


def is_signature(name: str) -> bool:
    """True for up to five capitalised words: "Agency" and "CBS SF" may sign, "and its allies" may not."""
    words = name.split()
    return len(words) <= 5 and ":" not in name and all(word[0].isupper() or word in _SMALL for word in words)


def full_name(name: str) -> str:
    """The agency's name in full if the lexicon has it, else as it stands."""
    return _known().get(_key(name), name)


def byline_agency(head: str) -> Span | None:
    """The agency that a byline in a report's head names: "By Jane Doe, Reuters", "Associated Press Writer"."""
    for pattern in (_BYLINE, _WRITER):
        for match in pattern.finditer(head):
            begins = match.start() == 0 or head[match.start() - 1].isspace()
            if begins and is_agency(match["agency"]):
                return Span.of(head, *match.span("agency"))
    return None
