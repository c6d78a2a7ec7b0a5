"""The figures layer: which reported numbers matter, and what they say."""

from onrecord.layers.figures.layer import Figures

__all__ = ["Figures"]
