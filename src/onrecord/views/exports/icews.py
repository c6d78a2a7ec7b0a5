"""ICEWS coded events, tab-separated: one row for each pair of actor and recipient."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes import country
from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import OWN, located, own, typed
from onrecord.views.exports.events import place_of
from onrecord.views.exports.facts import Facts, day, happened, joined

INTENT = "03"  # CAMEO's codes for what is said to be coming


def _side(who: str, about: str) -> tuple[Column, ...]:
    return (
        Column(f"{who} Name", about),
        Column(f"{who} Sectors", "PLOVER sectors"),
        Column(f"{who} Country", "English name of the country"),
    )


COLUMNS = (
    Column("Event ID", "content hash of the event; the rows of its pairs share it"),
    Column("Event Date", "the day, if it is known to the day; never filled with the day of publication"),
    *_side("Source", "one of those who did it"),
    Column("Event Text", "the word that tells the event (CAMEO's labels are not shipped)"),
    Column("CAMEO Code", "code of the type and mode"),
    Column("Intensity", "always empty: the scores of CAMEO codes are not shipped", "float"),
    *_side("Target", "one of those to whom it was done"),
    Column("Story ID", "`report_id`"),
    Column("Sentence Number", "always empty: the record counts characters, not sentences", "int"),
    Column("Publisher", "who published the report"),
    Column("City", "the place, if it is a settlement"),
    Column("District", "the place, if it is a second-order unit"),
    Column("Province", "first-order unit"),
    Column("Country", "English name of the country"),
    Column("Latitude", "empty for a country and coarser", "float"),
    Column("Longitude", "the same", "float"),
    Column("PLOVER Type", "with the mode after a stop: `RETREAT.withdraw`"),
    *(column for column in OWN if column.name != "report_id"),
)


def rows(facts: Facts) -> Iterator[Row]:
    """Rows of the events that happened by what is said, or whose code itself says that they are intended."""
    for event in typed(facts):
        if not (happened(event) or _intended(event)):
            continue
        cells: Row = {
            **own(event, facts),
            **located(place_of(event, facts)),
            "Event ID": facts.ids[event.id],
            "Event Date": day(event.when),
            "Event Text": event.trigger.text,
            "CAMEO Code": event.cameo,
            "Story ID": facts.report.id,
            "Publisher": facts.report.outlet,
            "PLOVER Type": ".".join(word for word in (event.type, event.mode) if word),
        }
        sources, targets = (
            _sides("Source", facts.actors(event.actors)),
            _sides("Target", facts.actors(event.recipients)),
        )
        yield from ({**cells, **source, **target} for source in sources for target in targets)


def _intended(event: Event) -> bool:
    is_plan = event.status in ("announced", "planned") and event.polarity == "positive"
    return is_plan and (event.cameo or "").startswith(INTENT)


def _sides(who: str, actors: list[Actor]) -> list[Row]:
    """Cells of each actor; empty ones once where there is none."""
    found: list[Row] = [
        {
            f"{who} Name": actor.name,
            f"{who} Sectors": joined(actor.sectors),
            f"{who} Country": country(actor.iso3),
        }
        for actor in actors
    ]
    return found or [{}]


ICEWS = Table(
    "icews", "Events said to have happened, one row a pair of actor and recipient, with ICEWS' columns.", COLUMNS, rows
)
