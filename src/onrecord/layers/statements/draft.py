"""A draft: a statement on its way from the first cue to the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.concepts.parse import Token
from onrecord.layers.statements.quotes import Quote

type Paragraphs = list[tuple[int, int]]


@dataclass(slots=True, eq=False)
class Draft:
    """What is known so far of one statement; `spans` and `source` are offsets.

    `speaker` is the highest word of the source. `quotes` are the quotations in the content;
    `quotable` verbs take them, `only_quotes` verbs take nothing else.
    """

    rule: str
    act: str
    lemma: str
    cue: tuple[Token, ...]
    speaker: Token | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    source: tuple[int, int] | None = None
    quotes: list[Quote] = field(default_factory=list)
    quotable: bool = False
    only_quotes: bool = False
    tied: str | None = None
    source_rule: str | None = None
    venue: tuple[int, int] | None = None
    relay: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    parent: Draft | None = None

    @property
    def clausal(self) -> bool:
        """Whether the words are a clause, not a mere thing spoken of."""
        return "clause" in self.rule or self.rule in (
            "according to",
            "cue put into a sentence",
            "that after a cue verb",
        )

    @property
    def start(self) -> int:
        """First character of its cue."""
        return self.cue[0].start

    @property
    def end(self) -> int:
        """Where its cue ends."""
        return self.cue[-1].end

    @property
    def last(self) -> int:
        """Where cue, source and content end."""
        return max([self.end, *(end for _, end in self.spans), *([self.source[1]] if self.source else [])])

    def overlap(self, start: int, end: int) -> int:
        """How many characters of the content lie between two places."""
        return sum(max(0, min(end, last) - max(start, first)) for first, last in self.spans)


def merge(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Sort spans and join those that touch: between them stands at most one quotation mark, and no line break."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or _touch(text[merged[-1][1] : start])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _touch(gap: str) -> bool:
    return "\n" not in gap and not any(map(str.isalnum, gap)) and sum(mark in "“”\"«»‘’'" for mark in gap) < 2
