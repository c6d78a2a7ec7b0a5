"""What an HTML page says of itself in JSON-LD and in meta elements: publication date, headline, outlet, authors, address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.concepts.report import PublishedFrom
from onrecord.intake.dates import iso_time, loose_time

EARLIEST = "1990"  # no news page is older; what says so is a placeholder
_ARTICLE = re.compile(r"Article|Posting|Report\b|^Report|LiveBlog", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"Comment|Review|Rating|Image|Person|Organi[sz]ation|Breadcrumb|Event|Product|Recipe|Video|Audio"
)
_SLUG = re.compile("[a-z]+(?:-[a-z]+)+")
_LD_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,60})"')
# Names of meta elements that hold the date of first publication, best first.
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date_published",
    "published_time",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "published-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cse:pubdate",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "pubdate",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "bt:pubdate",
    "vr:published_time",
    "rnews:datepublished",
    "date",
)


class Said(NamedTuple):
    """What a page says of itself."""

    published: tuple[str, PublishedFrom] | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    url: str | None


def said(tree: Any) -> Said:
    """Read the JSON-LD, meta, link and time elements of a parsed page."""
    scripts = [node.text or "" for node in tree.iter("script") if "ld+json" in (node.get("type") or "").lower()]
    articles = _articles(scripts)
    metas = _metas(tree)
    outlet = metas.get("og:site_name") or _first(_name(article.get("publisher")) for article in articles)
    return Said(
        published=_published(scripts, articles, metas, tree),
        title=_title(articles, metas, outlet),
        outlet=outlet,
        authors=next((names for article in articles if (names := _names(article.get("author"), outlet))), ()),
        url=_address(tree, metas),
    )


def _title(articles: list[dict[str, Any]], metas: dict[str, str], outlet: str | None) -> str | None:
    """The headline, without the outlet's name that many pages put behind it."""
    title = _first(_text(article.get("headline")) for article in articles) or metas.get("og:title")
    title = title or metas.get("twitter:title")
    if title and outlet:
        title = re.sub(rf"\s+[-–—|•:]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
    return title


def _articles(scripts: list[str]) -> list[dict[str, Any]]:
    """The JSON-LD objects that are articles, in the order of the page; others with a publication date after them."""
    found = [item for script in scripts for item in _objects(_loads(script))]
    articles = [item for item in found if _ARTICLE.search(_type(item))]
    others = [
        item
        for item in found
        if item not in articles and "datePublished" in item and not _NO_ARTICLE.search(_type(item))
    ]
    return articles + others


def _type(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _loads(script: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$", "", script.strip())
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), depth + 1)


def _published(
    scripts: list[str], articles: list[dict[str, Any]], metas: dict[str, str], tree: Any
) -> tuple[str, PublishedFrom] | None:
    stated = [_text(article.get("datePublished")) for article in articles]
    stated += [match[1] for script in scripts if _loads(script) is None for match in _LD_DATE.finditer(script)]
    for value in stated:
        time = _plausible(value)
        if time:
            return time, "json-ld"
    for name in _DATE_METAS:
        time = _plausible(metas.get(name))
        if time:
            return time, "html-meta"
    for node in tree.iter("time"):
        if "pubdate" in node.attrib or (node.get("itemprop") or "").lower() == "datepublished":
            time = _plausible(node.get("datetime"))
            if time:
                return time, "html-meta"
    return None


def _plausible(value: str | None) -> str | None:
    time = loose_time(value) if value else None
    return time if time and iso_time(time) and time[:4] >= EARLIEST else None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = _text(node.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (node.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _address(tree: Any, metas: dict[str, str]) -> str | None:
    links = (node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower().split())
    for value in (*links, metas.get("og:url")):
        if value and re.match(r"https?://\S+$", value.strip()):
            return str(value.strip())
    return None


def _names(value: Any, outlet: str | None) -> tuple[str, ...]:
    """Authors, each once however written; the outlet is none of its authors."""
    items = value if isinstance(value, list) else [value]
    found: dict[str, str] = {}
    for name in (name for item in items for name in people(_name(item))):
        found.setdefault(name.replace("-", " ").lower(), _unslugged(name))
    found.pop((outlet or "").replace("-", " ").lower(), None)
    return tuple(found.values())


def _unslugged(name: str) -> str:
    """The name in the tail of an address ("ann-lee") as people write it."""
    return name.replace("-", " ").title() if _SLUG.fullmatch(name) else name


def people(names: str | None) -> list[str]:
    """Names that stand in one string: "Ann Lee, Bo Chan and Cy Diaz" are three, "Lee, Ann" is one."""
    parts = re.split(r"\s*;\s*|\s+(?:and|&)\s+|,\s+(?:and\s+)?", names or "")
    if all(len(part.split()) > 1 for part in parts):
        return parts
    return [part for part in (names or "").split(";") if part.strip()]


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return _first(_name(item) for item in value)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)
