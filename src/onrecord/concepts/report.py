"""A report: one text as it was read, with what is known of where it comes from."""

from __future__ import annotations

import hashlib
from typing import Literal

from msgspec import Struct

from onrecord.concepts.span import Span

PublishedFrom = Literal["given", "html-meta", "json-ld", "url", "dateline", "text", "unknown"]


class Dateline(Struct, frozen=True):
    """The line before a report's first sentence: "BAGHDAD, Sept 9 (Agency) —"; `place` is a place id once places are read."""

    start: int
    end: int
    text: str
    place: str | None
    place_span: Span | None
    date: str | None
    date_span: Span | None
    agency: str | None
    agency_span: Span | None


class Report(Struct, frozen=True):
    """One report. `text` is exactly what was read; every span of a record points into it."""

    id: str
    id_given: str | None
    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom
    dateline: Dateline | None
    language: str | None
    text: str
    media_type: str
    source_sha256: str


def report_id(text: str, published: str | None, url: str | None) -> str:
    """SHA-256 of text, publication date and address, joined by NUL: the same report has the same id everywhere."""
    return hashlib.sha256("\0".join((text, published or "", url or "")).encode("utf-8", "surrogatepass")).hexdigest()
