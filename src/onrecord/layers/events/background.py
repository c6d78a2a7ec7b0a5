"""Background: events told as history, to help readers understand those that are news."""

from __future__ import annotations

from msgspec.structs import replace as change

from onrecord.concepts.event import Event
from onrecord.concepts.page import Page

_PAST = ("done", "attempted", "unknown", "planned")


def mark(events: list[Event], page: Page) -> list[Event]:
    """Mark what ended a year or more before publication, and what its paragraph tells of the same past without a time of its own."""
    published = page.report.published
    if not published:
        return events
    limit = f"{int(published[:4]) - 1:04}{published[4:10]}"
    found: list[Event] = []
    paragraph, history = -1, False
    for event in events:
        token = page.parse.at(event.trigger.start)
        number = page.parse.sentence(token).paragraph if token is not None else paragraph
        if number != paragraph:
            paragraph, history = number, False
        if event.when is not None:
            latest = event.when.latest
            history = latest is not None and latest[:10] < limit
        elif event.status not in _PAST:
            history = False
        found.append(change(event, background=True) if history else event)
    return found
