"""The order of work: names, roles, then nominals and pronouns from the first word to the last, offices at the end."""

from __future__ import annotations

from onrecord.concepts.page import Page
from onrecord.concepts.place import Place
from onrecord.concepts.span import Span
from onrecord.layers.actors.dialogue import Dialogue
from onrecord.layers.actors.entities import Namer
from onrecord.layers.actors.interview import ADDRESSED, ONE, SEVERAL
from onrecord.layers.actors.marks import Entity, Mark, States
from onrecord.layers.actors.names import Finder
from onrecord.layers.actors.nominals import Nominals
from onrecord.layers.actors.nouns import Spotter
from onrecord.layers.actors.offices import Offices
from onrecord.layers.actors.pairs import pairs_of
from onrecord.layers.actors.roles import Roles
from onrecord.layers.actors.salience import Ranker
from onrecord.layers.actors.states import join_states
from onrecord.layers.actors.traits import Traits
from onrecord.layers.actors.vocabulary import Vocabulary

_SPOKEN = ONE | SEVERAL | ADDRESSED


class Linker:
    """Puts together the mentions of one report."""

    def __init__(self, page: Page, words: Vocabulary) -> None:
        self.page, self.parse, self.words = page, page.parse, words

    def run(self) -> list[Entity]:
        """All entities, each with its marks."""
        page, parse, words = self.page, self.parse, self.words
        toponyms = {place.start: place.end for place in page.places if _is_toponym(place)}
        names = Finder(parse, words, toponyms).names()
        namer = Namer(parse, words)
        named = namer.run(names, page.places)
        spotter = Spotter(parse, words, named)
        marks = sorted(named + spotter.marks(), key=lambda mark: (mark.first, mark.last))
        states = States(page.places)
        by_head: dict[int, Mark] = {}
        for mark in marks:
            by_head.setdefault(mark.head.i, mark)
        Roles(parse, words, spotter, by_head).run(marks)
        dialogue = Dialogue(page, marks, by_head)
        pairs = pairs_of(parse, marks, by_head)
        spoken = self._walk(marks, Nominals(parse, words, marks, by_head, states), dialogue, pairs)
        marks = sorted(
            [*marks, *(pair for pair in pairs.values() if pair.entity and pair.entity.marks)],
            key=lambda mark: (mark.first, mark.last),
        )
        Offices(parse, words, marks).run()
        Traits(page, words, spotter, marks, states).run(self._entities(marks))
        join_states(self._entities(marks), by_head)
        dialogue.link(spoken)
        self._relatives(by_head)
        return self._entities(marks)

    def _relatives(self, by_head: dict[int, Mark]) -> None:
        """ "Who" that speaks stands for the person before it."""
        for statement in self.page.statements:
            token = self.parse.at(statement.source.start) if statement.source else None
            if token is None or token.lower != "who" or token.head.dep != "relcl":
                continue
            head = by_head.get(token.head.head.i)
            if head is not None and head.entity is not None:
                mark = Mark(Span(token.start, token.end, token.text), token.i, token.i + 1, token, "pronoun", head.sort)
                head.entity.add(mark, "relative pronoun", head.span)

    def _entities(self, marks: list[Mark]) -> list[Entity]:
        """Entities in the order of their first marks."""
        return list({id(mark.entity): mark.entity for mark in marks if mark.entity}.values())

    def _walk(self, marks: list[Mark], nominals: Nominals, dialogue: Dialogue, pairs: dict[int, Mark]) -> list[Mark]:
        """Link nominals and third-person pronouns; give back the pronouns of the first and second person."""
        ranker = Ranker(self.parse, self.words, marks, pairs)
        spoken: list[Mark] = []
        for at, mark in enumerate(marks):
            if mark.entity is not None:
                continue
            if mark.form == "nominal":
                self._nominal(mark, nominals.best(at, dialogue.speaker(mark)))
            elif mark.span.text.lower() in _SPOKEN:
                spoken.append(mark)
            else:
                found = ranker.best(at, dialogue.speaker(mark))
                if found:
                    if found[1].entity is found[0] and not found[0].marks:  # the first word of a pair
                        found[0].add(found[1], "pair")
                    found[0].add(mark, "pronoun", found[1].span)
        return spoken

    def _nominal(self, mark: Mark, found: tuple[Entity, Mark, str] | None) -> None:
        if found:
            found[0].add(mark, found[2], found[1].span)
        elif not mark.only_named:
            Entity(mark.sort).add(mark, "nominal")


def _is_toponym(place: Place) -> bool:
    """A place by name; capitals alone ("DAB") are a country's or a body's."""
    if place.kind == "body" or place.use in ("demonym", "embedded"):
        return False
    return place.kind == "country" or not place.text.isupper()
