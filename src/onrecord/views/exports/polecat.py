"""POLECAT's columns, tab-separated."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes import codes
from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import OWN, auxiliary, located, own, typed
from onrecord.views.exports.events import place_of
from onrecord.views.exports.facts import Facts, day, joined, year_of
from onrecord.views.exports.kinds import intensity


def _side(who: str, about: str) -> tuple[Column, ...]:
    return (
        Column(f"{who} Name", f"{about}; several parted by `; `"),
        Column(f"{who} Country", "ISO 3166-1 alpha-3 codes, in the same order, each once"),
        Column(f"{who} COW", "their Correlates of War numbers"),
        Column(f"Primary {who} Sector", "first PLOVER sector of the first"),
        Column(f"{who} Sectors", "all their PLOVER sectors"),
        Column(f"{who} Title", "their roles in the report's words"),
        Column(f"{who} Name Raw", "their first mentions in the report's words; not kept in a ledger"),
        Column(f"Wikipedia {who} ID", "always empty: onrecord reads offline"),
    )


COLUMNS = (
    Column("Event ID", "content hash, the same in every read and in a ledger"),
    Column("Event Date", "the day, if it is known to the day; never filled with the day of publication"),
    Column("Event Type", "PLOVER type"),
    Column("Event Mode", "PLOVER mode"),
    Column("Intensity", "PLOVER's score of the mode, else of the type: −10 to 10", "float"),
    Column("Quad Code", "`VERBAL COOPERATION`, `MATERIAL COOPERATION`, `VERBAL CONFLICT`, `MATERIAL CONFLICT`"),
    Column("Contexts", "contexts, and the auxiliary modes `historical`, `future`, `hypothetical`, `negation`"),
    *_side("Actor", "who did it"),
    *_side("Recipient", "to whom"),
    Column("Placename", "where: the most precise of its places"),
    Column("City", "the place, if it is a settlement"),
    Column("District", "the place, if it is a second-order unit"),
    Column("Province", "first-order unit"),
    Column("Country", "English name of the country"),
    Column("Latitude", "empty for a country and coarser", "float"),
    Column("Longitude", "the same", "float"),
    Column("GeoNames ID", "of the place", "int"),
    Column("Raw Placename", "the place in the report's words"),
    Column("Feature Type", "`country`, `admin1`, `admin2`, `settlement`, `facility`, `region`, `natural`"),
    Column("Source", "who published the report"),
    Column("Publication Date", "day of publication"),
    Column("Story People", "all persons named in the report"),
    Column("Story Organizations", "all bodies, outlets and companies named in it"),
    Column("Story Locations", "all places named in it"),
    Column("Language", "ISO 639 code of the report's language"),
    Column("Version", "version of onrecord"),
    Column("CAMEO Code", "where there is one for the type and mode"),
    *OWN,
)
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_BODIES = ("organisation", "company", "outlet", "armed_group", "government", "military", "police")


def rows(facts: Facts) -> Iterator[Row]:
    """One row an event."""
    story = _story(facts)
    for event in typed(facts):
        kind = event.type or ""
        scores = intensity()
        yield {
            **own(event, facts),
            **story,
            "Event ID": facts.ids[event.id],
            "Event Date": day(event.when),
            "Event Type": kind,
            "Event Mode": event.mode,
            "Intensity": scores.get((kind, event.mode or "-"), scores.get((kind, "-"))),
            "Quad Code": _QUADS.get(event.quad or 0),
            "Contexts": joined((*event.contexts, *auxiliary(event))),
            **_cells("Actor", facts.actors(event.actors), event, facts),
            **_cells("Recipient", facts.actors(event.recipients), event, facts),
            **located(place_of(event, facts)),
            "CAMEO Code": event.cameo,
        }


def _story(facts: Facts) -> Row:
    record, report = facts.record, facts.report
    return {
        "Source": report.outlet,
        "Publication Date": report.published[:10] if report.published else None,
        "Story People": joined(actor.name for actor in record.actors if actor.kind == "person"),
        "Story Organizations": joined(actor.name for actor in record.actors if actor.kind in _BODIES),
        "Story Locations": joined(place.name or place.text for place in record.places),
        "Language": report.language,
        "Version": facts.known.version,
    }


def _cells(who: str, actors: list[Actor], event: Event, facts: Facts) -> Row:
    year = year_of(event.when, facts.report.published)
    cow = (codes(actor.iso3, year).cow for actor in actors)
    sectors = [code for actor in actors for code in actor.sectors]
    return {
        f"{who} Name": joined(actor.name for actor in actors),
        f"{who} Country": joined(actor.iso3 for actor in actors),
        f"{who} COW": joined(str(number) for number in cow if number is not None),
        f"Primary {who} Sector": next(iter(actors[0].sectors), None) if actors else None,
        f"{who} Sectors": joined(sectors),
        f"{who} Title": joined(role.text for actor in actors for role in actor.roles),
        f"{who} Name Raw": joined(actor.mentions[0].text for actor in actors if actor.mentions),
    }


POLECAT = Table("polecat", "Events of a PLOVER type, with POLECAT's columns.", COLUMNS, rows)
