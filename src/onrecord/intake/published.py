"""When a report was published, from its own words and its address, where nobody said so."""

from __future__ import annotations

import re

from onrecord.concepts.report import PublishedFrom
from onrecord.intake.dateline import Found, head_lines
from onrecord.intake.dates import WRITTEN, day_of, path_day, written

_LABEL = r"(?:(?:first\s)?published|posted|(?:for\simmediate\s)?released?|filed|issued|date|dated)(?:\s(?:on|at))?\s?:?\s{0,3}"
_CLOCK = r"(?:,?\s{0,2}(?:[-–|•·]\s?|at\s)?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4}|[+-]\d{4})?)?"
# A line that is nothing but a date, with a label, an author before it or a clock time behind.
_DATE_LINE = re.compile(rf"(?:{_LABEL}|by\s[^\d\n]{{3,60}}[,|•·–-]\s?)?(?P<date>{WRITTEN}){_CLOCK}\.?", re.IGNORECASE)
# "Dec. 6: Operations in …", "Morning Update, June 13": a headline's day, believed only with a release number beside it.
_HEADLINE = re.compile(rf"(?P<date>{WRITTEN}):\s|.{{5,120}},?\s(?P<last>{WRITTEN})$", re.IGNORECASE)
_STAMP = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?!\d\d\b)")
_ADDRESS = re.compile(r"https?://\S+")


def find_published(text: str, url: str | None, found: Found | None) -> tuple[str | None, PublishedFrom]:
    """The day a report was published and where that stands: its address, its dateline or a line of its head."""
    lines = [line for _, line in head_lines(text)]
    if url is None and lines and _ADDRESS.fullmatch(lines[0]):
        url = lines[0]
    day = path_day(url) if url else None
    if day:
        return day, "url"
    if found and found.day:
        day = found.day.iso() or (_stamped(lines, found.day.month, found.day.day) if found.day.year is None else None)
        if day:
            return day, "dateline"
    day = _in_lines(lines)
    return (day, "text") if day else (None, "unknown")


def _in_lines(lines: list[str]) -> str | None:
    for line in lines:
        match = _DATE_LINE.fullmatch(line)
        day = written(match["date"]) if match else None
        if day and day.iso():
            return day.iso()
    for line in lines[:3]:
        match = _HEADLINE.match(line)
        day = written(match["date"] or match["last"]) if match else None
        stamped = _stamped(lines, day.month, day.day) if day else None
        if day and stamped and day.year in (None, int(stamped[:4])):
            return stamped
    return None


def _stamped(lines: list[str], month: int, day: int) -> str | None:
    """The year of a release number such as "2011-08-S-052" in the head, if its month is the one named beside the day."""
    for line in lines[:8]:
        stamp = _STAMP.search(line)
        if stamp and int(stamp[2]) == month:
            return day_of(int(stamp[1]), month, day)
    return None
