"""The events table: who did what to whom, with names of ACLED and UCDP where they exist and PLOVER's beside them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.place import Place
from onrecord.views.exports.columns import (
    CERTAINTY,
    DATES,
    EVENT_END,
    GEO,
    POINT,
    REPORT,
    STATES,
    WORDS,
    Column,
    Row,
    Table,
)
from onrecord.views.exports.facts import Facts, dates, day, joined, point
from onrecord.views.exports.kinds import kind_of

COLUMNS = (
    Column("event_id", "content hash, the same in every read and in a ledger"),
    *REPORT,
    *WORDS,
    Column("trigger", "the word that tells the event"),
    Column("event_date", "the day, if it is known to the day"),
    *DATES,
    Column("event_type", "ACLED event type; empty for events that ACLED does not record or tells by what is unknown"),
    Column("sub_event_type", "ACLED sub-event type"),
    Column("plover", "PLOVER type; empty for an event outside the 16 types that a figure belongs to"),
    Column("mode", "PLOVER mode"),
    Column("contexts", "PLOVER contexts"),
    Column("cameo", "CAMEO code, where there is one for the type and mode"),
    Column("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "int"),
    Column("actor1", "who did it"),
    Column("assoc_actor_1", "others who did it"),
    Column("actor1_iso3", "country of `actor1`"),
    Column("actor1_sectors", "PLOVER sectors of `actor1`"),
    Column("actor2", "to whom"),
    Column("assoc_actor_2", "to whom else"),
    Column("actor2_iso3", "country of `actor2`"),
    Column("actor2_sectors", "PLOVER sectors of `actor2`"),
    Column("place", "where: the most precise of its places"),
    Column("place_iso3", "country of the place"),
    *(column._replace(about=f"{column.about}, by `place_iso3`") for column in STATES),
    *POINT,
    GEO,
    Column("fatalities", "best figure of people killed in it; empty, never 0, if the report gives none", "float"),
    *CERTAINTY,
    Column("background", "true for history told as context", "bool"),
    Column("speaker", "who says so"),
    Column("speaker_kind", "`named`, `office`, `anonymous`, `document`, `outlet`, `unknown`"),
    Column("relay", "outlets between the speaker and this report"),
    Column("source", "all outlets on the way: `relay`, then `outlet`"),
    *EVENT_END,
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row an event of a PLOVER type, or that a figure belongs to."""
    used = {figure.event for figure in facts.record.figures}
    for event in facts.events:
        if event.type or event.id in used:
            yield event_row(event, facts)


def event_row(event: Event, facts: Facts) -> Row:
    """Cells of one event."""
    place = place_of(event, facts)
    iso3 = place.iso3 if place else None
    actors, recipients = facts.actors(event.actors), facts.actors(event.recipients)
    kind = kind_of(event, recipients)
    deaths = facts.deaths(event)
    speech = facts.speech(None, event.statement)
    plain = ("mode", "cameo", "quad", "status", "polarity", "label", "background", "rule")
    return {
        "event_id": facts.ids[event.id],
        **facts.head(),
        **facts.words(event.evidence.start, event.evidence.end),
        **{name: getattr(event, name) for name in plain},
        "trigger": event.trigger.text,
        "event_date": day(event.when),
        **dates(event.when),
        "event_type": kind.type if kind else None,
        "sub_event_type": kind.sub_type if kind else None,
        "plover": event.type,
        "contexts": joined(event.contexts),
        **_side("1", actors),
        **_side("2", recipients),
        "place": (place.name or place.text) if place else None,
        "place_iso3": iso3,
        **facts.states(iso3, event.when),
        **point(place),
        "fatalities": deaths.best if deaths else None,
        **speech,
        "source": joined((str(speech["relay"] or ""), facts.report.outlet)),
        **facts.beside(event.id),
    }


def place_of(event: Event, facts: Facts) -> Place | None:
    """The most precise place of an event, the first of several."""
    found = [place for id in event.places if (place := facts.place(id))]
    return min(found, key=lambda place: place.where_prec or 9, default=None)


def _side(number: str, actors: list[Actor]) -> Row:
    if not actors:
        return {}
    first, *others = actors
    return {
        f"actor{number}": first.name,
        f"assoc_actor_{number}": joined(actor.name for actor in others),
        f"actor{number}_iso3": first.iso3,
        f"actor{number}_sectors": joined(first.sectors),
    }


EVENTS = Table("events", "Who did what to whom, one event a row, whatever its status.", COLUMNS, rows)
