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
_LOOSE = frozenset(("area", "areas", "community", "locality"))  # what these hold need not lie in the town named behind
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
    found: list[Place] = []
    held: dict[str, Place] = {}
    for place in reversed(
        places
    ):  # what holds a place may itself be held: "Shawa village, Nur district, Herat province"
        holder = found[-1] if found else None
        if holder is not None and _holds(place, holder, parse):
            held[place.text] = _moved(place, holder)
            found.append(held[place.text])
        else:
            found.append(place)
    for place in reversed(found):
        yield place if place.iso3 else _elsewhere_told(place, held.get(place.text), usual)


def _elsewhere_told(place: Place, same: Place | None, usual: str | None) -> Place:
    """A place of no known country with what is told of its holder elsewhere, else with the usual country."""
    if same is not None:
        return replace(
            place, iso3=same.iso3, admin1=same.admin1, where_prec=same.where_prec, why=(*place.why, same.why[-1])
        )
    if usual is None or place.rule not in _UNLISTED:
        return place
    return replace(place, iso3=usual, why=(*place.why, Reason("iso3", "the country most places of the report lie in")))


def _usual_country(places: Sequence[Place]) -> str | None:
    """The country of most places of the report that are meant as places; None where no country has a clear majority."""
    counts = Counter(place.iso3 for place in places if place.iso3 and place.use == "literal")
    iso3, count = next(iter(counts.most_common(1)), (None, 0))
    return iso3 if count >= _MAJORITY * counts.total() else None


def _holds(place: Place, holder: Place, parse: Parse) -> bool:
    """True where the words say that the second holds the first, and the gazetteer knows no such place there.

    A holder is a country, a first-order unit, or what is called a district and the like.
    """
    if (
        holder.iso3 is None
        or place.kind in ("country", "region")
        or place.geonames_id == holder.geonames_id is not None
    ):
        return False
    behind = parse.at(holder.end + 1)
    named = behind is not None and behind.lower in shapes("settlements")
    words = parse.between(place.end, holder.start)
    if named and len(words) > 1 and words[-1].text[0].isupper():
        words = words[:-1]  # the holder's name is longer than the gazetteer has it: "Shawa village, Khas Nur district"
    between = [token.lower for token in words]
    if not _by_unit(between) and not (place.iso3 is None and place.rule == "settlement" and between == [","]):
        return False
    if holder.kind == "country":
        return place.iso3 != holder.iso3
    unit = holder.admin1 is not None and (place.iso3, place.admin1) != (holder.iso3, holder.admin1)
    loose = place.name is None and between != [","] and between[0] not in _LOOSE
    return unit and (holder.kind == "admin1" or named or loose)


def _moved(place: Place, holder: Place) -> Place:
    unit = holder.name if holder.kind == "admin1" else holder.admin1
    why = Reason("iso3", "inside the place named behind it", (Span(holder.start, holder.end, holder.text),))
    return replace(
        place, name=None, iso3=holder.iso3, admin1=unit, geonames_id=None, lat=None, lon=None,
        where_prec=_UNIT_PREC if unit else None, margin=None, why=(*place.why, why),
    )  # fmt: skip
