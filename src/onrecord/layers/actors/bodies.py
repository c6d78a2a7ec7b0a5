"""Bodies that reports name without saying what they are, found by the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.parse import Name, Parse, Token
from onrecord.layers.actors.extents import Extents
from onrecord.layers.actors.labels import PROPER
from onrecord.layers.actors.vocabulary import Known, Vocabulary, named

_KINDS = named("body kinds")


class KnownBodies:
    """Finds the bodies of the lexicon in one report."""

    def __init__(self, parse: Parse, words: Vocabulary, extents: Extents) -> None:
        self.parse, self.tokens, self.words, self.extents = parse, parse.tokens, words, extents

    def found(self) -> Iterator[tuple[int, int, Known]]:
        """Bodies of the lexicon, the longest first, unless the parse sees a longer name there."""
        text = self.parse.text.replace("’", "'")
        starts, known = self.words.starts, self.words.known
        inside = {i: name for name in self.parse.names for i in range(name.first, name.last)}
        end = -1
        for token in self.tokens:
            if token.start < end or token.text not in starts:
                continue
            for size in starts[token.text]:
                stop = token.start + size
                entry = known.get(text[token.start : stop])
                if entry and not text[stop : stop + 1].isalnum():
                    last = self._token_after(token.i, stop)
                    if last and self._stands(token, last, inside):
                        yield token.i, last, entry
                        end = stop
                    break

    def _token_after(self, i: int, stop: int) -> int | None:
        while i < len(self.tokens) and self.tokens[i].end < stop:
            i += 1
        return i + 1 if i < len(self.tokens) and self.tokens[i].end == stop else None

    def _stands(self, token: Token, last: int, inside: dict[int, Name]) -> bool:
        """A single word must be a name; a name of the parse that goes on beyond it is another, longer name."""
        if last - token.i == 1 and token.tag not in PROPER and not (len(token.text) > 2 and token.text.isupper()):
            return False
        name = inside.get(last - 1)
        if name is None:
            return last - token.i > 1 or not self._part_of_name(token)
        first, after_name = self.extents.trim(name.first, name.last)
        if first >= token.i and after_name <= last:
            return True
        if first == token.i and last - first > 1:  # the parse has run two names together
            return self.tokens[after_name - 1].lower not in self.words.endings
        return first == token.i and self.tokens[after_name - 1].lower in _KINDS

    def _part_of_name(self, token: Token) -> bool:
        """Is a single word one of several of a name: "Megan Fox"?"""
        before = self.tokens[token.i - 1] if token.i else None
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        if before is not None and before.tag in PROPER and before.head is token:
            return True
        return after is not None and after.tag in PROPER and token.head is after and after.ent == "PERSON"
