"""A warning: what a reader could not do with a report, said to people."""

from __future__ import annotations

from msgspec import Struct


class Warning(Struct, frozen=True):
    """A `slug` that is a heading in docs/warnings.md, and a sentence."""

    slug: str
    message: str
