"""Where an outlet is at home, by its domain: a weak hint for names that many places share."""

from __future__ import annotations

from functools import cache

from onrecord import lexicon
from onrecord.layers.places.candidates import candidates
from onrecord.layers.places.gazetteer import country_of_domain
from onrecord.layers.places.resolve import Home
from onrecord.layers.places.tables import LEXICON


def home(outlet: str | None, url: str | None) -> Home:
    """The outlet's town from our table, else the country its domain ends with."""
    for given in (outlet, url):
        domain = _domain(given or "")
        if domain:
            found = _home(domain)
            if found != Home(None, None):
                return found
    return Home(None, None)


def _domain(given: str) -> str:
    host = given.strip().casefold().partition("://")[2] or given.strip().casefold()
    host = host.split("/")[0].removeprefix("www.")
    return host if "." in host and " " not in host else ""


@cache
def _home(domain: str) -> Home:
    for name, town, holder in lexicon.rows(LEXICON / "outlets.txt"):
        if domain in (name, f"m.{name}"):
            return _town(town, holder)
    return Home(None, country_of_domain(domain.rpartition(".")[2]))


def _town(town: str, holder: str) -> Home:
    holders = candidates(holder, demonym=False)
    for place in candidates(town, demonym=False):
        for above in holders:
            inside = place.iso3 == above.iso3 if above.kind == "country" else above.id in (place.admin1, place.admin2)
            if inside and place.kind == "settlement":
                return Home(place, place.iso3)
    return Home(None, next((e.iso3 for e in holders), None))
