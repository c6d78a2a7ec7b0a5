"""Names to entities: the same name, its shortenings, acronyms and other names make one."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.actors.acronyms import fits, initials
from onrecord.layers.actors.marks import Entity, Mark, Sort
from onrecord.layers.actors.names import Found
from onrecord.layers.actors.vocabulary import Vocabulary

_SORTS: dict[str, Sort] = {"PERSON": "person", "BODY": "body", "PEOPLE": "people"}


class Namer:
    """Puts the names of one report together, in text order."""

    def __init__(self, parse: Parse, words: Vocabulary) -> None:
        self.parse, self.words = parse, words
        self.entities: list[Entity] = []
        self.by_name: dict[tuple[str, str], Entity] = {}
        self.families: dict[str, list[Entity]] = {}

    def run(self, names: Iterable[Found], places: Iterable[Place]) -> list[Mark]:
        """Marks of all names, each with its entity."""
        marks = [self._mark(name) for name in names if name.label in _SORTS]
        # Full names first, so that "Jones said" before "Ann Jones, the mayor" finds her as well.
        for mark, name in sorted(marks, key=lambda pair: (-min(len(pair[0].parts), 2), pair[0].first)):
            if mark.sort == "person":
                self._person(mark)
            else:
                self._body(mark, name)
        taken = {(mark.span.start, mark.span.end) for mark, _ in marks}  # "Paris" after "Paris Jones" is a person
        free = (place for place in places if (place.start, place.end) not in taken)
        states = [state for place in free if (state := self._state(place))]
        return sorted([mark for mark, _ in marks] + states, key=lambda mark: mark.first)

    def _mark(self, name: Found) -> tuple[Mark, Found]:
        tokens = self.parse.tokens
        first, sort = name.first, _SORTS[name.label]
        parts = tuple(t.lower for t in tokens[first : name.last] if t.text[0].isalnum())
        head = self.parse.root(first, name.last)
        if sort != "person" and first and tokens[first - 1].lower == "the" and tokens[first - 1].head is head:
            first -= 1
        span = Span.of(self.parse.text, tokens[first].start, tokens[name.last - 1].end)
        mark = Mark(span, first, name.last, head, "name", sort)
        mark.parts = tuple(part for part in parts if part not in self.words.generations)
        if sort == "person":
            self._set_gender(mark, name.first)
        return mark, name

    def _set_gender(self, mark: Mark, first: int) -> None:
        title = self.words.persons.get(self.parse.tokens[first - 1].lower.rstrip(".")) if first else None
        if title:
            mark.gender = "m" if "m" in title.marks else "f" if "f" in title.marks else None
        if mark.gender is None and mark.parts:
            given = self.words.gender.get(mark.parts[0])
            mark.gender = "f" if given == "f" else "m" if given == "m" else None

    def _new(self, mark: Mark) -> Entity:
        entity = Entity(mark.sort)
        entity.add(mark, "name")
        self.entities.append(entity)
        return entity

    def _person(self, mark: Mark) -> None:
        parts = mark.parts or (mark.span.text.lower(),)
        full = " ".join(parts)
        entity = self.by_name.get(("person", full))
        rule = "same name"
        if entity is None and len(parts) == 1:
            entity, rule = self._short(parts[0], mark), "shortened name"
        elif entity is None:
            # "Donald J. Trump" and "Donald Trump": same ends, the one's words all among the other's.
            for other in self.families.get(parts[-1], []):
                theirs = other.marks[0].parts
                if theirs[-1] == parts[-1] and self._same_given(theirs[0], parts[0]):
                    entity, rule = other, "longer name"
                    break
        if entity is None or (mark.gender and entity.gender and mark.gender != entity.gender and len(parts) == 1):
            entity = self._new(mark)
            entity.name = mark.span.text
        else:
            entity.add(mark, rule)
        self.by_name.setdefault(("person", full), entity)
        if len(parts) > 1:
            for key in {*parts, parts[-1].replace("al-", "")}:
                known = self.families.setdefault(key, [])
                if entity not in known and key not in self.words.particles:
                    known.append(entity)

    def _same_given(self, one: str, other: str) -> bool:
        """The same given name, its initial or its short form."""
        short, full = sorted((one, other), key=len)
        if short == full or (len(short.rstrip(".")) == 1 and short[0] == full[0]):
            return True
        return bool({(one, other), (other, one)} & self.words.nicknames)

    def _short(self, word: str, mark: Mark) -> Entity | None:
        """The person named in full that a single name means: one candidate by family name, else one by given name."""
        known = [e for e in self.families.get(word, []) if not (mark.gender and e.gender and mark.gender != e.gender)]
        last = [e for e in known if any(m.parts and m.parts[-1] == word for m in e.marks if len(m.parts) > 1)]
        for group in (last, known):
            if len(group) == 1:
                return group[0]
            if group:  # several of a name: the one last named in full before it
                before = [e for e in group if e.marks[0].first < mark.first]
                return (
                    max(before, key=lambda e: max(m.first for m in e.marks if m.first < mark.first)) if before else None
                )
        return None

    def _body(self, mark: Mark, name: Found) -> None:
        key = name.known.name if name.known else " ".join(mark.parts)
        key = key.lower().removesuffix("'s")
        entity = self.by_name.get((mark.sort, key))
        rule = "same name" if not name.known or name.known.name == name.text else "other name"
        if entity is None:
            entity, rule = self._variant(mark)
        if entity is None:
            entity = self._new(mark)
            entity.name = name.known.name if name.known else name.text
            if name.known:
                entity.kind, entity.sectors, entity.iso3 = name.known.kind, name.known.sectors, name.known.iso3
                entity.reasons.append(Reason("kind", "known body", (mark.span,), name.known.name))
        else:
            entity.add(mark, rule)
        self.by_name[mark.sort, key] = entity
        self._acronym(mark, entity)

    def _variant(self, mark: Mark) -> tuple[Entity | None, str]:
        """A body whose name begins or ends with this one ("Boeing Company", "Boeing"), or that has it as its acronym."""
        parts = mark.parts
        short = "".join(parts).replace(".", "")
        for (sort, key), entity in self.by_name.items():
            if sort != mark.sort:
                continue
            theirs = tuple(key.split(" "))
            if len(parts) == 1 and mark.span.text.isupper() and len(short) > 1 and short == initials(theirs):
                return entity, "acronym"
            small, large = sorted((parts, theirs), key=len)
            if small and large[: len(small)] == small and all(self._empty(word) for word in large[len(small) :]):
                return entity, "shortened name"
        return None, ""

    def _empty(self, word: str) -> bool:
        return word in self.words.endings or word in self.words.bodies

    def _acronym(self, mark: Mark, entity: Entity) -> None:
        """Note "(SOHR)" or "[Islamic State group]" right behind a name as another name of it."""
        tokens = self.parse.tokens
        if mark.last + 2 < len(tokens) and tokens[mark.last].text in ("(", "["):
            last = mark.last + 1
            while last < len(tokens) and last < mark.last + 8 and tokens[last].text not in (")", "]"):
                last += 1
            inside = tokens[mark.last + 1 : last]
            texts = [t.lower.replace(".", "") for t in inside if t.text[0].isalnum()]
            short = "".join(texts)
            if len(texts) == 1 and inside[0].text.isupper() and fits(short, mark.parts):
                self.by_name.setdefault((mark.sort, texts[0]), entity)
                self.by_name.setdefault((mark.sort, inside[0].lower), entity)
            elif mark.span.text.isupper() and fits("".join(mark.parts), tuple(texts)):
                self.by_name.setdefault((mark.sort, " ".join(texts)), entity)

    def _does(self, demonym: Token) -> bool:
        """ "Israeli raids": the nationality of a deed."""
        return demonym.dep in ("amod", "compound") and demonym.head.lemma in self.words.deeds

    def _state(self, place: Place) -> Mark | None:
        """A country, or a capital that stands for its government, as one who acts."""
        acts = place.kind == "country" or (place.use == "metonym" and place.iso3 and place.text in self.words.capitals)
        tokens = self.parse.between(place.start, place.end)
        behind = self.parse.text[place.end : place.end + 2].strip()
        if (
            not tokens
            or not acts
            or behind.startswith("$")
            or place.use == "embedded"
            or (place.use == "demonym" and not self._does(tokens[-1]))
        ):
            return None
        first, last = tokens[0].i, tokens[-1].i + 1
        head = self.parse.root(first, last)
        before = self.parse.tokens[first - 1] if first else None
        if place.kind != "country" and (head.dep in ("compound", "amod", "nmod") or (before and before.text == "-")):
            return None  # "pro-Beijing", "West Berlin"
        if first and self.parse.tokens[first - 1].lower == "the" and self.parse.tokens[first - 1].head is head:
            first -= 1
        start = self.parse.tokens[first].start if first < tokens[0].i else place.start
        mark = Mark(Span.of(self.parse.text, start, place.end), first, last, head, "name", "state")
        key = place.iso3 or (place.name or place.text).lower()
        entity = self.by_name.get(("state", key))
        if entity is None:
            entity = self.by_name["state", key] = self._new(mark)
            entity.iso3, entity.kind, entity.sectors = place.iso3, "state", ("GOV",)
            entity.name = place.name if place.kind == "country" else place.text
        else:
            entity.add(mark, "same state" if place.kind == "country" else "capital for its state")
        return mark
