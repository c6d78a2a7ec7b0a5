"""Plain text to Report."""

from __future__ import annotations

import hashlib

from onrecord.concepts.report import PublishedFrom, Report, report_id


def report_of(
    text: str,
    *,
    id_given: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Report:
    """Make a report of a text and what is known of it; the text is kept to the last character."""
    known: PublishedFrom = "given" if published else "unknown"
    return Report(
        id=report_id(text, published, url),
        id_given=id_given,
        title=title,
        outlet=outlet,
        url=url,
        authors=(),
        published=published,
        published_from=known,
        dateline=None,
        language="en",
        text=text,
        media_type="text/plain",
        source_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
