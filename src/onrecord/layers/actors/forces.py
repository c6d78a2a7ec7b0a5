"""Forces of a state: "US forces", "the Iraqi army", a soldier's "our Iraqi partners"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from onrecord.concepts.parse import Parse
from onrecord.layers.actors.marks import Entity, Mark, States
from onrecord.layers.actors.vocabulary import Vocabulary, named

_FORCES = named("forces")
_ALLIES = named("allies")


class Forces:
    """Puts the forces of one state together; `marks` are all marks of the report in text order."""

    def __init__(self, parse: Parse, words: Vocabulary, marks: Sequence[Mark], states: States) -> None:
        self.parse, self.words, self.marks, self.states = parse, words, marks, states

    def of(self, at: int, speaker: Entity | None) -> tuple[Entity, Mark, str] | None:
        """ "US forces" after "the US forces", "Iraqi forces" after "Iraqi Security Forces", a soldier's "our Iraqi partners"."""
        mark = self.marks[at]
        allies = mark.noun in _ALLIES and speaker is not None and self._soldier(speaker)
        if mark.noun not in _FORCES and not allies:
            return None
        iso3 = self.states.inside(self.parse.tokens[mark.first : mark.head.i])
        if iso3 is None:
            return None
        found: dict[int, Mark] = {}
        for other in self._forces:
            if other.entity is None or other is mark:
                continue
            if iso3 == (other.entity.iso3 or self.states.inside(self.parse.tokens[other.first : other.head.i])):
                found.setdefault(id(other.entity), other)
        if len(found) != 1:
            return None
        other = next(iter(found.values()))
        return (other.entity, other, "force of the state") if other.entity else None

    @cached_property
    def _forces(self) -> list[Mark]:
        return [mark for mark in self.marks if self._is_force(mark)]

    def _is_force(self, mark: Mark) -> bool:
        if mark.form == "name":
            return mark.sort == "body" and mark.parts[-1:] in (("forces",), ("army",), ("military",))
        return mark.noun in _FORCES

    def _soldier(self, person: Entity) -> bool:
        return any("MIL" in entry.sectors for noun in person.nouns if (entry := self.words.persons.get(noun)))
