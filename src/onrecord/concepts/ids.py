"""Ids that stay the same in every read: a hash of the report, the kind of row and the words it stands on."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from onrecord.concepts.record import Record
from onrecord.concepts.span import Span


class ContentIds:
    """Content hashes for the rows of one report; rows that stand on the same words are told apart by their order."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._seen: Counter[str] = Counter()

    def of(self, kind: str, spans: Iterable[Span | Edges | None]) -> str:
        """The next id for a row of a kind that stands on some words."""
        where = ",".join(f"{span.start}-{span.end}" for span in spans if span)
        self._seen[kind + where] += 1
        said = f"{self._report}\0{kind}\0{where}\0{self._seen[kind + where]}".encode()
        return f"{kind}-{base64.b32encode(hashlib.sha256(said).digest()[:10]).decode().lower()}"


class Edges(NamedTuple):
    """Where a row begins and ends that is a span itself."""

    start: int
    end: int


def content_ids(record: Record) -> dict[str, str]:
    """Ids inside a record (f1, e2, s3, t4, p5) to content hashes, the same as in a ledger.

    What a ledger leaves out has kinds of its own: "d" for arithmetic on figures, "x" for a word outside the types that no figure needs.
    """
    ids = ContentIds(record.report.id)
    needed = {figure.event for figure in record.figures if not figure.derived}
    found = {row.id: ids.of("s", (row.cue, *row.content)) for row in record.statements}
    found |= {row.id: ids.of("e" if row.type or row.id in needed else "x", (row.trigger,)) for row in record.events}
    found |= {row.id: ids.of("d" if row.derived else "f", (row.span or row.evidence,)) for row in record.figures}
    plain: tuple[tuple[str, tuple[Any, ...]], ...] = (("t", record.times), ("p", record.places))
    return found | {row.id: ids.of(kind, (Edges(row.start, row.end),)) for kind, rows in plain for row in rows}
