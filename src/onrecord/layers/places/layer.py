"""Page to Page with places."""

from __future__ import annotations

from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.layers.places.find import Mention, mentions


class Places:
    """Every mention of a place, resolved."""

    name = "places"
    needs: tuple[str, ...] = ("parse",)
    gives = ("places",)

    def __call__(self, page: Page) -> Page:
        """Find and resolve the places of a report."""
        found = (_place(f"p{n}", mention, page.report.text) for n, mention in enumerate(mentions(page.parse), 1))
        return replace(page, places=tuple(found))


def _place(number: str, mention: Mention, text: str) -> Place:
    entity = mention.named.entity
    rule = "country-demonym" if mention.named.demonym else "country-name"
    return Place(
        id=number,
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        name=entity.name,
        kind=entity.kind,
        use="demonym" if mention.named.demonym else "literal",
        iso3=entity.iso3,
        admin1=None,
        geonames_id=None,
        lat=None,
        lon=None,
        where_prec=6 if entity.kind == "country" else None,
        score=None,
        margin=None,
        alternatives=(),
        rule=rule,
        why=(Reason("name", rule, note=f"{mention.named.text} is {entity.name} in the table of countries"),),
    )
