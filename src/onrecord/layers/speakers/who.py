"""The actor behind a statement's source, and what kind of speaker that makes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.concepts.actor import Actor, Mention
from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.statement import SpeakerKind, Statement


class Mentions:
    """All mentions of all actors, looked up by place."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._all = sorted(
            ((mention, actor) for actor in actors for mention in actor.mentions), key=lambda pair: pair[0].start
        )
        self._starts = [mention.start for mention, _ in self._all]
        self._longest = max((mention.end - mention.start for mention, _ in self._all), default=0)
        self.actors = {actor.id: actor for actor in actors}

    def at(self, start: int, end: int) -> Iterator[tuple[Mention, Actor]]:
        """Mentions that share a character with a span."""
        first = bisect_left(self._starts, start - self._longest)
        for mention, actor in self._all[first : bisect_right(self._starts, end - 1)]:
            if mention.end > start:
                yield mention, actor


def speaker_of(statement: Statement, parse: Parse, mentions: Mentions) -> tuple[Actor | None, Reason | None]:
    """The actor of whom the head of the source is a mention, and why; None where there is none."""
    source = statement.source
    if source is None:
        return None, None
    words = parse.between(source.start, source.end)
    head = parse.root(words[0].i, words[-1].i + 1)
    noun = _antecedent(head)
    found = _mention_of(noun or head, source if noun is None else _span(noun), mentions)
    if found is None and noun is not None:
        found = _mention_of(head, source, mentions)
    if found is None:
        return None, None
    mention, actor = found
    rule = "mention of the actor" if noun is None else "noun of the relative clause"
    return actor, Reason("speaker", rule, (Span(mention.start, mention.end, mention.text),), actor.name)


def _mention_of(head: Token, source: Span, mentions: Mentions) -> tuple[Mention, Actor] | None:
    """The mention over a word that shares most with a source, the shortest of those."""
    best: tuple[int, int] | None = None
    found: tuple[Mention, Actor] | None = None
    for mention, actor in mentions.at(source.start, source.end):
        if mention.start <= head.start and head.end <= mention.end:
            shared = min(mention.end, source.end) - max(mention.start, source.start)
            rank = (shared, mention.start - mention.end)
            if best is None or rank > best:
                best, found = rank, (mention, actor)
    return found


def _antecedent(word: Token) -> Token | None:
    """The noun that "which" or "who" stands for; None for other words."""
    if word.tag not in ("WDT", "WP"):
        return None
    clause = next((token for token in word.ancestors() if token.dep == "relcl"), None)
    return clause.head if clause is not None else None


def _span(word: Token) -> Span:
    return Span(word.start, word.end, word.text)


def kind_of(statement: Statement, actor: Actor | None) -> SpeakerKind:
    """The kind of speaker: the form of the source decides; where it says nothing or names nobody, the actor does."""
    kind = statement.speaker_kind
    if actor is None:
        return kind
    if actor.kind == "outlet":
        return "outlet"
    if actor.kind == "anonymous":
        return "anonymous"
    if kind not in ("unknown", "anonymous"):
        return kind
    if any(mention.form == "name" for mention in actor.mentions):
        return "named"
    return kind if kind != "unknown" or not actor.roles else "office"
