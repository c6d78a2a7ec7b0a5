"""States as actors: a government spoken of once stands for its state."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.layers.actors.marks import Entity

_GOVERNMENTS = frozenset({"government", "federal government", "administration", "authorities", "regime", "leadership"})


def join_governments(entities: Iterable[Entity]) -> None:
    """Join "the government of Iraq" to Iraq when nothing else in the report is said of that government."""
    states: dict[str, Entity] = {}
    alone: list[Entity] = []
    for entity in entities:
        if entity.sort == "state" and entity.iso3 and entity.name:
            states.setdefault(entity.iso3, entity)
        elif len(entity.marks) == 1 and entity.marks[0].noun in _GOVERNMENTS and entity.iso3:
            alone.append(entity)
    for entity in alone:
        state = states.get(entity.iso3 or "")
        if state is not None:
            state.absorb(entity, "government for its state", entity.marks[0].span)
