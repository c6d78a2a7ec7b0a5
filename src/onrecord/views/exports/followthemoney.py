"""FollowTheMoney 4: reports, actors, events and figures as entities, or as statements about them.

Written by hand, since the package of that name needs ICU and a compiler and brings some 25 others, for what is a few lines of JSON.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.codes import alpha2
from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import typed
from onrecord.views.exports.events import place_of
from onrecord.views.exports.facts import Facts, happened
from onrecord.views.exports.words import event_words, figure_words

DATASET = "onrecord"
_SCHEMATA = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "military": "PublicBody", "police": "PublicBody",
    "organisation": "Organization", "armed_group": "Organization", "company": "Company", "outlet": "Organization",
}  # fmt: skip
_LANGUAGES = {"en": "eng"}
# Types of the properties that are written, as FollowTheMoney's model has them.
_TYPES = {
    "title": "string", "author": "string", "publisher": "string", "sourceUrl": "url", "publishedAt": "date", "language": "language",
    "mimeType": "mimetype", "bodyText": "text", "processingAgent": "string", "name": "name", "country": "country", "position": "string",
    "summary": "text", "description": "text", "notes": "text", "startDate": "date", "endDate": "date", "location": "address", "involved": "entity",
    "proof": "entity", "document": "entity", "entity": "entity", "role": "string", "resolved": "entity", "detectedSchema": "string",
    "contextCountry": "country", "recordId": "string",
}  # fmt: skip


class Entity(NamedTuple):
    """One entity; `origin` says where in the report it stands."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    origin: str


def entities(facts: Facts) -> Iterator[Entity]:
    """A report that has something to tell, the actors that its rows name, what happened, and what is counted."""
    happening = [event for event in typed(facts) if happened(event)]
    figures = [figure for figure in facts.figures if not figure.derived]
    if facts.known.shown is not None and not (happening or figures):
        return
    yield _article(facts)
    named = [id for event in happening for id in (*event.actors, *event.recipients)]
    named += [id for figure in figures for id in (figure.subject, figure.speaker) if id]
    for actor in facts.actors(dict.fromkeys(named)):
        yield _actor(actor, facts)
        if actor.kind in _SCHEMATA:
            yield _mention(actor, facts)
    for event in happening:
        yield from _event(event, facts)
    for figure in figures:
        yield _note(figure, facts)


def _made(facts: Facts, id: str, schema: str, where: str, **properties: Iterable[str | None]) -> Entity:
    values = {name: list(dict.fromkeys(value for value in given if value)) for name, given in properties.items()}
    return Entity(id, schema, {name: given for name, given in values.items() if given}, f"{facts.report.id}{where}")


def _article(facts: Facts) -> Entity:
    report = facts.report
    return _made(
        facts,
        report.id,
        "Article",
        "",
        title=[report.title],
        author=report.authors,
        publisher=[report.outlet],
        sourceUrl=[report.url],
        publishedAt=[report.published[:10] if report.published else None],
        language=[_LANGUAGES.get(report.language or "")],
        mimeType=[report.media_type],
        bodyText=[report.text],
        processingAgent=[f"onrecord {facts.known.version}"],
    )


def _actor_id(id: str, facts: Facts) -> str:
    return f"{id[:1]}-{facts.report.id[:24]}-{id[1:]}"


def _actor(actor: Actor, facts: Facts) -> Entity:
    position = [role.text for role in actor.roles] if actor.kind == "person" else []
    schema = _SCHEMATA.get(actor.kind, "LegalEntity")
    return _made(
        facts,
        _actor_id(actor.id, facts),
        schema,
        "",
        name=[actor.name],
        country=[alpha2(actor.iso3)],
        position=position,
        proof=[facts.report.id],
    )


def _mention(actor: Actor, facts: Facts) -> Entity:
    return _made(
        facts,
        f"m{_actor_id(actor.id, facts)[1:]}",
        "Mention",
        "",
        document=[facts.report.id],
        resolved=[_actor_id(actor.id, facts)],
        name=[actor.name],
        detectedSchema=[_SCHEMATA[actor.kind]],
        contextCountry=[alpha2(actor.iso3)],
    )


def _event(event: Event, facts: Facts) -> Iterator[Entity]:
    place, when = place_of(event, facts), event.when
    where = f":{event.evidence.start}-{event.evidence.end}"
    made = facts.ids[event.id]
    yield _made(
        facts,
        made,
        "Event",
        where,
        name=[event_words(event, facts)],
        summary=[event.evidence.text],
        startDate=[when.earliest if when else None],
        endDate=[when.latest if when else None],
        location=[(place.name or place.text) if place else None],
        country=[alpha2(place.iso3) if place else None],
        involved=[_actor_id(actor.id, facts) for actor in facts.actors((*event.actors, *event.recipients))],
        notes=[f"said to be {event.label}"],
        recordId=[made],
        proof=[facts.report.id],
    )
    yield _made(
        facts,
        f"doc-{made}",
        "Documentation",
        where,
        document=[facts.report.id],
        entity=[made],
        role=["reports"],
        summary=[event.evidence.text],
    )


def _note(figure: Figure, facts: Facts) -> Entity:
    about = [id for id in (figure.subject, figure.speaker) if facts.actors((id or "",))]
    return _made(
        facts,
        facts.ids[figure.id],
        "Note",
        f":{figure.evidence.start}-{figure.evidence.end}",
        name=[figure_words(figure, facts)],
        description=[figure.evidence.text],
        entity=[facts.report.id, *(_actor_id(id, facts) for id in about if id)],
        country=[alpha2(figure.place_iso3)],
        proof=[facts.report.id],
    )


def _entity_rows(facts: Facts) -> Iterator[Row]:
    for entity in entities(facts):
        yield {"id": entity.id, "schema": entity.schema, "properties": entity.properties}


def _statement_rows(facts: Facts) -> Iterator[Row]:
    for entity in entities(facts):
        for prop, values in entity.properties.items():
            for value in values:
                key = f"{DATASET}.{entity.id}.{prop}.{value}"
                yield {
                    "canonical_id": entity.id,
                    "entity_id": entity.id,
                    "prop": prop,
                    "prop_type": _TYPES[prop],
                    "schema": entity.schema,
                    "value": value,
                    "dataset": DATASET,
                    "origin": entity.origin,
                    "external": False,
                    "id": hashlib.sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(),
                }


ENTITIES = Table(
    "ftm-entities",
    "Entities, one a line (`--format followthemoney`): an `Article` a report with its text; `Person`, `Organization`, `PublicBody`, `Company` or "
    "`LegalEntity` for the actors of its rows, each with a `Mention`; an `Event` for what is said to have happened, with a `Documentation`; a `Note` for a "
    "figure, whatever its label, which stands in the note's name. Plans and denials are no events there, since FollowTheMoney has no field that tells "
    "them from facts. Actors of different reports are not joined. Model of FollowTheMoney 4.11.",
    (
        Column(
            "id",
            "`report_id`, `event_id`, `figure_id`; of actors and mentions a name made of the report and their number",
        ),
        Column("schema", "FollowTheMoney's schema"),
        Column("properties", "lists of strings by name; countries in lower-case ISO 3166-1 alpha-2", "object"),
    ),
    _entity_rows,
)
STATEMENTS = Table(
    "ftm-statements",
    "The same entities as statements, one value a line (`--format followthemoney --table ftm-statements`), each with the place in the report it comes from: FollowTheMoney's "
    "statement-based data model.",
    (
        Column("canonical_id", "the same as `entity_id`: nothing is joined"),
        Column("entity_id", "the entity it is about"),
        Column("prop", "property"),
        Column("prop_type", "its type"),
        Column("schema", "FollowTheMoney's schema of the entity"),
        Column("value", "one value"),
        Column("dataset", "`onrecord`"),
        Column("origin", "`report_id`, and `:start-end` of the words (Unicode code points)"),
        Column("lang", "always empty"),
        Column("original_value", "always empty"),
        Column("external", "always false", "bool"),
        Column("first_seen", "always empty: the same ledger makes the same bytes"),
        Column("last_seen", "always empty"),
        Column("id", "SHA-1 as FollowTheMoney makes it"),
    ),
    _statement_rows,
)
