"""UCDP's GED candidate events: acts of armed force said to have killed somebody."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from onrecord.codes import codes, country
from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.place import Place
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.community import OWN, own, typed
from onrecord.views.exports.events import place_of
from onrecord.views.exports.facts import Facts, happened, joined, year_of
from onrecord.views.exports.kinds import is_state, side_of

_ONE_SIDED = 3
_EMPTY = "always empty: given by UCDP"


def _ids(of: str) -> tuple[Column, ...]:
    return Column(f"{of}_dset_id", _EMPTY), Column(f"{of}_new_id", _EMPTY)


COLUMNS = (
    Column("id", "content hash, the same in every read and in a ledger"),
    Column("relid", _EMPTY),
    Column("year", "year in which the event began", "int"),
    Column("active_year", _EMPTY),
    Column("code_status", _EMPTY),
    Column("type_of_violence", "1 state-based, 2 non-state, 3 one-sided; empty unless both sides' sectors tell", "int"),
    *_ids("conflict"),
    Column("conflict_name", _EMPTY),
    *_ids("dyad"),
    Column("dyad_name", "both sides"),
    *_ids("side_a"),
    Column("side_a", "who did it, in the report's words"),
    *_ids("side_b"),
    Column("side_b", "to whom; `Civilians` in one-sided violence, as UCDP has it"),
    Column("number_of_sources", "always empty: one report cannot tell; see `onrecord origins`", "int"),
    Column("source_article", "outlet, day and title of the report"),
    Column("source_office", "who published the report"),
    Column("source_date", "day of publication"),
    Column("source_headline", "the report's title"),
    Column("source_original", "who says so"),
    Column("where_prec", "1 the place itself … 4 a first-order unit, 6 a country, 7 a sea or the air", "int"),
    Column("where_coordinates", "name of the most precise of its places"),
    Column("where_description", "all its places in the report's words"),
    Column("adm_1", "first-order unit"),
    Column("adm_2", "the place, if it is a second-order unit"),
    Column("latitude", "empty for a country and coarser", "float"),
    Column("longitude", "the same", "float"),
    Column("geom_wkt", "the same as a point in WKT"),
    Column("priogrid_gid", "PRIO-GRID cell of the point", "int"),
    Column("country", "English name of the country"),
    Column("country_id", "Gleditsch–Ward number of the country", "int"),
    Column("region", "always empty: UCDP's regions are not shipped"),
    Column("event_clarity", _EMPTY, "int"),
    Column("date_prec", "1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year", "int"),
    Column("date_start", "first day; empty if open or unresolved"),
    Column("date_end", "last day"),
    Column("deaths_a", "always empty: the report's words do not tell sides of the dead apart", "float"),
    Column("deaths_b", "the same", "float"),
    Column("deaths_civilians", "`best`, if the dead are called civilians", "float"),
    Column("deaths_unknown", "`best`, if they are not", "float"),
    Column("best", "people killed, as the report says; empty for a range or a vague word", "float"),
    Column("high", "most it can be", "float"),
    Column("low", "least it can be", "float"),
    Column("gwnoa", "Gleditsch–Ward number of side A, if it is a state", "int"),
    Column("gwnob", "Gleditsch–Ward number of side B, if it is a state", "int"),
    *(column for column in OWN if column.name not in ("date_start", "date_end")),
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row an ASSAULT with a toll of people killed."""
    for event in typed(facts):
        deaths = facts.deaths(event) if event.type == "ASSAULT" and happened(event) else None
        if deaths:
            yield _row(event, deaths, facts)


def _row(event: Event, deaths: Figure, facts: Facts) -> Row:
    report, when = facts.report, event.when
    a, b = facts.actors(event.actors), facts.actors(event.recipients)
    names = [joined(actor.name for actor in side) for side in (a, b)]
    violence = _violence(a, b)
    if violence == _ONE_SIDED:
        names[1] = "Civilians"
    published = report.published[:10] if report.published else None
    civilian = "civilian" in " ".join(deaths.scope).lower() or bool(b and side_of(b[0]) == "civilian")
    return {
        **own(event, facts),
        "id": facts.ids[event.id],
        "year": year_of(when, None),
        "type_of_violence": violence,
        "dyad_name": " - ".join(name for name in names if name) if all(names) else None,
        "side_a": names[0],
        "side_b": names[1],
        "source_article": ",".join(part for part in (report.outlet, published, report.title) if part) or None,
        "source_office": report.outlet,
        "source_date": published,
        "source_headline": report.title,
        "source_original": facts.names.speaker(None, event.statement) or None,
        **_where(event, facts),
        "date_prec": when.date_prec if when else None,
        "date_start": when.earliest[:10] if when and when.earliest else None,
        "date_end": when.latest[:10] if when and when.latest else None,
        "deaths_civilians" if civilian else "deaths_unknown": deaths.best,
        **{name: getattr(deaths, name) for name in ("best", "high", "low")},
        "gwnoa": _number(a, year_of(when, published)),
        "gwnob": _number(b, year_of(when, published)),
    }


def _violence(a: list[Actor], b: list[Actor]) -> int | None:
    """UCDP's type: by whether each side is armed, and whether one is a state."""
    if not a or not b:
        return None
    sides = [("armed" if is_state(side[0]) else side_of(side[0])) for side in (a, b)]
    if sides == ["armed", "armed"]:
        return 1 if is_state(a[0]) or is_state(b[0]) else 2
    return _ONE_SIDED if sides == ["armed", "civilian"] else None


def _where(event: Event, facts: Facts) -> Row:
    place = place_of(event, facts)
    if place is None:
        return {}
    name = place.name or place.text
    year = year_of(event.when, facts.report.published)
    return {
        "where_prec": place.where_prec,
        "where_coordinates": name,
        "where_description": joined(row.text for id in event.places if (row := facts.place(id))),
        "adm_1": name if place.kind == "admin1" else place.admin1,
        "adm_2": name if place.kind == "admin2" else None,
        "country": country(place.iso3),
        "country_id": codes(place.iso3, year).gw,
        **_point(place),
    }


def _point(place: Place) -> Row:
    if place.lat is None or place.lon is None:
        return {}
    cell = floor((place.lat + 90) * 2) * 720 + floor((place.lon + 180) * 2) + 1
    return {
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": cell,
    }


def _number(side: list[Actor], year: int | None) -> int | None:
    return codes(side[0].iso3, year).gw if side and is_state(side[0]) else None


UCDP = Table(
    "ucdp", "Assaults said to have killed somebody, with the columns of UCDP GED candidate events.", COLUMNS, rows
)
