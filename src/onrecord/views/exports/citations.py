"""Citations: a report with the words that are cited, where they stand in it, and the hash of the text they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.concepts.report import Report
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.reports import text_sha256
from onrecord.views.highlight import sentence_at
from onrecord.views.ledger.reports import first_words

if TYPE_CHECKING:
    from onrecord.concepts.record import Record
    from onrecord.ledger import Store

COLUMNS = (
    Column("key", "`figure_id` (`event_id`, `statement_id`) of the row that is cited for"),
    Column("title", "headline; in brackets the first words of a report without one"),
    Column("authors", "who wrote the report", "list"),
    Column("outlet", "who published it, else the agency of its dateline"),
    Column("published", "day of publication"),
    Column("url", "where"),
    Column("language", "ISO 639 code"),
    Column("quote", "the very words"),
    Column("start", "their first character in the text (Unicode code points)", "int"),
    Column("end", "the character after the last", "int"),
    Column("text_sha256", "SHA-256 of the text in UTF-8"),
    Column("report_id", "SHA-256 of text, publication date and address"),
)


def rows(facts: Facts) -> Iterator[Row]:
    """One citation a figure: the sentence that states it."""
    for figure in facts.figures:
        if not figure.derived:
            yield citation(facts.report, facts.ids[figure.id], figure.evidence.start, figure.evidence.end)


def citation(report: Report, key: str, start: int, end: int) -> Row:
    """One citation of some words."""
    return {
        "key": key,
        "title": report.title or f"[{first_words(report.text)}]",
        "authors": list(report.authors),
        "outlet": report.outlet or (report.dateline.agency if report.dateline else None),
        "published": report.published[:10] if report.published else None,
        "url": report.url,
        "language": report.language,
        "quote": report.text[start:end],
        "start": start,
        "end": end,
        "text_sha256": text_sha256(report.text),
        "report_id": report.id,
    }


def cited(store: Store, name: str) -> Row:
    """The citation of one row of a ledger: the sentence of a figure, the clause of an event, the sentence of a statement. Raises LedgerError."""
    row = store.row(name)
    record = store.record(row.report).record
    start, end = _words(record, f"{row.kind}{row.n}")
    return citation(record.report, row.id, start, end)


def _words(record: Record, id: str) -> tuple[int, int]:
    said = next((row for row in record.statements if row.id == id), None)
    if said is not None:
        spans = [span for span in (*said.content, said.cue, said.source) if span]
        text = record.report.text
        return sentence_at(text, min(span.start for span in spans), max(span.end for span in spans))
    found = [row.evidence for row in record.figures if row.id == id]
    words = (found or [row.evidence for row in record.events if row.id == id])[0]
    return words.start, words.end


CITATIONS = Table(
    "citations",
    "The report behind each figure, with quotation, character range and hash (`--format bibtex`, `csl-json`, `ris`, `text`; for some rows only: `onrecord cite`).",
    COLUMNS,
    rows,
)
