"""Values that may be one number: equal, or apart by no more than the rounder of the two leaves open."""

from __future__ import annotations

from onrecord.concepts.rows import FigureRow

_UPPER = ("at_most", "less_than")


def amount(row: FigureRow) -> float | None:
    """The number of a row without its sign; a vague word has none, a range its middle."""
    value = row.best
    if value is None and row.low is not None and row.high is not None and not row.vague:
        value = (row.low + row.high) / 2
    if value is None and not row.vague:
        value = row.low if row.low is not None else row.high
    return None if value is None else abs(float(value))


def words(row: FigureRow) -> str:
    """The number in the words of the report; in figures where people corrected it."""
    value = amount(row)
    if value is None or not {"low", "best", "high"} & {name for name, _ in row.was}:
        return row.value_text
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def grain(value: float) -> float:
    """The step to which a number is rounded: 100 for 5,200, 1,000 for 2,000, 1 for 5,262."""
    if value <= 0 or value != int(value):
        return 0.0
    step, whole = 1, int(value)
    while whole % 10 == 0:
        step, whole = step * 10, whole // 10
    return float(step)


def telling(value: float) -> int:
    """How many digits of a number say something: 2 for 5,200, 4 for 5,262; a number of two figures or less says little by itself."""
    return len(str(int(value)).rstrip("0")) if value >= 100 else 0


def agreement(one: FigureRow, other: FigureRow) -> str | None:
    """How two values agree (`equal`, `rounded`, the same vague word), or None."""
    first, second = amount(one), amount(other)
    if first is None or second is None:
        return "vague" if one.vague and one.vague == other.vague else None
    if one.unit != other.unit or _against(one, other):
        return None
    if first == second:
        return "equal"
    if _within(one, second) or _within(other, first):
        return "rounded"
    return "rounded" if _near(first, second, one, other) else None


def _within(row: FigureRow, value: float) -> bool:
    """True for a range that holds a number: between 13,000 and 14,000, and 14,000."""
    if row.best is not None or row.low is None or row.high is None or row.vague:
        return False
    low, high = sorted((abs(float(row.low)), abs(float(row.high))))
    return low <= value <= high


def _against(one: FigureRow, other: FigureRow) -> bool:
    """True for a number that is at most so much beside one that is more than that, and for changes in two directions."""
    bounds = {one.bound, other.bound}
    if "more_than" in bounds and bounds & set(_UPPER):
        return True
    signs = [value < 0 for row in (one, other) if row.role == "change" and (value := row.best or row.low)]
    return len(set(signs)) > 1


def _near(first: float, second: float, one: FigureRow, other: FigureRow) -> bool:
    """A number said to be about so much stands for all that is rounded to it: about 5,000 for 4,900, but not for 5,600."""
    if not (one.approx or other.approx) or one.bound or other.bound:
        return False
    steps = [grain(value) for value, row in ((first, one), (second, other)) if row.approx]
    return abs(first - second) < max(steps) / 2 and abs(first - second) <= 0.1 * max(first, second)
