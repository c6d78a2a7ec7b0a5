"""Pronouns: the somebody that a pronoun most likely stands for, by agreement, grammar and nearness."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.actors.marks import Entity, Mark
from onrecord.layers.actors.vocabulary import Vocabulary

# How prominent a mark is by the dependency of its head word.
_ROLE = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "dobj": 0.5,
    "agent": 0.4,
    "pobj": 0.15,
    "poss": 0.35,
    "appos": 0.3,
    "attr": 0.2,
    "conj": 0.1,
    "dative": 0.4,
}
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "dative", "pobj"})
_REACH = {"person": 5, "people": 3, "body": 2}  # sentences back
_PER_SENTENCE = 0.75
_FLOOR = -2.2
_PLACE = 0.6  # what a country lacks that stands there as a place: "in Iraq"
_ABOVE = 0.5  # what the subject of the clause above has more
_THING = 0.35  # what a thing lacks against an actor in the same place


class Ranker:
    """Ranks the candidates for the pronouns of one report; `marks` are all its marks in text order."""

    def __init__(self, parse: Parse, words: Vocabulary, marks: Sequence[Mark], pairs: dict[int, Mark]) -> None:
        self.pairs = pairs
        self.parse, self.words, self.marks = parse, words, marks
        self._taken = {
            i for mark in marks for i in (mark.head.i, *(range(mark.first, mark.last) if mark.form == "name" else ()))
        }

    def best(self, at: int, barred: Entity | None) -> tuple[Entity, Mark] | None:
        """The entity for the pronoun `marks[at]` and its nearest mark, or None when none or a thing is likelier."""
        pronoun = self.marks[at]
        reach, sent = _REACH[pronoun.sort], pronoun.head.sent
        seen: set[int] = set()
        best: tuple[float, Mark] | None = None
        for i in range(at - 1, -1, -1):
            mark = self.marks[i]
            if pronoun.sort == "people":
                mark = self._pair(mark, pronoun)
            if sent - mark.head.sent > reach:
                break
            entity = mark.entity
            if entity is None or entity is barred or id(entity) in seen or mark.last > pronoun.first:
                continue
            if not self._agrees(mark, entity, pronoun):
                continue
            if self._bound(mark, pronoun):
                seen.add(id(entity))
                continue
            seen.add(id(entity))
            score = self._score(mark, entity, pronoun)
            if best is None or score > best[0]:
                best = score, mark
        if best is None or best[0] < _FLOOR or self._thing(pronoun, best[0]):
            return None
        return best[1].entity, best[1]  # type: ignore[return-value]

    def _pair(self, mark: Mark, pronoun: Mark) -> Mark:
        """The coordination that a mark begins, when all of it stands before the pronoun."""
        pair = self.pairs.get(mark.head.i) if mark.form != "pronoun" else None
        if pair is None or pair.last > pronoun.first:
            return mark
        if pair.entity is None:
            pair.entity = Entity("people")
        return pair

    def _agrees(self, mark: Mark, entity: Entity, pronoun: Mark) -> bool:
        if pronoun.sort == "person":
            return entity.sort == "person" and (entity.gender is None or entity.gender == pronoun.gender)
        if pronoun.sort == "people":
            if entity.sort == "person":
                return mark.noun in ("person", "someone", "somebody", "individual")
            return True
        return entity.sort in ("body", "state") and not mark.plural

    def _score(self, mark: Mark, entity: Entity, pronoun: Mark) -> float:
        head, other = pronoun.head, mark.head
        score = (
            self._prominence(other, head) - _PER_SENTENCE * (head.sent - other.sent) - 0.01 * min(head.i - other.i, 60)
        )
        score += 0.08 * min(len(entity.marks), 8)
        if head.dep in _SUBJECT and other.dep in _SUBJECT:
            score += 0.4
        if mark.quote != pronoun.quote:
            score -= 0.5
        if entity.sort == "state" and other.dep == "pobj":
            score -= _PLACE
        if pronoun.sort == "people" and entity.sort in ("state", "body") and head.dep in _OBJECT:
            score -= _PLACE
        if pronoun.sort == "person":
            score += 0.6 if entity.gender else 0.0
        elif pronoun.sort == "people":
            score += 0.5 if entity.sort == "people" else -0.3 if entity.sort == "state" else 0.0
        if mark.form == "pronoun" and mark.span.text.lower()[:2] == pronoun.span.text.lower()[:2]:
            score += 0.3
        return score

    def _prominence(self, other: Token, head: Token) -> float:
        """How prominent a candidate is by its dependency; the subject of the clause above, or a "who" around, most of all."""
        verb = head.head if head.dep != "poss" else head.head.head
        role = _ROLE.get(other.dep, 0.0)
        if verb.dep in ("ccomp", "advcl", "xcomp") and other.head is verb.head and other.dep in _SUBJECT:
            return role + _ABOVE
        for child in other.children:
            if child.dep == "relcl" and child.i < head.i and (verb is child or verb.head is child):
                return max(role, _ROLE["nsubj"]) + _ABOVE
        return role

    def _bound(self, mark: Mark, pronoun: Mark) -> bool:
        """Subject and object of one verb are two, unless the pronoun is reflexive."""
        head, other = pronoun.head, mark.head
        if head.dep == "poss" or head.sent != other.sent or pronoun.span.text.lower().endswith(("self", "selves")):
            return False
        clause = head.head if head.dep not in ("pobj",) else head.head.head
        return other.head is clause and other.dep in _SUBJECT and head.dep in _OBJECT

    def _thing(self, pronoun: Mark, score: float) -> bool:
        """Is a thing in this or the last sentence a likelier candidate for "it" or "they" than an actor with this score?"""
        if pronoun.sort == "person":
            return False
        if pronoun.sort == "body" and self._pleonastic(pronoun):
            return True
        head = pronoun.head
        verb = head.head if head.dep in _SUBJECT else None
        if verb is not None and verb.lemma in self.words.speech:
            return False
        tags = ("NNS", "NNPS") if pronoun.sort == "people" else ("NN", "NNP")
        first = self.parse.sentences[max(head.sent - 1, 0)].first
        for token in self.parse.tokens[first : head.i]:
            if token.tag in tags and token.i not in self._taken and token.dep in _ROLE:
                likely = (
                    _ROLE[token.dep] - _PER_SENTENCE * (head.sent - token.sent) - 0.01 * (head.i - token.i) - _THING
                )
                if head.dep in _SUBJECT and token.dep in _SUBJECT:
                    likely += 0.4
                if likely > score:
                    return True
        return False

    def _pleonastic(self, pronoun: Mark) -> bool:
        """ "It is clear that", "it seems": no antecedent at all."""
        head = pronoun.head
        if head.lower != "it" or head.dep not in (*_SUBJECT, "expl", "dobj"):
            return False
        behind = self.parse.tokens[head.i + 1 : head.i + 3]
        if any(token.lower in self.words.pleonastic for token in behind):  # "makes it more difficult to"
            return True
        verb = head.head
        if verb.lemma in self.words.pleonastic:
            return True
        parts: list[Token] = [child for child in verb.children if child.i > verb.i]
        return any(
            child.dep in ("acomp", "attr", "oprd", "ccomp") and child.lower in self.words.pleonastic for child in parts
        ) or any(child.dep == "dobj" and child.lemma in self.words.effects for child in parts)
