"""Page to page: statements get their speakers, kinds of speakers, times and outlets."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from onrecord.concepts.page import Page
from onrecord.concepts.statement import Statement
from onrecord.layers.speakers.relay import relay_of
from onrecord.layers.speakers.when import occasions, own_times
from onrecord.layers.speakers.who import Mentions, kind_of, speaker_of


class Speakers:
    """Who of the actors made each statement, when it was said, and the outlets it came through."""

    name = "speakers"
    needs: tuple[str, ...] = ("statements", "actors", "times")
    gives: tuple[str, ...] = ("speakers",)

    def __call__(self, page: Page) -> Page:
        """Fill speaker, speaker_kind, said_at and relay of a page's statements."""
        return replace(page, statements=speakers(page))


def speakers(page: Page) -> tuple[Statement, ...]:
    """The statements of a page with what the actors and times tell of them."""
    mentions = Mentions(page.actors)
    times = own_times(page)
    found = []
    for statement in page.statements:
        actor, reason = speaker_of(statement, page.parse, mentions)
        found.append(
            structs.replace(
                statement,
                speaker=actor.id if actor else None,
                speaker_kind=kind_of(statement, actor),
                said_at=times.get(statement.id),
                why=(*statement.why, reason) if reason else statement.why,
            )
        )
    found = [relay_of(statement, found, mentions) for statement in found]
    return tuple(occasions(found, page))
