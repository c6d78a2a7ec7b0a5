"""Choosing rows of a ledger: whose, where, of what, known by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.concepts.rows import FigureRow
from onrecord.errors import OptionError
from onrecord.ledger import Store


class Choice(NamedTuple):
    """What to look at: `of` and `in_` are ISO codes or names, `known` the last day of publication."""

    of: str | None = None
    in_: str | None = None
    measure: str | None = None
    known: str | None = None


def chosen(store: Store, choice: Choice, roles: tuple[str, ...] = ()) -> list[FigureRow]:
    """Figures that fit, of some roles or of all. Raises OptionError when nothing of a measure or place is in the ledger, naming what is."""
    where: dict[str, Any] = {
        column: value
        for column, value, is_exact in (
            ("measure", choice.measure, True),
            ("place_iso3", choice.in_, _is_code(choice.in_)),
            ("subject_iso3", choice.of, _is_code(choice.of)),
        )
        if value and is_exact
    }
    if roles:
        found = [row for row in store.figures(**where, role=roles) if _fits(row, choice)]
        if found:
            return found
    rows = [row for row in store.figures(**where) if _fits(row, choice)]
    if not rows and any(choice):
        raise OptionError(_nothing(store.figures(), choice))
    return [row for row in rows if not roles or row.role in roles]


def fits(row: FigureRow, choice: Choice) -> bool:
    """Whether a figure fits by what was read, whatever people made of it."""
    read = replace(row, **dict(row.was))
    exact = ((choice.measure, read.measure, True), (choice.in_, read.place_iso3, _is_code(choice.in_)),
             (choice.of, read.subject_iso3, _is_code(choice.of)))  # fmt: skip
    return all(not asked or not is_exact or asked == there for asked, there, is_exact in exact) and _fits(read, choice)


def _is_code(name: str | None) -> bool:
    return bool(name and len(name) == 3 and name.isupper())


def _fits(row: FigureRow, choice: Choice) -> bool:
    if choice.known and not (row.day and row.day <= choice.known):
        return False
    if choice.in_ and not _is_code(choice.in_) and (row.place or "").lower() != choice.in_.lower():
        return False
    return not choice.of or _is_code(choice.of) or choice.of.lower() in (row.subject or "").lower()


def _nothing(rows: Sequence[FigureRow], choice: Choice) -> str:
    there = sorted({row.measure for row in rows})
    asked = ", ".join(part for part in choice if part)
    return f"this ledger has no figures for {asked}; its measures are {', '.join(there) or 'none'}"
