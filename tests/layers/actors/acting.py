"""Reads a text with the layers that actors needs, and nothing else."""

from __future__ import annotations

from functools import cache

from onrecord.concepts.actor import Actor
from onrecord.concepts.page import Page
from onrecord.intake.text import report_of
from onrecord.layers.actors import Actors
from onrecord.layers.parsing import Parsing
from onrecord.layers.places import Places
from onrecord.layers.statements import Statements

LAYERS = (Parsing(), Places(), Statements(), Actors())


@cache
def actors_in(text: str) -> tuple[Actor, ...]:
    page = Page(report_of(text))
    for layer in LAYERS:
        page = layer(page)
    return page.actors


def chains(text: str) -> list[list[str]]:
    """The mentions of each actor as they stand in the text."""
    return [[mention.text for mention in actor.mentions] for actor in actors_in(text)]
