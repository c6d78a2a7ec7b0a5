"""The certainty layer: at what stage every event-denoting word stands, and who vouches for it how firmly."""

from onrecord.layers.certainty.layer import Certainties

__all__ = ["Certainties"]
