"""A mention and what it was taken to mean, as a row of the record, with the reasons for all of it."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.place import Alternative, Place, PlaceKind
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.places.candidates import apart
from onrecord.layers.places.find import Mention
from onrecord.layers.places.gazetteer import Entity, name_of
from onrecord.layers.places.resolve import Scored
from onrecord.layers.places.use import Used, use_of

LEAST_MARGIN = 0.2  # two places that far apart in score cannot be told from one another: neither is given
# UCDP's where_prec: 1 the place itself, 3 a second-order and 4 a first-order unit, 5 a region or feature with a point, 6 a country.
WHERE_PREC = {"settlement": 1, "facility": 1, "admin2": 3, "admin1": 4, "natural": 5, "region": 5, "country": 6}
# What the rules of recognition say, for people.
RULES = {
    "table": "a name of the gazetteer's tables",
    "abbreviation": "an abbreviation behind a name and a comma",
    "demonym": "an adjective or people of the tables",
    "inside-name": "a name of the tables inside a longer name",
    "street": "capitalised words before a word for a street",
    "feature": "capitalised words before a word for a feature of the land",
    "unit": "a name before the word for a unit of a state",
    "before-container": "a name before a comma and a place that holds one of that name",
    "dateline": "capitals before a dash or bracket at the beginning of a sentence",
    "home": "a place behind a person's name or age",
    "inside": "a name of the gazetteer behind the word in",
    "settlement": "a name beside a common noun for a place",
    "told": "a name that the parse calls a place, where something is or is done",
    "listed": "a name of the gazetteer in a list beside a place",
    "in-organisation": "the place in an organisation's name",
    "again": "recognised elsewhere in the report",
}
_UNRESOLVED: dict[str, PlaceKind] = {
    "street": "facility",
    "feature": "natural",
    "unit": "admin2",
    "dateline": "settlement",
    "settlement": "settlement",
}


def row(number: int, parse: Parse, mention: Mention, scored: tuple[Scored, ...]) -> Place:
    """The row of a mention; null fields where the gazetteer lacks the name or two places fit alike."""
    start, end = parse.tokens[mention.first].start, parse.tokens[mention.last - 1].end - mention.cut
    rival = next((s for s in scored[1:] if apart(s.entity, scored[0].entity)), None)
    margin = round(scored[0].score - rival.score, 2) if rival else None
    known = bool(scored) and (margin is None or margin >= LEAST_MARGIN)
    best = scored[0].entity if known else None
    kind = scored[0].entity.kind if scored else _UNRESOLVED.get(mention.rule, "other")
    used = use_of(parse, mention, kind)
    lat, lon = _point(best)
    return Place(
        id=f"p{number}",
        start=start,
        end=end,
        text=parse.text[start:end],
        name=best.name if best else None,
        kind=kind,
        use=used.use,
        iso3=best.iso3 if best else _shared_country(scored),
        admin1=_admin1(best),
        geonames_id=best.geonames_id if best else None,
        lat=lat,
        lon=lon,
        where_prec=None if best is None or (lat is None and kind in ("region", "natural")) else WHERE_PREC.get(kind),
        score=round(scored[0].score, 2) if scored else None,
        margin=margin,
        alternatives=_alternatives(scored[1:] if known else scored),
        rule=mention.rule,
        why=_why(parse, mention, scored, known, used),
    )


def _point(entity: Entity | None) -> tuple[float | None, float | None]:
    """No pin for a country, for what is coarser, or for a body."""
    if entity is None or entity.kind in ("country", "body") or (entity.kind == "region" and entity.iso3 is None):
        return None, None
    return entity.lat, entity.lon


def _shared_country(scored: tuple[Scored, ...]) -> str | None:
    """The country in which all places lie that fit alike."""
    countries = {s.entity.iso3 for s in scored if s.score > scored[0].score - LEAST_MARGIN}
    return countries.pop() if len(countries) == 1 else None


def _admin1(entity: Entity | None) -> str | None:
    if entity is None:
        return None
    return entity.name if entity.kind == "admin1" else name_of(entity.admin1) if entity.admin1 else None


def _alternatives(scored: tuple[Scored, ...]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(s.entity.name, s.entity.iso3, s.entity.geonames_id, round(s.score, 2), "; ".join(s.reasons))
        for s in scored[:3]
    )


def _why(parse: Parse, mention: Mention, scored: tuple[Scored, ...], known: bool, used: Used) -> tuple[Reason, ...]:
    note = RULES.get(mention.rule) or "a name of the parse that the gazetteer has"
    found = Reason(
        "text", mention.rule, tuple(_span(parse, t) for t in parse.tokens[mention.first : mention.last]), note
    )
    use = Reason("use", used.rule, (_span(parse, used.cue),) if used.cue else ())
    if not scored:
        return found, Reason("name", "unknown", note="the gazetteer has no place of this name"), use
    if not known:
        return found, Reason("name", "abstained", note="two places fit alike; see the alternatives"), use
    return found, Reason("name", "best-score", note="; ".join(scored[0].reasons)), use


def _span(parse: Parse, token: Token) -> Span:
    return Span(token.start, token.end, parse.text[token.start : token.end])
