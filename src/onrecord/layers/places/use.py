"""How a place name is used: for the ground, for its people or rulers, as an adjective of them, or inside another name."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.place import PlaceKind, PlaceUse
from onrecord.layers.places.find import Mention, traps
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.tables import LEXICON

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent", "dative", "csubj"))
_MODIFIERS = frozenset(("compound", "poss", "nmod", "amod"))
_GROUND_KINDS = frozenset(("facility", "natural"))
_GROUND_RULES = frozenset(("street", "feature", "dateline", "before-container", "home", "settlement"))


class Used(NamedTuple):
    """The use of a mention, the rule that said so, and the word that decided (None if the rule needs none)."""

    use: PlaceUse
    rule: str
    cue: Token | None = None


@cache
def words(section: str) -> frozenset[str]:
    """All words of a section of use.txt."""
    return frozenset(word for row in lexicon.sections(LEXICON / "use.txt")[section] for word in row)


def use_of(parse: Parse, mention: Mention, kind: PlaceKind) -> Used:
    """The use of a mention, by its form, then by the grammar of its head word."""
    if mention.inside and kind != "body":
        return Used("embedded", "inside a longer name")
    if mention.form == Form.DEMONYM:
        return Used("demonym", "adjective or people")
    if kind == "body":
        return Used("metonym", "seat or organisation")
    if kind in _GROUND_KINDS or mention.rule in _GROUND_RULES:
        return Used("literal", "ground")
    if _in_team(parse, mention):
        return Used("embedded", "part of an organisation's name", parse.tokens[mention.last])
    token = parse.root(mention.first, mention.last)
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return _by_grammar(token)


def _in_team(parse: Parse, mention: Mention) -> bool:
    """ "Manchester United", "Slidell PD": a capitalised word for an organisation follows."""
    if mention.last >= len(parse.tokens):
        return False
    after = parse.tokens[mention.last]
    return after.text in traps("organisation") and after.sent == parse.tokens[mention.first].sent


def _by_grammar(token: Token) -> Used:
    head = token.head
    if token.dep == "nsubjpass" and head.lemma in words("motion"):
        return Used("literal", "ground that is taken", head)
    if token.dep in _SUBJECTS:
        return Used("metonym", "subject: it acts", head)
    if token.dep in _MODIFIERS:
        return Used("literal", "ground of", head) if _is_ground(head) else Used("metonym", "those of it", head)
    if token.dep == "dobj" and head.lemma not in words("motion"):
        return Used("metonym", "object: it is acted on", head)
    if token.dep == "pobj":
        return _behind(head)
    return Used("literal", "ground")


def _is_ground(noun: Token) -> bool:
    """A noun of ground, itself or as the last word of its compound."""
    return noun.lower in words("ground")


def _behind(preposition: Token) -> Used:
    if preposition.lower in words("people"):
        return Used("metonym", "those who act", preposition)
    if preposition.lower == "of" and preposition.head.pos == "NOUN" and not _is_ground(preposition.head):
        return Used("metonym", "those of it", preposition.head)
    name = preposition.head.pos == "PROPN" and preposition.head.ent in ("", "ORG")
    if preposition.lower == "of" and name and not _is_ground(preposition.head):
        return Used("metonym", "those of it", preposition.head)
    return Used("literal", "ground", preposition)
