"""States as actors: a government spoken of once stands for its state, "her country" is the state of the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.layers.actors.marks import Entity, Mark
from onrecord.layers.actors.vocabulary import named

_GOVERNMENTS = named("governments")


def join_states(entities: Sequence[Entity], by_head: Mapping[int, Mark]) -> None:
    """Join "the government of Iraq" to Iraq when nothing else is said of that government, and "her country" to hers."""
    states: dict[str, Entity] = {}
    for entity in entities:
        if entity.sort == "state" and entity.iso3 and entity.name:
            states.setdefault(entity.iso3, entity)
    for entity in entities:
        if len(entity.marks) != 1 or entity.name:
            continue
        mark = entity.marks[0]
        if mark.noun in _GOVERNMENTS and entity.iso3 in states:
            states[entity.iso3].absorb(entity, "government for its state", mark.span)
        elif entity.sort == "state" and mark.form == "nominal":
            owner = _owner(mark, by_head)
            if owner is not None and owner.iso3 in states:
                states[owner.iso3].absorb(entity, "country of the owner", mark.span)


def _owner(mark: Mark, by_head: Mapping[int, Mark]) -> Entity | None:
    child = mark.head.child("poss")
    other = by_head.get(child.i) if child else None
    return other.entity if other else None
