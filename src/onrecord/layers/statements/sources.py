"""What the form of a source says about who it is: a name, an office, a document, an outlet, or nobody in particular."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Token
from onrecord.concepts.statement import SpeakerKind
from onrecord.layers.statements.phrases import first_kept
from onrecord.layers.statements.words import of_sources, outlet_words, outlets

_INDEFINITE = frozenset(["a", "an", "some", "many", "several", "two", "three", "one", "another"])
_PRONOUNS = ("PRP", "PRP$", "WP", "WDT", "WP$")


def kind_of(head: Token | None, text: str) -> SpeakerKind:
    """The kind of speaker a source's head and form point to; pronouns stay unknown here."""
    if head is None or head.tag in _PRONOUNS:
        return "unknown"
    if _is_outlet(head, text):
        return "outlet"
    if head.tag in ("NNP", "NNPS") or head.ent in ("PERSON", "ORG"):
        return "named"
    if head.lemma in of_sources("document") or head.lower in of_sources("document"):
        return "document"
    return _kind_of_noun(head)


def _is_outlet(head: Token, text: str) -> bool:
    """Whether a source is a news outlet, by name ("the BBC") or as such ("the newspaper", "the news agency")."""
    return _is_common_outlet(head) or outlet_name(head, text) is not None


def _is_common_outlet(head: Token) -> bool:
    common = head.tag[0] == "N" and head.lower in outlet_words("nouns")
    return common or (head.lower == "agency" and any(child.lower == "news" for child in head.children))


def _named_beside(head: Token, text: str) -> str | None:
    """The name in "Interfax news agency", "the Daily Star newspaper"."""
    names = [
        child
        for child in head.children
        if child.i < head.i and child.tag == "NNP" and child.dep in ("compound", "nmod")
    ]
    return text[first_kept(names[0]).start : names[-1].end] if names else None


def _kind_of_noun(head: Token) -> SpeakerKind:
    """Whether a common noun names a person beside it, an office, or nobody."""
    before = {child.lower for child in head.children if child.i < head.i}
    if before & of_sources("anonymous-words"):
        return "anonymous"
    if any(child.dep == "appos" and child.tag == "NNP" for child in head.children):
        return "named"
    if head.lemma in of_sources("office") and not before & _INDEFINITE:
        return "anonymous" if head.tag == "NNS" and head.lower not in ("authorities", "police") else "office"
    if head.lemma in of_sources("anonymous") or head.lemma in of_sources("office") or head.tag == "NNS":
        return "anonymous"
    return "unknown"


# Endings of nouns for people and their bodies.
_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|man|men|woman|women|person|people|ee|ant|ent|team|camp|side|body|board|panel|force|guard|squad|crew|state|city)s?$"
)


def may_speak(head: Token | None) -> bool:
    """Whether a word may name somebody (or a text) that speaks: "the findings underscore", "the stakes confirm" name nobody."""
    if head is None or head.tag in ("NNP", "NNPS", "PRP", "WP", "PRP$") or head.text[0].isupper():
        return True
    if head.lower in ("that", "which"):
        verb = head.head
        return verb.dep == "relcl" and verb.head is not head and may_speak(verb.head)
    if head.tag not in ("NN", "NNS"):
        return head.lower in of_sources("anonymous")
    if head.ent in ("PERSON", "ORG", "NORP", "GPE") or _PEOPLE.search(head.lower):
        return True
    words = (head.lower, head.lemma)
    return any(word in of_sources(kind) for word in words for kind in ("anonymous", "office", "document")) or (
        head.lower in outlet_words("nouns")
    )


def outlet_name(head: Token, text: str) -> str | None:
    """The name of an outlet, without "the", if this word is the head of one."""
    if head.tag not in ("NNP", "NNPS", "NN", "NNS", "CD"):
        return None
    if not head.text[0].isupper():
        return _named_beside(head, text) if _is_common_outlet(head) else None
    name = text[first_kept(head).start : head.end]
    bare = name[4:] if name[:4].lower() == "the " else name
    if bare.lower() in outlets():
        return bare
    if head.lower in outlet_words("last-words"):
        words = bare.split()
        named = (
            head.tag in ("NNP", "NNPS")
            and len(words) > 1
            and all(w[0].isupper() or w in ("of", "and", "the") for w in words)
        )
        if named and not any(child.dep == "poss" for child in head.children):
            return bare
    return None
