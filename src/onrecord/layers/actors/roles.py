"""Roles: titles before a name, appositions, "X is the Y"; each tells who a person is, and joins the words to the person."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Entity, Mark
from onrecord.layers.actors.nouns import Spotter
from onrecord.layers.actors.vocabulary import Vocabulary, named

_TITLE_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "VBN", "HYPH", "POS"})
_BESIDE = named("state beside")
_BRACKETS = frozenset("()[]")
_BE = frozenset({"be", "become", "remain"})


class Roles:
    """Joins roles to the names of one report; `by_head` has every mark by the number of its head word."""

    def __init__(self, parse: Parse, words: Vocabulary, spotter: Spotter, by_head: dict[int, Mark]) -> None:
        self.parse, self.words, self.spotter, self.by_head = parse, words, spotter, by_head
        self.by_first: dict[int, Mark] = {}
        self.by_last: dict[int, Mark] = {}
        self._placed: set[int] = set()  # heads of names that stand beside their role

    def run(self, marks: list[Mark]) -> None:
        """Go over all marks: names get their titles, nominals their appositions and subjects."""
        persons = [mark for mark in marks if mark.form == "name" and mark.sort == "person"]
        self.by_first = {mark.first: mark for mark in persons}
        self.by_last = {mark.last: mark for mark in persons}
        for mark in marks:
            if mark.form == "name" and mark.sort == "person":
                self._title(mark)
            if mark.form == "name":
                self._apposed_name(mark)
            if mark.form == "nominal" and mark.entity is None:
                self._apposed(mark)
                if mark.entity is None and mark.sort == "person":
                    self._beside(mark)
                self._predicate(mark)

    def _title(self, mark: Mark) -> None:
        """ "United States President" before "Donald Trump"."""
        tokens, sent = self.parse.tokens, mark.head.sent
        last = first = mark.first
        while first and self._in_title(tokens[first - 1]) and tokens[first - 1].sent == sent:
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
        noun = self.spotter.noun(tokens[last - 1]) or self.spotter.title(tokens[last - 1])
        if noun and "address" not in noun[1].marks:
            self._give(mark.entity, first, last)
            if mark.entity:
                mark.entity.nouns.add(noun[0])

    def _in_title(self, token: Token) -> bool:
        if token.lower in ("of", "in") and token.i:
            return self.parse.tokens[token.i - 1].lower in self.words.openings
        return token.tag in _TITLE_TAGS

    def _apposed_name(self, mark: Mark) -> None:
        """ "the site's founder, Ann Jones": the name stands behind the noun that it is apposed to."""
        head = mark.head
        if head.dep != "appos" or head.i in self._placed:
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

    def _beside(self, mark: Mark) -> None:
        """ "The army chief, Ann Jones, said", "Ann Jones, the army chief, said", whatever the parse makes of it."""
        tokens = self.parse.tokens
        last = max(mark.last, self.spotter.far_right(mark.head))
        if mark.plural or mark.head.dep == "conj" or last + 1 >= len(tokens):
            return
        name = self.by_first.get(self._past_titles(last + 1)) if tokens[last].text == "," else None
        if name and self._closed(name.last) and self._definite(mark):
            self._join(name, mark)
            self._placed.add(name.head.i)
        elif mark.first > 1 and tokens[mark.first - 1].text == "," and self._closed(last):
            name = self.by_last.get(mark.first - 1)
            if name and name.head.dep != "conj":
                self._join(name, mark)

    def _past_titles(self, i: int) -> int:
        """The first word from a place on that is no title: "Gen." before a name."""
        tokens = self.parse.tokens
        while i < len(tokens) and tokens[i].tag in _TITLE_TAGS and tokens[i].lower.rstrip(".") in self.words.titles:
            i += 1
        return i

    def _closed(self, i: int) -> bool:
        """Does a comma or the sentence's end stand here, and no list go on behind it?"""
        tokens = self.parse.tokens
        if i >= len(tokens) or tokens[i].text not in (",", ".", ";", "—", "–"):
            return False
        return (
            i + 1 >= len(tokens)
            or tokens[i].text != ","
            or (tokens[i + 1].tag != "CC" and tokens[i + 1].tag not in ("NNP", "DT"))
        )

    def _definite(self, mark: Mark) -> bool:
        return any(child.dep == "poss" or child.lower == "the" for child in mark.head.children)

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
            return nominal.sort == "state" or nominal.noun in _BESIDE
        return name.sort == nominal.sort

    def _join(self, name: Mark, mark: Mark) -> None:
        """The title is the whole, name and apposition, since the two together are one noun phrase."""
        entity = name.entity
        if entity is None:
            return
        if entity.sort == "person":
            self._give(entity, self._bare(mark), mark.last)
        mark.form = "title"
        first, last = min(name.first, mark.first), max(name.last, mark.last)
        tokens = self.parse.tokens
        if not any(token.text in _BRACKETS for token in tokens[first:last]):
            mark.first, mark.last = first, last
            mark.span = Span.of(self.parse.text, tokens[first].start, tokens[last - 1].end)
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
        if all(span.text.lower() != role.text.lower() for role in entity.roles):
            entity.roles.append(span)
