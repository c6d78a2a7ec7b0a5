"""A numeral with its unit."""

from __future__ import annotations

from onrecord.concepts.parse import Parse
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.numeral import Numeral
from onrecord.layers.quantities.signs import before, glued
from onrecord.layers.quantities.units import rate, unit


def measure(parse: Parse, numeral: Numeral) -> Found | None:
    """A number with its unit; None if the signs that touch it make it part of a name or a code."""
    text = parse.text
    found = Found(numeral.start, numeral.end, numeral.kind)
    found.value, found.low, found.plain, found.scale = numeral.value, numeral.low, numeral.plain, numeral.scale
    if numeral.kind == "vague":
        found.vague = text[numeral.start : numeral.end].lower()
    if not (before(text, found) and glued(text, found)):
        return None
    if found.unit == "count" and found.kind in ("number", "vague", "share", "either"):
        unit(parse, found)
    if found.kind in ("number", "vague"):
        rate(text, found)
    elif found.kind in ("times", "order"):
        found.unit = "times" if found.kind == "times" else "ordinal"
    elif found.kind == "share" and found.unit == "count":
        found.unit = "fraction"
    return found
