"""Page to page with statements."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.statement import Statement
from onrecord.layers.statements import headlines, nouns, verbs
from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.layout import paragraphs, within_paragraph
from onrecord.layers.statements.nest import find_relays, telling
from onrecord.layers.statements.phrases import noun_phrase
from onrecord.layers.statements.quotes import Quote, find
from onrecord.layers.statements.tie import Tying
from onrecord.layers.statements.words import cues
from onrecord.layers.statements.write import write


class Statements:
    """Who said what: content, cue, source, form, act, venue, relay and parent."""

    name = "statements"
    needs: tuple[str, ...] = ("parse",)
    gives: tuple[str, ...] = ("statements",)

    def __call__(self, page: Page) -> Page:
        """Find the statements of a page."""
        return replace(page, statements=tuple(statements(page.parse)))


def statements(parse: Parse) -> list[Statement]:
    """The statements of a report, in text order."""
    lines = paragraphs(parse)
    quotes = find(parse.text, lines)
    drafts = [*_cued(parse.tokens, parse.text), *headlines.read(parse, lines)]
    within_paragraph(drafts, lines)
    outer, inner = _split(drafts, quotes)
    outer += Tying(parse, lines, quotes, outer).run()
    found = [draft for draft in outer if draft.spans and (draft.quotes or not draft.only_quotes)]
    found += [draft for draft in inner if draft.spans]
    for draft in found:
        draft.spans.sort()
    found = telling(found)
    find_relays(found, parse.text)
    return write(found, quotes, parse.text)


def _cued(tokens: list[Token], text: str) -> list[Draft]:
    """Drafts of all cue words."""
    words = cues()
    verbal, nominal = words.verbs, words.nouns
    found = []
    for token in tokens:
        kind = token.tag[0]
        draft = None
        if kind == "V":
            if token.lower == "according":
                draft = nouns.according(token, tokens)
            elif token.lemma in verbal or token.lemma in words.longer:
                draft = verbs.read(token, tokens, words)
        elif kind == "N" and token.lemma in nominal:
            draft = nouns.read(token, tokens, words)
        if draft is not None:
            if draft.speaker is not None:
                draft.source = _closed(noun_phrase(draft.speaker), draft.speaker, text)
                _leave_source(draft)
            found.append(draft)
    return found


def _closed(source: tuple[int, int], head: Token, text: str) -> tuple[int, int]:
    """A source without a bracket that opens in it and closes beyond: "the ministry (MoD)"."""
    start, end = source
    opening = text.rfind("(", start, end)
    if opening > head.start and ")" not in text[opening:end]:
        end = opening
    return start, start + len(text[start:end].rstrip())


def _leave_source(draft: Draft) -> None:
    """What was said ahead of its cue ends before a source that the parser put into it."""
    if draft.source_rule == "noun phrase before the verb" and draft.source:
        stop = draft.source[0]
        draft.spans = [(first, min(last, stop)) for first, last in draft.spans if first < stop]


def _split(drafts: list[Draft], quotes: list[Quote]) -> tuple[list[Draft], list[Draft]]:
    """Drafts whose cue stands outside quotations, and those within one."""
    starts = [quote.start for quote in quotes]
    outer: list[Draft] = []
    inner: list[Draft] = []
    for draft in drafts:
        place = bisect_right(starts, draft.start) - 1
        around = quotes[place] if place >= 0 else None
        if around is None or not around.holds(draft.start):
            outer.append(draft)
        elif not draft.only_quotes:
            draft.spans = [(max(a, around.first), min(b, around.last)) for a, b in draft.spans]
            draft.spans = [(a, b) for a, b in draft.spans if a < b]
            inner.append(draft)
    return outer, inner
