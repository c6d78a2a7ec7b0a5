"""`onrecord why`: the decisions behind one row, as the code that decided has kept them."""

from __future__ import annotations

from typing import Any

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from onrecord.concepts.reason import Reason
from onrecord.concepts.record import Record
from onrecord.concepts.span import Span
from onrecord.concepts.when import When
from onrecord.errors import InputError
from onrecord.intake.known import Known
from onrecord.reader import check_spans
from onrecord.views.cli.tasks import Task, outcome, source_bytes
from onrecord.views.highlight import Piece, Spot, excerpt, sentence_at
from onrecord.views.tables import tables
from onrecord.views.tables.names import TABLES, Names
from onrecord.views.tables.shape import summary
from onrecord.views.terminal import sentence
from onrecord.views.wording import clean, when_words

MOST = 60  # characters shown of what a field holds


def record_of(source: str, given: Known, model: str | None) -> Record:
    """The record of a file: a record's JSON as it stands, anything else read as a report. Raises InputError."""
    data = source_bytes(source)
    if data.lstrip()[:1] == b"{" and b'"schema"' in data:
        kept = [line for line in data.splitlines() if line.strip()]
        if len(kept) > 1 and kept[0].rstrip().endswith(b"}"):
            raise InputError(f"{source}: {len(kept)} records; give one, like: sed -n 3p {source} | onrecord why - ID")
        try:
            record = msgspec.json.decode(data, type=Record)
        except msgspec.DecodeError as error:
            raise InputError(f"{source}: not a record that `onrecord read --json` wrote: {error}") from error
        check_spans(record)
        return record
    done = outcome(Task(source, data), given, model)
    if done.failure:
        raise InputError(f"{source}: {done.failure.message}")
    return msgspec.json.decode(done.record or b"", type=Record)


def row_of(record: Record, id: str) -> Any:
    """The row with an id. Raises InputError that names the ids there are."""
    names = Names(record)
    row = names.rows.get(id)
    if row is None:
        there = [
            f"{table} {rows[0].id}–{rows[-1].id}" if len(rows) > 1 else f"{table} {rows[0].id}"
            for table in TABLES
            if (rows := getattr(record, table))
        ]
        raise InputError(f"no row {id!r} in this record; there are: {', '.join(there) or 'no rows at all'}")
    return row


def as_json(row: Any) -> bytes:
    """A row with its reasons as JSON."""
    return msgspec.json.encode(row)


def show(record: Record, row: Any, console: Console) -> None:
    """Print a row's words in their sentence, then each decision with its rule and cue words."""
    names = Names(record)
    own = own_spans(row)
    kind = {"Timex": "time"}.get(type(row).__name__, type(row).__name__.lower())
    console.print(Text.assemble((f"{row.id} · {kind} · ", "dim"), (title(record, row), "bold")))
    for evidence in sentences(record, row, own):
        console.print(Padding(sentence(evidence), (0, 0, 0, 4)))
    console.print()
    if row.why or getattr(row, "rule", None):
        console.print(decisions(row, names))
    else:
        console.print(Text("no decision is stored for this row", "dim"))
    linked = links(row, names)
    if linked:
        console.print()
        console.print(Text(f"linked rows: {', '.join(linked)}", "dim"))


def title(record: Record, row: Any) -> str:
    """A row in a few words: its line in the tables, else its own words and label."""
    for table in tables(record):
        for line in (line for block in table.blocks for line in block.rows):
            if line.id == row.id:
                return clean(summary(line, table.columns))
    words = row.trigger.text if hasattr(row, "trigger") else str(getattr(row, "name", None) or getattr(row, "text", ""))
    return " · ".join(part for part in (clean(words), getattr(row, "label", "")) if part)


def own_spans(row: Any) -> list[Spot]:
    """The words of the row itself and the cue words of its decisions."""
    parts = [row.span] if getattr(row, "span", None) else []
    for name in ("trigger", "cue", "source", "content", "label_cue", "mentions", "of_span"):
        value = getattr(row, name, None)
        parts += [value] if isinstance(value, Span) else list(value or ())
    parts += [cue for reason in row.why for cue in reason.cues]
    found = [Spot(part.start, part.end) for part in parts]
    if hasattr(row, "start"):
        found.append(Spot(row.start, row.end))
    return sorted(set(found))


def sentences(record: Record, row: Any, spots: list[Spot]) -> list[list[Piece]]:
    """The sentences in which the words of a row stand, at most five."""
    text = record.report.text
    borders = [(row.evidence.start, row.evidence.end)] if getattr(row, "evidence", None) else []
    for spot in spots:
        if not any(start <= spot.start < end for start, end in borders):
            borders.append(sentence_at(text, spot.start, spot.end))
    return [excerpt(text, start, end, spots) for start, end in sorted(borders)[:5]]


def decisions(row: Any, names: Names) -> Grid:
    """One line a decision: the field, what it holds, the rule, the words, the remark."""
    lines = Grid.grid(padding=(0, 2, 0, 0))
    for width in (12, 24, 24, 30):
        lines.add_column(max_width=width, overflow="fold")
    lines.add_row(*(Text(title, "dim") for title in ("decided", "as", "by rule", "by the words")))
    if getattr(row, "rule", None) and row.rule not in {reason.rule for reason in row.why}:
        lines.add_row("the row", "", row.rule, "")
    before = ""
    for reason in row.why:
        again = reason.field == before
        held = "" if again else clean(held_words(getattr(row, reason.field, None), names))
        lines.add_row(Text("" if again else reason.field, "bold"), held, reason.rule, because(reason))
        before = reason.field
    return lines


def because(reason: Reason) -> Text:
    """The cue words of a decision and its remark."""
    cues = " … ".join(f"“{clean(cue.text)}”" for cue in reason.cues)
    note = clean(reason.note or "")
    return Text.assemble((cues, "bold"), " " if cues and note else "", (note, "dim"))


def held_words(value: Any, names: Names) -> str:
    """What a field holds, in words."""
    if value is None:
        return "null"
    if isinstance(value, When):
        return when_words(value) or value.precision
    if isinstance(value, tuple):
        return ", ".join(held_words(item, names) for item in value[:4]) + (", …" if len(value) > 4 else "")
    if isinstance(value, msgspec.Struct):
        return clipped(str(getattr(value, "text", None) or msgspec.json.encode(value).decode()))
    called = names.actor(str(value)) or names.place(str(value))
    return f"{value} ({called})" if called else str(value)


def clipped(words: str) -> str:
    """The head of a long stretch of words."""
    return words if len(words) <= MOST else f"{words[:MOST].rsplit(' ', 1)[0]} …"


def links(row: Any, names: Names) -> list[str]:
    """Ids of other rows that a row points to."""
    found: list[str] = []
    for name in row.__struct_fields__:
        value = getattr(row, name)
        parts = value if isinstance(value, tuple) else (value,)
        found += [part for part in parts if isinstance(part, str) and part in names.rows and part != row.id]
        if isinstance(value, When) and value.linked_by and value.linked_by.split()[0] in names.rows:
            found.append(value.linked_by.split()[0])
    return list(dict.fromkeys(found))
