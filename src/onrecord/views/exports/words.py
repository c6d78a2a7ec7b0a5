"""Rows in words and names for them: what formats made for people and for linked data share."""

from __future__ import annotations

import uuid
from typing import Any

from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.report import Report
from onrecord.concepts.rows import FigureRow
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.reports import text_sha256
from onrecord.views.wording import clean, figure_value, when_words

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "onrecord")
CONTEXT_CHARACTERS = 32  # before and after a quotation: enough to tell it from another with the same words


def urn(*parts: object) -> str:
    """A name that is the same in every export: a UUID (version 5) of a content hash."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, ' '.join(map(str, parts)))}"


def text_urn(report: Report) -> str:
    """The name of a text: its SHA-256."""
    return f"urn:sha256:{text_sha256(report.text)}"


def figure_words(figure: Figure, facts: Facts) -> str:
    """A figure in one line: "~3,000 troops (target, announced), United States, Iraq, 2020-09"."""
    subject = facts.names.actor(figure.subject) or figure.subject_iso3
    place = facts.names.place(figure.place) or figure.place_iso3
    return _line(figure, subject, place, when_words(figure.as_of))


def figure_row_words(row: FigureRow) -> str:
    """The same of a row of a ledger."""
    return _line(row, row.subject or row.subject_iso3, row.place or row.place_iso3, row.date_edtf)


def _line(row: Figure | FigureRow, *rest: str | None) -> str:
    what = " ".join((figure_value(row), *row.scope, row.measure))
    said = ", ".join(word for word in (row.role, row.label) if word)
    return clean(", ".join(part for part in (f"{what} ({said})", *rest) if part))


def event_words(event: Event, facts: Facts) -> str:
    """An event in one line: "ASSAULT: Gunmen → 12 villagers (Kirkuk)"."""
    who, whom = facts.names.joined(event.actors), facts.names.joined(event.recipients)
    sides = f"{who or '?'} → {whom}" if whom else who or event.trigger.text
    where = facts.names.joined(event.places, places=True)
    return clean(f"{event.type or event.trigger.text}: {sides}{f' ({where})' if where else ''}")


def quoted(text: str, start: int, end: int) -> dict[str, Any]:
    """Some words with those around them, as a W3C TextQuoteSelector."""
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT_CHARACTERS) : start],
        "suffix": text[end : end + CONTEXT_CHARACTERS],
    }
