"""Page to page: scopes, statements, certainties."""

from __future__ import annotations

from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse
from onrecord.concepts.statement import Statement
from onrecord.layers.certainty.scope import scopes
from onrecord.layers.certainty.settle import settle


class Certainties:
    """Status, polarity, commitment and label of every event-denoting word, by the number of its token."""

    name = "certainty"
    needs = ("parse", "statements")
    gives = ("certainty",)

    def __call__(self, page: Page) -> Page:
        """Say at what stage every event stands, and who vouches for it."""
        parse, text = page.parse, page.report.text
        inside = _statements(parse, page.statements)
        found = {
            number: settle(parse.tokens[number], state, inside.get(number), text)
            for number, state in sorted(scopes(parse).items())
        }
        return replace(page, certainty=found)


def _statements(parse: Parse, statements: tuple[Statement, ...]) -> dict[int, Statement]:
    """The innermost statement around each token: the one whose content is shortest."""
    spans = sorted(
        ((span.end - span.start, span.start, span.end, n) for n, s in enumerate(statements) for span in s.content),
        reverse=True,
    )
    return {token.i: statements[n] for _, start, end, n in spans for token in parse.between(start, end)}
