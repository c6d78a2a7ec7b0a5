"""Anything to Report: text, HTML, JSON lines, files, folders, standard input."""

from onrecord.intake.jsonl import read_jsonl, read_line
from onrecord.intake.known import Known
from onrecord.intake.sources import from_bytes, from_text, open_report, read_path, sources
from onrecord.intake.text import report_of

__all__ = [
    "Known",
    "from_bytes",
    "from_text",
    "open_report",
    "read_jsonl",
    "read_line",
    "read_path",
    "report_of",
    "sources",
]
