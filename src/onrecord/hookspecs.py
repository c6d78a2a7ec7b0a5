"""The doors for plug-ins: named functions that a package may implement, and that onrecord's own parts go through too.

A package offers an implementation through the entry-point group `onrecord`; its functions are marked with `hookimpl`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pluggy

from onrecord.concepts.page import Page

hookspec = pluggy.HookspecMarker("onrecord")
hookimpl = pluggy.HookimplMarker("onrecord")


class Layer(Protocol):
    """One step of reading: takes a page on which the fields in `needs` are filled, gives it back with those in `gives` filled.

    A layer is a pure function of the page; it keeps nothing between two calls.
    """

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def needs(self) -> tuple[str, ...]:
        """Fields that must be filled before it runs."""
        ...

    @property
    def gives(self) -> tuple[str, ...]:
        """Fields it fills."""
        ...

    def __call__(self, page: Page) -> Page:
        """Put more marks on a page."""
        ...


@hookspec
def onrecord_layers(model: str | None) -> Sequence[Layer]:  # type: ignore[empty-body]
    """Layers to read with, in any order (the reader sorts them by what they need and give); `model` names the spaCy pipeline."""
