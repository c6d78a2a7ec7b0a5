"""Statements made by a colon: "US to cut troops: Pentagon", "Minister: troops will stay", and the lines of transcripts."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.statements.clauses import phrase
from onrecord.layers.statements.draft import Draft, Paragraphs
from onrecord.layers.statements.phrases import noun_phrase
from onrecord.layers.statements.words import of_sources, outlet_words

_LONGEST = 30  # words of a headline at most
_NAME = 6  # words of a source before or after the colon at most
_MARKS = ('"', "“", "''", "``", "'", "‘")


def read(parse: Parse, paragraphs: Paragraphs) -> list[Draft]:
    """Statements of the headline, and of a transcript's lines."""
    found = []
    lines = []
    for number, (start, end) in enumerate(paragraphs):
        colon = parse.text.find(":", start, min(end, start + 200 if number == 0 else start + 40))
        if colon < 0:
            continue
        words = parse.between(start, end)
        place = next((i for i, word in enumerate(words[:_LONGEST]) if word.start == colon), None)
        if place is None or not 0 < place < len(words) - 1:
            continue
        if number == 0 and len(words) <= _LONGEST:
            found += _headline(words, place, parse)
        elif number:
            lines += _line(words, place, parse)
    return found + (lines if len(lines) > 1 else [])


def _headline(words: list[Token], colon: int, parse: Parse) -> list[Draft]:
    """A source on one side of the colon and a clause on the other."""
    left, right = words[:colon], words[colon + 1 :]
    while right and not right[-1].text[-1].isalnum() and right[-1].text not in _MARKS and len(right) > 1:
        right = right[:-1]
    for source, said, rule in ((left, right, "source before a colon"), (right, left, "source after a colon")):
        if len(source) <= _NAME and len(said) > 2 and _is_source(source) and _is_clause(said):
            return [_draft(rule, words[colon], source, said, parse)]
    return []


def _line(words: list[Token], colon: int, parse: Parse) -> list[Draft]:
    """ "SMITH: We will see." """
    name = [word for word in words[:colon] if word.text not in _MARKS]
    shouted = name and all(word.text.isupper() or not word.text.isalpha() for word in name)
    named = name and all(word.ent == "PERSON" for word in name)
    if len(name) <= _NAME and (named or (shouted and any(word.text.isalpha() for word in name))):
        return [_draft("name before a transcript's line", words[colon], name, words[colon + 1 :], parse)]
    return []


def _draft(rule: str, colon: Token, source: list[Token], said: list[Token], parse: Parse) -> Draft:
    head = parse.root(source[0].i, source[-1].i + 1)
    draft = Draft(rule, "say", ":", (colon,), head, source_rule=rule)
    draft.source = noun_phrase(head) if rule == "source after a colon" else (source[0].start, source[-1].end)
    if draft.source[0] < source[0].start or draft.source[1] > source[-1].end:
        draft.source = (source[0].start, source[-1].end)
    draft.spans = phrase(said[0], said[-1], parse.tokens)
    return draft


def _is_source(words: list[Token]) -> bool:
    """Whether words name a speaker: a person, a body, a word for a source or a text; no verb among them."""
    if any(word.tag in ("VBD", "VBZ", "VBP", "MD", "TO") for word in words):
        return False
    last = words[-1]
    kinds = ("anonymous", "office", "document")
    common = any(last.lemma.lower() in of_sources(kind) or last.lower in of_sources(kind) for kind in kinds)
    return common or last.lower in outlet_words("nouns") or last.ent in ("PERSON", "ORG", "GPE", "NORP")


def _is_clause(words: list[Token]) -> bool:
    """Whether words hold a verb, as a headline's clause does, or a quotation."""
    return words[0].text in _MARKS or any(
        word.tag in ("VBD", "VBZ", "VBP", "VB", "MD", "TO", "VBG", "VBN") for word in words
    )
