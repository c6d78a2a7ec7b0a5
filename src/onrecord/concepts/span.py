"""A span: some characters of a report's text, and the words that stand there."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """Characters `start` (inclusive) to `end` (exclusive) of `report.text`, in Unicode code points."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of a text."""
        return cls(start, end, text[start:end])
