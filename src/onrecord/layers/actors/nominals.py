"""Definite nominals: "the minister", "the group", "the country" and whom they mean."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import lexicon
from onrecord.concepts.parse import Parse, Token
from onrecord.layers.actors.forces import Forces
from onrecord.layers.actors.marks import Entity, Mark, States
from onrecord.layers.actors.vocabulary import HERE, Vocabulary, named

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_WEAK = named("weak modifiers")
_REMEMBERED = 150  # sentences after which a reader has forgotten who held an office
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss"})
_GENERIC = named("generic bodies")
_CALLED = {noun: kinds for noun, *kinds in lexicon.rows(HERE / "called.txt")}


class Nominals:
    """Finds whom the nominals of one report mean; `marks` are all its marks in text order."""

    def __init__(
        self, parse: Parse, words: Vocabulary, marks: Sequence[Mark], by_head: dict[int, Mark], states: States
    ) -> None:
        self.parse, self.words, self.marks, self.by_head = parse, words, marks, by_head
        self.forces = Forces(parse, words, marks, states)

    def best(self, at: int, speaker: Entity | None) -> tuple[Entity, Mark, str] | None:
        """The entity that the nominal `marks[at]` means, its nearest mark, and the rule; None when nobody or more than one is left."""
        mark = self.marks[at]
        named = self._predicate(mark) or self._named(mark) or self.forces.of(at, speaker)
        if named:
            return named
        if not self._definite(mark) or mark.head.dep == "attr":
            return None
        return self._same_noun(at) or self._by_role(at) or self._by_kind(at) or self._only_one(at)

    def _predicate(self, mark: Mark) -> tuple[Entity, Mark, str] | None:
        """ "She is the director": no second person."""
        verb = mark.head.head
        if mark.head.dep != "attr" or verb.lemma not in ("be", "become", "remain") or verb.child("neg"):
            return None
        subject = verb.child("nsubj")
        other = self.by_head.get(subject.i) if subject else None
        if other is None or other.entity is None or other.entity.sort != mark.sort or other.last > mark.first:
            return None
        return other.entity, other, "predicate"

    def _named(self, mark: Mark) -> tuple[Entity, Mark, str] | None:
        """ "The Islamic State group": a name and the kind of body that bears it."""
        if mark.sort != "body" or mark.noun not in _GENERIC:
            return None
        for child in mark.head.children:
            other = self.by_head.get(child.i)
            if (
                other
                and other.last == mark.head.i
                and other.form == "name"
                and other.sort == "body"
                and child.dep in ("compound", "nmod", "appos", "amod")
                and other.entity
            ):
                return other.entity, other, "name and kind"
        return None

    def _definite(self, mark: Mark) -> bool:
        first = self.parse.tokens[mark.first]
        if first.lower in _DEFINITE or first.tag == "PRP$":
            return True
        if any(child.dep == "poss" for child in mark.head.children):
            return True
        return mark.sort == "person" and mark.head.tag == "NNP" and mark.last - mark.first <= 2

    def _modifiers(self, head: Token) -> set[str]:
        return {
            child.lemma.lower()
            for child in head.children
            if child.dep in _MODIFIERS
            and child.i < head.i
            and child.tag not in ("PRP$", "WP$")
            and child.lower not in _WEAK
        }

    def _owner(self, mark: Mark) -> Entity | None:
        owner = next((child for child in mark.head.children if child.dep == "poss"), None)
        other = self.by_head.get(owner.i) if owner else None
        return other.entity if other else None

    def _tail(self, mark: Mark) -> str:
        return " ".join(
            token.lower for token in self.parse.tokens[mark.head.i + 1 : mark.last] if token.tag not in ("DT",)
        )

    def _same_noun(self, at: int) -> tuple[Entity, Mark, str] | None:
        mark = self.marks[at]
        mine, owner, tail = self._modifiers(mark.head), self._owner(mark), self._tail(mark)
        possessed = any(child.dep == "poss" for child in mark.head.children)
        nearest: Mark | None = None
        for i in range(at - 1, -1, -1):
            other = self.marks[i]
            if mark.head.sent - other.head.sent > 25:
                break
            if (
                other.noun != mark.noun
                or other.plural != mark.plural
                or other.entity is None
                or other.last > mark.first
            ):
                continue
            theirs = self._modifiers(other.head)
            if not mine <= theirs and not mine <= self._known(other.entity):
                continue
            if tail and tail != self._tail(other):
                continue
            if possessed and self._owner(other) is not owner:
                continue
            if mine == theirs or other.entity.name:
                return other.entity, other, "same noun"
            nearest = nearest or other
        return (nearest.entity, nearest, "same noun") if nearest and nearest.entity else None

    def _known(self, entity: Entity) -> set[str]:
        return {word for mark in entity.marks if mark.noun for word in self._modifiers(mark.head)}

    def _by_role(self, at: int) -> tuple[Entity, Mark, str] | None:
        """ "The president" after "President Trump"."""
        mark = self.marks[at]
        if mark.sort != "person" or mark.plural:
            return None
        mine = self._modifiers(mark.head)
        short = (mark.noun or "").rsplit(" ", 1)[-1]
        found: list[Mark] = []
        for i in range(at - 1, -1, -1):
            entity = self.marks[i].entity
            if mark.head.sent - self.marks[i].head.sent > _REMEMBERED:
                break
            if entity is None or entity.sort != "person" or any(other.entity is entity for other in found):
                continue
            if self.marks[i].last > mark.first or (entity.gender and mark.gender and entity.gender != mark.gender):
                continue
            if mark.noun in entity.nouns or any(noun.rsplit(" ", 1)[-1] == short for noun in entity.nouns if noun):
                if mine and not self._role_has(entity, mine):
                    continue
                found.append(self.marks[i])
        if not found:
            return None
        if len(found) > 1 and mark.head.sent - found[0].head.sent > 2:
            return None
        return found[0].entity, found[0], "role"  # type: ignore[return-value]

    def _role_has(self, entity: Entity, modifiers: set[str]) -> bool:
        words = {word for role in entity.roles for word in role.text.lower().split()}
        return modifiers <= words

    def _by_kind(self, at: int) -> tuple[Entity, Mark, str] | None:
        """ "The country", "the company", "the ministry": the nearest actor that is one; "the woman": the only one near."""
        mark = self.marks[at]
        if self._tail(mark) or self._modifiers(mark.head) or any(child.dep == "poss" for child in mark.head.children):
            return None
        noun = mark.noun or ""
        if mark.plural:
            return None
        reach = {"state": 3, "body": 4, "person": 2}.get(mark.sort, 0)
        found: list[Mark] = []
        for i in range(at - 1, -1, -1):
            other = self.marks[i]
            if mark.head.sent - other.head.sent > reach:
                break
            entity = other.entity
            if (
                entity is None
                or entity.sort != mark.sort
                or other.last > mark.first
                or any(entity is seen.entity for seen in found)
            ):
                continue
            if self._is_a(entity, noun, mark):
                found.append(other)
        if mark.sort == "state":  # "the US plane left the country": a state before a noun only when no other is near
            found = [other for other in found if other.head.dep not in _BEFORE_NOUN] or (
                found if len(found) == 1 else []
            )
        if not found:
            return None
        if mark.sort == "person" and (len(found) > 1 or not mark.gender):
            return None
        return found[0].entity, found[0], "kind"  # type: ignore[return-value]

    def _only_one(self, at: int) -> tuple[Entity, Mark, str] | None:
        """ "The Republican nominee" after one person who has no office: nobody else is near."""
        mark = self.marks[at]
        if mark.sort != "person" or mark.plural or any(child.dep == "poss" for child in mark.head.children):
            return None
        entry = self.words.persons.get(mark.noun or "")
        if (
            entry is None
            or "PTY" not in entry.sectors
            or any(child.tag in ("JJS", "RBS") for child in mark.head.children)
        ):
            return None
        found: list[Mark] = []
        for i in range(at - 1, -1, -1):
            other = self.marks[i]
            if mark.head.sent - other.head.sent > 1:
                break
            entity = other.entity
            if (
                entity is None
                or entity.sort != "person"
                or other.last > mark.first
                or any(entity is seen.entity for seen in found)
            ):
                continue
            found.append(other)
        if len(found) != 1 or found[0].entity is None or found[0].entity.name is None:
            return None
        person = found[0].entity
        clash = (person.gender and mark.gender and person.gender != mark.gender) or person.nouns - {mark.noun}
        if clash or found[0].head.head is mark.head.head:
            return None
        return person, found[0], "only person near"

    def _is_a(self, entity: Entity, noun: str, mark: Mark) -> bool:
        if entity.sort == "state":
            return True
        if entity.sort == "person":
            return entity.gender == mark.gender and not entity.nouns & {noun}
        if any(noun in m.parts for m in entity.marks):
            return True
        if entity.name is None:
            return False
        return entity.kind in _CALLED.get(noun, ()) or (
            noun in _GENERIC and entity.kind in (None, "organisation") and noun not in ("party", "team")
        )
