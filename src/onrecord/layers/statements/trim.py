"""Beside a quotation that touches its cue, what stands on its other side is the author's: `"…," he said, and left`."""

from __future__ import annotations

from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.quotes import Quote
from onrecord.layers.statements.speech import count_words, is_speech


def restrict(drafts: list[Draft], text: str) -> None:
    """Cut from the contents of cues that touch a quotation what lies beyond it."""
    for draft in drafts:
        if not draft.quotes:
            continue
        quote = min(draft.quotes, key=lambda q: min(abs(q.start - draft.end), abs(q.end - draft.start)))
        begins = min(draft.start, draft.source[0]) if draft.source and draft.source[0] >= quote.end else draft.start
        if quote.end <= begins and is_speech(quote, text) and not count_words(text, quote.end, begins):
            _keep_before(draft, quote, text)
        elif draft.end <= quote.start and text[draft.end : quote.start].strip() in (",", ":"):
            spans = [(a, min(b, quote.last)) if a <= quote.first <= b else (a, b) for a, b in draft.spans]
            draft.spans = [span for span in spans if span[0] <= quote.first or _is_quoted(span, draft)]


def _keep_before(draft: Draft, quote: Quote, text: str) -> None:
    """The quotation ahead of the cue and what leads into it, from a colon on."""
    draft.spans = [span for span in draft.spans if span[0] < quote.end or _is_quoted(span, draft)]
    if text[max(0, quote.start - 3) : quote.start].rstrip().endswith(":"):
        draft.spans = [(max(start, quote.start), end) for start, end in draft.spans if end > quote.start]


def _is_quoted(span: tuple[int, int], draft: Draft) -> bool:
    return any(quote.start <= span[0] and span[1] <= quote.end for quote in draft.quotes)
