"""How large a plot is drawn, on what ground, and where its marks lead."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.views.plots.style import PAPER


class Size(NamedTuple):
    """Width and height in pixels without axis and words; `links` before an id makes marks links; without `paper` the ground shows through."""

    width: int = 720
    height: int = 300
    links: str | None = None
    paper: str | None = PAPER

    def link(self, id: str) -> dict[str, str]:
        """Where the mark of a row leads, as a field of its data."""
        return {} if self.links is None else {"to": f"{self.links}{id}"}

    @property
    def linked(self) -> dict[str, str]:
        """The channel that makes a mark a link."""
        return {} if self.links is None else {"href": "to:N"}


WIDE, NARROW = Size(), Size(290, 240)
