"""Tie quotations to their cues."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.quotes import Quote

LONG = 8  # words from which on a quotation without a cue is taken for speech
_FAR = 30
_SHORT = ("Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Lt", "Gen", "Sen", "Rep", "Gov", "Col", "Maj", "Sgt", "Adm", "Rev", "Hon",
          "Prof", "Capt", "Pres", "Amb", "Inc", "Corp", "Co", "Ltd", "vs", "No")  # fmt: skip
_STOP = re.compile(rf"(?<!\b[A-Z]){''.join(rf'(?<!\b{word})' for word in _SHORT)}[.!?…][\"”’'»)]*\s")
_WORD = re.compile(r"\w+")

type Paragraphs = list[tuple[int, int]]


def stops(text: str) -> int:
    """How many sentences end in a piece of text."""
    return len(_STOP.findall(text))


class Tying:
    """One report's quotations and drafts, and which belongs to which."""

    def __init__(self, text: str, paragraphs: Paragraphs, quotes: list[Quote], drafts: list[Draft]) -> None:
        self.text, self.paragraphs, self.quotes = text, paragraphs, quotes
        self._starts = [start for start, _ in paragraphs]
        self.drafts = sorted(drafts, key=lambda draft: draft.start)
        self.owners: dict[Quote, Draft] = {}

    def run(self) -> list[Draft]:
        """Give every quotation an owner where one can be told; returns the drafts made for quotations without a cue."""
        self._own_contents()
        made = []
        for number, quote in enumerate(self.quotes):
            if quote in self.owners or not self._is_speech(quote):
                continue
            before = self.quotes[number - 1] if number else None
            owner = self._beside(quote) or self._after(quote) or self._from_paragraph_before(quote, before)
            if owner is not None:
                self._give(quote, owner)
                continue
            lone = self._alone(quote)
            if lone is not None:
                made.append(lone)
        return made

    def paragraph(self, place: int) -> int:
        """The number of the paragraph of a character."""
        return bisect_right(self._starts, place) - 1

    def _give(self, quote: Quote, draft: Draft, how: str | None = None) -> None:
        self.owners[quote] = draft
        draft.quotes.append(quote)
        draft.spans.append((quote.first, quote.last))
        if how:
            draft.tied = how

    def _own_contents(self) -> None:
        """Quotations that the content of a cue overlaps are its own, whole."""
        for quote in self.quotes:
            best, most = None, 0
            for draft in self.drafts:
                if draft.start > quote.end + 2000:
                    break
                shared = draft.overlap(quote.first, quote.last)
                if shared > most or (shared == most and shared and best and draft.quotable > best.quotable):
                    best, most = draft, shared
            if best is None:
                continue
            whole = most >= quote.last - quote.first - 2
            if not whole and not (best.quotable and self._is_speech(quote)):
                continue
            self._give(quote, best, "the cue's clause overlaps the quotation")

    def _is_speech(self, quote: Quote) -> bool:
        """Whether a quotation reads as somebody's words and not as a word or title in marks."""
        words = len(_WORD.findall(self.text, quote.first, quote.last))
        ends = self.text[quote.last - 1] in ",.!?…—-" or not quote.closed
        capital = self.text[quote.first].isupper() or self.text[quote.first] in "[…'‘"
        if quote.single:
            return words >= 3 and ends
        return (ends and (words >= 3 or capital)) or words >= LONG or (capital and words >= 4)

    def _beside(self, quote: Quote) -> Draft | None:
        """A cue right after the quotation, or before it in the same sentence."""
        paragraph = self.paragraph(quote.start)
        best, least = None, _FAR
        for draft in self.drafts:
            if draft.quotable and draft.cue and self.paragraph(draft.start) == paragraph:
                far = self._distance(quote, draft)
                if far < least:
                    best, least = draft, far
        if best:
            best.tied = "the cue stands beside the quotation"
        return best

    def _distance(self, quote: Quote, draft: Draft) -> int:
        """How many words stand between a quotation and a cue that may be its own; _FAR if it cannot be."""
        text = self.text
        begins = min(draft.start, draft.source[0]) if draft.source else draft.start
        ends = max(draft.end, draft.source[1]) if draft.source and draft.source[0] < quote.start else draft.end
        if begins >= quote.end:
            gap = text[quote.end : begins]
            if stops(gap) or (draft.spans and not draft.quotes):
                return _FAR
            # A full stop inside the marks ends the sentence: what follows is no cue of it.
            words = len(_WORD.findall(gap))
            return _FAR if words and text[quote.last - 1] == "." else words
        if ends > quote.start or draft.start > quote.start:
            return _FAR
        gap = text[ends : quote.start]
        leads = gap.rstrip()[-1:] in (":", ",") or not gap.strip()
        if stops(gap + " ") or (draft.spans and not draft.quotes and not leads):
            return _FAR
        return len(_WORD.findall(gap)) + (0 if leads else 3)

    def _after(self, quote: Quote) -> Draft | None:
        """A quotation that follows a sentence with a quotation and its cue: the same speaker goes on."""
        paragraph, best = self.paragraph(quote.start), None
        for draft in self.drafts:
            speaks = draft.last <= quote.start and any(self._is_speech(other) for other in draft.quotes)
            if speaks and self.paragraph(draft.start) == paragraph and (best is None or draft.last >= best.last):
                best = draft
        if best is None:
            return None
        gap = self.text[best.last : quote.start]
        return best if stops(gap) <= 1 and len(_WORD.findall(gap)) <= 25 else None

    def _from_paragraph_before(self, quote: Quote, before: Quote | None) -> Draft | None:
        """The paragraph before left its quotation open, or ended in a colon after its cue."""
        paragraph = self.paragraph(quote.start)
        if paragraph == 0 or quote.start - self.paragraphs[paragraph][0] > 1:
            return None
        start, end = self.paragraphs[paragraph - 1]
        if before is not None and not before.closed and before.last >= end - 1:
            return self.owners.get(before)
        if self.text[start:end].rstrip().endswith(":"):
            cues = [d for d in self.drafts if start <= d.start < end and d.quotable]
            if cues:
                cues[-1].tied = "the paragraph before ends in a colon"
                return cues[-1]
        return None

    def _alone(self, quote: Quote) -> Draft | None:
        """A long quotation without a cue that makes its own paragraph: the speaker of the statement before goes on."""
        paragraph = self.paragraph(quote.start)
        start, end = self.paragraphs[paragraph]
        words = len(_WORD.findall(self.text, quote.first, quote.last))
        if words < LONG or quote.start > start + 1 or not paragraph or end - quote.end > 3:
            return None
        earlier = [
            d for d in self.drafts if d.quotes and d.start < quote.start and self.paragraph(d.last - 1) == paragraph - 1
        ]
        last = earlier[-1] if earlier else None
        draft = Draft("quotation without a cue", "say", None, (), last.speaker if last else None)
        draft.source_rule = "speaker of the statement before"
        self._give(quote, draft)
        self.drafts.append(draft)
        self.drafts.sort(key=lambda d: d.start)
        return draft
