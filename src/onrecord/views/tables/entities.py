"""Places and actors as tables: one row an entity, however often it is named."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.actor import Actor
from onrecord.concepts.place import Place
from onrecord.concepts.record import Record
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean

PLACES = (
    Column("", 4, 2),
    Column("place", 28, 8, wraps=True),
    Column("kind", 10, 6),
    Column("in", 12, 4, wraps=True),
    Column("prec", 4, 1, right=True),
    Column("use", 8, 6),
    Column("named", 5, 3, right=True),
    Column("as", 40, 8, wraps=True),
)
ACTORS = (
    Column("", 4, 2),
    Column("actor", 30, 8, wraps=True),
    Column("kind", 12, 6),
    Column("of", 4, 3),
    Column("sectors", 10, 4, wraps=True),
    Column("named", 5, 3, right=True),
    Column("as", 40, 8, wraps=True),
)


def places(record: Record) -> Table:
    """Places, mentions of one entity together (`why` takes the id of its first mention)."""
    return Table("Places", PLACES, one_block([_place(group) for group in by_entity(record.places)]))


def by_entity(places: Iterable[Place]) -> list[list[Place]]:
    """Mentions of the same entity in the same use, in order of their first."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in places:
        key = (place.geonames_id, place.name or place.text, place.kind, place.iso3, place.use)
        groups.setdefault(key, []).append(place)
    return list(groups.values())


def _place(group: list[Place]) -> Row:
    first = group[0]
    region = ", ".join(part for part in (first.admin1, first.iso3) if part)
    return Row(
        first.id,
        first.start,
        (
            Cell(first.id, "dim"),
            Cell(first.name or first.text),
            Cell(first.kind),
            Cell(region),
            Cell(str(first.where_prec or "")),
            Cell(first.use, "" if first.use == "literal" else "dim"),
            Cell(str(len(group))),
            Cell(_forms(place.text for place in group), "named"),
        ),
    )


def actors(record: Record) -> Table:
    """Actors with the words that name them; those named once that no other row speaks of are only counted."""
    spoken = _spoken_of(record)
    kept = [actor for actor in record.actors if len(actor.mentions) > 1 or actor.id in spoken]
    others = len(record.actors) - len(kept)
    notes = (f"{others:,} more, each named once and in no other row (--json lists them)",) if others else ()
    return Table("Actors", ACTORS, one_block([_actor(actor) for actor in kept]), notes)


def _spoken_of(record: Record) -> set[str | None]:
    found: set[str | None] = {id for figure in record.figures for id in (figure.subject, figure.speaker)}
    found |= {id for event in record.events for id in (*event.actors, *event.recipients)}
    found |= {said.speaker for said in record.statements}
    return found | {actor.member_of for actor in record.actors}


def _actor(actor: Actor) -> Row:
    named = [*(mention.text for mention in actor.mentions if mention.form != "pronoun"), *(r.text for r in actor.roles)]
    return Row(
        actor.id,
        actor.mentions[0].start if actor.mentions else None,
        (
            Cell(actor.id, "dim"),
            Cell(actor.name),
            Cell(actor.kind),
            Cell(actor.iso3 or ""),
            Cell(" ".join(actor.sectors)),
            Cell(str(len(actor.mentions))),
            Cell(_forms(named), "named"),
        ),
    )


def _forms(texts: Iterable[str]) -> str:
    """Different wordings, a leading article and capitals aside."""
    found: dict[str, str] = {}
    for text in texts:
        words = clean(text)
        found.setdefault(words.lower().removeprefix("the "), words)
    return ", ".join(found.values())
