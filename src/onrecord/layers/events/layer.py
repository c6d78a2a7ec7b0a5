"""Page to page: one event for every event-denoting verb and noun."""

from __future__ import annotations

from dataclasses import replace

from onrecord.concepts.certainty import Certainty
from onrecord.concepts.event import Event
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.span import Span


class Events:
    """Events with status, roles, place and time."""

    name = "events"
    needs = ("parse", "certainty")
    gives = ("events",)

    def __call__(self, page: Page) -> Page:
        """Find the events of a page."""
        tokens, text = page.parse.tokens, page.report.text
        return replace(
            page,
            events=tuple(
                _event(f"e{number}", tokens[i], certainty, text, page)
                for number, (i, certainty) in enumerate(page.certainty.items(), 1)
            ),
        )


def _event(name: str, token: Token, certainty: Certainty, text: str, page: Page) -> Event:
    sentence = page.parse.sentence(token)
    return Event(
        name, Span.of(text, token.start, token.end), Span.of(text, sentence.start, sentence.end), None, None, (), None, None,
        (), (), (), None, certainty.status, certainty.polarity, certainty.commitment, certainty.label, certainty.label_cue,
        certainty.statement, (), False, "event word", certainty.why,
    )  # fmt: skip
