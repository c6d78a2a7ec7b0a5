"""The reports table: what was read, and what each report is to others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from onrecord.views.exports.columns import LEDGER, REPORT, Column, Row, Table
from onrecord.views.exports.facts import Facts, joined

COLUMNS = (
    *REPORT,
    Column("published_from", "`given`, `html-meta`, `json-ld`, `url`, `dateline`, `text`, `unknown`"),
    Column("title", "headline"),
    Column("authors", "who wrote it"),
    Column("agency", "agency named in the dateline"),
    Column("language", "ISO 639 code"),
    Column("media_type", "what was read"),
    Column("id_given", "what the input calls it"),
    Column("text_length", "characters of the text (Unicode code points)", "int"),
    Column("text_sha256", "SHA-256 of the text in UTF-8"),
    Column("source_sha256", "SHA-256 of the bytes that were read"),
    Column("figures", "how many rows of each kind it has", "int"),
    Column("events", "the same, of a PLOVER type", "int"),
    Column("statements", "the same", "int"),
    Column(
        "copy_of", "`report_id` of the first report with these words; filled from a ledger only, as are the next three"
    ),
    Column("copy_kind", "`same text`, `copy`, `part`"),
    Column("copy_share", "share of its five-word runs that stand in that report", "float"),
    Column("replaces", "`report_id` of the version before, at the same address"),
    LEDGER[3],
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row a report that has a row that was asked for."""
    if facts.known.shown is not None and not facts.known.shown:
        return
    report, beside = facts.report, facts.known.report
    plain = ("published_from", "title", "language", "media_type", "id_given", "source_sha256")
    yield {
        **facts.head(),
        **{name: getattr(report, name) for name in plain},
        "authors": joined(report.authors),
        "agency": report.dateline.agency if report.dateline else None,
        "text_length": len(report.text),
        "text_sha256": text_sha256(report.text),
        "figures": sum(not row.derived for row in facts.figures),
        "events": sum(row.type is not None for row in facts.events),
        "statements": len(facts.statements),
        **({} if beside is None else _beside(facts)),
    }


def _beside(facts: Facts) -> Row:
    row, ids = facts.known.report, facts.known.reports
    if row is None:
        return {}
    return {
        "copy_of": ids.get(row.copy_of or 0),
        "copy_kind": row.copy_kind,
        "copy_share": row.copy_share,
        "replaces": ids.get(row.replaces or 0),
    }


def text_sha256(text: str) -> str:
    """The hash that citations and annotations name a text by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


REPORTS = Table("reports", "What was read, one report a row; of several versions the latest.", COLUMNS, rows)
