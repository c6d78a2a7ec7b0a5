"""People counted where they appear, and killed, hurt or seized in a later sentence: "Three men came near. Guards shot them dead"."""

from __future__ import annotations

from onrecord.concepts.actor import Actor, Mention
from onrecord.concepts.parse import Token
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Measure
from onrecord.layers.figures.site import Site, climb
from onrecord.layers.figures.vocabulary import VICTIM_VERBS

RULE = "told to be harmed behind"
_REACH = 3  # sentences over which people who appear may come to harm
_WHOLE = frozenset(("the", "both", "all", "these", "those"))


def told_later(site: Site, context: Context) -> Measure | None:
    """The measure that a later mention of the same people gives: by a pronoun or with "the", and all of them."""
    noun = site.noun
    actor = context.actor_at(noun.start, noun.end) if noun is not None else None
    if noun is None or actor is None or not any(m.start <= site.quantity.start < m.end for m in actor.mentions):
        return None
    for mention in actor.mentions:
        head = _head(mention, context) if mention.start >= site.sentence.end else None
        if head is None or head.sent - noun.sent > _REACH or not _is_whole(mention, head, context):
            continue
        found = _harm(head, actor, context)
        if found is not None:
            return found
    return None


def _head(mention: Mention, context: Context) -> Token | None:
    tokens = context.parse.between(mention.start, mention.end)
    return context.parse.root(tokens[0].i, tokens[-1].i + 1) if tokens else None


def _is_whole(mention: Mention, head: Token, context: Context) -> bool:
    """Are all of them meant: "they", "the men", not "two of them", "many of the men"?"""
    part = head.dep == "pobj" and head.head.lower == "of"
    first = context.parse.at(mention.start)
    counted = any(child.tag == "CD" for child in head.children)
    return not part and not counted and (mention.form == "pronoun" or (first is not None and first.lower in _WHOLE))


def _harm(head: Token, actor: Actor, context: Context) -> Measure | None:
    """What an event of the report does to those that a word means."""
    for step in climb(head)[:1]:
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame is None or not frame.takes(step.slot, step.word) or not context.befell(step.word, actor.id):
            continue
        return Measure(frame.value, RULE, (step.word,), step.word)
    return None
