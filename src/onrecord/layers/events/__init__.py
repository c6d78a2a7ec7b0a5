"""The events layer: who did what to whom, where and when, and at what stage it is."""

from onrecord.layers.events.layer import Events

__all__ = ["Events"]
