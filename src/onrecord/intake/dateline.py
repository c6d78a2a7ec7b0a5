"""The dateline of a report, "BAGHDAD, Sept 9 (Agency) —", found only where it plainly is one.

It may stand after a headline, a release number or a byline, so it is looked for at the first lines' beginnings and behind
the sentence that a headline makes. Marks that a place is sent from: capitals, a date, an agency, a dash, a well-known city.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.concepts.report import Dateline
from onrecord.concepts.span import Span
from onrecord.intake.agencies import (
    byline_agency,
    full_name,
    is_agency,
    is_agency_of_place,
    is_signature,
    sounds_like_agency,
)
from onrecord.intake.dates import WRITTEN, Written, nearest_year, written
from onrecord.lexicon import words

HEAD = 900  # characters in which a dateline may begin
LINES = 14  # lines, blank ones not counted, that may begin with it
_LEXICON = Path(__file__).parent / "lexicon"
_UP = "A-ZÀ-ÖØ-ÞĀĂĆČĐĒĘĞĪİŁŃŌŐŘŚŞŠŪŻŽ"
_SPACE = r"[^\S\n\r\u2028\u2029]"
_NEWLINE = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_SENTENCE = re.compile(r"[.!?…]['\"”’)]*\s+(?=[A-ZÀ-Þ(])")
_SENTENCE_END = re.compile(r"[a-z]{4,}\.\s")
_FULL_STOP = re.compile(rf"[{_UP}]{{4}}\.$")  # "MOSCOW. Sept 9": no part of the name, unlike that of "N.Y."
_CAPITALS = re.compile(rf"\b[{_UP}]{{3,}}")
_WORD = rf"[{_UP}][\w.'’-]*"
_NAMES = rf"(?!By\b|BY\b){_WORD}(?:{_SPACE}(?:(?:of|the|and|&|al|el|da|de|del|do|es|la|le){_SPACE})?{_WORD}){{0,4}}"
_CAPS = rf"(?:Mc|Mac|Al[- ]|El[- ]|De|La)?[{_UP}][{_UP}.'’-]+(?:(?:{_SPACE}|/){{1,2}}[{_UP}][{_UP}.'’-]+){{0,4}}"
_DATE = rf"(?:{WRITTEN}|no\sdate|undated)"
_STOP = rf"(?P<stop>{_SPACE}{{0,3}}(?:[—–―]|--+|-(?=\s)|_|:(?=\s))|(?<=/)\.|)(?P<gap>\s*)"
_LINE = re.compile(
    rf"""(?:(?!BY\b)(?P<caps>{_CAPS})|(?P<name>{_NAMES}))
    (?P<region>(?:,{_SPACE}?(?!(?i:{_DATE})){_NAMES}){{0,2}})
    (?P<country>{_SPACE}?\({_NAMES}\)(?=,))?
    (?:{_SPACE}?(?:,{_SPACE}?|\|{_SPACE}|(?<=\s))(?P<bare>(?i:{_DATE}))|{_SPACE}?\((?P<paren>(?i:{_DATE})){_SPACE}?\))?
    (?:[,.]?{_SPACE}?(?P<open>[(\[/])(?P<agency>[^\W\d_][^()\[\]\n—–]{{0,40}}?)[)\]/])?
    (?:,?{_SPACE}(?P<last>(?i:{_DATE})))?
    {_STOP}""",
    re.VERBOSE,
)
_AGENCY_ALONE = re.compile(rf"(?:(?P<date>(?i:{WRITTEN})),?{_SPACE})?\((?P<agency>[^\W\d_][^()\n]{{0,40}})\){_STOP}")
# What may follow: the first letter of a sentence, perhaps behind a quotation mark; "eBay" begins sentences too.
_OPENING = re.compile(r"[\"“‘'`«(\[]*(?:[^\W_a-z]|[a-z]+[A-Z]|$)")


class Found(NamedTuple):
    """A dateline with the day that stands in it."""

    line: Dateline
    day: Written | None


@cache
def _cities() -> frozenset[str]:
    return words(_LEXICON / "cities.txt")


@cache
def _no_places() -> frozenset[str]:
    return words(_LEXICON / "not_places.txt")


def find_dateline(text: str) -> Found | None:
    """The first plain dateline near a text's beginning, its agency from the byline if it names none; null if there is none."""
    signed = byline_agency(text[:HEAD])
    for start, at_line in _starts(text):
        found = _at(text, start, at_line)
        if found:
            if found.line.agency or signed is None:
                return found
            line = replace(found.line, agency=full_name(signed.text), agency_span=signed)
            return Found(line, found.day)
    return Found(_line(signed, None, None, signed), None) if signed else None


def dated(line: Dateline, day: Written | None, published: str | None) -> Dateline:
    """Put the dateline's date in, its year taken from the publication date if it names none."""
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
        line = head[start:end]
        if line.strip() and start < HEAD:
            lines.append((start + len(line) - len(line.lstrip()), line.strip()))
        start = gap.end() if gap else end
    return lines[:LINES]


def _starts(text: str) -> list[tuple[int, bool]]:
    """Where a dateline may begin: at lines (True), behind a headline or an author's name in the first line (False)."""
    lines = head_lines(text)
    places = [(start, True) for start, _ in lines]
    if lines:
        start, line = lines[0]
        places.extend((start + gap.end(), False) for gap in _SENTENCE.finditer(line[:300]))
        if line[:3].lower() == "by ":
            places.extend((start + word.start(), False) for word in _CAPITALS.finditer(line[:150]))
    return sorted(places)


def _at(text: str, start: int, at_line: bool) -> Found | None:
    match = _LINE.match(text, start)
    if match and _OPENING.match(text, match.end()) and _is_plain(text, match, at_line):
        return _found(text, match)
    alone = _AGENCY_ALONE.match(text, start) if at_line else None
    if alone and is_agency(alone["agency"]) and _OPENING.match(text, alone.end()):
        whole, agency = Span.of(text, start, alone.end("stop")), Span.of(text, *alone.span("agency"))
        day = written(alone["date"]) if alone["date"] else None
        return Found(_line(whole, None, Span.of(text, *alone.span("date")) if day else None, agency), day)
    return None


def _is_plain(text: str, match: re.Match[str], at_line: bool) -> bool:
    """True if enough marks stand together that the words can be nothing else."""
    place = (match["caps"] or match["name"]).strip()
    if _is_no_place(place):
        return False
    stop, caps, city = match["stop"].strip(), bool(match["caps"]), place.lower() in _cities()
    dash = stop not in ("", ":")
    date = match["bare"] or match["paren"] or match["last"]
    if match["agency"]:
        if match["open"] == "/" and not date:
            return False
        if sounds_like_agency(match["agency"]):
            return dash or bool(date) or (is_agency_of_place(match["agency"]) and (city or (caps and not stop)))
        return dash and (city or bool(date or match["region"])) and is_signature(match["agency"])
    if date:
        set_off = stop == ":" or bool(_NEWLINE.search(match["gap"]))
        return (caps or city or at_line) if dash else set_off and (caps or city or bool(match["paren"]))
    shouting = text[match.end() : match.end() + 30].isupper()
    if caps and not shouting:
        return dash or (stop == ":" and city)
    return bool(stop) and city and at_line


def _is_no_place(place: str) -> bool:
    first = place.split(maxsplit=1)[0].upper().rstrip(".")
    return bool({place.upper(), first} & _no_places()) or is_agency(place) or bool(_SENTENCE_END.search(place))


def _found(text: str, match: re.Match[str]) -> Found:
    group = next((name for name in ("bare", "paren", "last") if match[name]), None)
    day = written(match[group]) if group else None
    place_end = max(match.end(name) for name in ("caps", "name", "region", "country"))
    if _FULL_STOP.search(text, match.start(), place_end):
        place_end -= 1
    line = _line(
        Span.of(text, match.start(), match.end("stop")),
        Span.of(text, match.start(), place_end),
        Span.of(text, *match.span(group)) if group and day else None,
        Span.of(text, *match.span("agency")) if match["agency"] else None,
    )
    return Found(line, day)


def _line(whole: Span, place: Span | None, date: Span | None, agency: Span | None) -> Dateline:
    name = full_name(agency.text) if agency else None
    return Dateline(whole.start, whole.end, whole.text, None, place, None, date, name, agency)
