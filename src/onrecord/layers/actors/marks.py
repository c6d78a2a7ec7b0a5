"""What the layer works with: marks (places in the text where somebody is spoken of) and entities (marks of one somebody)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from onrecord.concepts.parse import Token
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span

# person: one man or woman; people: several; body: an organisation of any kind; state: a country as one who acts.
Sort = Literal["person", "people", "body", "state"]
Gender = Literal["m", "f"]


class Entity:
    """One somebody: its marks in the order in which they were found, and what they tell of it."""

    __slots__ = (
        "gender",
        "iso3",
        "kind",
        "marks",
        "member_of",
        "name",
        "nouns",
        "reasons",
        "roles",
        "sectors",
        "sort",
    )

    def __init__(self, sort: Sort) -> None:
        self.sort: Sort = sort
        self.marks: list[Mark] = []
        self.gender: Gender | None = None
        self.name: str | None = None
        self.kind: str | None = None
        self.sectors: tuple[str, ...] = ()
        self.iso3: str | None = None
        self.member_of: Entity | None = None
        self.nouns: set[str] = set()  # lemmas of the nouns that it is called by
        self.roles: list[Span] = []
        self.reasons: list[Reason] = []

    def add(self, mark: Mark, rule: str, *cues: Span) -> None:
        """Take a mark in; the rule and its cue words are kept as a reason."""
        if self.marks:
            self.reasons.append(Reason("mentions", rule, (mark.span, *cues)))
        mark.entity = self
        self.marks.append(mark)
        self.gender = self.gender or mark.gender
        if mark.noun:
            self.nouns.add(mark.noun)

    def absorb(self, other: Entity, rule: str, *cues: Span) -> None:
        """Take over all marks and all that is known of another entity."""
        first = other.marks[0]
        self.reasons.append(Reason("mentions", rule, (first.span, *cues)))
        for mark in other.marks:
            mark.entity = self
        self.marks.extend(other.marks)
        self.gender = self.gender or other.gender
        self.name = self.name or other.name
        self.iso3 = self.iso3 or other.iso3
        self.kind = self.kind or other.kind
        self.sectors = self.sectors or other.sectors
        self.member_of = self.member_of or other.member_of
        self.nouns |= other.nouns
        self.roles.extend(role for role in other.roles if role not in self.roles)
        self.reasons.extend(other.reasons)
        other.marks = []


class States:
    """The states named by the words of a report: countries, nationalities and towns with a known state, by first character."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._iso3 = {place.start: place.iso3 for place in places if place.iso3}

    def find(self, tokens: Iterable[Token]) -> tuple[str, Token] | None:
        """The first state among some words, and the word that names it."""
        return next(((found, token) for token in tokens if (found := self._iso3.get(token.start))), None)

    def inside(self, tokens: Iterable[Token]) -> str | None:
        """The first state among some words."""
        found = self.find(tokens)
        return found[0] if found else None


class Mark:
    """Tokens `first` to `last` (exclusive) with their head word; `noun` is the lemma of a nominal, `parts` the words of a name."""

    __slots__ = (
        "entity",
        "first",
        "form",
        "gender",
        "head",
        "last",
        "noun",
        "only_named",
        "parts",
        "plural",
        "quote",
        "sort",
        "span",
    )

    def __init__(self, span: Span, first: int, last: int, head: Token, form: str, sort: Sort) -> None:
        self.span, self.first, self.last, self.head = span, first, last, head
        self.form: str = form
        self.sort: Sort = sort
        self.gender: Gender | None = None
        self.plural = sort == "people"
        self.noun: str | None = None
        self.only_named = False  # counts only when it means a body named in the report: "the church"
        self.parts: tuple[str, ...] = ()
        self.quote: int = -1  # number of the quotation it stands in
        self.entity: Entity | None = None

    def __repr__(self) -> str:
        return f"<{self.form} {self.sort} {self.span.text!r}>"
