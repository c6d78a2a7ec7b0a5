"""The dateline of a report, "BAGHDAD, Sept 9 (Agency) —", found only where it plainly is one.

It may stand after a headline, a release number or a byline, so it is looked for at the first lines' beginnings and behind
the sentence that a headline makes. Marks that a place is sent from: capitals, a date, an agency, a dash, a well-known city.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.concepts.report import Dateline
from onrecord.concepts.span import Span
from onrecord.intake.dates import WRITTEN, Written, nearest_year, written
from onrecord.lexicon import rows, words

HEAD = 900  # characters in which a dateline may begin
LINES = 14  # lines, blank ones not counted, that may begin with it
_LEXICON = Path(__file__).parent / "lexicon"
_UP = "A-ZÀ-ÖØ-ÞĀĂĆČĐĒĘĞĪİŁŃŌŐŘŚŞŠŪŻŽ"
_SPACE = r"[^\S\n\r\u2028\u2029]"
_NEWLINE = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_SENTENCE = re.compile(r"[.!?…]['\"”’)]*\s+(?=[A-ZÀ-Þ(])")
_SENTENCE_END = re.compile(r"[a-z]{4,}\.\s")
_CAPITALS = re.compile(rf"\b[{_UP}]{{3,}}")
_WORD = rf"[{_UP}][\w.'’-]*"
_NAMES = rf"(?!By\b|BY\b){_WORD}(?:{_SPACE}(?:(?:of|the|and|&|al|el|da|de|del|do|es|la|le){_SPACE})?{_WORD}){{0,4}}"
_CAPS = rf"(?:Mc|Mac|Al[- ]|El[- ]|De|La)?[{_UP}][{_UP}.'’-]+(?:(?:{_SPACE}|/){{1,2}}[{_UP}][{_UP}.'’-]+){{0,4}}"
_DATE = rf"(?:{WRITTEN}|no\sdate|undated)"
_AGENCY = r"(?P<open>[(\[/])(?P<agency>[^\W\d_][^()\[\]\n—–]{0,40}?)[)\]/]"
_LINE = re.compile(
    rf"""(?:(?!BY\b)(?P<caps>{_CAPS})|(?P<name>{_NAMES}))
    (?P<region>(?:,{_SPACE}?(?!(?i:{_DATE})){_NAMES}){{0,2}})
    (?P<country>{_SPACE}?\({_NAMES}\)(?=,))?
    (?:{_SPACE}?(?:,{_SPACE}?|\|{_SPACE}|(?<=\s))(?P<date>(?i:{_DATE}))|{_SPACE}?\((?P<date2>(?i:{_DATE})){_SPACE}?\))?
    (?:,?{_SPACE}?{_AGENCY})?
    (?:,?{_SPACE}(?P<date3>(?i:{_DATE})))?
    (?P<stop>{_SPACE}{{0,3}}(?:[—–―]|--+|-(?=\s)|_|:(?=\s))|)
    (?P<gap>\s*)""",
    re.VERBOSE,
)
_BARE = re.compile(
    rf"\((?P<agency>[^\W\d_][^()\n]{{0,40}})\)(?P<stop>{_SPACE}{{0,3}}(?:[—–―]|--+|-(?=\s)|_|:(?=\s))|)(?P<gap>\s*)"
)
_BYLINE = re.compile(
    rf"(?:by|from){_SPACE}+[^\n\r\u2028,|]{{3,60}}?(?:,{_SPACE}*|{_SPACE}*\|{_SPACE}*|{_SPACE}+(?:of|for|[-–—]){_SPACE}+)(?P<agency>[^\n\r\u2028,|]{{2,40}}?){_SPACE}*$",
    re.IGNORECASE | re.MULTILINE,
)
_WRITER = re.compile(
    rf"(?P<agency>{_NAMES}){_SPACE}+(?:Writer|Reporter|Correspondent|Staff Writer){_SPACE}*$", re.MULTILINE
)
_OPENING = re.compile(r"[\"“‘'`«(\[]*(?:[^\W_a-z]|[a-z]+[A-Z]|$)")


class Found(NamedTuple):
    """A dateline with the day that stands in it."""

    line: Dateline
    day: Written | None


@cache
def _agencies() -> dict[str, str]:
    return {_key(row[0]): row[-1] for row in rows(_LEXICON / "agencies.txt")}


@cache
def _cities() -> frozenset[str]:
    return words(_LEXICON / "cities.txt")


@cache
def _no_places() -> frozenset[str]:
    return words(_LEXICON / "not_places.txt")


def _key(name: str) -> str:
    return name.replace(".", "").strip().lower()


def find_dateline(text: str) -> Found | None:
    """The first plain dateline near a text's beginning, its agency from the byline if it names none; null if there is none."""
    signed = _byline(text[:HEAD])
    for start, whole_line in _starts(text):
        found = _at(text, start, whole_line)
        if found:
            if found.line.agency or signed is None:
                return found
            return Found(_with_agency(found.line, signed), found.day)
    if signed is None:
        return None
    line = Dateline(signed.start, signed.end, signed.text, None, None, None, None, *_named(signed))
    return Found(line, None)


def dated(line: Dateline, day: Written | None, published: str | None) -> Dateline:
    """Put the dateline's date in, its year taken from the publication date if it names none."""
    from msgspec.structs import replace

    if day is None:
        return line
    iso = day.iso()
    if iso is None and day.year is None and published:
        iso = nearest_year(day.month, day.day, published)
    return replace(line, date=iso)


def head_lines(text: str) -> list[tuple[int, str]]:
    """Offset and words of the first lines that are not blank."""
    head, lines, start = text[: 2 * HEAD], [], 0
    for gap in [*_NEWLINE.finditer(head), None]:
        end = gap.start() if gap else len(head)
        words_ = head[start:end]
        if words_.strip() and start < HEAD:
            lines.append((start + len(words_) - len(words_.lstrip()), words_.strip()))
        start = gap.end() if gap else end
    return lines[:LINES]


def _starts(text: str) -> list[tuple[int, bool]]:
    """Where a dateline may begin: at lines, and behind the first sentences of the first line (a headline run on)."""
    lines = head_lines(text)
    places = [(start, True) for start, _ in lines]
    if lines:
        start, line = lines[0]
        places.extend((start + gap.end(), False) for gap in _SENTENCE.finditer(line[:300]))
        if line[:3].lower() == "by ":
            places.extend((start + word.start(), False) for word in _CAPITALS.finditer(line[:150]))
    return sorted(places)


def _at(text: str, start: int, whole_line: bool) -> Found | None:
    match = _LINE.match(text, start)
    if match and _is_plain(text, match, whole_line):
        return _found(text, match)
    bare = _BARE.match(text, start) if whole_line else None
    if bare and _key(bare["agency"]) in _agencies() and _OPENING.match(text, bare.end()):
        end = bare.end("stop")
        span = Span.of(text, *bare.span("agency"))
        return Found(Dateline(start, end, text[start:end], None, None, None, None, *_named(span)), None)
    return None


def _is_plain(text: str, match: re.Match[str], whole_line: bool) -> bool:
    """True if enough marks stand together that the words can be nothing else."""
    place = (match["caps"] or match["name"]).strip()
    if (
        place.upper() in _no_places()
        or place.split()[0].upper().rstrip(".") in _no_places()
        or (match["open"] == "/" and not match["date"])
    ):
        return False
    if not _OPENING.match(text, match.end()) or _SENTENCE_END.search(place):
        return False
    date = match["date"] or match["date2"] or match["date3"]
    agency = match["agency"] and (_key(match["agency"]) in _agencies() or _sounds_like_agency(match["agency"]))
    stop, caps, known = (
        match["stop"].strip(),
        bool(match["caps"]),
        _key(place) in _cities() or place.lower() in _cities(),
    )
    dash = stop not in ("", ":")
    if agency:
        return dash or bool(stop) or known or caps or bool(date)
    if match["agency"]:
        return dash and (caps or known) and _is_signature(match["agency"])
    if date:
        ends_line = "\n" in match["gap"] or "\u2028" in match["gap"] or "\r" in match["gap"]
        return (dash and (caps or known or whole_line)) or (
            (bool(match["date2"]) or caps) and (ends_line or stop == ":")
        )
    shouting = text[match.end() : match.end() + 30].isupper()
    if not caps or shouting:
        return bool(stop) and known and whole_line and not match["region"].count(",") > 1
    return dash or (stop == ":" and known)


def _sounds_like_agency(name: str) -> bool:
    return bool(
        re.search(
            r"\b(?:News|Newswire|Agency|Press|Radio|TV|Television|Wire|Times|Post|Service)\b", name, re.IGNORECASE
        )
    )


def _is_signature(name: str) -> bool:
    """Capitalised words alone, as in "(Agency)"; not "(and its allies)"."""
    return all(word[0].isupper() or word in ("of", "the", "and") for word in name.split()) and len(name.split()) <= 5


def _found(text: str, match: re.Match[str]) -> Found:
    start, end = match.start(), match.end("stop")
    group = next((name for name in ("date", "date2", "date3") if match[name]), None)
    day = written(match[group]) if group else None
    date_span = Span.of(text, *match.span(group)) if group and day else None
    agency = Span.of(text, *match.span("agency")) if match["agency"] else None
    place_end = (
        match.end("country") if match["country"] else max(match.end("region"), match.end("caps"), match.end("name"))
    )
    line = Dateline(
        start,
        end,
        text[start:end],
        place=None,
        place_span=Span.of(text, start, place_end),
        date=None,
        date_span=date_span,
        agency=_named(agency)[0] if agency else None,
        agency_span=agency,
    )
    return Found(line, day)


def _named(span: Span) -> tuple[str, Span]:
    return _agencies().get(_key(span.text), span.text), span


def _with_agency(line: Dateline, agency: Span) -> Dateline:
    from msgspec.structs import replace

    return replace(line, agency=_named(agency)[0], agency_span=agency)


def _byline(head: str) -> Span | None:
    """The agency that a byline names: "By Jane Doe, Reuters", "Associated Press Writer"."""
    for pattern in (_BYLINE, _WRITER):
        for match in pattern.finditer(head):
            if _key(match["agency"]) in _agencies() and (not match.start() or head[match.start() - 1].isspace()):
                return Span.of(head, *match.span("agency"))
    return None
