"""What the formats of event-data projects share: which events go in, where they were, and columns of ours at the end."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes import country
from onrecord.concepts.event import Event
from onrecord.concepts.place import Place
from onrecord.views.exports.columns import CERTAINTY, REPORT, WORDS, Column, Row
from onrecord.views.exports.facts import Facts, dates

OWN = (
    Column("date_start", "first day or time of the interval"),
    Column("date_end", "last day or time of the interval"),
    *CERTAINTY,
    *WORDS,
    REPORT[0],
    REPORT[2],
)


def auxiliary(event: Event) -> Iterator[str]:
    """PLOVER's auxiliary modes: what keeps a plan or a denial from being read as a fact."""
    if event.background:
        yield "historical"
    if event.status in ("announced", "planned", "ordered", "threatened", "requested"):
        yield "future"
    if event.status in ("possible", "conditional"):
        yield "hypothetical"
    if event.polarity == "negative" or event.label == "denied":
        yield "negation"


def own(event: Event, facts: Facts) -> Row:
    """Columns that community formats lack, added at the end."""
    when = dates(event.when)
    return {
        "date_start": when.get("date_start"),
        "date_end": when.get("date_end"),
        **{name: getattr(event, name) for name in ("status", "polarity", "label")},
        **facts.words(event.evidence.start, event.evidence.end),
        "report_id": facts.report.id,
        "url": facts.report.url,
    }


def typed(facts: Facts) -> Iterator[Event]:
    """Events of a PLOVER type."""
    return (event for event in facts.events if event.type)


def located(place: Place | None) -> Row:
    """Columns of a place that POLECAT and ICEWS have."""
    if place is None:
        return {}
    name = place.name or place.text
    return {
        "Placename": name,
        "City": name if place.kind == "settlement" else None,
        "District": name if place.kind == "admin2" else None,
        "Province": name if place.kind == "admin1" else place.admin1,
        "Country": country(place.iso3),
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonames_id,
        "Raw Placename": place.text,
        "Feature Type": place.kind,
    }
