"""Entities a name may stand for, and how likely each is when the name stands alone."""

from __future__ import annotations

import math

from onrecord.layers.places.gazetteer import Entity, Form, named
from onrecord.layers.places.names import fold, without_article, without_unit

KIND_PRIOR = {
    "country": 6.0,
    "region": 6.0,
    "natural": 3.0,
    "body": 6.0,
    "admin1": 2.2,
    "admin2": -0.3,
    "facility": 2.5,
}
CAPITAL = 3.3
LISTED = 1.5
SMALL_ADMIN1, LARGE_UNIT = -0.5, 1_000_000  # a first-order unit of fewer people is no better known than a town
FORM_PRIOR = {Form.CANONICAL: 0.0, Form.OTHER: -2.8, Form.TABLE: 1.5, Form.DEMONYM: 0.0, Form.SHORT: 1.0}
SAME_KM = 50.0
_FIRST_ORDER = (" province", " governorate", " oblast", " region", " state", " prefecture")


def candidates(text: str, demonym: bool) -> tuple[Entity, ...]:
    """Entities a name may stand for; if there is none under its whole name, those under its name without the unit or article."""
    key = fold(text)
    tries = [key, without_unit(key), without_article(key)]
    if key.endswith("s") and demonym:
        tries.append(key[:-1])
    for attempt in dict.fromkeys(tries):
        found = tuple(e for e in named(attempt) if (e.form == Form.DEMONYM) == demonym)
        if found:
            return _with_units(key, found) if attempt == key else _of_unit(key, found)
    return ()


def _with_units(key: str, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """With those under the whole name "North West Province" the other units named "North West": few sources write the word out."""
    if not key.endswith(_FIRST_ORDER):
        return found
    known = {entity.id for entity in found}
    return found + tuple(e for e in named(without_unit(key)) if e.kind == "admin1" and e.id not in known)


def _of_unit(key: str, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Of the entities under a name without its unit those that are such units: towns for "city", else units of a state."""
    towns = key.endswith((" city", " town", " village"))
    fitting = tuple(e for e in found if (e.kind == "settlement") == towns)
    return fitting or found


def prior(entity: Entity) -> float:
    """How likely a place is meant when its name stands alone."""
    kind = KIND_PRIOR.get(entity.kind, 0.0)
    if entity.capital and entity.form != Form.OTHER:
        kind = CAPITAL
    elif entity.kind == "admin1" and entity.population < LARGE_UNIT:
        kind = SMALL_ADMIN1
    kind += LISTED * entity.listed
    return 0.75 * math.log10(entity.population + 10) + kind + FORM_PRIOR[entity.form]


def apart(a: Entity, b: Entity) -> bool:
    """Two entities that are not the same spot: their points lie well apart, or their countries differ."""
    if a.lat is None or b.lat is None:
        return a.iso3 != b.iso3
    return distance(a, b) > SAME_KM


def distance(a: Entity, b: Entity) -> float:
    """Kilometres between two places that have a point; infinite if one has none."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return math.inf
    width = math.cos(math.radians((a.lat + b.lat) / 2))
    span = abs(a.lon - b.lon)
    return 111.2 * math.hypot(a.lat - b.lat, min(span, 360 - span) * width)
