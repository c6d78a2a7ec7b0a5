"""Where a name begins and ends: what the parse leaves in or out of it."""

from __future__ import annotations

from collections.abc import Container

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.actors.vocabulary import Vocabulary, named

_QUOTES = frozenset("\"“”'‘’")
_EDGE = frozenset(
    {"DT", "PRP$", "POS", "``", "''", ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "CC", "IN", "NFP", "SYM", "WDT"}
)
_NO_NAME = named("hyphened on")


class Extents:
    """Mends the ends of names in one report; `taken` are the words of names already found."""

    def __init__(self, parse: Parse, words: Vocabulary, taken: Container[int]) -> None:
        self.tokens, self.words, self.taken = parse.tokens, words, taken

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """A name without articles, marks and prefixes at its ends."""
        tokens = self.tokens
        if last - first > 2 and tokens[first].lower in self.words.prefixes and tokens[first + 1].text == "-":
            first += 2
        while first < last and (tokens[first].tag in _EDGE or tokens[first].lower == "the"):
            first += 1
        while (
            first < last
            and (tokens[last - 1].tag in _EDGE or not tokens[last - 1].text[-1:].isalnum())
            and not tokens[last - 1].text[0].isalpha()
        ):
            last -= 1
        return first, last

    def after_titles(self, first: int, last: int) -> int:
        """The first word of a person's name behind its titles."""
        while last - first > 1 and self.tokens[first].lower.rstrip(".") in self.words.titles:
            first += 1
        return first

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """A person's name with the parts that the parse left out: "Han Li" Guang, Suk-"yeol", Ann "Nan" Jones."""
        tokens = self.tokens
        while first < last and first and self._part(tokens[first - 1]) and first <= tokens[first - 1].head.i < last:
            first -= 1
        while first < last < len(tokens):
            token, before = tokens[last], tokens[last - 1]
            joined = first <= token.head.i < last or before.head is token
            if self._part(token) and joined and token.sent == before.sent:
                last += 1
            elif token.text == "-" and token.start == before.end and last + 1 < len(tokens) and self._glued(last + 1):
                last += 2
            elif (
                token.text in _QUOTES
                and last + 3 < len(tokens)
                and tokens[last + 2].text in _QUOTES
                and self._part(tokens[last + 3])
            ):
                last += 4
            else:
                break
        return first, last

    def _glued(self, i: int) -> bool:
        token = self.tokens[i]
        return token.start == self.tokens[i - 1].end and token.text.isalpha() and token.lower not in _NO_NAME

    def _part(self, token: Token) -> bool:
        """May a word be one more part of a person's name?"""
        words, lower = self.words, token.lower
        if (
            token.tag != "NNP"
            or not token.text[0].isupper()
            or token.ent not in ("", "PERSON")
            or token.i in self.taken
        ):
            return False
        if lower.rstrip(".") in words.titles or lower in words.persons or lower in words.bodies:
            return False
        return lower not in words.endings and lower not in words.place_heads and lower not in words.things
