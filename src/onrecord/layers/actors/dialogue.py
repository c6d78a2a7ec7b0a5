"""Who speaks where: quotations and their speakers, interviews; "I", "we" and "you"."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.concepts.page import Page
from onrecord.layers.actors.interview import ONE, SEVERAL, Interview
from onrecord.layers.actors.marks import Entity, Mark

INTERVIEW = 5  # so many "I", "we", "you" outside of quotation marks make a report an interview
_OPEN, _CLOSE, _BOTH = frozenset("“«"), frozenset("”»"), frozenset('"')


class Dialogue:
    """Knows the quotations of one report and links "I", "we", "you" in them."""

    def __init__(self, page: Page, marks: list[Mark], by_head: dict[int, Mark]) -> None:
        self.page, self.parse, self.marks, self.by_head = page, page.parse, marks, by_head
        self.quotes = self._quotes()
        self._firsts = [first for first, _ in self.quotes]
        self.ours: dict[int, Entity] = {}
        for mark in marks:
            mark.quote = self.quote_at(mark.first)
        self._sources = self._speakers()

    def _quotes(self) -> list[tuple[int, int]]:
        """Regions inside quotation marks; an open one ends with its paragraph."""
        found: list[tuple[int, int]] = []
        begun: int | None = None
        paragraph = -1
        for sentence in self.parse.sentences:
            if sentence.paragraph != paragraph:
                if begun is not None:
                    found.append((begun, sentence.first))
                begun, paragraph = None, sentence.paragraph
            for token in self.parse.words(sentence):
                if begun is None and (token.text in _OPEN or token.text in _BOTH):
                    begun = token.i + 1
                elif begun is not None and (token.text in _CLOSE or token.text in _BOTH):
                    found.append((begun, token.i))
                    begun = None
        if begun is not None:
            found.append((begun, len(self.parse.tokens)))
        return found

    def quote_at(self, i: int) -> int:
        """The number of the quotation around a token, or -1."""
        at = bisect_right(self._firsts, i) - 1
        return at if at >= 0 and i < self.quotes[at][1] else -1

    def _speakers(self) -> dict[int, Mark]:
        """The mark of the source of each quotation, by the statements of the page."""
        found: dict[int, Mark] = {}
        for statement in self.page.statements:
            if statement.source is None:
                continue
            tokens = self.parse.between(statement.source.start, statement.source.end)
            inside = [self.by_head[token.i] for token in tokens if token.i in self.by_head]
            if not inside:
                continue
            source = self.by_head.get(self.parse.root(tokens[0].i, tokens[-1].i + 1).i) or inside[0]
            for span in statement.content:
                content = self.parse.between(span.start, span.end)
                for token in (content[0], content[-1]) if content else ():
                    quote = self.quote_at(token.i)
                    if quote >= 0 and quote != source.quote:
                        found.setdefault(quote, source)
        return found

    def speaker(self, mark: Mark) -> Entity | None:
        """Who speaks the words around a mark, if known by now."""
        source = self._sources.get(mark.quote)
        return source.entity if source else None

    def link(self, pronouns: list[Mark]) -> None:
        """Link "I", "my" to the speaker, "we", "our" to the speaker's side, in quotations by their source, else by the interview."""
        outside = []
        for mark in pronouns:
            source = self._sources.get(mark.quote)
            if mark.quote >= 0 and source is not None:
                self._quoted(mark, source)
            elif mark.quote < 0:
                outside.append(mark)
        if len(outside) >= INTERVIEW:
            Interview(self.parse, self.marks).link(outside)

    def _quoted(self, mark: Mark, source: Mark) -> None:
        speaker, word = source.entity, mark.span.text.lower()
        if speaker is None:
            return
        if word in ONE and speaker.sort == "person":
            speaker.add(mark, "speaker", source.span)
        elif word in SEVERAL:
            self._side(speaker).add(mark, "speaker's side", source.span)

    def _side(self, speaker: Entity) -> Entity:
        if speaker.sort in ("people", "body", "state"):
            return speaker
        if speaker.member_of is not None:
            return speaker.member_of
        return self.ours.setdefault(id(speaker), Entity("people"))
