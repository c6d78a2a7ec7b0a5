"""Tie quotations to their cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from onrecord.concepts.parse import Parse
from onrecord.layers.statements.colons import blocks, led_in
from onrecord.layers.statements.draft import Draft, Paragraphs
from onrecord.layers.statements.quotes import Quote
from onrecord.layers.statements.speech import count_words, is_speech, stops
from onrecord.layers.statements.trim import restrict

_REACH = 1200  # characters between a quotation and its cue at most
_LATEST = 8  # cues of the paragraph before that may still speak
_FAR = 30  # words between a quotation and its cue at most


def _start(draft: Draft) -> int:
    return draft.start


class Tying:
    """One report's quotations and drafts, and which belongs to which."""

    def __init__(self, parse: Parse, paragraphs: Paragraphs, quotes: list[Quote], drafts: list[Draft]) -> None:
        self.parse, self.text, self.paragraphs, self.quotes = parse, parse.text, paragraphs, quotes
        self._starts = [start for start, _ in paragraphs]
        self.drafts = sorted(drafts, key=lambda draft: draft.start)
        self.owners: dict[Quote, Draft] = {}
        self._beds: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            self._beds.setdefault(self.paragraph(draft.start), []).append(draft)

    def run(self) -> list[Draft]:
        """Give every quotation an owner where one can be told; returns the drafts made for quotations without a cue."""
        self._own_contents()
        made = []
        for number, quote in enumerate(self.quotes):
            before = self.quotes[number - 1] if number else None
            if quote in self.owners or not (is_speech(quote, self.text) or self._is_resumed(quote, before)):
                continue
            owner = self._beside(quote) or self._after(quote) or self._from_paragraph_before(quote, before)
            if owner is not None:
                self._give(quote, owner)
                continue
            lone = led_in(quote, self.parse)
            if lone is not None:
                made.append(lone)
                self._give(quote, lone, "the quotation follows a colon")
                insort(self._beds.setdefault(self.paragraph(lone.start), []), lone, key=_start)
        self._open_before()
        restrict(self.drafts + made, self.text)
        blocks(self.text, self.paragraphs, self._near)
        return made

    def _is_resumed(self, quote: Quote, before: Quote | None) -> bool:
        """Whether a quotation goes on after its cue: `"We will stay," he said, "and rebuild."`"""
        owner = self.owners.get(before) if before is not None else None
        return owner is not None and owner.last <= quote.start and self.text[owner.last : quote.start].strip() == ","

    def paragraph(self, place: int) -> int:
        """The number of the paragraph of a character."""
        return bisect_right(self._starts, place) - 1

    def _give(self, quote: Quote, draft: Draft, how: str | None = None) -> None:
        self.owners[quote] = draft
        draft.quotes.append(quote)
        draft.spans.append((quote.first, quote.last))
        if how:
            draft.tied = how

    def _near(self, place: int) -> list[Draft]:
        """Drafts whose cue stands in the paragraph of a character."""
        return self._beds.get(self.paragraph(place), [])

    def _around(self, quote: Quote) -> list[Draft]:
        """Drafts of a quotation's paragraph whose cue stands not too far from it."""
        bed = self._near(quote.start)
        first = bisect_left(bed, quote.start - _REACH, key=_start)
        return bed[first : bisect_right(bed, quote.end + _REACH, key=_start)]

    def _own_contents(self) -> None:
        """Quotations that the content of a cue overlaps are its own, whole."""
        for quote in self.quotes:
            best, most = None, 0
            for draft in self._around(quote):
                shared = draft.overlap(quote.first, quote.last)
                if shared > most or (shared == most and shared and best and draft.quotable > best.quotable):
                    best, most = draft, shared
            if best is None:
                best = self._touched(quote)
            elif self._is_over(quote, best):
                best.spans = [(max(a, quote.end), b) if a < quote.end < b else (a, b) for a, b in best.spans]
                best.spans = [(a, b) for a, b in best.spans if a >= quote.end]
                continue
            elif most < quote.last - quote.first - 2 and not (best.quotable and is_speech(quote, self.text)):
                continue
            if best is not None:
                self._give(quote, best, "the cue's clause overlaps the quotation")

    def _is_over(self, quote: Quote, draft: Draft) -> bool:
        """Whether a quotation is a sentence of its own before a cue that has its words behind it."""
        ahead = quote.end <= draft.start and self.text[quote.last - 1] == "."
        return ahead and any(start > draft.end for start, _ in draft.spans)

    def _touched(self, quote: Quote) -> Draft | None:
        """A cue whose object ends right before the quotation: "called it “a day of joy”"."""
        for draft in self._around(quote):
            if draft.spans and draft.end < quote.start and 0 <= quote.start - draft.spans[-1][1] <= 1:
                return draft
        return None

    def _beside(self, quote: Quote) -> Draft | None:
        """A cue right after the quotation, or before it in the same sentence."""
        best, least = None, _FAR
        for draft in self._around(quote):
            if draft.quotable:
                far = self._distance(quote, draft)
                if far < least:
                    best, least = draft, far
        if best:
            if best.spans and not best.quotes and not best.clausal:
                best.spans, best.rule = [], "cue of a quotation"
            best.tied = "the cue stands beside the quotation"
        return best

    def _distance(self, quote: Quote, draft: Draft) -> int:
        """How many words stand between a quotation and a cue that may be its own; _FAR if it cannot be."""
        text = self.text
        begins = min(draft.start, draft.source[0]) if draft.source else draft.start
        ends = max(draft.end, draft.source[1]) if draft.source and draft.source[0] < quote.start else draft.end
        if begins >= quote.end:
            gap = text[quote.end : begins]
            words = count_words(gap)
            busy = draft.spans and not draft.quotes and (words or draft.clausal)
            if words >= _FAR or busy or draft.cue[0].tag == "VBG" or stops(gap):
                return _FAR
            # A full stop inside the marks ends the sentence: what follows is no cue of it.
            led = text[quote.last - 1] != "," and text[max(0, quote.start - 2) : quote.start].rstrip()[-1:] in (
                ",",
                ":",
            )
            return _FAR if text[quote.last - 1] == "." else words + (5 if led else 0)
        if ends > quote.start or draft.start > quote.start:
            return _FAR
        gap = text[ends : quote.start]
        words = count_words(gap)
        if words >= _FAR:
            return _FAR
        leads = gap.rstrip()[-1:] in (":", ",") or not gap.strip()
        if stops(gap + " ") or ((draft.spans or draft.only_quotes) and not draft.quotes and not leads):
            return _FAR
        return words + (0 if leads else 3)

    def _after(self, quote: Quote) -> Draft | None:
        """A quotation that follows a statement of its paragraph without a cue of its own: the same speaker goes on."""
        before = [d for d in self._around(quote) if d.quotable and d.spans and d.last <= quote.start]
        spoken = [d for d in before if any(is_speech(other, self.text) for other in d.quotes)]
        best = max(before, key=lambda d: d.last, default=None)
        if best is not None and spoken and (best.cue[0].tag == "VBG" or best.cue[0].dep == "relcl"):
            best = max(spoken, key=lambda d: d.last)
        if best is None:
            return None
        gap = self.text[best.last : quote.start]
        most = 3 if any(is_speech(other, self.text) for other in best.quotes) else 1
        return best if stops(gap) <= most and count_words(gap) <= 20 * most else None

    def _from_paragraph_before(self, quote: Quote, before: Quote | None) -> Draft | None:
        """The paragraph before left its quotation open, or ended in a colon after its cue."""
        paragraph = self.paragraph(quote.start)
        if paragraph == 0 or quote.start - self.paragraphs[paragraph][0] > 1:
            return None
        start, end = self.paragraphs[paragraph - 1]
        if before is not None and not before.closed and before.last >= end - 1:
            return self.owners.get(before)
        colon = self.text[end - 1] == ":"
        last = reversed(self._near(start)[-_LATEST:])
        cue = next((d for d in last if d.quotable and (colon or self._ends(d, end))), None)
        if cue is not None:
            cue.tied = "the paragraph before ends in its cue" if colon else "the statement before goes on"
        return cue

    def _ends(self, draft: Draft, end: int) -> bool:
        """Whether a statement stands in the last sentence of a paragraph."""
        return bool(draft.spans) and stops(self.text[draft.last : end] + " ") <= 1

    def _open_before(self) -> None:
        """A quotation that runs on into the next paragraph belongs to the owner of the one that opens there."""
        for quote, after in zip(self.quotes[-2::-1], self.quotes[:0:-1], strict=True):
            if not quote.closed and quote not in self.owners and after in self.owners and after.start - quote.end < 8:
                self._give(quote, self.owners[after], "the quotation runs on into the next paragraph")
