"""Low, best and high of a figure from the quantity that gives it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.quantity import Quantity

type Number = int | float | None


class Value(NamedTuple):
    """Bounds and best of a number; a change away from what was is negative."""

    low: Number
    best: Number
    high: Number


def value_of(quantity: Quantity, sign: int) -> Value:
    """Read low, best and high: "at least 30" has no high, "up to 1,500" no low, a range and a vague word no best."""
    if quantity.value is None:
        value = Value(quantity.low, None, quantity.high)
    elif quantity.bound in ("at_least", "more_than"):
        value = Value(quantity.value, quantity.value, None)
    elif quantity.bound in ("at_most", "less_than") and not quantity.approx:
        value = Value(None, quantity.value, quantity.value)
    else:
        value = Value(quantity.value, quantity.value, quantity.value)
    return value if sign > 0 else negative(value)


def negative(value: Value) -> Value:
    """The value with its sign turned, low and high changing places; a lone bound stays where it stands."""
    low, best, high = (None if number is None else -number for number in value)
    if value.best is None and value.high is None:
        return Value(low, None, None)
    return Value(high, best, low)
