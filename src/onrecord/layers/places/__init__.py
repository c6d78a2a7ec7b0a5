"""The places layer: names of places in a report, and the places on the Earth they stand for."""

from onrecord.layers.places.layer import Places

__all__ = ["Places"]
