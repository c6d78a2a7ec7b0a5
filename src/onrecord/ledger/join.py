"""Facts as they are kept: every figure row says which fact it states, so that questions need not join figures anew.

Figures that may be one are found by where they lie (the table `nearby`). Those that hang together by links are *kin*; facts are made within kin, so a new
figure touches its kin alone. How figures are linked and grouped is told from outside: this package knows nothing of it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.concepts.sets import Sets
from onrecord.ledger import find
from onrecord.ledger.judged import Judged
from onrecord.ledger.waiting import KEY, MANY, as_json, rules_of

_KEPT = 100_000  # rows that a writer keeps at hand


class Joining(NamedTuple):
    """How figures are joined: the name of the rules, groups of rows that are one fact, whether two rows are linked, where a row lies, and its reach.

    Rows must lie in reach of all rows that they are linked with. Kin of more than `large` rows are grouped month by month.
    """

    rules: str
    groups: Callable[[Iterable[FigureRow]], list[list[FigureRow]]]
    linked: Callable[[FigureRow, FigureRow], bool]
    box: Callable[[FigureRow], tuple[int, ...] | None]
    reach: Callable[[FigureRow], Sequence[tuple[int, ...]]]
    large: Callable[[], int]
    month: Callable[[FigureRow], str]
    groups_of_month: Callable[[Iterable[FigureRow]], list[list[FigureRow]]]


def key(row: FigureRow) -> int:
    """The number of a figure in the whole ledger."""
    return MANY * row.report + row.n


class Joiner:
    """Joins the figures that wait for it; remembers rows from one time to the next."""

    def __init__(self, ledger: sqlite3.Connection, how: Joining) -> None:
        self._ledger, self._how = ledger, how
        self._rows: dict[int, FigureRow] = {}

    def forget(self) -> None:
        """Remember nothing: rows may have changed."""
        self._rows.clear()

    def join(self) -> None:
        """Join all figures that wait, inside a transaction of the caller's."""
        if rules_of(self._ledger) != self._how.rules:
            self._ledger.execute("DELETE FROM joining")
            self._ledger.execute("INSERT INTO joining (rules) VALUES (?)", (self._how.rules,))
            self._ledger.execute(f"INSERT OR IGNORE INTO unjoined (figure) SELECT {KEY} FROM figure_row ORDER BY 1")
        waiting = [number for (number,) in self._ledger.execute("SELECT figure FROM unjoined ORDER BY figure")]
        if not waiting:
            return
        said = Judged.of(self._ledger)
        for number in waiting:
            self._rows.pop(number, None)
        self._place(waiting, self._load(waiting, said))
        # Kin that a figure left, or changed in, may hang together no more: all of it is looked at as if it were new.
        loose = {kin for kin, _ in self._kept(waiting).values() if kin is not None}
        new = {*waiting, *(self._members(loose) if loose else ())}
        waiting = sorted(new)
        rows = self._load(waiting, said)
        for some in self._kin(waiting, rows, said):
            self._group(sorted(some), new, said)
        self._ledger.execute("DELETE FROM unjoined")
        if len(self._rows) > _KEPT:
            self._rows.clear()

    def _load(self, numbers: Iterable[int], said: Judged) -> dict[int, FigureRow]:
        """Rows that count, by their numbers: of the latest version, and not rejected."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._rows]
        if missing:
            self._rows.update((key(row), row) for row in find.by_numbers(self._ledger, missing, said))
        return {number: self._rows[number] for number in wanted if number in self._rows}

    def _place(self, waiting: list[int], rows: dict[int, FigureRow]) -> None:
        """Note where rows lie."""
        self._ledger.executemany("DELETE FROM nearby WHERE figure = ?", [(number,) for number in waiting])
        boxes = [(number, *box) for number, row in rows.items() if (box := self._how.box(row))]
        self._ledger.executemany(f"INSERT INTO nearby VALUES ({', '.join('?' * 9)})", boxes)

    def _kin(self, waiting: list[int], rows: dict[int, FigureRow], said: Judged) -> list[set[int]]:
        """The figures that wait with all that they hang together with, each kin apart."""
        sets = Sets[int]()
        kept: dict[int, tuple[int | None, int | None]] = {}
        for number in waiting:
            sets.join(number, number)
        near = {number: self._near(row) for number, row in rows.items()}
        others = self._load(sorted({other for found in near.values() for other in found}), said)
        kept |= self._kept(others)
        for number, row in rows.items():
            hands = self._joined_by_hand(row, said)
            kept |= self._kept(hands)
            for other in hands:
                sets.join(number, other)
                if other not in rows:
                    sets.join(number, kept[other][0] or other)
            met: set[int] = set()  # of kin that hang together one link is enough
            for other in near[number]:
                kin = kept[other][0] if other in kept and other not in rows else None
                # Of two that both wait the earlier one looks.
                if kin in met or other not in others or (other in rows and other <= number):
                    continue
                if self._how.linked(row, others[other]):
                    sets.join(number, kin or other)
                    met |= {kin} if kin else set()
        new = set(waiting)
        return [some | (self._members(some) - new) for some in sets.all()]

    def _near(self, row: FigureRow) -> list[int]:
        """Figures in reach of a row."""
        found: set[int] = set()
        for reach in self._how.reach(row):
            found.update(number for (number,) in self._ledger.execute(_NEAR, reach))
        return sorted(found)

    def _joined_by_hand(self, row: FigureRow, said: Judged) -> list[int]:
        if row.joined is None:
            return []
        ids = [id for id, name in said.joined.items() if name == row.joined]
        query = f"SELECT {KEY} FROM figure_row WHERE id IN (SELECT value FROM json_each(?)) ORDER BY 1"
        return [number for (number,) in self._ledger.execute(query, (as_json(sorted(ids)),))]

    def _members(self, kin: Iterable[int]) -> set[int]:
        query = f"SELECT {KEY} FROM figure_row WHERE kin IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._ledger.execute(query, (as_json(sorted(kin)),))}

    def _kept(self, numbers: Iterable[int]) -> dict[int, tuple[int | None, int | None]]:
        """Kin and fact as they are kept."""
        query = f"""SELECT value, kin, fact FROM json_each(?) JOIN figure_row ON report = value / {MANY} AND n = value % {MANY}"""
        found = {row[0]: (row[1], row[2]) for row in self._ledger.execute(query, (as_json(sorted(numbers)),))}
        return {number: found.get(number, (None, None)) for number in numbers}

    def _group(self, numbers: list[int], new: set[int], said: Judged) -> None:
        """Make the facts of a kin, and write what changed."""
        kept = self._kept(numbers)
        rows = self._load(numbers, said)
        now: dict[int, tuple[int | None, int | None]] = dict.fromkeys(kept, (None, None))
        kin = min(rows) if len(rows) > 1 else None
        if len(rows) <= self._how.large() or any(row.joined for row in rows.values()):
            made = self._how.groups(rows.values()) if kin else []
        else:
            now.update((number, (kin, kept[number][1])) for number in rows)
            made = self._months(rows, kept, new)
        for group in made:
            some = [key(row) for row in group]
            now.update(dict.fromkeys(some, (kin, min(some) if len(some) > 1 else None)))
        changes = [(*now[number], number // MANY, number % MANY) for number in numbers if now[number] != kept[number]]
        self._ledger.executemany("UPDATE figure_row SET kin = ?, fact = ? WHERE report = ? AND n = ?", changes)

    def _months(
        self, rows: Mapping[int, FigureRow], kept: Mapping[int, tuple[int | None, int | None]], new: set[int]
    ) -> list[list[FigureRow]]:
        """Groups of those months of a large kin that new rows are of, or rows of what was a small kin until now."""
        sizes = Counter(kept[number][0] for number in rows if number not in new)
        touched = {
            self._how.month(row)
            for number, row in rows.items()
            if number in new or kept[number][0] is None or sizes[kept[number][0]] <= self._how.large()
        }
        some: dict[str, list[FigureRow]] = defaultdict(list)
        for row in rows.values():
            some[self._how.month(row)].append(row)
        return [group for month in sorted(touched) for group in self._how.groups_of_month(some[month])]


_NEAR = """SELECT figure FROM nearby WHERE size_to >= ? AND size_from <= ? AND held_to >= ? AND held_from <= ?
    AND told_to >= ? AND told_from <= ? AND place_to >= ? AND place_from <= ?"""
