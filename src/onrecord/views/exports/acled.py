"""ACLED's export: political violence, demonstrations and strategic developments that are said to have happened."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes import country, numeric
from onrecord.concepts.actor import Actor
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import OWN, own, typed
from onrecord.views.exports.events import event_row, place_of
from onrecord.views.exports.facts import Facts, happened, year_of
from onrecord.views.exports.kinds import Kind, inter_of, kind_of

_COMMON = ("event_date", "time_precision", "event_type", "sub_event_type", "geo_precision", "source", "fatalities")
_CROWDS: dict[str | None, tuple[str, int]] = {"Protests": ("Protesters", 6), "Riots": ("Rioters", 5)}
_ACTORS = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
COLUMNS = (
    Column("event_id_cnty", "content hash, the same in every read and in a ledger"),
    Column("event_date", "the day, if it is known to the day; never filled with the day of publication"),
    Column("year", "year in which the event began", "int"),
    Column("time_precision", "1 a day, 2 up to a week, 3 up to a month; empty for coarser dates", "int"),
    Column("disorder_type", "`Political violence`, `Demonstrations`, `Strategic developments`"),
    Column("event_type", "empty where ACLED tells types apart by what the report does not say"),
    Column("sub_event_type", "the same"),
    Column("actor1", "who did it, in the report's words; ACLED's own names of actors are not shipped"),
    Column("assoc_actor_1", "others who did it"),
    Column(
        "inter1", "kind of `actor1` by its sector: `State forces`, `Rebel group`, `Political militia`, `Civilians` …"
    ),
    Column("actor2", "to whom"),
    Column("assoc_actor_2", "to whom else"),
    Column("inter2", "kind of `actor2`"),
    Column("interaction", "both kinds, the lower number first"),
    Column("civilian_targeting", "`Civilian targeting` for violence on civilians"),
    Column("iso", "ISO 3166-1 number of the country", "int"),
    Column("region", "always empty: ACLED's regions are not shipped"),
    Column("country", "English name of the country"),
    Column("admin1", "first-order unit"),
    Column("admin2", "the place, if it is a second-order unit"),
    Column("admin3", "always empty"),
    Column("location", "where: the most precise of its places"),
    Column("latitude", "empty for a country and coarser", "float"),
    Column("longitude", "the same", "float"),
    Column("geo_precision", "1 the place itself, 2 near it or its district, 3 a larger region", "int"),
    Column("source", "outlets between the speaker and this report, then its own"),
    Column("source_scale", "always empty"),
    Column("notes", "the clause in the report's words"),
    Column("fatalities", "best figure of people killed; empty, never 0, if the report gives none", "float"),
    Column("tags", "always empty"),
    Column("timestamp", "always empty: the same report makes the same bytes", "int"),
    Column("plover", "PLOVER type"),
    *OWN,
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row an event that ACLED records."""
    for event in typed(facts):
        actors, recipients = facts.actors(event.actors), facts.actors(event.recipients)
        kind = kind_of(event, recipients)
        if kind is None or not happened(event):
            continue
        cells, place = event_row(event, facts), place_of(event, facts)
        iso3 = place.iso3 if place else None
        name = (place.name or place.text) if place else None
        yield {
            **own(event, facts),
            **{column: cells.get(column) for column in (*_COMMON, *_ACTORS, "plover")},
            "event_id_cnty": facts.ids[event.id],
            "year": year_of(event.when, None),
            "disorder_type": kind.disorder,
            **_kinds(actors, recipients, iso3, kind),
            "civilian_targeting": _targeting(kind.disorder, recipients),
            "iso": numeric(iso3),
            "country": country(iso3),
            "admin1": name if place and place.kind == "admin1" else place.admin1 if place else None,
            "admin2": name if place and place.kind == "admin2" else None,
            "location": name,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "notes": event.evidence.text,
        }


def _kinds(actors: list[Actor], recipients: list[Actor], iso3: str | None, kind: Kind) -> Row:
    """Kinds of the first actor on each side, and both in one word."""
    found = [inter_of(side[0], iso3) if side else None for side in (actors, recipients)]
    if actors and kind.type in _CROWDS and (found[0] is None or found[0][0] == "Civilians"):
        found[0] = _CROWDS[kind.type]
    row: Row = {f"inter{number}": side[0] if side else None for number, side in enumerate(found, 1)}
    known = sorted((side for side in found if side), key=lambda side: side[1])
    return row | {"interaction": "-".join(side[0] for side in known) if all(found) else None}


def _targeting(disorder: str, recipients: list[Actor]) -> str | None:
    """Violence is on civilians if the first of those it was done to is one."""
    kind = inter_of(recipients[0], None) if recipients else None
    return "Civilian targeting" if kind and kind[0] == "Civilians" and disorder == "Political violence" else None


ACLED = Table("acled", "Events that ACLED records and that are said to have happened.", COLUMNS, rows)
