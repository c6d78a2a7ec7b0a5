"""What a number counts: the noun it stands before, its "of", or, where it is left out, what was counted beside it."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import nouns, units

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = ("compound", "amod", "nmod", "nummod", "poss", "advmod", "punct", "conj", "cc", "npadvmod", "case")
_UP = ("nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "advmod", "poss", "det", "predet")


def counted(parse: Parse, found: Found, earlier: list[Found]) -> None:
    """Fill `of`; `earlier` are the quantities before this one, the last of them last."""
    root = parse.root(found.first, found.last)
    if found.unit.split("/")[0] in ("count", "ordinal", "fraction"):
        _count(parse, found, root, earlier)
    elif found.unit != "times":
        _measured(parse, found, root)


def _count(parse: Parse, found: Found, root: Token, earlier: list[Found]) -> None:
    head = _of(root, found) or _noun_after(parse, found, root)
    if head is not None:
        found.of = _phrase(parse, head, found.last)
    elif found.unit == "count" or found.unit.startswith("count/"):
        _left_out(parse, found, root, earlier)


def _of(root: Token, found: Found) -> Token | None:
    """The noun in "thousands of refugees", "two of his bodyguards"; None for a pronoun."""
    for child in root.children:
        if child.lower == "of" and child.i >= found.last and child.i <= found.last + 1:
            inner = child.child("pobj")
            return _named(inner) if inner is not None else None
    return None


def _named(noun: Token | None) -> Token | None:
    """The noun itself; behind a pronoun the noun it stands for in "of whom", else None."""
    if noun is None or noun.tag in _NOUN:
        return noun
    if noun.lower in ("whom", "which"):
        clause = next((head for head in noun.ancestors() if head.dep == "relcl"), None)
        return clause.head if clause is not None and clause.head.tag in _NOUN else None
    return None


def _noun_after(parse: Parse, found: Found, root: Token) -> Token | None:
    """The noun that a number belongs to by the parse, else the plural that stands right behind it."""
    head = root
    while head.dep in _UP and head.head.i > head.i and head.head.i - found.last < 8 and head.head is not head:
        head = head.head
        if head.tag in _NOUN:
            break
    if head is not root and head.tag in _NOUN and head.i >= found.last:
        return head
    if found.last <= root.i and root.tag in _NOUN:
        return root
    for token in parse.tokens[found.last : found.last + 4]:
        if token.tag in ("NNS", "NNPS") and token.sent == root.sent:
            return token
        if token.tag not in ("JJ", "NN", "NNP", "JJS", "VBN", "CC", "HYPH"):
            break
    return None


def _phrase(parse: Parse, head: Token, first: int) -> tuple[Token, Token]:
    """The noun with its modifiers, from token number `first` on at most, without determiners and possessives in front."""
    at = head
    tokens = parse.tokens
    least = first if head.i >= first else head.i
    for token in reversed(tokens[max(least, head.i - 8) : head.i]):
        if not (token.dep in _INSIDE and (token.head is at or (token.head.i > token.i and token.head.i <= head.i))):
            break
        if token.tag in ("DT", "PRP$", "PDT", "CD", ",", "POS", "WP$"):
            break
        at = token
    while at is not head and (
        at.tag in ("CC", "RB", "HYPH", ":", "IN", "RBS", "RBR", "``", "''") or at.text in "-–—\"“”'"
    ):
        at = tokens[at.i + 1]
    return at, head


def _measured(parse: Parse, found: Found, root: Token) -> None:
    """What a measure is a measure of: "gigawatts of capacity", "an 8.5 kW system", "a 7% increase"."""
    inner = _of(root, found)
    if inner is None:
        last = parse.tokens[found.last - 1]
        for token in (root, last):
            head = token.head
            if (
                head is not token
                and token.dep in _UP
                and head.i >= found.last
                and head.tag in _NOUN
                and head.i - found.last < 8
            ):
                inner = head
                break
    if inner is not None:
        found.of = _phrase(parse, inner, found.last)


def _left_out(parse: Parse, found: Found, root: Token, earlier: list[Found]) -> None:
    """Ellipsis: "from 5,200 to 3,000", "killed 52 people and injured 700", "the number rose to 40"."""
    noun = _number_noun(root)
    if noun is not None:
        found.of = _phrase(parse, noun, 0)
        found.because("of", "what the number noun counts", parse.text, (noun.start, noun.end))
        return
    for before in reversed(earlier):
        if parse.tokens[before.first].sent != root.sent:
            break
        if before.unit == "count" and before.of is not None and before.kind != "order":
            if _parallel(parse, before, root):
                found.of = before.of
                noun = before.of[1]
                found.because("of", "as the number before it", parse.text, (noun.start, noun.end))
            break


def _number_noun(root: Token) -> Token | None:
    """What is counted in "the number of refugees … to 30,000", "reduce its troop numbers from … to 3,000"."""
    verb = next((head for head in root.ancestors() if head.tag.startswith("V")), None)
    if verb is None:
        return None
    for child in verb.children:
        if (
            child.dep in ("dobj", "nsubj", "nsubjpass", "pobj")
            and child.lemma in nouns("counters")
            and child is not root
        ):
            for part in child.children:
                if part.lower == "of" and (inner := part.child("pobj")) is not None and inner.tag in _NOUN:
                    return inner
            return next(
                (
                    part
                    for part in child.children
                    if part.dep == "compound" and part.tag in _NOUN and part.i == child.i - 1
                ),
                None,
            )
    return None


def _parallel(parse: Parse, before: Found, root: Token) -> bool:
    """True if the bare number stands where the earlier number's noun phrase stood: joined to it or to its verb."""
    noun = before.of[1] if before.of else root
    if root.tag != "CD":
        return False
    heads = {id(head) for head in noun.ancestors()} | {id(noun), id(parse.root(before.first, before.last))}
    above = root
    for _ in range(4):
        if above.dep == "conj" and id(above.head) in heads:
            return True
        if above.head is above:
            return False
        above = above.head
    return False


def is_time(unit: str) -> bool:
    """True for units of time and ages."""
    return unit.split("/", maxsplit=1)[0].removesuffix(" of age") in units().times
