"""What a number counts: the noun it stands before, or its "of"; what is left out is leftout.py's."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import NOUN, Context, Found
from onrecord.layers.quantities.leftout import left_out, stands_for
from onrecord.layers.quantities.phrases import phrase
from onrecord.layers.quantities.units import rate_behind
from onrecord.layers.quantities.words import nouns

_UP = ("nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "advmod", "poss", "det", "predet")
_BETWEEN = ("JJ", "NN", "NNP", "JJS", "JJR", "VBN", "HYPH")
_REACH = 8  # words from a number to the noun it counts


def counted(context: Context, found: Found) -> None:
    """Fill `of` of a number, and the rate behind what it counts."""
    parse = context.parse
    root = parse.root(found.first, found.last)
    kind = found.unit.split("/", 1)[0]
    if kind in ("count", "ordinal", "fraction"):
        head = _of(context, found, root) or _noun_after(context, found, root)
        if head is not None:
            found.of = phrase(context, head, found.last)
            rate_behind(parse.text, found, head.end)
        elif kind == "count":
            left_out(context, found, root)
    elif kind != "times":
        head = _of(context, found, root) or _measured(context, found, root)
        if head is not None:
            found.of = phrase(context, head, found.last)


def _of(context: Context, found: Found, root: Token) -> Token | None:
    """The noun in "thousands of refugees", "two of his bodyguards", "of whom 500"."""
    for token in context.parse.tokens[found.last : found.last + 2]:
        if token.lower == "of" and (token.i == found.last or token.head is root):
            noun = token.child("pobj")
            return noun if noun is None or noun.tag in NOUN else stands_for(context, found, noun)
    before = context.parse.tokens[found.first - 1] if found.first else None
    if before is not None and before.lower in ("whom", "which") and before.head.lower == "of":
        return stands_for(context, found, before)
    return None


def _noun_after(context: Context, found: Found, root: Token) -> Token | None:
    """The noun that a number belongs to by the parse, else the plural that stands right behind it."""
    head = root
    while head.dep in _UP and head.head.i > head.i and head.head.i - found.last < _REACH:
        head = head.head
        if head.tag in NOUN and not _goes_on(context.parse, head) and head.i not in context.owners:
            return head if head.i >= found.last else None
    if found.last <= root.i and root.tag in NOUN:
        return root
    for token in context.parse.tokens[found.last : found.last + 4]:
        if token.sent != root.sent or token.i in context.owners:
            break
        plural = token.tag == "NNP" and token.i == found.last and token.text[-1] == "s"
        verb = token.tag == "VBZ" and token.i == found.last and root.dep in ("pobj", "dobj")  # "on 17 carries"
        if plural or verb or token.tag in ("NNS", "NNPS") or token.lower in nouns("counted"):
            return token
        if token.tag not in _BETWEEN:
            break
    return None


def _goes_on(parse: Parse, noun: Token) -> bool:
    """True for the "gas" of "two gas-only engines"."""
    following = parse.tokens[noun.i + 1] if noun.i + 1 < len(parse.tokens) else None
    return following is not None and following.tag == "HYPH" and noun.head.i > noun.i


def _measured(context: Context, found: Found, root: Token) -> Token | None:
    """What a measure stands before: "an 8.5 kW system", "a 7% increase"."""
    for token in (root, context.parse.tokens[found.last - 1]):
        head = token.head
        if token.dep in _UP and head.i >= found.last and head.tag in NOUN and head.i - found.last < _REACH:
            return head if head.i not in context.owners else None
    return _noun_run(context, found) if found.hyphen else None


def _noun_run(context: Context, found: Found) -> Token | None:
    """The last noun of the run right behind a hyphened measure: "an 8-inch screen"."""
    noun = None
    for token in context.parse.tokens[found.last : found.last + 5]:
        if token.tag not in (*NOUN, "JJ") or token.i in context.owners:
            break
        noun = token if token.tag in NOUN else noun
    return noun
