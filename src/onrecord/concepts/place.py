"""A place: one mention of a place in a report, resolved as far as the text allows."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.concepts.reason import Reason

PlaceKind = Literal["country", "admin1", "admin2", "settlement", "facility", "region", "natural", "body", "other"]
PlaceUse = Literal["literal", "demonym", "embedded", "metonym"]


class Alternative(Struct, frozen=True):
    """Another entity the name may stand for, with its score and why it lost."""

    name: str
    iso3: str | None
    geonames_id: int | None
    score: float
    reason: str


class Place(Struct, frozen=True):
    """One toponym. `where_prec` is UCDP GED's code (1 exact … 7); no coordinates for a country or coarser, nor for a body."""

    id: str
    start: int
    end: int
    text: str
    name: str | None
    kind: PlaceKind
    use: PlaceUse
    iso3: str | None
    admin1: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    score: float | None
    margin: float | None
    alternatives: tuple[Alternative, ...]
    rule: str
    why: tuple[Reason, ...] = ()
