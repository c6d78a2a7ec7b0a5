"""Roles: titles before a name, appositions, "X is the Y"; each tells who a person is, and joins the words to the person."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Entity, Mark
from onrecord.layers.actors.nouns import Spotter
from onrecord.layers.actors.vocabulary import Vocabulary

_TITLE_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "VBN", "HYPH", "POS"})
_BE = frozenset({"be", "become", "remain"})


class Roles:
    """Joins roles to the names of one report; `by_head` has every mark by the number of its head word."""

    def __init__(self, parse: Parse, words: Vocabulary, spotter: Spotter, by_head: dict[int, Mark]) -> None:
        self.parse, self.words, self.spotter, self.by_head = parse, words, spotter, by_head

    def run(self, marks: list[Mark]) -> None:
        """Go over all marks: names get their titles, nominals their appositions and subjects."""
        for mark in marks:
            if mark.form == "name" and mark.sort == "person":
                self._title(mark)
            if mark.form == "name":
                self._apposed_name(mark)
            if mark.form == "nominal" and mark.entity is None:
                self._apposed(mark)
                self._predicate(mark)

    def _title(self, mark: Mark) -> None:
        """ "United States President" before "Donald Trump"."""
        tokens, sent = self.parse.tokens, mark.head.sent
        last = first = mark.first
        while first and tokens[first - 1].tag in _TITLE_TAGS and tokens[first - 1].sent == sent:
            first -= 1
            if tokens[first].tag == "POS":  # "Iraq's president" belongs to the role only with its country before it
                break
        while first < last and tokens[first].tag in ("POS", "HYPH"):
            first += 1
        if first == last or (
            self.spotter.noun(tokens[last - 1]) is None and tokens[last - 1].lower.rstrip(".") not in self.words.titles
        ):
            return
        other = self.by_head.get(tokens[last - 1].i)
        if other is not None and other.form == "name":
            return
        self._give(mark.entity, first, last)
        noun = self.spotter.noun(tokens[last - 1])
        if noun and mark.entity:
            mark.entity.nouns.add(noun[0])

    def _apposed_name(self, mark: Mark) -> None:
        """ "the site's founder, Ann Jones": the name stands behind the noun that it is apposed to."""
        head = mark.head
        if head.dep != "appos":
            return
        other = self.by_head.get(head.head.i)
        if (
            other is None
            or other.form != "nominal"
            or other.entity is not None
            or mark.entity is None
            or not self._alike(mark, other)
        ):
            return
        self._join(mark, other)

    def _apposed(self, mark: Mark) -> None:
        """ "Ann Jones, the site's founder"."""
        head = mark.head
        if head.dep != "appos":
            return
        other = self.by_head.get(head.head.i)
        if other and other.form == "name" and other.entity and self._alike(other, mark):
            self._join(other, mark)

    def _predicate(self, mark: Mark) -> None:
        """ "Ann Jones is the founder": a role, but no mention of its own."""
        head = mark.head
        if head.dep != "attr" or head.head.lemma not in _BE:
            return
        subject = head.head.child("nsubj")
        other = self.by_head.get(subject.i) if subject else None
        if other and other.entity and other.sort == mark.sort == "person" and other.form == "name":
            other.entity.nouns.add(mark.noun or "")
            other.entity.gender = other.entity.gender or mark.gender
            self._give(other.entity, self._bare(mark), mark.last)

    def _alike(self, name: Mark, nominal: Mark) -> bool:
        if name.sort == "state":
            return nominal.sort == "state"
        return name.sort == nominal.sort

    def _join(self, name: Mark, mark: Mark) -> None:
        """The title is the whole, name and apposition, since the two together are one noun phrase."""
        entity = name.entity
        if entity is None:
            return
        if entity.sort == "person":
            self._give(entity, self._bare(mark), mark.last)
        mark.form = "title"
        mark.first, mark.last = min(name.first, mark.first), max(name.last, mark.last)
        tokens = self.parse.tokens
        mark.span = Span.of(self.parse.text, tokens[mark.first].start, tokens[mark.last - 1].end)
        entity.add(mark, "apposition", name.span)

    def _bare(self, mark: Mark) -> int:
        """First word of a nominal without its article or possessive pronoun."""
        first = mark.first
        while first < mark.head.i and self.parse.tokens[first].tag in ("DT", "PRP$"):
            first += 1
        return first

    def _give(self, entity: Entity | None, first: int, last: int) -> None:
        if entity is None or first >= last:
            return
        tokens: list[Token] = self.parse.tokens
        span = Span.of(self.parse.text, tokens[first].start, tokens[last - 1].end)
        if span not in entity.roles:
            entity.roles.append(span)
