"""Report text to Parse."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Name, Parse, Sentence, Token
from onrecord.layers.parsing.lemmas import Lemmas
from onrecord.layers.parsing.paragraphs import paragraphs
from onrecord.layers.parsing.pipeline import Arrays, analyse, load


class Parsing:
    """Tokens, sentences, dependencies and names."""

    name = "parsing"
    needs: tuple[str, ...] = ()
    gives = ("parse",)

    def __init__(self, model: str | None = None) -> None:
        self.model = model

    def __call__(self, page: Page) -> Page:
        """Parse the report's text."""
        return replace(page, parse=parse(page.report.text, self.model))


def parse(text: str, model: str | None = None) -> Parse:
    """Parse a text with a spaCy pipeline (the bundled one if `model` is None). Raises ModelError."""
    return build(text, analyse(text, model), _lemmas(model))


@cache
def _lemmas(model: str | None) -> Lemmas:
    return Lemmas(load(model))


def build(text: str, arrays: Arrays, lemmas: Lemmas) -> Parse:
    """Make the objects of a parse out of a pipeline's arrays."""
    count = len(arrays.starts)
    ents = [""] * count
    names = []
    for first, last, label in arrays.ents:
        names.append(Name(first, last, label))
        ents[first:last] = [label] * (last - first)
    sent_of = [0] * count
    borders = [*arrays.sent_starts, count]
    for number in range(len(borders) - 1):
        sent_of[borders[number] : borders[number + 1]] = [number] * (borders[number + 1] - borders[number])
    tokens = [
        Token(i, start, start + len(word), text[start : start + len(word)], tag, dep, lemmas.of(word, tag), ent, sent)
        for i, (start, word, tag, dep, ent, sent) in enumerate(
            zip(arrays.starts, arrays.texts, arrays.tags, arrays.deps, ents, sent_of, strict=True)
        )
    ]
    for token, head in zip(tokens, arrays.heads, strict=True):
        if head != token.i:
            token.head = tokens[head]
            token.head.children.append(token)
    return Parse(text, tokens, _sentences(tokens, borders, paragraphs(text)), names)


def _sentences(tokens: list[Token], borders: list[int], spans: list[tuple[int, int]]) -> list[Sentence]:
    sentences, paragraph = [], 0
    for first, last in pairwise(borders):
        start = tokens[first].start
        while paragraph + 1 < len(spans) and spans[paragraph + 1][0] <= start:
            paragraph += 1
        sentences.append(Sentence(first, last, start, tokens[last - 1].end, paragraph))
    return sentences
