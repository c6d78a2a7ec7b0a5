"""A parse: tokens, sentences and names of a report, as plain objects that every layer reads.

The parsing layer fills it from whichever spaCy pipeline is in use; nothing else knows spaCy. Tags are Penn Treebank's,
dependency labels ClearNLP's, entity labels OntoNotes'. White space is no token here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COARSE = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "WRB": "ADV", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET",
    "WDT": "DET", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ", "CD": "NUM", "UH": "INTJ",
    "$": "SYM", "#": "SYM", "SYM": "SYM",
}  # fmt: skip


class Token:
    """One word or mark: `start`/`end` in code points of the report's text, `i` its number, `head` itself at a root."""

    __slots__ = ("children", "dep", "end", "ent", "head", "i", "lemma", "lower", "sent", "start", "tag", "text")

    def __init__(
        self, i: int, start: int, end: int, text: str, tag: str, dep: str, lemma: str, ent: str, sent: int
    ) -> None:
        self.i, self.start, self.end, self.text = i, start, end, text
        self.lower = text.lower()
        self.tag, self.dep, self.lemma, self.ent, self.sent = tag, dep, lemma, ent, sent
        self.head: Token = self
        self.children: list[Token] = []

    @property
    def pos(self) -> str:
        """Coarse part of speech (Universal POS) of the tag; auxiliaries by their dependency."""
        if self.dep in ("aux", "auxpass"):
            return "AUX"
        return COARSE.get(self.tag, "PUNCT")

    @property
    def lefts(self) -> list[Token]:
        """Children before the token."""
        return [child for child in self.children if child.i < self.i]

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependencies."""
        return next((child for child in self.children if child.dep in deps), None)

    def ancestors(self) -> Iterator[Token]:
        """Heads from the nearest up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list[Token]:
        """The token and all below it, in text order."""
        found, todo = [self], list(self.children)
        while todo:
            token = todo.pop()
            found.append(token)
            todo.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def __repr__(self) -> str:
        return f"<{self.i} {self.text}/{self.tag}/{self.dep}>"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` (inclusive) to `last` (exclusive), characters `start` to `end`, number of its paragraph."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: tokens `first` to `last` (exclusive) and its OntoNotes label."""

    first: int
    last: int
    label: str


class Parse:
    """All tokens, sentences and names of one report's text."""

    __slots__ = ("_starts", "names", "sentences", "text", "tokens")

    def __init__(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], names: Sequence[Name]
    ) -> None:
        self.text, self.tokens, self.sentences, self.names = text, list(tokens), list(sentences), list(names)
        self._starts = [token.start for token in self.tokens]

    def between(self, start: int, end: int) -> list[Token]:
        """Tokens that share a character with `start` to `end`."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, end)]

    def at(self, start: int) -> Token | None:
        """The token that covers a character, if any."""
        found = self.between(start, start + 1)
        return found[0] if found else None

    def sentence(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self.sentences[token.sent]

    def words(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def root(self, first: int, last: int) -> Token:
        """The highest token of `first` to `last` (exclusive): the first whose head lies outside."""
        tokens = self.tokens[first:last]
        return next((t for t in tokens if t.head is t or not first <= t.head.i < last), tokens[-1])
