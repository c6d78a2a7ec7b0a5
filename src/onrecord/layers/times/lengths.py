"""Lengths of time: their unit and number, their TIMEX3 value, and the day that lies so far off."""

from __future__ import annotations

from datetime import date

from onrecord.layers.times import numbers
from onrecord.layers.times.match import Match
from onrecord.layers.times.periods import OutOfRange, Unit, add, add_days
from onrecord.layers.times.words import value

CLOCK_UNITS = {"second": 1, "minute": 60, "hour": 3600}
_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q",
            "year": "Y", "weekend": "W"}  # fmt: skip
# Units written as so many of a smaller one.
_MULTIPLES = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "fortnight": (2, "week"),
    "half": (6, "month"),
}
_SMALLER = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "day": (24, "hour")}


def unit_of(match: Match) -> Unit:
    """The unit that a match names."""
    word = match.words("u")[0]
    return value("unit", word) or value("units", word) or value("period", word) or "year"  # type: ignore[return-value]


def length(many: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; PXD for a vague number of days."""
    if many is not None and unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        many *= times
    if unit in _MULTIPLES:
        return "PXE" if unit == "decade" else "PXC" if unit == "century" else f"PX{_LETTERS[_MULTIPLES[unit][1]]}"
    clock = "T" if unit in CLOCK_UNITS else ""
    letter = _LETTERS[unit]
    if many is None:
        return f"P{clock}X{letter}"
    whole, rest = int(many), many - int(many)
    if not rest:
        return f"P{clock}{whole}{letter}"
    if unit in _SMALLER and rest * _SMALLER[unit][0] == int(rest * _SMALLER[unit][0]):
        times, smaller = _SMALLER[unit]
        return f"P{clock}{whole or ''}{letter if whole else ''}{'T' if unit == 'day' else ''}{int(rest * times)}{_LETTERS[smaller]}"
    return f"P{clock}{many:g}{letter}"


def many_of(match: Match) -> tuple[float | None, float | None]:
    """The least and greatest number of units; None where it is vague."""
    words = match.words("c")
    least = numbers.count(words) if words else (0.0 if "h" in match.groups else 1.0)
    if least is not None and "h" in match.groups:
        least += 0.5
    most = numbers.count(match.words("e")) if "e" in match.groups else least
    return least, most if most is not None else least


def end_of(day: date, unit: str, many: float) -> date:
    """The day so many units off; half years and months in days."""
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        many *= times
    unit = {"night": "day", "weekend": "week"}.get(unit, unit)
    try:
        if many == int(many):
            return add(day, unit, int(many))
        days = {"year": 365.25, "month": 30.44, "quarter": 91.3, "week": 7.0}.get(unit, 1.0)
        return add_days(day, round(days * many))
    except OutOfRange:
        return date.min if many < 0 else date.max
