"""Which reports of a ledger share bands of their signatures with a new one.

The table keeps one short row a report, written in order; looking hashes up in it goes by a sorted copy in memory, so that a new report
writes in one place of the file and not in twenty.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_MOST = 200  # reports compared with a new one at most: those that share most bands
_RECENT = 4096  # reports that are looked up in a dictionary before they are sorted in


class Alike:
    """Signatures of all reports, as far as this program has looked."""

    def __init__(self, ledger: sqlite3.Connection) -> None:
        self._ledger = ledger
        self.forget()

    def forget(self) -> None:
        """Look at the table anew: what was added may have been taken back, what was there may be gone."""
        self._last = 0
        self._sorted: np.ndarray | None = None
        self._recent: dict[int, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, report: int, hashes: Iterable[int]) -> None:
        """Keep the bands of a report."""
        data = b"".join((one & 0xFFFFFFFF).to_bytes(4, "little") for one in hashes)
        self._ledger.execute("INSERT INTO signature (report, bands) VALUES (?, ?)", (report, data))

    def find(self, hashes: Iterable[int]) -> list[int]:
        """Reports that share a band, those that share most first."""
        self._catch_up()
        wanted = [one & 0xFFFFFFFF for one in hashes]
        found = Counter(report for one in wanted for report in self._recent.get(one, ()))
        if self._sorted is not None:
            import numpy as np

            keys = np.array(wanted, dtype=np.uint64) << np.uint64(32)
            first = np.searchsorted(self._sorted, keys)
            last = np.searchsorted(self._sorted, keys + np.uint64(1 << 32))
            for start, end in zip(first.tolist(), last.tolist(), strict=True):
                found.update((self._sorted[start:end] & np.uint64(0xFFFFFFFF)).tolist())
        return sorted(found, key=lambda report: (-found[report], report))[:_MOST]

    def _catch_up(self) -> None:
        """Read the rows that came since."""
        rows = self._ledger.execute("SELECT report, bands FROM signature WHERE report > ?", (self._last,)).fetchall()
        if not rows:
            return
        self._last = rows[-1][0]
        if len(rows) + self._count > _RECENT:
            self._sort(rows)
            return
        self._count += len(rows)
        for report, data in rows:
            for at in range(0, len(data), 4):
                self._recent[int.from_bytes(data[at : at + 4], "little")].append(report)

    def _sort(self, rows: list[sqlite3.Row]) -> None:
        """Sort rows and all recent ones in."""
        import numpy as np

        hashes = np.frombuffer(b"".join(row[1] for row in rows), dtype="<u4").astype(np.uint64)
        reports = np.repeat([row[0] for row in rows], [len(row[1]) // 4 for row in rows]).astype(np.uint64)
        recent = [hash << 32 | report for hash, reports in self._recent.items() for report in reports]
        parts = [(hashes << np.uint64(32)) | reports, np.array(recent, dtype=np.uint64)]
        if self._sorted is not None:
            parts.append(self._sorted)
        self._sorted = np.sort(np.concatenate(parts), kind="stable")
        self._recent.clear()
        self._count = 0
