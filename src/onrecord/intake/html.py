"""HTML to Report: the article's text, and what the page says of title, outlet, authors, address and publication date."""

from __future__ import annotations

import logging
import re
from typing import Any

from msgspec.structs import replace

from onrecord.concepts.report import PublishedFrom, Report
from onrecord.errors import EmptyInput, InputError, OnrecordError
from onrecord.intake.dateline import find_dateline
from onrecord.intake.known import Known
from onrecord.intake.markup import EARLIEST, people, said
from onrecord.intake.published import find_published
from onrecord.intake.text import build

NO_ARTICLE = "no article was found in the page: it may be a front page, or its text may be loaded by a script"
# Fixed bounds: those of htmldate end today, and the same page must give the same date tomorrow.
_FIRST_DAY, _LAST_DAY = f"{EARLIEST}-01-01", "2100-01-01"
# trafilatura's own date is not used, so it shall not search long for it.
_QUICK = {"extensive_search": False, "original_date": True, "min_date": _FIRST_DAY, "max_date": _LAST_DAY}
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def report_of_page(page: str, known: Known, source: bytes) -> Report:
    """Make a report of a page. Raises EmptyInput if there is no article in it, InputError if it cannot be parsed."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    page = _whole(page)
    try:
        return _report(page, known, source)
    except OnrecordError:
        raise
    except Exception as error:  # the extractors are other people's, and a page may hold anything
        raise InputError(
            f"the page cannot be read as HTML: {type(error).__name__}: {error}; save it as plain text"
        ) from error


def _report(page: str, known: Known, source: bytes) -> Report:
    stated = said(_tree(page))
    found = _extracted(page, known.url or stated.url)
    text = "\n\n".join(line for line in (found.text or "").splitlines() if line.strip())
    if not text:
        raise EmptyInput(NO_ARTICLE)
    url = known.url or stated.url or found.url
    published = None if known.published else stated.published or _searched(page, text, url)
    merged = replace(
        known,
        url=url,
        title=known.title or stated.title or found.title,
        outlet=known.outlet or stated.outlet or found.sitename or found.hostname,
    )
    authors = stated.authors or tuple(people(found.author))
    return build(text, merged, source=source, media_type="text/html", published=published, authors=authors)


def _whole(page: str) -> str:
    """A piece of HTML as a document, without the characters that no document may hold."""
    page = _FORBIDDEN.sub("\ufffd", page)
    return page if re.search(r"<(?:html|body)\b", page, re.IGNORECASE) else f"<html><body>{page}</body></html>"


def _tree(page: str) -> Any:
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        raise EmptyInput("the page is empty: no HTML element could be found in it")
    return tree


def _extracted(page: str, url: str | None) -> Any:
    from trafilatura import bare_extraction

    found = bare_extraction(page, url=url, include_comments=False, with_metadata=True, date_extraction_params=_QUICK)
    if found is None:
        raise EmptyInput(
            "no article was found in the page: it may be a front page, or its text may be loaded by a script"
        )
    return found


def _searched(page: str, text: str, url: str | None) -> tuple[str, PublishedFrom] | None:
    """The date from the address, dateline or head of the text, else what htmldate finds: in markup first, then anywhere."""
    day, where = find_published(text, url, find_dateline(text))
    if day:
        return day, where
    from htmldate import find_date

    for extensive, source in ((False, "html-meta"), (True, "text")):
        found = find_date(page, extensive, True, url=url, min_date=_FIRST_DAY, max_date=_LAST_DAY)
        if found and found >= EARLIEST:
            return found, source  # type: ignore[return-value]
    return None
