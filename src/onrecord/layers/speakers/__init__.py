"""The speakers layer: which actor made each statement, when, and through which outlets."""

from onrecord.layers.speakers.layer import Speakers

__all__ = ["Speakers"]
