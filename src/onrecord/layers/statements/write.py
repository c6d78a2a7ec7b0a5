"""Drafts to statements: form, spans without outer marks, reasons."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Form, Statement
from onrecord.layers.statements.draft import Draft, merge
from onrecord.layers.statements.quotes import Quote
from onrecord.layers.statements.sources import kind_of


def write(drafts: list[Draft], quotes: list[Quote], text: str) -> list[Statement]:
    """Number the drafts in text order and make statements of them."""
    for draft in drafts:
        draft.spans = _contents(draft, text)
    drafts = [draft for draft in drafts if draft.spans]
    drafts.sort(key=lambda draft: (draft.spans[0], draft.start))
    names = {id(draft): f"s{number}" for number, draft in enumerate(drafts, 1)}
    return [_statement(draft, names, quotes, text) for draft in drafts]


def _contents(draft: Draft, text: str) -> list[tuple[int, int]]:
    """The content's spans, joined, without cue, outer marks and the comma before a closing one."""
    spans = [_trimmed(*_unmarked(start, end, draft), text) for start, end in merge(draft.spans, text)]
    return [(start, end) for start, end in spans if start < end]


def _unmarked(start: int, end: int, draft: Draft) -> tuple[int, int]:
    """A span without the marks of a quotation that fills it."""
    for quote in draft.quotes:
        if quote.start <= start + 1 and end <= quote.end + 1:
            return max(start, quote.first), min(end, quote.last)
    return start, end


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end


def _form(draft: Draft, quotes: list[Quote], text: str) -> Form:
    """Direct if all words stand in quotation marks, mixed if some do."""
    inside = outside = 0
    for start, end in draft.spans:
        first = bisect_left(quotes, start, key=lambda quote: quote.end)
        last = bisect_left(quotes, end, key=lambda quote: quote.start)
        within = sum(_letters(text, max(start, q.first), min(end, q.last)) for q in quotes[first:last])
        inside += within
        outside += _letters(text, start, end) - within
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _statement(draft: Draft, names: dict[int, str], quotes: list[Quote], text: str) -> Statement:
    return Statement(
        id=names[id(draft)],
        content=tuple(Span.of(text, start, end) for start, end in draft.spans),
        cue=Span.of(text, draft.start, draft.end),
        cue_lemma=draft.lemma,
        source=Span.of(text, *draft.source) if draft.source else None,
        speaker=None,
        speaker_kind=kind_of(draft.speaker, text),
        form=_form(draft, quotes, text),
        act=draft.act,
        said_at=None,
        venue=Span.of(text, *draft.venue) if draft.venue else None,
        relay=tuple(name for name, _ in draft.relay),
        parent=names.get(id(draft.parent)) if draft.parent else None,
        rule=draft.rule,
        why=_why(draft, text),
    )


def _why(draft: Draft, text: str) -> tuple[Reason, ...]:
    cue = tuple(Span.of(text, word.start, word.end) for word in draft.cue)
    reasons = [Reason("content", draft.rule, cue)]
    if draft.quotes:
        marks = tuple(Span.of(text, quote.start, quote.end) for quote in draft.quotes)
        reasons.append(Reason("form", draft.tied or "the quotation goes on", marks))
    if draft.source_rule:
        source = (Span.of(text, *draft.source),) if draft.source else ()
        reasons.append(Reason("source", draft.source_rule, source))
    reasons += [Reason("relay", "outlet", (Span.of(text, *place),), name) for name, place in draft.relay]
    return tuple(reasons)
