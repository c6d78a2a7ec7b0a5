"""Where a figure lies among all figures, in whole numbers that a spatial index takes: figures that may be one fact lie in reach of one another.

Four sides: what is counted and how many; when it holds; when it was told; in which country. An open side is as wide as can be.
"""

from __future__ import annotations

import zlib
from math import ceil, floor, log

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.features import NEAR, SOON

type Box = tuple[int, int, int, int, int, int, int, int]

_SIZES = 1 << 16  # sizes of one measure: logarithms, then vague words
_STEP = 1000  # of a logarithm
_VAGUE = 40_000
_ROUNDED = ceil(-log(0.9) * _STEP) + 1  # the share by which a rounded number may be off
_UNDATED = -1_000_000
_EVER = (0, 10**7)
_ANYWHERE = (0, 10**6)


def box(row: FigureRow) -> Box | None:
    """Where a row lies; None for one without a number, that is one fact with no other."""
    size = _size(row)
    if size is None:
        return None
    return (*size, *_held(row), *_told(row), *_place(row))


def reach(row: FigureRow) -> list[Box]:
    """Boxes that all rows touch that may be one fact with a row: near by when they hold, or, when one is undated, by when they were told."""
    size = _size(row)
    if size is None:
        return []
    told = _wider(_told(row), SOON)
    if not any(days.held(row)):
        return [(*size, _UNDATED, _EVER[1], *told, *_place(row))]
    return [
        (*size, *_wider(_held(row), NEAR), *_EVER, *_place(row)),
        (*size, _UNDATED, _UNDATED, *told, *_place(row)),
    ]


def _size(row: FigureRow) -> tuple[int, int] | None:
    """Measure and number; a number that is "about" so much lies wherever it may be rounded from."""
    thing = (zlib.crc32(f"{row.measure} {row.unit}".encode()) & 0x7FFE) * _SIZES
    amount = values.amount(row)
    if amount is None:
        if not row.vague:
            return None
        word = thing + _VAGUE + zlib.crc32(row.vague.encode()) % 20_000
        return word, word
    at = log(max(amount, 1.0)) * _STEP
    slack = _ROUNDED if row.approx else 0
    return thing + max(0, floor(at) - slack), thing + min(floor(at) + slack, _VAGUE - 1)


def _held(row: FigureRow) -> tuple[int, int]:
    first, last = days.held(row)
    if not first and not last:
        return _UNDATED, _UNDATED
    return days.number(first) if first else _EVER[0], days.number(last) if last else _EVER[1]


def _told(row: FigureRow) -> tuple[int, int]:
    return (days.number(row.day), days.number(row.day)) if row.day else _EVER


def _place(row: FigureRow) -> tuple[int, int]:
    if not row.place_iso3:
        return _ANYWHERE
    code = zlib.crc32(row.place_iso3.encode()) % _ANYWHERE[1]
    return code, code


def _wider(side: tuple[int, int], by: int) -> tuple[int, int]:
    return side[0] - by, side[1] + by
