"""Page to page: fills `actors`."""

from __future__ import annotations

from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.layers.actors.links import Linker
from onrecord.layers.actors.vocabulary import vocabulary
from onrecord.layers.actors.write import actors_of


class Actors:
    """Persons, bodies, states and groups with all their mentions."""

    name = "actors"
    needs = ("parse", "places", "statements")
    gives = ("actors",)

    def __call__(self, page: Page) -> Page:
        """Find who is spoken of and put the mentions of each together."""
        words = vocabulary()
        return replace(page, actors=actors_of(Linker(page, words).run()))
