"""Places that the gazetteer lacks, or has only elsewhere, take the country and unit of the place that is said to hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.concepts.parse import Parse
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.places.shapes import shapes

_UNLISTED = ("settlement", "told", "unit", "feature")  # rules that take names the gazetteer lacks
_MAJORITY = 0.6
_UNIT_PREC = 4  # UCDP where_prec: known to its first-order unit


def inside_of(between: list[str]) -> bool:
    """ "X, Y" and "X district, Y", "X district in Y", "X district of Y": the second name holds the first."""
    return between == [","] or _by_unit(between)


def _by_unit(between: list[str]) -> bool:
    return len(between) == 2 and between[0] in shapes("settlements") and between[1] in (",", "in", "of")


def housed(places: Sequence[Place], parse: Parse) -> Iterator[Place]:
    """The places, those of no known country with that of their holder, else with the country most places of the report lie in."""
    usual = _usual_country(places)
    for number, place in enumerate(places):
        holder = places[number + 1] if number + 1 < len(places) else None
        if holder is not None and holder.kind in ("admin1", "country") and _holds(place, holder, parse):
            yield _moved(place, holder)
        elif place.iso3 is None and place.rule in _UNLISTED and usual is not None:
            yield replace(
                place, iso3=usual, why=(*place.why, Reason("iso3", "the country most places of the report lie in"))
            )
        else:
            yield place


def _usual_country(places: Sequence[Place]) -> str | None:
    """The country of most places of the report that are meant as places; None where no country has a clear majority."""
    counts = Counter(place.iso3 for place in places if place.iso3 and place.use == "literal")
    iso3, count = next(iter(counts.most_common(1)), (None, 0))
    return iso3 if count >= _MAJORITY * counts.total() else None


def _holds(place: Place, holder: Place, parse: Parse) -> bool:
    """True where the words say that the second holds the first, and the gazetteer knows no such place there."""
    between = [token.lower for token in parse.between(place.end, holder.start)]
    elsewhere = place.iso3 != holder.iso3
    told = _by_unit(between) or (place.iso3 is None and place.rule == "settlement" and between == [","])
    return told and elsewhere and holder.iso3 is not None and place.kind != "country"


def _moved(place: Place, holder: Place) -> Place:
    unit = holder.name if holder.kind == "admin1" else None
    why = Reason("iso3", "inside the place named behind it", (Span(holder.start, holder.end, holder.text),))
    return replace(
        place, name=None, iso3=holder.iso3, admin1=unit, geonames_id=None, lat=None, lon=None,
        where_prec=_UNIT_PREC if unit else None, margin=None, why=(*place.why, why),
    )  # fmt: skip
