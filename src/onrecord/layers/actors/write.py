"""Entities to the actors of the record: name, kind, state, sectors, roles."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.actor import Actor, Mention
from onrecord.layers.actors.marks import Entity, Mark

_KINDS = {"person": "person", "people": "group", "body": "organisation", "state": "state"}


def actors_of(entities: Iterable[Entity]) -> tuple[Actor, ...]:
    """Write the entities out in text order."""
    kept = [e for e in entities if (e.marks and any(m.form != "pronoun" for m in e.marks)) or len(e.marks) > 1]
    ids = {id(entity): f"a{number}" for number, entity in enumerate(kept, 1)}
    return tuple(_actor(entity, ids) for entity in kept)


def _actor(entity: Entity, ids: dict[int, str]) -> Actor:
    marks = sorted(entity.marks, key=lambda mark: (mark.first, mark.last))
    spans = tuple(Mention(m.span.start, m.span.end, m.span.text, m.form) for m in marks)  # type: ignore[arg-type]
    return Actor(
        id=ids[id(entity)],
        name=entity.name or _name(marks),
        kind=entity.kind or _KINDS[entity.sort],  # type: ignore[arg-type]
        iso3=entity.iso3,
        sectors=entity.sectors,
        roles=tuple(entity.roles),
        member_of=ids.get(id(entity.member_of)) if entity.member_of else None,
        mentions=spans,
        why=tuple(entity.reasons),
    )


def _name(marks: list[Mark]) -> str:
    """The first words that are no pronoun, without their article."""
    words = next((mark.span.text for mark in marks if mark.form != "pronoun"), marks[0].span.text)
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words
