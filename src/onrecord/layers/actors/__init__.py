"""Actors: who is spoken of in a report, with all the places where it speaks of them."""

from onrecord.layers.actors.layer import Actors

__all__ = ["Actors"]
