"""The state that an actor is of: by the words before a noun, by whose it is, by the places in its words, by the body it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.concepts.parse import Parse
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Entity, Mark, States

type Home = tuple[str, str, Span]  # state, rule, cue


class Homes:
    """Finds the states of the actors of one report; `heads` has its marks by the number of their head words."""

    def __init__(self, parse: Parse, states: States, heads: Mapping[int, Mark]) -> None:
        self.parse, self.states, self.heads = parse, states, heads

    def of(self, entity: Entity, spans: Iterable[Span]) -> Home | None:
        """The state of a person or of people; "its forces in Afghanistan" are not Afghanistan's."""
        return self._before(entity) or self._owner(entity) or self.in_words(spans) or self._body(entity)

    def _before(self, entity: Entity) -> Home | None:
        """ "US forces in Iraq": the state before the noun."""
        for mark in entity.marks:
            if mark.form in ("nominal", "title") and mark.first < mark.head.i:
                found = self.states.find(self.parse.tokens[mark.first : mark.head.i])
                if found:
                    return found[0], "state before the noun", Span(found[1].start, found[1].end, found[1].text)
        return None

    def _owner(self, entity: Entity) -> Home | None:
        """ "Its commander": the state of whom "its" stands for."""
        for mark in entity.marks:
            for child in mark.head.children if mark.form != "pronoun" else ():
                owner = self.heads.get(child.i) if child.dep == "poss" else None
                if owner and owner.entity and owner.entity.sort in ("state", "body") and owner.entity.iso3:
                    return owner.entity.iso3, "state of the owner", owner.span
        return None

    def in_words(self, spans: Iterable[Span]) -> Home | None:
        """A country, nationality or town named inside some words."""
        for span in spans:
            found = self.states.find(self.parse.between(span.start, span.end))
            if found:
                return found[0], "state in the words", Span(found[1].start, found[1].end, found[1].text)
        return None

    def _body(self, entity: Entity) -> Home | None:
        body = entity.member_of
        return (body.iso3, "state of the body", body.marks[0].span) if body and body.iso3 else None

    def of_holder(self, entity: Entity) -> Home | None:
        """ "The Obama administration": the state of the person whose name it bears."""
        for mark in entity.marks:
            for child in mark.head.children if mark.form == "nominal" else ():
                holder = self.heads.get(child.i) if child.dep in ("compound", "nmod", "poss") else None
                if holder and holder.entity and holder.entity.sort == "person" and holder.entity.iso3:
                    return holder.entity.iso3, "state of the holder", holder.span
        return None
