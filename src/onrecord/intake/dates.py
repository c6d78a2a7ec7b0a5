"""Dates as people and machines write them, to ISO 8601; whatever is no date in the calendar is none here."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

EARLIEST, LATEST = 1800, 2199
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:19|20)\d\d\b"
# "Sept. 9, 2020", "9 September 2020", "9 SEP 89", "2020-09-09"; the year may be missing but for the last.
WRITTEN = (
    rf"{_WEEKDAY}(?:{_MONTH}\s{{0,3}}{_DAY}(?:(?:\s?[,.]\s?|\s){_YEAR})?"
    rf"|{_DAY}\s{{0,3}}(?:of\s)?{_MONTH}(?:,?\s(?:{_YEAR}|'?\d\d\b(?![:.]\d)))?"
    r"|(?:19|20)\d\d-\d\d-\d\d(?!\d))"
)
_PARTS = re.compile(rf"(?P<year>(?:19|20)\d\d)|(?P<month>{_MONTH})|(?P<day>\d\d?)", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(?P<zone>Z|z|[+-]\d\d:?\d\d)?)?"
)
_PATH = re.compile(
    r"/((?:19|20)\d\d)(?:([/-])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?=[/_.-]|$)|/((?:19|20)\d\d)/([a-z]{3})/(\d\d?)(?=/|$)"
)


class Written(NamedTuple):
    """A day as written, perhaps without its year."""

    year: int | None
    month: int
    day: int

    def iso(self) -> str | None:
        """YYYY-MM-DD, or null if the year is missing or there is no such day."""
        return day_of(self.year, self.month, self.day) if self.year else None


def day_of(year: int, month: int, day: int) -> str | None:
    """A day of the calendar as ISO 8601, null if there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def written(words: str) -> Written | None:
    """Read the words that WRITTEN matches."""
    iso = _ISO_DAY.search(words)
    if iso:
        return Written(int(iso[1]), int(iso[2]), int(iso[3]))
    year = month = day = short = None
    for part in _PARTS.finditer(words):
        if part["year"]:
            year = int(part["year"])
        elif part["month"]:
            month = _MONTHS.index(part["month"][:3].lower()) + 1
        elif day is None:
            day = int(part["day"])
        else:
            short = int(part["day"])
    if month is None or day is None:
        return None
    if year is None and short is not None:
        year = 1900 + short if short >= 50 else 2000 + short
    return Written(year, month, day)


def nearest_year(month: int, day: int, published: str) -> str | None:
    """The day of that name nearest to a publication date: a dateline of 31 December may be printed on 1 January."""
    printed = date.fromisoformat(published[:10])
    days = [day_of(year, month, day) for year in (printed.year - 1, printed.year, printed.year + 1) if year > 0]
    return min((one for one in days if one), key=lambda one: abs(date.fromisoformat(one) - printed), default=None)


def iso_time(value: str) -> str | None:
    """Put an ISO 8601 date or datetime into one form (T between, colon in the zone); null if it is none."""
    parts = _ISO.fullmatch(value.strip())
    if not parts:
        return None
    clock, zone = parts["clock"], parts["zone"] or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    text = parts["day"] + (f"T{clock.replace(',', '.')}{zone.upper()}" if clock else "")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if EARLIEST <= moment.year <= LATEST else None


def loose_time(value: str) -> str | None:
    """Read a date as web pages give it: ISO, RFC 2822, written out, `20200910`, seconds or milliseconds since 1970."""
    text = " ".join(value.split())
    found = iso_time(text) or iso_time(re.sub(r"\.\d+(?=[+-]|$)|\[.*\]$", "", text))
    if found or len(text) > 60:
        return found
    digits = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?|(\d{10})(?:\d{3})?", text)
    if digits and digits[4] is None:
        return day_of(int(digits[1]), int(digits[2]), int(digits[3]))
    if digits:
        from datetime import UTC

        return datetime.fromtimestamp(int(digits[4]), UTC).isoformat().replace("+00:00", "Z")
    return _mail_time(text) or _spelled(text)


def _mail_time(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return iso_time(moment.isoformat()) if re.match(r"[A-Za-z]{3},? \d", text) and ":" in text else None


def _spelled(text: str) -> str | None:
    day = re.match(rf"{WRITTEN}|\d{{4}}-\d\d-\d\d", text, re.IGNORECASE)
    found = written(day[0]) if day else None
    return found.iso() if found else None


def path_day(url: str) -> str | None:
    """The day in the path of an address such as `…/2020/09/10/…`; null if the path holds none."""
    found = _PATH.search(url.split("?", maxsplit=1)[0].lower())
    if not found:
        return None
    if found[8]:
        month = _MONTHS.index(found[8]) + 1 if found[8] in _MONTHS else 0
        return day_of(int(found[7]), month, int(found[9]))
    return day_of(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))
