"""Pairs: "Ann Jones and her brother", whom "they" may mean together."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.parse import Parse
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Mark


def pairs_of(parse: Parse, marks: Iterable[Mark], by_head: dict[int, Mark]) -> dict[int, Mark]:
    """A mark for each coordination of persons, of bodies or states, by the number of its first head word; none has an entity yet."""
    found: dict[int, Mark] = {}
    for mark in marks:
        if mark.form == "pronoun" or mark.head.dep == "conj":
            continue
        last, joined = mark, False
        while True:
            head = last.head
            joined = joined or any(child.dep == "cc" and child.lower == "and" for child in head.children)
            child = head.child("conj")
            other = by_head.get(child.i) if child else None
            if other is None or _side(other) != _side(mark) or other is last:
                break
            last = other
        if last is not mark and joined:
            span = Span.of(parse.text, mark.span.start, last.span.end)
            found[mark.head.i] = Mark(span, mark.first, last.last, mark.head, "nominal", "people")
    return found


def _side(mark: Mark) -> str:
    return "body" if mark.sort in ("state", "body") else "people"
