"""Records show themselves in notebooks: the view hangs on the noun from outside, so that the noun knows no view."""

from __future__ import annotations

from onrecord.concepts.record import Record


def html(record: Record) -> str:
    """A record as HTML; the view is loaded when it is first looked at."""
    from onrecord.views.html import page

    return page(record)


def install() -> None:
    """Give Record the method that notebooks look for."""
    Record._repr_html_ = html  # type: ignore[attr-defined]
