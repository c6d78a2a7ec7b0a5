"""Pronouns and nominals: the other places where somebody is spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.span import Span
from onrecord.layers.actors.marks import Gender, Mark, Sort
from onrecord.layers.actors.vocabulary import Noun, Vocabulary, named

_PRONOUNS: dict[str, tuple[Sort, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("people", None)),
    **dict.fromkeys(("it", "its", "itself"), ("body", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("person", None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("people", None)),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), ("person", None)),
}  # fmt: skip
_AGENTS = ("er", "or", "ist", "ian", "eer", "ee", "man", "woman")  # ends of nouns of persons: "a cosplayer who …"
_UNKNOWN = Noun("person", (), frozenset())
_PERSONAL = named("what persons suffer")
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
_INNER = frozenset({"compound", "nmod"})
_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "punct", "npadvmod", "case"}
)
_PREPOSITIONS = frozenset({"of", "in", "for", "at", "from", "to", "with", "on"})


class Spotter:
    """Finds the pronouns and nominals of one report outside of the names already taken."""

    def __init__(self, parse: Parse, words: Vocabulary, named: Sequence[Mark]) -> None:
        self.parse, self.words = parse, words
        self.taken = {i for mark in named for i in range(mark.first, mark.last)}
        self.people = {i for mark in named if mark.sort != "state" for i in range(mark.first, mark.last)}

    def marks(self) -> list[Mark]:
        """All pronouns and nominals in text order."""
        found = []
        heads, taken = self.words.heads, self.taken
        for token in self.parse.tokens:
            tag = token.tag
            if tag in _NOUN_TAGS:
                lower = token.lower
                likely = lower in heads or token.lemma.lower() in heads or lower.endswith(_AGENTS) or tag == "NNPS"
                mark = self._nominal(token) if likely and token.i not in taken else None
                if mark:
                    found.append(mark)
            elif tag in _PRONOUN_TAGS and token.lower in _PRONOUNS and token.i not in taken:
                sort, gender = _PRONOUNS[token.lower]
                mark = Mark(Span(token.start, token.end, token.text), token.i, token.i + 1, token, "pronoun", sort)
                mark.gender = gender
                found.append(mark)
        return found

    def _nominal(self, token: Token) -> Mark | None:
        if token.dep in _INNER and token.head.i > token.i and token.head.tag in _NOUN_TAGS:
            return None
        found = self.ahead(token) or self.noun(token)
        if found is None or (_inner(found[0]) and not found[0].startswith(token.lemma.lower())):
            return None  # "state" in "secretary of state"
        noun, entry = found
        only_named = entry.kind != "person" and not entry.plain
        if noun in self.words.doubtful and not self._human(token):
            return None
        plural = token.tag in ("NNS", "NNPS") and noun != "police"
        if entry.kind == "person":
            sort: Sort = "people" if plural else "person"
        elif only_named and (plural or not self._the(token)):
            return None
        elif plural:
            sort = "people"
        else:
            sort = "state" if entry.kind == "state" else "people" if entry.kind == "group" else "body"
        first, last = self.left(token), self.right(token)
        if _inner(noun):
            last = max(last, token.i + 3)
        tokens = self.parse.tokens
        mark = Mark(
            Span.of(self.parse.text, tokens[first].start, tokens[last - 1].end), first, last, token, "nominal", sort
        )
        mark.noun, mark.plural, mark.only_named = noun, plural, only_named
        if "m" in entry.marks and not plural:
            mark.gender = "m"
        elif "f" in entry.marks and not plural:
            mark.gender = "f"
        return mark

    def _the(self, token: Token) -> bool:
        return len(token.children) > 0 and token.children[0].lower in ("the", "this", "that") and len(token.lefts) == 1

    def _human(self, token: Token) -> bool:
        """Does a noun that may mean a thing speak, have a "who" or an owner, stand beside a name, or suffer what only persons do?"""
        if (
            _suffers(token)
            or _with_who(token)
            or token.dep == "appos"
            or (token.dep == "nsubj" and token.head.lemma in self.words.speech)
        ):
            return True
        if token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according":
            return True
        return any(child.dep == "appos" or (child.dep == "poss" and child.tag == "PRP$") for child in token.children)

    def ahead(self, token: Token) -> tuple[str, Noun] | None:
        """ "Secretary of state", "members of parliament", found by their first word."""
        if token.lemma.lower() not in self.words.openings:
            return None
        behind = " ".join(t.lower for t in self.parse.tokens[token.i + 1 : token.i + 3])
        form = f"{token.lemma.lower()} {behind}"
        entry = self.words.persons.get(form)
        return (form, entry) if entry else None

    def noun(self, token: Token) -> tuple[str, Noun] | None:
        """The lexicon's noun that ends with this word, the longest first, with its entry."""
        words, tokens = self.words, self.parse.tokens
        lower = token.lower
        lemma = words.plurals.get(lower, token.lemma.lower())
        proper = token.tag in ("NNP", "NNPS")
        if (
            lower not in words.heads
            and lemma not in words.heads
            and not (proper and lower[-1:] == "s" and lower[:-1] in words.heads)
        ):
            human = lemma.endswith(_AGENTS) and not proper and (_with_who(token) or _suffers(token))
            return (lemma, _UNKNOWN) if human else None
        if token.i > 1 and tokens[token.i - 1].text == "-":
            found = self._hyphened(token, lemma)
            if found:
                return found
        if lemma in words.ends or lower in words.ends:
            for size in (2, 1):
                if token.i - size < 0:
                    continue
                before = " ".join(t.lower for t in tokens[token.i - size : token.i])
                for form in (f"{before} {lemma}", f"{before} {lower}"):
                    entry = words.persons.get(form) or words.bodies.get(form)
                    if entry:
                        return form, entry
        for form in (lower, lemma):
            entry = words.persons.get(form) or words.bodies.get(form)
            if entry:
                return form, entry
        if proper and lemma.endswith("s") and lemma[:-1] in words.persons:
            return lemma[:-1], words.persons[lemma[:-1]]
        return None

    def _hyphened(self, token: Token, lemma: str) -> tuple[str, Noun] | None:
        """ "Secretary-general", which the parse cuts at its hyphens."""
        tokens, first = self.parse.tokens, token.i
        while first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
            first -= 2
        form = self.parse.text[tokens[first].start : token.start].lower() + lemma
        entry = self.words.persons.get(form)
        return (form, entry) if entry else None

    def title(self, token: Token) -> tuple[str, Noun] | None:
        """A title with its point: "Gen.", "Mr."."""
        word = token.lower.rstrip(".")
        return (word, self.words.persons[word]) if word in self.words.titles else None

    def left(self, token: Token) -> int:
        """The first word of the noun phrase of a head."""
        edge = token.i
        for child in reversed(token.children):
            if child.i < token.i and child.dep in _LEFT and child.tag not in ("``", "''", ",", "-LRB-", ":"):
                edge = min(edge, self.left(child) if child.children else child.i)
        return edge

    def far_right(self, token: Token) -> int:
        """The end (exclusive) of a noun phrase with all phrases behind its head, whomever they name."""
        edge = token.i + 1
        for child in token.children:
            if child.i == edge and child.dep == "prep":
                edge += 1
                for grand in child.children:
                    if grand.dep == "pobj":
                        edge = max(edge, self.far_right(grand))
        return edge

    def right(self, token: Token) -> int:
        """The end (exclusive) of a noun phrase: its head and the phrases with "of", "in" … right behind it that name nobody else."""
        edge = token.i + 1
        for child in token.children:
            if child.i == edge and child.dep == "amod" and child.tag == "JJ":  # "people familiar with the matter"
                edge = self.right(child)
            if child.i == edge and child.dep == "prep" and child.lower in _PREPOSITIONS:
                objects = [grand for grand in child.children if grand.dep == "pobj" and grand.i > child.i]
                end = self.right(objects[0]) if objects else edge
                if any(i in self.people for i in range(edge, end)) or (objects and self.noun(objects[0])):
                    break
                edge = end
        return edge


def _with_who(token: Token) -> bool:
    return any(
        child.dep == "relcl" and any(grand.lower == "who" for grand in child.children) for child in token.children
    )


def _suffers(token: Token) -> bool:
    """Is a noun what is arrested, questioned, murdered …?"""
    verb = token.head
    return token.dep in ("dobj", "nsubjpass") and verb.lemma in _PERSONAL and verb.tag[0] == "V"


def _inner(noun: str) -> bool:
    return " of " in noun or " in " in noun
