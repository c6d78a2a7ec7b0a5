"""Which place on the Earth a name means: population and kind first, then what else the report names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.layers.places.candidates import candidates, distance, prior
from onrecord.layers.places.gazetteer import Entity, Form
from onrecord.layers.places.names import fold, without_unit

SEATED = 2.5  # what a unit loses to the town in it that bears its name
CONTAINER, COUNTRY, ADMIN1, NEAR, HOME, AT_HOME, SPELLED = 6.0, 4.0, 3.5, 3.0, 3.5, 6.0, 1.0
NEAR_KM = 150.0
ROUNDS = 3


class Name(NamedTuple):
    """A name of the report to resolve: its key, how often it stands there, and the keys of the containers behind it."""

    key: str
    text: str
    mentions: int
    containers: tuple[str, ...]
    demonym: bool


class Scored(NamedTuple):
    """A candidate with its score and the reasons that count for it."""

    score: float
    entity: Entity
    reasons: tuple[str, ...]


class Home(NamedTuple):
    """Where the outlet is at home: a point, its country; either may be unknown."""

    entity: Entity | None
    iso3: str | None


class Context(NamedTuple):
    """What the places chosen so far say: shares of countries and of admin-1 units, and the points of small places."""

    weights: dict[
        str, tuple[float, str, int]
    ]  # of a name: its weight, the country and the admin-1 unit it was taken to be in
    countries: dict[str, float]
    admin1s: dict[int, float]
    points: tuple[tuple[str, Entity], ...]
    home: Home

    def shares(self, key: str, entity: Entity) -> tuple[float, float]:
        """Shares of the other names' places that lie in an entity's country and admin-1 unit."""
        own, iso3, unit = self.weights.get(key, (0.0, "", 0))
        rest = sum(self.countries.values()) - own
        if rest <= 0:
            return 0.0, 0.0
        country = self.countries.get(entity.iso3 or "", 0.0) - (own if iso3 == entity.iso3 else 0.0)
        admin1 = self.admin1s.get(_unit(entity), 0.0) - (own if unit == _unit(entity) else 0.0)
        return max(0.0, country / rest), max(0.0, admin1 / rest) if _unit(entity) else 0.0


def resolve(names: Sequence[Name], home: Home) -> dict[str, tuple[Scored, ...]]:
    """Candidates of every name by its key, the best first; names without candidates have none."""
    fields = {name.key: candidates(name.text, name.demonym) for name in names}
    parents = {key: _parents(fields, key) for name in names for key in name.containers}
    context = Context({}, {}, {}, (), home)
    ranked: dict[str, tuple[Scored, ...]] = {}
    best: list[Entity | None] = []
    for _ in range(ROUNDS):
        ranked = {name.key: _rank(name, fields[name.key], parents, context) for name in names}
        before, best = best, [ranked[name.key][0].entity if ranked[name.key] else None for name in names]
        if best == before:
            break
        context = _context(names, ranked, home)
    return ranked


def _parents(fields: dict[str, tuple[Entity, ...]], key: str) -> tuple[Entity, ...]:
    return tuple(e for e in fields.get(key, ()) if e.kind in ("country", "admin1", "admin2", "region", "settlement"))


def _rank(
    name: Name, field: tuple[Entity, ...], parents: dict[str, tuple[Entity, ...]], context: Context
) -> tuple[Scored, ...]:
    seated = _seated(field) if without_unit(fold(name.text)) == fold(name.text) else frozenset[int]()
    found = [_score(name, entity, parents, context) for entity in field]
    found = [s._replace(score=s.score - SEATED) if s.entity.id in seated else s for s in found]
    return tuple(sorted(found, key=lambda s: (-s.score, -s.entity.population, s.entity.id)))


def _seated(field: tuple[Entity, ...]) -> frozenset[int]:
    """Units that have the name of the town where a good part of their people live: bare, the name means the town."""
    towns = [e for e in field if e.kind == "settlement" and e.form == Form.CANONICAL]
    return frozenset(
        unit.id
        for unit in field
        if unit.kind in ("admin1", "admin2")
        and any(unit.id in (t.admin1, t.admin2) and t.population * 4 >= unit.population for t in towns)
    )


def _score(name: Name, entity: Entity, parents: dict[str, tuple[Entity, ...]], context: Context) -> Scored:
    score, reasons = prior(entity), [f"{entity.kind}, {entity.population} people" if entity.population else entity.kind]
    if entity.form == Form.CANONICAL and entity.name.casefold() == name.text.casefold():
        score += SPELLED
    for key in name.containers:
        holder = next((p for p in parents[key] if _inside(entity, p)), None)
        if holder:
            score += CONTAINER
            reasons.append(f"in {holder.name}, named behind it")
    country, admin1 = context.shares(name.key, entity)
    if country:
        score += COUNTRY * country
        reasons.append(f"{country:.0%} of the report's places are in {entity.iso3}")
    if admin1:
        score += ADMIN1 * admin1
        reasons.append(f"{admin1:.0%} in the same first-order unit")
    if entity.kind == "country" and country:
        score += (ADMIN1 + NEAR) * country  # what lies in a country is near it
    near = _neighbour(name.key, entity, context.points)
    if near:
        score += NEAR
        reasons.append(f"near {near.name}")
    if context.home.entity and context.home.entity.id == entity.id:
        score += AT_HOME
        reasons.append("the outlet's home")
    elif context.home.entity and distance(context.home.entity, entity) < NEAR_KM:
        score += HOME
        reasons.append("near the outlet's home")
    elif context.home.iso3 and context.home.iso3 == entity.iso3:
        score += HOME / 2
        reasons.append("in the outlet's country")
    return Scored(score, entity, tuple(reasons))


def _neighbour(key: str, entity: Entity, points: tuple[tuple[str, Entity], ...]) -> Entity | None:
    """The first place of another name that lies near; a look at the latitude spares most distances."""
    lat = entity.lat
    if lat is None:
        return None
    for other, point in points:
        if point.lat is not None and abs(point.lat - lat) < 1.4 and other != key and distance(point, entity) < NEAR_KM:
            return point
    return None


def _inside(entity: Entity, holder: Entity) -> bool:
    if holder.kind == "country":
        return entity.iso3 == holder.iso3 and entity.id != holder.id
    return holder.id in (entity.admin1, entity.admin2)


def _unit(entity: Entity) -> int:
    return entity.id if entity.kind == "admin1" else entity.admin1 or 0


def _context(names: Sequence[Name], ranked: dict[str, tuple[Scored, ...]], home: Home) -> Context:
    countries: dict[str, float] = defaultdict(float)
    admin1s: dict[int, float] = defaultdict(float)
    weights, points = {}, []
    for name in names:
        best = next(iter(ranked[name.key]), None)
        if best is None or not best.entity.iso3:
            continue
        weight, unit = math.sqrt(name.mentions), _unit(best.entity)
        weights[name.key] = (weight, best.entity.iso3, unit)
        countries[best.entity.iso3] += weight
        admin1s[unit] += weight
        if best.entity.kind in ("settlement", "admin2", "facility"):
            points.append((name.key, best.entity))
    return Context(weights, dict(countries), dict(admin1s), tuple(points), home)
