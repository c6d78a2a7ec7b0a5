"""Quotations and paragraphs that a colon brings in."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.statements.draft import Draft, Paragraphs
from onrecord.layers.statements.phrases import noun_phrase
from onrecord.layers.statements.quotes import Quote
from onrecord.layers.statements.subjects import speaker_of


def led_in(quote: Quote, parse: Parse) -> Draft | None:
    """A quotation after a colon without a cue verb: the verb before the colon brings it in, or a mere name does."""
    before = parse.text[max(0, quote.start - 3) : quote.start].rstrip()
    if not before.endswith(":") or "\n" in before:
        return None
    colon = parse.at(max(0, quote.start - 3) + len(before) - 1)
    if colon is None or colon.i == 0:
        return None
    draft = _draft(colon, parse.tokens[colon.i - 1])
    if draft.speaker is None or draft.speaker.i >= colon.i:
        return None
    draft.source = noun_phrase(draft.speaker)
    return draft


def _draft(colon: Token, last: Token) -> Draft:
    chain = (last, *last.ancestors())
    verb = next((token for token in chain if token.tag[0] == "V" and token.i < colon.i), None)
    if verb is None:
        name = next((word for word in chain if word.head is word or word.head.i > colon.i or word.dep == "appos"), last)
        return Draft("name before a colon", "say", ":", (colon,), name, source_rule="name before the colon")
    draft = Draft("verb before a colon", "say", verb.lemma, (verb,))
    draft.speaker, draft.source_rule = speaker_of(verb)
    return draft


def blocks(text: str, paragraphs: Paragraphs, near: Callable[[int], list[Draft]]) -> None:
    """A paragraph after a cue and a colon at the end of the one before is said, marks or none; `near` gives a paragraph's cues."""
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if text[end - 1] != ":":
            continue
        cues = [draft for draft in near(start) if draft.quotable]
        if cues and not cues[-1].spans:
            cues[-1].spans.append(paragraphs[number + 1])
            cues[-1].only_quotes = False
            cues[-1].rule = "paragraph after a colon"
