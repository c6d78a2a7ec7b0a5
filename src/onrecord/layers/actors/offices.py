"""Offices before names: "its commander in West Asia", and three lines on "General Ann Jones"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.concepts.parse import Parse
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Entity, Mark
from onrecord.layers.actors.vocabulary import Vocabulary

_REACH = 8  # sentences between the office and the name
_POWER = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REL", "SPY"})


class Offices:
    """Joins offices without a name to the one person named after them whose rank or office is of the same sector."""

    def __init__(self, parse: Parse, words: Vocabulary, marks: Sequence[Mark]) -> None:
        self.parse, self.words, self.marks = parse, words, marks

    def run(self) -> None:
        """Go over the nominals that stand alone."""
        for mark in self.marks:
            entity = mark.entity
            if (
                mark.form != "nominal"
                or entity is None
                or entity.name
                or entity.sort != "person"
                or entity.marks[0] is not mark
            ):
                continue
            noun = self.words.persons.get(mark.noun or "")
            if noun is None or not noun.marks & {"office", "title"} or not self._definite(mark):
                continue
            found = self._candidates(mark, entity)
            if len(found) == 1:
                found[0].absorb(entity, "office before name", mark.span)
                found[0].roles.insert(0, self._role(mark))

    def _definite(self, mark: Mark) -> bool:
        return any(child.dep == "poss" or child.lower == "the" for child in mark.head.children)

    def _role(self, mark: Mark) -> Span:
        tokens = self.parse.tokens
        first = mark.first
        while first < mark.head.i and tokens[first].tag in ("DT", "PRP$"):
            first += 1
        return Span.of(self.parse.text, tokens[first].start, tokens[mark.last - 1].end)

    def _candidates(self, mark: Mark, entity: Entity) -> list[Entity]:
        noun = self.words.persons[mark.noun or ""]
        power = set(noun.sectors) & _POWER
        if not power:
            return []
        found: list[Entity] = []
        for other in self.marks:
            person = other.entity
            if other.form != "name" or other.first < mark.last or other.head.sent - mark.head.sent > _REACH:
                continue
            if (
                person is None
                or person.sort != "person"
                or person in found
                or min(m.first for m in person.marks) < mark.first
            ):
                continue
            if person.gender and entity.gender and person.gender != entity.gender:
                continue
            if power & self._sectors(person) and not self._other_office(person, mark):
                found.append(person)
        return found

    def _sectors(self, person: Entity) -> set[str]:
        return {sector for noun in person.nouns if (entry := self.words.persons.get(noun)) for sector in entry.sectors}

    def _other_office(self, person: Entity, mark: Mark) -> bool:
        """Has the person another office than this one? Ranks ("General") go with any office."""
        for noun in person.nouns - {mark.noun}:
            entry = self.words.persons.get(noun)
            if entry and "office" in entry.marks:
                return True
        return False
