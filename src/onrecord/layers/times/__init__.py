"""The times layer: temporal expressions of a report, with TIMEX3 values and the days they mean."""

from onrecord.layers.times.layer import Times

__all__ = ["Times"]
