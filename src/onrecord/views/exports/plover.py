"""PLOVER records as its gold standard writes them: JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.concepts.actor import Actor
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import OWN, auxiliary, own, typed
from onrecord.views.exports.facts import Facts, day, joined

COLUMNS = (
    Column("id", "content hash, the same in every read and in a ledger"),
    Column("date", "the day, if it is known to the day"),
    Column("source", "who did it: a list of objects with `actorText`, `code` (ISO3), `sector`", "list"),
    Column("target", "to whom, the same way", "list"),
    Column("event", "PLOVER type"),
    Column("eventText", "the word that tells the event"),
    Column("context", "contexts, and the auxiliary modes `historical`, `future`, `hypothetical`, `negation`"),
    Column("mode", "PLOVER mode"),
    Column("text", "the event's clause: `report.text[start:end]`"),
    Column("language", "ISO 639 code of the report's language"),
    Column("publication", "who published the report"),
    Column("coder", "`onrecord`"),
    Column("version", "version of onrecord"),
    Column("cameo", "CAMEO code, where there is one"),
    Column("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "int"),
    *(column for column in OWN if column.name != "quote"),
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row an event."""
    for event in typed(facts):
        yield {
            **own(event, facts),
            "id": facts.ids[event.id],
            "date": day(event.when),
            "source": _listed(facts.actors(event.actors)),
            "target": _listed(facts.actors(event.recipients)),
            "event": event.type,
            "eventText": event.trigger.text,
            "context": joined((*event.contexts, *auxiliary(event))),
            "mode": event.mode,
            "text": event.evidence.text,
            "language": facts.report.language,
            "publication": facts.report.outlet,
            "coder": "onrecord",
            "version": facts.known.version,
            "cameo": event.cameo,
            "quad": event.quad,
        }


def _listed(actors: Iterable[Actor]) -> list[dict[str, str]] | None:
    """Actors with the fields of PLOVER's records; an unknown field is left out."""
    found: list[dict[str, str]] = []
    for actor in actors:
        fields = {"actorText": actor.name, "code": actor.iso3, "sector": " ".join(actor.sectors)}
        found.append({name: value for name, value in fields.items() if value})
    return found or None


PLOVER = Table("plover", "Events of a PLOVER type, with the fields of PLOVER's gold standard records.", COLUMNS, rows)
