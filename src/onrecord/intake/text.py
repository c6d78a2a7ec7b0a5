"""Text to Report: the text is kept to the last character, and what it says of itself is found."""

from __future__ import annotations

import hashlib
import re

from onrecord.concepts.report import PublishedFrom, Report, report_id
from onrecord.errors import EmptyInput, InputError
from onrecord.intake.dateline import Found, dated, find_dateline
from onrecord.intake.known import Known, checked_time
from onrecord.intake.language import language_of
from onrecord.intake.published import find_published

_SURROGATE = re.compile("[\ud800-\udfff]")


def report_of(
    text: str,
    *,
    id_given: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Report:
    """Make a report of a text and what is known of it.

    Raises EmptyInput, InputError for a text that is no Unicode, OptionError for a publication date that is none.
    """
    known = Known(id_given=id_given, title=title, outlet=outlet, url=url, published=published)
    return build(text, known, source=text.encode("utf-8", "surrogatepass"))


def build(
    text: str,
    known: Known,
    *,
    source: bytes,
    media_type: str = "text/plain",
    published: tuple[str, PublishedFrom] | None = None,
    authors: tuple[str, ...] = (),
) -> Report:
    """Make a report; `published` is what its markup says, which a given date beats and which beats its words."""
    check_text(text)
    found = find_dateline(text)
    when, where = _published(text, known, published, found)
    return Report(
        id=report_id(text, when, known.url),
        id_given=known.id_given,
        title=known.title,
        outlet=known.outlet,
        url=known.url,
        authors=authors,
        published=when,
        published_from=where,
        dateline=dated(found.line, found.day, when) if found else None,
        language=language_of(text),
        text=text,
        media_type=media_type,
        source_sha256=hashlib.sha256(source).hexdigest(),
    )


def _published(
    text: str, known: Known, stated: tuple[str, PublishedFrom] | None, found: Found | None
) -> tuple[str | None, PublishedFrom]:
    if known.published:
        return checked_time(known.published), "given"
    return stated or find_published(text, known.url, found)


def check_text(text: str) -> None:
    """Refuse what cannot be a report: white space alone, and halves of surrogate pairs, which no file can hold."""
    if not text.strip("\ufeff\0 \t\r\n") or text.isspace():
        raise EmptyInput("there is no text to read: the report is empty or white space alone")
    half = _SURROGATE.search(text)
    if half:
        raise InputError(
            f"character {half.start()} of the text is half of a surrogate pair (\\u{ord(half[0]):04x}), which is no character; "
            "write the whole pair, or leave it out"
        )
