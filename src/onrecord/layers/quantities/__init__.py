"""The quantities layer: every number of a report with what it counts."""

from onrecord.layers.quantities.layer import Quantities

__all__ = ["Quantities"]
