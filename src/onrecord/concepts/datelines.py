"""Datelines anywhere in a text: where and when a report was sent, which is not where and when what it tells took place."""

from __future__ import annotations

import re

from onrecord.concepts.report import Report

# Also behind a headline or between two reports that are kept as one: "KABUL, Afghanistan (March 10, 2011) –".
_SENT = re.compile(r"\b[A-Z]{3,}(?:[ -][A-Z]{2,})*, [A-Z][\w .]{2,25}? ?\([A-Z][a-z]{2,8}\.? \d[^()\n]{0,10}\)")


def datelines(report: Report) -> list[tuple[int, int]]:
    """Start and end of every dateline of a report, in text order."""
    found = [match.span() for match in _SENT.finditer(report.text)]
    first = report.dateline
    if first is not None and all(first.end <= start or end <= first.start for start, end in found):
        found.append((first.start, first.end))
    return sorted(found)
