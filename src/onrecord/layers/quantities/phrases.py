"""A noun with its modifiers, as the words of `of` and `about`."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.quantities.found import Context

_INSIDE = ("compound", "amod", "nmod", "nummod", "poss", "advmod", "punct", "conj", "cc", "npadvmod", "case")
_STOPS = ("DT", "PRP$", "PDT", "CD", ",", "POS", "WP$", ".", ":", "-LRB-", "-RRB-")
_TRIMMED = ("CC", "RB", "HYPH", "IN", "RBS", "RBR", "``", "''", "POS")
_TIED = ("strong", "plus", "odd")  # "a 5,000-strong force"
_REACH = 8


def phrase(context: Context, head: Token, first: int) -> tuple[Token, Token]:
    """The noun with its modifiers, from token number `first` on at most, without determiners and possessives in front."""
    at = head
    tokens = context.parse.tokens
    least = max(first if head.i >= first else 0, head.i - _REACH)
    for token in reversed(tokens[least : head.i]):
        ours = token.head is at or token.i < token.head.i <= head.i
        if token.dep not in _INSIDE or not ours or token.tag in _STOPS or token.i in context.owners:
            break
        at = token
    while at is not head and (at.tag in _TRIMMED or at.lower in _TIED or not at.text[0].isalnum()):
        at = tokens[at.i + 1]
    return at, head
