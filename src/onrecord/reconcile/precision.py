"""A random sample, and what it says of all rows: the precision with its interval."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow

Z = 1.959964  # 95 %
# Fields that are right or wrong together.
FIELDS = {
    "value": ("low", "best", "high", "approx", "bound", "vague", "unit"),
    "measure": ("measure",),
    "scope": ("scope",),
    "role": ("role",),
    "whose": ("subject", "subject_kind", "subject_iso3"),
    "where": ("place", "place_kind", "place_iso3"),
    "when": ("date_start", "date_end", "date_edtf", "date_precision"),
    "status": ("status", "polarity", "label"),
    "who says it": ("speaker", "speaker_kind", "relay"),
}


class Share(NamedTuple):
    """How many of some rows are right, with Wilson's interval of 95 %; `precision` is None when none was checked."""

    what: str
    right: int
    checked: int
    precision: float | None
    low: float
    high: float


class Precision(NamedTuple):
    """What a sample says: how many rows there are, how many were drawn and checked, and the share that is right in each respect.

    `finite` is the factor by which the intervals are shorter because the sample is part of a finite number of rows.
    """

    population: int
    sample: int
    checked: int
    finite: float
    shares: tuple[Share, ...]


def drawn(rows: Iterable[FigureRow], size: int, seed: int) -> list[FigureRow]:
    """A simple random sample: the first rows in the order of a hash of seed and id.

    The same seed draws the same rows on any machine; a larger size adds rows to a smaller one's, and a new report disturbs the least.
    """
    return sorted(rows, key=lambda row: hashlib.sha256(f"{seed}\0{row.figure_id}".encode()).digest())[:size]


def share(what: str, right: int, checked: int) -> Share:
    """A share with Wilson's interval: it stays between 0 and 1, and says something of small samples too."""
    if not checked:
        return Share(what, 0, 0, None, 0.0, 1.0)
    part, weight = right / checked, Z * Z / checked
    middle = (part + weight / 2) / (1 + weight)
    half = Z * sqrt(part * (1 - part) / checked + weight / (4 * checked)) / (1 + weight)
    low = 0.0 if right == 0 else middle - half
    high = 1.0 if right == checked else middle + half
    return Share(what, right, checked, round(part, 4), round(low, 4), round(high, 4))


def precision(population: int, sample: Iterable[FigureRow]) -> Precision:
    """The precision by a sample of judged rows. What is not judged yet does not count; a rejected row is no row, a corrected one has wrong fields."""
    rows = list(sample)
    checked = [row for row in rows if row.review]
    there = [row for row in checked if row.review != "rejected"]
    right = [row for row in there if row.review == "accepted" or not row.was]
    shares = [
        share("rows that are there", len(there), len(checked)),
        share("rows with all fields right", len(right), len(checked)),
    ]
    for what, names in FIELDS.items():
        good = sum(not any(name in names for name, _ in row.was) for row in there)
        shares.append(share(what, good, len(there)))
    finite = min(1.0, sqrt((population - len(checked)) / (population - 1))) if population > 1 else 0.0
    return Precision(population, len(rows), len(checked), round(finite, 4), tuple(shares))
