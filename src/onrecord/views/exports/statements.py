"""The statements table: who said what."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.statement import Statement
from onrecord.views.exports.columns import PLAIN_END, REPORT, Column, Row, Table
from onrecord.views.exports.facts import Facts, joined

GAP = " […] "
COLUMNS = (
    Column("statement_id", "content hash, the same in every read and in a ledger"),
    *REPORT,
    Column("speaker", "who says it: the actor, else the words that name the source"),
    Column("speaker_kind", "`named`, `office`, `anonymous`, `document`, `outlet`, `unknown`"),
    Column("role", "the speaker's roles in the report's words"),
    Column("act", "`say`, `announce`, `promise`, `order`, `deny`, `accuse`, `ask`, `threaten`, `believe` …"),
    Column("form", "`direct`, `indirect`, `mixed`"),
    Column(
        "quote",
        f"what is said, without the outer quotation marks; `{GAP.strip()}` where a split quotation is interrupted",
    ),
    Column("start", "first character of what is said in the report's text (Unicode code points)", "int"),
    Column("end", "character after the last", "int"),
    Column("said", "when it was said, in EDTF"),
    Column("said_start", "first day or time of it"),
    Column("said_end", "last day or time of it"),
    Column("relay", "outlets between the speaker and this report"),
    Column("venue", "to whom or where; not kept in a ledger"),
    Column("cue", "the word that says that something is said"),
    Column("source_text", "the words that name the speaker"),
    Column("parent_id", "`statement_id` of the statement it is reported in"),
    *PLAIN_END,
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row a statement."""
    for statement in facts.statements:
        yield _row(statement, facts)


def _row(statement: Statement, facts: Facts) -> Row:
    speaker = next(iter(facts.actors((statement.speaker or "",))), None)
    content = sorted(statement.content, key=lambda span: span.start)
    said = statement.said_at
    return {
        "statement_id": facts.ids[statement.id],
        **facts.head(),
        **facts.speech(statement.speaker, statement.id),
        "role": joined(role.text for role in speaker.roles) if speaker else None,
        **{name: getattr(statement, name) for name in ("act", "form", "rule")},
        "quote": GAP.join(span.text for span in content) or None,
        "start": content[0].start if content else None,
        "end": max(span.end for span in content) if content else None,
        "said": said.edtf if said else None,
        "said_start": said.earliest if said else None,
        "said_end": said.latest if said else None,
        "venue": statement.venue.text if statement.venue else None,
        "cue": statement.cue.text if statement.cue else None,
        "source_text": statement.source.text if statement.source else None,
        "parent_id": facts.ids.get(statement.parent or ""),
    }


STATEMENTS = Table("statements", "Who said what, one statement a row.", COLUMNS, rows)
