"""Traits of entities: kind, state, sectors, and the body that a person belongs to, from nouns, roles and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.actors.homes import Home, Homes
from onrecord.layers.actors.leaders import state_of, state_of_cabinet
from onrecord.layers.actors.marks import Entity, Mark, States
from onrecord.layers.actors.nouns import Spotter
from onrecord.layers.actors.vocabulary import Noun, Vocabulary, named

_FORMER = named("out of office")
_LEADERS = named("leaders")
_KINDS = {"MIL": "military", "COP": "police", "REB": "armed_group", "UAF": "armed_group"}


class Traits:
    """Works out the traits of the entities of one report."""

    def __init__(self, page: Page, words: Vocabulary, spotter: Spotter, marks: Sequence[Mark], states: States) -> None:
        self.page, self.parse, self.words, self.spotter = page, page.parse, words, spotter
        self.heads = {mark.head.i: mark for mark in marks}
        self.homes = Homes(self.parse, states, self.heads)
        self._sources = {
            token.start
            for statement in page.statements
            if statement.source
            for token in self.parse.between(statement.source.start, statement.source.end)
        }
        self.bodies = {mark.head.start: mark for mark in marks if mark.sort == "body" and mark.form == "name"}

    def run(self, entities: Iterable[Entity]) -> None:
        """Fill the traits of all entities; those of bodies first, since persons take theirs from them."""
        people, given = [], list(entities)
        for entity in given:
            if entity.sort in ("person", "people"):
                people.append(entity)
            elif entity.sort == "body":
                self._body(entity)
        for entity in people:
            self._person(entity)
        for entity in given:
            if entity.sort == "body" and entity.iso3 is None and entity.kind == "government":
                self._settle(entity, self.homes.of_holder(entity))
        forces: dict[str, list[Entity]] = {}
        for entity in given:
            if entity.kind == "military" and entity.iso3 and entity.sort != "person":
                forces.setdefault(entity.iso3, []).append(entity)
        for entity in people:
            mine = forces.get(entity.iso3 or "", [])
            if entity.sort == "person" and "MIL" in entity.sectors and entity.member_of is None and len(mine) == 1:
                self._join(entity, mine[0].marks[0], "soldier of the state's one force")

    def _body(self, entity: Entity) -> None:
        if entity.kind is None or not entity.sectors:
            entry = self._noun_of(entity)
            entity.kind = entity.kind or (entry.kind if entry else None)
            entity.sectors = entity.sectors or (entry.sectors if entry else ())
        known = state_of_cabinet(entity) if entity.iso3 is None else None
        if known and known != "IGO":
            self._lead(entity, known)
        if entity.kind != "outlet":
            self._settle(entity, self.homes.in_words(mark.span for mark in entity.marks))

    def _noun_of(self, entity: Entity) -> Noun | None:
        bodies = self.words.bodies
        for mark in entity.marks:
            if mark.noun and mark.noun in bodies:
                return bodies[mark.noun]
            if mark.form == "name" and len(mark.parts) > 1:
                ordered = mark.parts if mark.parts[1] in ("of", "for") else mark.parts[::-1]
                pair = " ".join(mark.parts[-2:])
                found = [
                    bodies[word]
                    for word in (pair, *ordered)
                    if word in bodies and bodies[word].kind not in ("state", "group")
                ]
                if found:
                    return found[0]
        return None

    def _person(self, entity: Entity) -> None:
        nouns = [entry for mark in entity.marks if mark.noun and (entry := self._entry(mark.noun))]
        nouns += [entry for role in entity.roles for entry in self._entries(role)]
        spans = [*entity.roles, *(mark.span for mark in entity.marks if mark.form in ("nominal", "title"))]
        self._membership(entity, spans)
        names = [mark.span for mark in entity.marks if mark.form == "name"]
        self._settle(entity, self.homes.of(entity, spans if entity.sort == "person" else [*spans, *names]))
        sectors = self._sectors(entity, nouns)
        if entity.sort == "person" and entity.iso3 is None:
            known = state_of(entity, in_office=any("office" in noun.marks for noun in nouns))
            if known:
                self._lead(entity, known)
                sectors = sectors or ["GOV"]
        entity.sectors = entity.sectors or tuple(dict.fromkeys(sectors))
        entity.kind = entity.kind or self._kind(entity)

    def _settle(self, entity: Entity, home: Home | None) -> None:
        if home is not None and entity.iso3 is None:
            entity.iso3, rule, cue = home
            entity.reasons.append(Reason("iso3", rule, (cue,)))

    def _lead(self, entity: Entity, known: str) -> None:
        entity.reasons.append(Reason("iso3", "known leader", (entity.marks[0].span,)))
        if known == "IGO":
            entity.sectors = ("IGO", "GOV")
        else:
            entity.iso3 = known

    def _sectors(self, entity: Entity, nouns: list[Noun]) -> list[str]:
        """Sectors by the nouns, by words before them ("rebel commander"), by the body; who has left office is of the elite."""
        sectors = [sector for entry in nouns for sector in entry.sectors]
        heads = [mark.head for mark in entity.marks if mark.noun]
        before = [child.lower for head in heads for child in head.children if child.i < head.i]
        override = [self.words.modifiers[word] for word in before if word in self.words.modifiers]
        body = entity.member_of
        if body and body.kind == "armed_group":  # a commander of Hezbollah is no soldier of a state
            sectors = [*body.sectors, *(sector for sector in sectors if sector != "MIL")]
        if body and (not sectors or "IGO" in body.sectors):
            override += [sector for sector in body.sectors if not sectors or sector == "IGO"]
        words = {word for role in entity.roles for word in role.text.lower().split()}
        if entity.sort == "person" and entity.roles and words & _FORMER and "GOV" in sectors:
            sectors = ["ELI", *(sector for sector in sectors if sector != "GOV")]
        if not sectors and entity.iso3 and entity.nouns & _LEADERS:
            sectors = ["GOV"]
        if (
            not sectors
            and entity.sort == "people"
            and entity.iso3
            and any(mark.form == "name" for mark in entity.marks)
        ):
            sectors = ["CVL"]  # nationals
        return override + sectors

    def _entry(self, noun: str) -> Noun | None:
        return self.words.persons.get(noun) or self.words.bodies.get(noun)

    def _entries(self, role: Span) -> list[Noun]:
        """Person nouns of a role."""
        tokens = [token for token in self.parse.between(role.start, role.end) if token.text[0].isalpha()]
        ahead = {token.i for token in tokens if self.spotter.ahead(token)}  # "secretary of state" is no "secretary"
        found = [self.spotter.ahead(token) or self.spotter.noun(token) for token in tokens if token.i - 2 not in ahead]
        return [entry[1] for entry in found if entry and entry[1].kind == "person"]

    def _membership(self, entity: Entity, spans: Sequence[Span]) -> None:
        """A body named inside a role ("spokesman for the Labour Party"), or before the name ("the party's Ann Smith")."""
        if entity.member_of is not None:
            return
        for span in spans:
            for token in self.parse.between(span.start, span.end):
                mark = self.bodies.get(token.start)
                if mark and mark.entity and mark.entity is not entity:
                    self._join(entity, mark, "body in the role")
                    return
        for mark in entity.marks:
            for child in mark.head.children if mark.form in ("name", "nominal", "title") else ():
                other = self.heads.get(child.i) if child.dep in ("poss", "compound", "nmod") else self._object(child)
                if other and other.entity and other.sort == "body" and other.form != "pronoun":
                    self._join(entity, other, "body beside the person")
                    return

    def _object(self, child: Token) -> Mark | None:
        if child.dep != "prep" or child.lower not in ("of", "from", "for", "at", "with"):
            return None
        grand = child.child("pobj")
        return self.heads.get(grand.i) if grand else None

    def _join(self, entity: Entity, mark: Mark, rule: str) -> None:
        entity.member_of = mark.entity
        entity.reasons.append(Reason("member_of", rule, (mark.span,)))

    def _kind(self, entity: Entity) -> str:
        if self._keeps_name(entity):
            return "anonymous"
        if entity.sort == "person":
            return "person"
        for sector in entity.sectors:
            if sector in _KINDS:
                return _KINDS[sector]
        return "group"

    def _keeps_name(self, entity: Entity) -> bool:
        """Somebody without a name whom a statement has as its source, or who is said to be unnamed."""
        if entity.name or any(mark.form == "name" for mark in entity.marks):
            return False
        for mark in entity.marks:
            if mark.form != "nominal":
                continue
            if any(child.lower in self.words.anonymous for child in mark.head.children):
                return True
            if mark.noun in self.words.sources and mark.head.start in self._sources:
                return True
        return False
