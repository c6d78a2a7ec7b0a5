"""Judgements as a view: rows as they were read, with what people decided applied."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Self

import msgspec
from msgspec.structs import asdict, replace

from onrecord.concepts.judgement import Judgement
from onrecord.concepts.rows import EventRow, FigureRow, StatementRow
from onrecord.concepts.sets import Sets

_REVIEWS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


def every(ledger: sqlite3.Connection) -> list[Judgement]:
    """All judgements in the order in which they were made."""
    return [_judgement(row) for row in ledger.execute("SELECT * FROM judgement ORDER BY number")]


def _judgement(row: sqlite3.Row) -> Judgement:
    known = {name: row[name] for name in Judgement.__struct_fields__}
    return Judgement(**known | {"fields": msgspec.json.decode(row["fields"]) if row["fields"] else None})


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that were not taken back."""
    found = list(judgements)
    undone = {one.undoes for one in found}
    return [one for one in found if one.verdict != "undo" and one.number not in undone]


class Judged:
    """What all judgements that stand say: the review of each row, its right values, and which rows are one fact."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._reviews: dict[str, str] = {}
        self.right: dict[str, dict[str, Any]] = {}
        pairs: dict[frozenset[str], str] = {}
        for one in standing(judgements):
            if one.other:
                pairs[frozenset((one.target, one.other))] = one.verdict
                continue
            self._reviews[one.target] = _REVIEWS[one.verdict]
            if one.fields:
                self.right.setdefault(one.target, {}).update(one.fields)
        self.joined = _closure(sorted(pair) for pair, verdict in pairs.items() if verdict == "same")
        self.apart: dict[str, set[str]] = defaultdict(set)
        for pair, verdict in pairs.items():
            if verdict == "not same":
                first, second = (self.joined.get(id, id) for id in pair)
                self.apart[first].add(second)
                self.apart[second].add(first)

    @classmethod
    def of(cls, ledger: sqlite3.Connection) -> Self:
        """What is decided in a ledger."""
        return cls(every(ledger))

    def __bool__(self) -> bool:
        return bool(self._reviews or self.joined or self.apart)

    def review(self, id: str) -> str | None:
        """accepted, rejected, corrected, or None. A row that was corrected once stays so when it is accepted."""
        found = self._reviews.get(id)
        return "corrected" if found == "accepted" and id in self.right else found

    def key(self, id: str) -> str:
        """The name of the rows that people joined a row with: its own id when they joined none."""
        return self.joined.get(id, id)

    def differing(self, other: Judged) -> list[str]:
        """Ids of rows of which two sets of judgements say different things."""
        every = {id for one in (self, other) for ids in (one._reviews, one.right, one.joined, one.apart) for id in ids}
        return sorted(id for id in every if self._said(id) != other._said(id))

    def _said(self, id: str) -> tuple[object, ...]:
        return self.review(id), self.right.get(id), self.key(id), self.apart.get(self.key(id), set())

    def moved(self, names: Iterable[str]) -> list[str]:
        """Ids of rows with another value in one of some fields."""
        wanted = set(names)
        return sorted(id for id, fields in self.right.items() if wanted & set(fields))

    def figure(self, row: FigureRow) -> FigureRow:
        """A figure as it was judged."""
        return replace(row, **self._changes(row.figure_id, row)) if self else row

    def event(self, row: EventRow) -> EventRow:
        """An event as it was judged."""
        return replace(row, **self._changes(row.event_id, row)) if self else row

    def statement(self, row: StatementRow) -> StatementRow:
        """A statement as it was judged."""
        return replace(row, **self._changes(row.statement_id, row)) if self else row

    def _changes(self, id: str, row: FigureRow | EventRow | StatementRow) -> dict[str, Any]:
        fields = {name: _held(value) for name, value in self.right.get(id, {}).items() if hasattr(row, name)}
        was = asdict(row)
        key = self.key(id)
        return {
            **fields,
            "review": self.review(id),
            "was": tuple((name, was[name]) for name, value in fields.items() if was[name] != value),
            "joined": key if id in self.joined else None,
            "apart": tuple(sorted(self.apart.get(key, ()))),
        }


def _held(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _closure(pairs: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """For each id of some pairs the first id of all that hang together with it."""
    sets = Sets[str]()
    for one, other in pairs:
        sets.join(one, other)
    return {id: min(some) for some in sets.all() for id in some}
