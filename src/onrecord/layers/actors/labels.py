"""What a name is the name of: the label of the parse, put right by the words in the name and around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.actors.vocabulary import Vocabulary, named

DOUBTFUL = frozenset({"EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
PROPER = frozenset({"NNP", "NNPS"})
_PHRASE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "agent", "dative", "ROOT"})
_VERBS = frozenset({"VBZ", "VBP", "VBD", "MD"})
_WEAK_ENDS = named("weak endings")
_FAMILY = re.compile(r"(?:Al|El|Bin|Ben|Ibn|Abu|Ould)-[A-Z]|(?:Mc|Mac|O['’]|D['’])[A-Z]")
_TRADES = frozenset(
    {"BUS", "CRM", "REB", "UAF", "PTY"}
)  # their nouns stand before names of bodies as well: "contractor Acme"


class Labels:
    """Labels the names of one report: PERSON, BODY, PLACE, PEOPLE, or a doubtful label that other mentions may settle."""

    def __init__(self, parse: Parse, words: Vocabulary, toponyms: Mapping[int, int]) -> None:
        self.parse, self.tokens, self.words, self.toponyms = parse, parse.tokens, words, toponyms

    def of(self, first: int, last: int, label: str) -> str | None:
        """The label of the tokens `first` to `last` (exclusive), which the parse gives `label`; None for no name."""
        tokens = self.tokens[first:last]
        if self._is_none(tokens, label) or (label == "NORP" and not self._stands_alone(first, last)):
            return None
        return "PEOPLE" if label == "NORP" else self._name(tokens, label)

    def _name(self, tokens: list[Token], label: str) -> str:
        first, last = tokens[0].i, tokens[-1].i + 1
        ending = self.ends_as_body(tokens)
        toponym = self.toponyms.get(tokens[0].start) == tokens[-1].end
        somebody = not ending and last - first < 5 and self._is_somebody(first, last)
        if somebody and not (toponym and label in PLACES):
            return "PERSON"
        if label in PLACES:
            return "BODY" if ending and tokens[-1].lower not in _WEAK_ENDS else "PLACE"
        if (toponym or self._is_place(first, last, label)) and not ending and not self._given(tokens):
            return "PLACE"
        if label == "PERSON":
            return "BODY" if ending or self._is_body(first, last) else "PERSON"
        if not ending and (self._given(tokens) or self._speaks(first, last)):
            return "PERSON"
        return label if label in DOUBTFUL and (label == "LAW" or not ending) else "BODY"

    def _is_none(self, tokens: list[Token], label: str) -> bool:
        """Headlines taken for names, points of the compass, laws, plans, contests, titles alone, codes like "A4"."""
        first, last = tokens[0].lower, tokens[-1].lower
        capitals = False
        for token in tokens:
            if token.tag in _VERBS:
                return True
            capitals = capitals or token.text[0].isupper()
        if not capitals:
            return True
        behind = self.tokens[tokens[-1].i + 1] if tokens[-1].i + 1 < len(self.tokens) else None
        if (
            label == "ORG"
            and len(tokens) == 1
            and behind is not None
            and behind.tag == "NNP"
            and behind.lower in self.words.titles
        ):
            return True  # "Interior Minister"
        if len(tokens) > 1:
            return label not in PLACES and last in self.words.things
        if tokens[0].i > 1 and self._ends_title(tokens[0]):
            return True
        if len(first.rstrip(".")) < 2 or first in self.words.directions or first.rstrip(".") in self.words.generations:
            return True
        return label not in PLACES and (last in self.words.titles or any(char.isdigit() for char in last))

    def _ends_title(self, token: Token) -> bool:
        """ "State" in "Secretary of State"."""
        words = (before.lower for before in self.tokens[token.i - 2 : token.i + 1])
        return " ".join(words) in self.words.persons

    def ends_as_body(self, tokens: list[Token]) -> bool:
        """Does a name of several words end ("Labour Party") or begin ("Ministry of Health") as those of bodies do?"""
        if len(tokens) < 2:
            return False
        endings, bodies = self.words.endings, self.words.bodies
        heads = [tokens[-1].lower]
        if tokens[1].lower in ("of", "for"):
            heads.append(tokens[0].lower)
        return any(
            word in endings or (word in bodies and bodies[word].kind not in ("state", "group")) for word in heads
        )

    def _stands_alone(self, first: int, last: int) -> bool:
        """Nationals ("Iraqis", "the Chinese"), not "Iraqi" before a noun."""
        head = self.parse.root(first, last)
        if head.dep in ("amod", "compound", "nmod", "poss"):
            return False
        if head.tag == "JJ":
            return first > 0 and self.tokens[first - 1].lower == "the"
        return head.tag in ("NNS", "NNPS") or head.dep in _PHRASE

    def _is_somebody(self, first: int, last: int) -> bool:
        """ "Mr X", "organiser X", "X, 34, said", "X, a former teacher", "X is a teacher"."""
        if self._title_before(first):
            return True
        behind = self.tokens[last : last + 3]
        if len(behind) == 3 and behind[0].text == "," and behind[1].tag == "CD" and behind[2].text in (",", "."):
            return len(behind[1].text) == 2
        head = self.parse.root(first, last)
        nouns = [child for child in head.children if child.dep == "appos" and child.i >= last]
        if head.dep == "nsubj" and head.head.lemma == "be":
            nouns += [child for child in head.head.children if child.dep == "attr" and child.i > head.head.i]
        return any(t.tag == "NN" and t.lower in self.words.persons and t.lower not in self.words.bodies for t in nouns)

    def _title_before(self, first: int) -> bool:
        if first == 0 or self.tokens[first - 1].sent != self.tokens[first].sent:
            return False
        before = self.tokens[first - 1]
        word = before.lower.rstrip(".")
        if word in self.words.titles:
            return True
        entry = self.words.persons.get(word)
        if entry is None or before.tag != "NN" or before.dep not in ("compound", "nmod") or word in self.words.doubtful:
            return False
        return bool(entry.marks & {"m", "f"}) or (bool(entry.sectors) and not _TRADES.intersection(entry.sectors))

    def _is_place(self, first: int, last: int, label: str) -> bool:
        """ "In X", "X village", "the town of X": for single names or those of two words."""
        if last - first > 2 or (last - first == 1 and self.tokens[first].text.isupper()):
            return False
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last] if last < len(self.tokens) else None
        if after is not None and after.tag == "NN" and after.lower in self.words.place_heads:
            return True
        if before is None or before.dep != "prep":
            return False
        if before.lower == "of":
            return before.head.lower in self.words.place_heads and before.head.i == before.i - 1
        return before.lower in ("in", "near") and (label == "PERSON" or last - first == 1)

    def _is_body(self, first: int, last: int) -> bool:
        """A name taken for a person's: "ACLU", "Smith & Sons", "Acme group"."""
        tokens = self.tokens[first:last]
        if any(token.lower in ("of", "&", "and") for token in tokens):
            return True
        if last - first > 1:
            return False
        word, after = tokens[0], self.tokens[last] if last < len(self.tokens) else None
        if len(word.text) > 1 and word.text.isupper() and "." not in word.text:
            return True
        noun = after if after is not None and word.dep in ("compound", "nmod") and word.head is after else None
        return (
            noun is not None
            and noun.tag == "NN"
            and noun.lower in self.words.bodies
            and noun.lower not in ("family", "administration")
        )

    def _given(self, tokens: list[Token]) -> bool:
        """Does the name begin with a given name?"""
        return tokens[0].lower in self.words.gender and len(tokens) < 5 and all(token.tag in PROPER for token in tokens)

    def _speaks(self, first: int, last: int) -> bool:
        """A single name that speaks and bears no article, or has the shape of a family name: "Eom said", "El-Sisi"."""
        token = self.tokens[first]
        if last - first > 1 or (first and self.tokens[first - 1].lower == "the"):
            return False
        if _FAMILY.match(self.parse.text[token.start : self.tokens[last - 1].end]):
            return True
        said = token.dep == "nsubj" and token.head.lemma in ("say", "tell", "add", "recall") and token.head.tag == "VBD"
        return said and not token.text.isupper() and token.text.isalpha()
