"""What a number counts where the noun is left out: "from 5,200 to 3,000", "killed 52 people and injured 700", "50 of them"."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.quantities.found import NOUN, Context, Found
from onrecord.layers.quantities.phrases import phrase
from onrecord.layers.quantities.words import nouns

_FAR = 2  # sentences back in which "that number" and "them" may have their noun


def left_out(context: Context, found: Found, root: Token) -> None:
    """Fill `of` from the noun of number in the clause, or from the quantity before."""
    for rule, noun in (
        ("what the number noun counts", _number_noun(context, found, root)),
        ("as the number before it", _parallel(context, found, root)),
    ):
        if noun is not None:
            found.of = noun
            found.because("of", rule, context.parse.text, (noun[0].start, noun[1].end))
            return


def stands_for(context: Context, found: Found, pronoun: Token) -> Token | None:
    """The noun of "of whom", "of them"."""
    if pronoun.lower in ("whom", "which"):
        clause = next((head for head in pronoun.ancestors() if head.dep == "relcl"), None)
        return clause.head if clause is not None and clause.head.tag in NOUN else None
    if pronoun.lower in ("them", "those", "these"):
        before = context.earlier(found, _FAR)
        return before.of[1] if before is not None and before.of is not None else None
    return None


def _number_noun(context: Context, found: Found, root: Token) -> tuple[Token, Token] | None:
    """What is counted in "the number of refugees … to 30,000", "its troop numbers from … to 3,000", "that number to 40"."""
    for noun in _beside(root):
        if noun.lemma in nouns("counted") and _pair_of_change(context, found):
            return phrase(context, noun, 0)
        if noun.lemma in nouns("counters"):
            inner = _counted_by(noun)
            if inner is not None:
                return phrase(context, inner, 0)
            if not any(child.lower == "of" for child in noun.children):
                before = context.earlier(found, _FAR)
                return before.of if before is not None else None
    return None


def _beside(root: Token) -> list[Token]:
    """The noun right above a number, and the objects and subjects of the verbs above it, nearest first."""
    found: list[Token] = []
    for head in root.ancestors():
        if head.tag in NOUN and not found:
            found.append(head)
        elif head.tag.startswith("V"):
            found.extend(
                child for child in head.children if child.dep in ("dobj", "nsubj", "nsubjpass") and child is not root
            )
            break
    return found


def _counted_by(noun: Token) -> Token | None:
    for part in noun.children:
        if part.lower == "of" and (inner := part.child("pobj")) is not None and inner.tag in NOUN:
            return inner
    return next(
        (part for part in noun.children if part.dep == "compound" and part.tag in NOUN and part.i == noun.i - 1), None
    )


def _pair_of_change(context: Context, found: Found) -> bool:
    """True for an end of "from A to B"."""
    return any(reason.rule == "from one number to another" for reason in found.why) or (
        (before := context.earlier(found, 0)) is not None
        and before.stop < found.begin <= before.stop + 6
        and any(reason.rule == "from one number to another" for reason in before.why)
    )


def _parallel(context: Context, found: Found, root: Token) -> tuple[Token, Token] | None:
    """The noun of the quantity before, if no other subject stands between the two: "5 men in London, 12 in Paris"."""
    before = context.earlier(found, 0)
    if (
        before is None
        or before.of is None
        or before.of[1].i > found.first
        or root.dep in ("nsubj", "nsubjpass", "attr")
    ):
        return None
    if before.of[1].dep == "nsubj" and _is_object(root):
        return None  # "two bombers killed 22"
    tokens = context.parse.tokens[max(before.last, before.of[1].i + 1) : found.first]
    if len(tokens) > 30 or any(
        token.dep in ("nsubj", "nsubjpass", "csubj") and token.tag not in ("WP", "WDT") for token in tokens
    ):
        return None
    joined = any(token.lower in ("and", "or", ",", "including", "to", "but", "than", "plus") for token in tokens)
    return before.of if joined else None


def _is_object(token: Token) -> bool:
    """True for what a verb's deed falls on, also where the parser takes "wounded 100 more" for an adverb."""
    while token.dep in ("conj", "nummod", "quantmod", "amod") and token.head is not token:
        token = token.head
    return token.dep in ("dobj", "dative", "oprd") or (
        token.dep in ("advmod", "npadvmod") and token.head.tag.startswith("V")
    )
