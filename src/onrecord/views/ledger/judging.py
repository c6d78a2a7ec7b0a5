"""Judging rows of a ledger in Python, and what is said to people about it."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, Protocol

from msgspec.structs import asdict

from onrecord.ledger import judge
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.wording import number, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    from onrecord.concepts.judgement import Judgement
    from onrecord.ledger import Store
    from onrecord.ledger.judge import By, Told


_SHORT = {"date_edtf", "said_edtf"}  # a time in one word: its first and last day need not be said


class _Opened(Protocol):
    def store(self, *, write: bool = False) -> Store: ...


def user() -> str:
    """The name of whoever sits here."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name in the environment, and no entry among the users
        return "unknown"


def by(who: str | None, why: str | None) -> By:
    """Who judges, by default the user, and why."""
    return judge.By(who if who is not None else user(), why)


def _judging(led: _Opened) -> AbstractContextManager[Connection]:
    """One transaction of judgements; a ledger that is not there is not made for them."""
    led.store()
    return led.store(write=True).judging()


class Judging:
    """Accept, reject, correct, join and part rows. They go by "7:f3" (figure 3 of report 7; e for events, s for statements), or by their ids.

    Each returns the number of the judgement.
    """

    def accept(self: _Opened, row: str, *, why: str | None = None, who: str | None = None) -> int:
        """Say that a row is right."""
        with _judging(self) as ledger:
            return judge.review(ledger, "accept", judge.target(ledger, row), by(who, why))

    def reject(self: _Opened, row: str, *, why: str | None = None, who: str | None = None) -> int:
        """Say that a row should not be there; it is left out of every answer from then on."""
        with _judging(self) as ledger:
            return judge.review(ledger, "reject", judge.target(ledger, row), by(who, why))

    def correct(self: _Opened, row: str, *, why: str | None = None, who: str | None = None, **fields: Any) -> int:
        """Give the right values of fields: `led.correct("7:f3", best=3000, role="target")`. Raises OptionError for what makes no sense."""
        with _judging(self) as ledger:
            return judge.correct(ledger, judge.target(ledger, row), fields, by(who, why))

    def same_as(self: _Opened, one: str, other: str, *, why: str | None = None, who: str | None = None) -> int:
        """Say that two figures, or two events, are one, with all that goes with either."""
        with _judging(self) as ledger:
            return judge.pair(ledger, "same", judge.target(ledger, one), judge.target(ledger, other), by(who, why))

    def not_same(self: _Opened, one: str, other: str, *, why: str | None = None, who: str | None = None) -> int:
        """Say that two figures, or two events, are two."""
        with _judging(self) as ledger:
            return judge.pair(ledger, "not same", judge.target(ledger, one), judge.target(ledger, other), by(who, why))

    def undo(self: _Opened, which: int | str | None = None, *, why: str | None = None, who: str | None = None) -> int:
        """Take back a judgement by its number, the last one of a row, or the last of all."""
        with _judging(self) as ledger:
            meant = judge.target(ledger, which) if isinstance(which, str) else which
            return judge.undo(ledger, meant, by(who, why))[0]

    @property
    def judgements(self: _Opened) -> list[Judgement]:
        """All judgements in the order in which they were made, those taken back too."""
        return [one.judgement for one in self.store().judgements()]


def words(value: Any) -> str:
    """What a field holds, for people."""
    if value is None or value in ((), []):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def changes(right: Mapping[str, Any], was: Mapping[str, Any]) -> str:
    """What a correction changes: "best 5,200 → 3,000, role level → target"."""
    hidden = {"date_start", "date_end", "date_precision", "said_start", "said_end"} if _SHORT & set(right) else set()
    if "best" in right and all(len({row.get(name) for name in ("low", "best", "high")}) == 1 for row in (right, was)):
        hidden |= {"low", "high"}
    said = [
        f"{name} {words(was[name])} → {words(value)}" if name in was else f"{name} {words(value)}"
        for name, value in right.items()
        if name not in hidden and (name not in was or words(was[name]) != words(value))
    ]
    return ", ".join(said) or "as it was read"


def sentence(told: Told) -> str:
    """A judgement in words: "7:f3 corrected: best 5,200 → 3,000"."""
    one, row = told.judgement, told.row or told.judgement.target
    if one.verdict == "undo":
        return f"judgement {one.undoes} taken back"
    if one.verdict in ("same", "not same"):
        what = "event" if one.target.startswith("e") else "fact"
        return f"{row} and {told.other or one.other}: {'one' if one.verdict == 'same' else 'not one'} {what}"
    done = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[one.verdict]
    return f"{row} {done}{f': {changes(one.fields, told.was)}' if one.fields else ''}"


def table(found: Sequence[Told]) -> Table:
    """Judgements, one a line."""
    columns = (
        Column("", 5, 2, right=True), Column("when", 16, 10), Column("who", 14, 4, wraps=True), Column("judgement", 50, 20, wraps=True),
        Column("why", 30, 8, wraps=True),
    )  # fmt: skip
    rows = []
    for told in found:
        one = told.judgement
        back = f" (taken back by {told.undone})" if told.undone else ""
        look = "dim" if told.undone or one.verdict == "undo" else ""
        cells = (str(one.number), one.at[:16].replace("T", " "), one.who, f"{sentence(told)}{back}", one.why or "")
        rows.append(Row("", None, tuple(Cell(text, look) for text in cells)))
    return Table(plural(len(rows), "judgement"), columns, one_block(rows))


def plain(told: Told) -> dict[str, Any]:
    """A judgement as a plain object for JSON."""
    one = told.judgement
    was = {name: told.was[name] for name in one.fields or () if name in told.was}
    names = {"row": told.row, "other_row": told.other, "undone_by": told.undone, "was": was or None}
    return {**asdict(one), **names}
