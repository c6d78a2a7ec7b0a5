"""Opening the file of a ledger with the rules by which its figures are joined to facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import reconcile
from onrecord.ledger import Store
from onrecord.ledger.join import Joining

if TYPE_CHECKING:
    from onrecord.concepts.rows import FigureRow

# What decides which figures are one fact: when one of these changes, a ledger joins its figures anew.
_RULES = ("days", "features", "nearby", "same", "values")


def stored(path: Path, *, write: bool = False) -> Store:
    """The store of a ledger. Raises LedgerError."""
    return Store(
        path, write=write, joining=Joining(rules(), _groups, _linked, _box, _reach, _large, _month, _groups_of_month)
    )


@cache
def rules() -> str:
    """A name for the rules as they are: the hash of the files that hold them."""
    folder = Path(reconcile.__path__[0])
    said = b"".join((folder / f"{name}.py").read_bytes() for name in _RULES)
    return hashlib.sha256(said).hexdigest()[:12]


# The rules are imported when a figure is joined: most commands only read.
def _groups(rows: Iterable[FigureRow]) -> list[list[FigureRow]]:
    from onrecord.reconcile.same import groups

    return groups(rows)


def _linked(one: FigureRow, other: FigureRow) -> bool:
    from onrecord.reconcile.same import linked

    return linked(one, other)


def _large() -> int:
    from onrecord.reconcile import same

    return same.LARGE


def _month(row: FigureRow) -> str:
    from onrecord.reconcile.same import month

    return month(row)


def _groups_of_month(rows: Iterable[FigureRow]) -> list[list[FigureRow]]:
    from onrecord.reconcile.same import groups_of_month

    return groups_of_month(rows)


def _box(row: FigureRow) -> tuple[int, ...] | None:
    from onrecord.reconcile.nearby import box

    return box(row)


def _reach(row: FigureRow) -> Sequence[tuple[int, ...]]:
    from onrecord.reconcile.nearby import reach

    return reach(row)
