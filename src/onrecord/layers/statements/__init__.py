"""The statements layer: who said (ordered, denied, believed …) what, found by quotation marks, cue words and grammar."""

from onrecord.layers.statements.layer import Statements

__all__ = ["Statements"]
