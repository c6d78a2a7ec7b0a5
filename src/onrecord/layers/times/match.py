"""Find in a report the places where a rule of the grammar matches."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.times.grammar import Rule, grammar
from onrecord.layers.times.words import FOLD, pieces


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: the tokens from `first` to `last` (inclusive), the characters, and the words of its groups."""

    rule: str
    reader: str
    first: Token
    last: Token
    start: int
    end: int
    groups: dict[str, tuple[str, ...]]

    def words(self, *names: str) -> tuple[str, ...]:
        """The words of the first of these groups that is there, folded to lower case."""
        return next((self.groups[name] for name in names if name in self.groups), ())

    def word(self, *names: str) -> str:
        """The words of a group, joined by spaces; empty if it is not there."""
        return " ".join(self.words(*names))


class Finder:
    """The string of word classes of one parse, and the way back from its characters to tokens."""

    def __init__(self, parse: Parse) -> None:
        coder = grammar().coder.code
        self.parse = parse
        codes = [coder(token.text) for token in parse.tokens]
        self.codes = "".join(codes)
        self.simple = len(self.codes) == len(codes)
        self.numbers = range(len(codes)) if self.simple else [i for i, code in enumerate(codes) for _ in code]

    def run[Found](self, read: Callable[[Match], Found | None]) -> list[Found]:
        """Read every match in text order; where the longest is refused the next longest is tried."""
        found: list[Found] = []
        places = grammar().candidates(self.codes)
        place = next(places, None)
        while place is not None:
            go_on = None
            for rule, hit in place[1]:
                match = self._match(rule, hit)
                result = read(match) if match else None
                if result is not None:
                    found.append(result)
                    go_on = hit.end()
                    break
            try:
                place = places.send(go_on)
            except StopIteration:
                break
        return found

    def _match(self, rule: Rule, hit: re.Match[str]) -> Match | None:
        tokens = self.parse.tokens
        first, last = tokens[self.numbers[hit.start()]], tokens[self.numbers[hit.end() - 1]]
        if first.sent != last.sent and not self._together(first, last):
            return None
        groups = {name: self._words(*hit.span(name)) for name, text in hit.groupdict().items() if text}
        return Match(rule.name, rule.reader, first, last, self._start(hit.start()), self._end(hit.end() - 1), groups)

    def _together(self, first: Token, last: Token) -> bool:
        """A time may cross what the parser took for the end of a sentence ("Jan. | 15"), never a paragraph's end."""
        return self.parse.sentence(first).paragraph == self.parse.sentence(last).paragraph

    def _piece(self, place: int) -> tuple[Token, list[tuple[int, str]], int]:
        token = self.parse.tokens[self.numbers[place]]
        if self.simple:
            return token, [(0, token.lower.translate(FOLD))], 0
        before = 0
        while place > before and self.numbers[place - before - 1] == token.i:
            before += 1
        return token, pieces(token.text), before

    def _words(self, start: int, end: int) -> tuple[str, ...]:
        words = []
        for place in range(start, end):
            _, parts, number = self._piece(place)
            words.append(parts[number][1])
        return tuple(words)

    def _start(self, place: int) -> int:
        token, parts, number = self._piece(place)
        return token.start + parts[number][0]

    def _end(self, place: int) -> int:
        token, parts, number = self._piece(place)
        return token.end if number + 1 == len(parts) else token.start + parts[number + 1][0]
