"""PLOVER events and sectors in the words of ACLED and UCDP, by the table in events.txt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from onrecord.concepts.actor import Actor
from onrecord.concepts.event import Event
from onrecord.lexicon import rows, sections

_FILE = Path(__file__).with_name("events.txt")
_FOREIGN = ("External/Other forces", 8)
Side = Literal["armed", "civilian"]


class Kind(NamedTuple):
    """ACLED's names for an event, null where it has none."""

    disorder: str
    type: str | None
    sub_type: str | None


def kind_of(event: Event, recipients: Iterable[Actor]) -> Kind | None:
    """What ACLED calls an event; null for events that it does not record."""
    target = next((side for actor in recipients if (side := side_of(actor))), "any")
    asked = [(event.mode or "-", target), (event.mode or "-", "any")]
    if event.type == "ASSAULT":
        asked.append(("-", "any"))
    return next((found for mode, whom in asked if (found := _kinds().get((event.type or "", mode, whom)))), None)


def side_of(actor: Actor) -> Side | None:
    """Armed or civilian, by the first sector that tells."""
    return next((_sectors()[code][0] for code in actor.sectors if code in _sectors()), None)


def inter_of(actor: Actor, iso3: str | None) -> tuple[str, int] | None:
    """ACLED's kind of actor and its number; a state's forces in another country are external ones."""
    found = next((_sectors()[code][1:] for code in actor.sectors if code in _sectors()), None)
    if found and found[1] == 1 and actor.iso3 and iso3 and actor.iso3 != iso3:
        return _FOREIGN
    return found


def is_state(actor: Actor) -> bool:
    """True for a state, its government and its forces."""
    return any(code in ("GOV", "MIL", "COP", "SPY") for code in actor.sectors)


@cache
def intensity() -> dict[tuple[str, str], float]:
    """PLOVER's scores by type and mode ("-" for none)."""
    return {(kind, mode): float(score) for kind, mode, score in rows(_FILE.with_name("intensity.txt"))}


@cache
def _kinds() -> dict[tuple[str, str, str], Kind]:
    named = sections(_FILE)["types"]
    return {
        (plover, mode, whom): Kind(disorder, *(None if word == "-" else word for word in (kind, sub)))
        for plover, mode, whom, disorder, kind, sub in named
    }


@cache
def _sectors() -> dict[str, tuple[Side, str, int]]:
    found: dict[str, tuple[Side, str, int]] = {}
    for code, side, name, number in sections(_FILE)["kinds"]:
        found[code] = ("armed" if side == "armed" else "civilian", name, int(number))
    return found
