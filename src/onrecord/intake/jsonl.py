"""Lines of JSONL to reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.concepts.report import Report
from onrecord.intake.text import report_of


def report_of_line(given: Mapping[str, Any]) -> Report:
    """Make a report of one decoded line: `{"id", "text", "published"?, "title"?, "outlet"?, "url"?}`."""
    known = {key: given.get(key) for key in ("title", "outlet", "url", "published")}
    return report_of(given["text"], id_given=given.get("id"), **known)
