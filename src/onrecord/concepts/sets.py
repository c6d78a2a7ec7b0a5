"""Sets that are joined by naming two of their members (union–find)."""

from __future__ import annotations

from collections import defaultdict


class Sets[T: (int, str)]:
    """Disjoint sets; each goes by its smallest member."""

    def __init__(self) -> None:
        self._heads: dict[T, T] = {}

    def head(self, one: T) -> T:
        """The smallest member of the set of a member."""
        while self._heads.setdefault(one, one) != one:
            self._heads[one] = self._heads[self._heads[one]]
            one = self._heads[one]
        return one

    def join(self, one: T, other: T) -> None:
        """Make the sets of two members one."""
        first, second = sorted((self.head(one), self.head(other)))
        self._heads[second] = first

    def all(self) -> list[set[T]]:
        """All sets, by their smallest members."""
        found: dict[T, set[T]] = defaultdict(set)
        for one in sorted(self._heads):
            found[self.head(one)].add(one)
        return list(found.values())
