"""The parsing layer: words, sentences, dependencies and names of a report, by a spaCy pipeline."""

from onrecord.layers.parsing.layer import Parsing

__all__ = ["Parsing"]
