"""Where a report's outlet is at home, and what follows from it for dates."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from onrecord.concepts.report import Report
from onrecord.layers.times.words import HERE
from onrecord.lexicon import sections, words

OUTLETS = HERE / "outlets.txt"


def country_of(report: Report) -> str | None:
    """The country of a report's outlet by its web address, else by its name; ISO 3166-1 alpha-2."""
    host = urlsplit(report.url).hostname if report.url else None
    if host:
        ends = sections(OUTLETS)["domain"]
        found = next((code for end, code in ends if ("." + host).endswith("." + end.lstrip("."))), None)
        if found:
            return found
    name = (report.outlet or "").lower()
    return next((code for word, code in sections(OUTLETS)["name"] if name and word.lower() in name), None)


def day_first(country: str | None) -> bool | None:
    """Whether a country writes day/month/year; None if it is not known."""
    if country is None:
        return None
    return country not in words(OUTLETS, "month-first")


def fiscal_start(country: str) -> tuple[int, bool] | None:
    """The month in which a country's fiscal year begins, and whether its last calendar year names it."""
    rows = sections(OUTLETS)["fiscal"]
    return next(((int(month), named == "end") for code, month, named in rows if code == country), None)


def budget_of(word: str) -> str | None:
    """The country whose budget a word of a sentence points to."""
    return _budgets().get(word)


@cache
def _budgets() -> dict[str, str]:
    return {row[0]: row[1] for row in sections(OUTLETS)["budget"]}
