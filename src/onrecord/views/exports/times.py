"""The times table: every expression of time with the interval it means."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.timex import Timex
from onrecord.views.exports.columns import DATES, PLAIN_END, REPORT, WORDS, Column, Row, Table
from onrecord.views.exports.facts import Facts, dates

COLUMNS = (
    Column("time_id", "content hash, the same in every read"),
    *REPORT,
    *WORDS,
    Column("type", "`date`, `time`, `duration`, `set`"),
    Column("timex", "TIMEX3 value"),
    Column("mod", "TIMEX3 mod"),
    *DATES,
    Column("precision", "`day`, `week`, `month`, `quarter`, `season`, `year` …"),
    Column("anchor", "what it is counted from: `absolute`, `publication`, `narrative`, `speech`, `none`"),
    Column("resolved", "false when the text, or a missing publication date, leaves it open", "bool"),
    Column("reason", "why it is unresolved"),
    *PLAIN_END,
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row an expression."""
    for time in facts.record.times:
        yield {
            "time_id": facts.ids[time.id],
            **facts.head(),
            **facts.words(time.start, time.end),
            **{name: getattr(time, name) for name in ("type", "timex", "mod", "anchor", "resolved", "rule")},
            **dates(time.when),
            "precision": time.when.precision if time.when else None,
            "reason": None if time.resolved else _reason(time),
        }


def _reason(time: Timex) -> str | None:
    notes = [reason.note for reason in time.why if reason.note]
    return notes[-1] if notes else None


TIMES = Table("times", "Every expression of time, one a row.", COLUMNS, rows)
