"""What a reader of a record can rely on: spans compared with the text, arithmetic on pairs, what stays unresolved and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from onrecord.concepts.figure import Figure
from onrecord.concepts.record import Record
from onrecord.concepts.timex import Timex
from onrecord.views.wording import clean, number, plural, with_unit


class Check(NamedTuple):
    """One line: its sign ("✓" holds, "✗" does not, "=" arithmetic, "?" unresolved, "!" warning) and its words."""

    sign: str
    words: str


def checks(record: Record) -> list[Check]:
    """All lines for one record."""
    return [
        _spans(record),
        *_arithmetic(record),
        *_multiples(record),
        *_parts(record),
        *_same(record),
        *_unresolved(record),
        *(Check("!", clean(warning.message)) for warning in record.warnings),
    ]


def spans(value: object) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of every span in a record or a part of one."""
    if isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif isinstance(value, Struct):
        fields = value.__struct_fields__
        if "start" in fields and "end" in fields and "text" in fields:
            yield value.start, value.end, value.text  # type: ignore[attr-defined]
        for name in fields:
            inner = getattr(value, name)
            if isinstance(inner, (tuple, Struct)):
                yield from spans(inner)


def _spans(record: Record) -> Check:
    text = record.report.text
    found = [text[start:end] == words for start, end, words in spans(record)]
    if not found:
        return Check(
            "?", "nothing to show: no figure, time, quantity, statement, event, place or actor was found in this text"
        )
    if all(found):
        return Check("✓", f"{plural(len(found), 'span')} verified: each is in the text at its place")
    return Check("✗", f"{plural(found.count(False), 'span')} of {len(found):,} not in the text at the place given")


def _arithmetic(record: Record) -> Iterator[Check]:
    """From−to differences of reported pairs, marked as derived; the same difference once."""
    rows = {figure.id: figure for figure in record.figures}
    seen: dict[str, list[str]] = {}
    for figure in record.figures:
        other = rows.get(figure.pair or "")
        if other is None or figure.derived or figure.role == "target" or other.role != "target":
            continue
        words = _difference(figure, other, record)
        if words:
            seen.setdefault(words, []).append(f"{figure.id}, {other.id}")
    for words, pairs in seen.items():
        yield Check("=", f"{words} · {'; '.join(pairs)}")


def _difference(start: Figure, end: Figure, record: Record) -> str | None:
    if start.best is None or end.best is None:
        return None
    change = end.best - start.best
    reported = next(
        (
            row.id
            for row in record.figures
            if not row.derived and row.role == "change" and row.best in (change, -change)
        ),
        None,
    )
    more, less = (end.best, start.best) if change > 0 else (start.best, end.best)
    note = f"reported as {reported}" if reported else "derived, not reported here"
    return f"{number(more)} − {number(less)} = {with_unit(number(abs(change)), start.unit)} {start.measure} ({note})"


def _multiples(record: Record) -> Iterator[Check]:
    """What halving or doubling makes of a number, marked as derived."""
    for figure in record.figures:
        if figure.derived and len(figure.sources) == 1:
            words = next((why.note for why in figure.why if why.field == "best" and why.note), "")
            yield Check("=", f"{words} {figure.measure} (derived, not reported here) · {figure.sources[0]}")


def _parts(record: Record) -> Iterator[Check]:
    """Parts compared with their whole: none may be more than it; where they add up to it, that is said."""
    rows = {figure.id: figure for figure in record.figures}
    parts: dict[str, list[Figure]] = {}
    for figure in record.figures:
        if figure.part_of in rows and figure.best is not None:
            parts.setdefault(figure.part_of or "", []).append(figure)
    for whole_id, found in parts.items():
        whole = rows[whole_id]
        if whole.best is None:
            continue
        for part in found:
            if part.best is not None and abs(part.best) > abs(whole.best):
                words = f"{number(part.best)} of {number(whole.best)} {whole.measure}: a part greater than its whole"
                yield Check("✗", f"{words} · {part.id}, {whole.id}")
        sizes = [part.best for part in found if part.best is not None]
        if len(sizes) > 1 and sum(sizes) == whole.best:
            words = " + ".join(number(size) for size in sizes)
            yield Check(
                "=", f"{words} = {number(whole.best)} {whole.measure} · {', '.join(p.id for p in found)}, {whole_id}"
            )


def _same(record: Record) -> Iterator[Check]:
    again: dict[str, list[str]] = {}
    for figure in record.figures:
        if figure.same_as:
            again.setdefault(figure.same_as, []).append(figure.id)
    for first, others in again.items():
        verb = "state" if len(others) > 1 else "states"
        yield Check("=", f"{', '.join(others)} {verb} the same fact as {first}: one origin, not two")


def _unresolved(record: Record) -> Iterator[Check]:
    """Unresolved times, those with the same reason together."""
    why: dict[str, list[str]] = {}
    for time in record.times:
        if not time.resolved:
            why.setdefault(_reason(time), []).append(f"{time.id} “{clean(time.text)}”")
    for reason, found in why.items():
        yield Check("?", f"unresolved: {', '.join(found)}: {reason}")


def _reason(time: Timex) -> str:
    notes = [reason.note for reason in time.why if reason.note]
    return clean(notes[-1]) if notes else f"rule {time.rule}"
