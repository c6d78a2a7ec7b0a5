"""Places known by the shape of their name, and names freed from what is not part of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord import lexicon
from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.candidates import candidates
from onrecord.layers.places.find import Mention, locative, refused, traps
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.tables import LEXICON

_LONGEST = 4  # words of a name before its street, river or county
_NAME_TAGS = frozenset(("NNP", "NNPS", "JJ", "NN", "CD"))


@cache
def shapes(section: str) -> frozenset[str]:
    """All words of a section of shapes.txt."""
    return frozenset(word for row in lexicon.sections(LEXICON / "shapes.txt")[section] for word in row)


def shaped(parse: Parse) -> Iterator[Mention]:
    """Streets, natural features and units of states by their last word."""
    streets, features, units = shapes("streets"), shapes("features"), shapes("units")
    for token in parse.tokens:
        if not token.text[:1].isupper() or token.i == 0:
            continue
        if token.text in units:
            yield from _unit(parse, token)
        elif token.text in streets or token.text in features:
            first = _left(parse.tokens, token)
            if first < token.i and not _goes_on(parse.tokens, token):
                yield Mention(first, token.i + 1, "street" if token.text in streets else "feature")


def _goes_on(tokens: list[Token], last: Token) -> bool:
    """A longer name goes on behind the word: "Texas Forest Service"."""
    return (
        last.i + 1 < len(tokens) and tokens[last.i + 1].tag in ("NNP", "NNPS") and tokens[last.i + 1].head is not last
    )


def _left(tokens: list[Token], last: Token) -> int:
    """The first token of the capitalised run that ends at a token."""
    first = last.i
    while first > 0 and last.i - first < _LONGEST and _belongs(tokens[first - 1], last):
        first -= 1
    if first < last.i and tokens[first].lower in ("the", "a", "in", "on", "at", "of"):
        first += 1
    return first


def _belongs(token: Token, last: Token) -> bool:
    word = token.text
    return (
        token.sent == last.sent
        and (word[0].isupper() or (word[0].isdigit() and word[-1].isalpha()))
        and (token.tag in _NAME_TAGS or word[-1] == ".")
        and word[-1] not in ",;:"
    )


def _unit(parse: Parse, token: Token) -> Iterator[Mention]:
    """A county and the like: the longest run before the word that the gazetteer has, else one word."""
    first = _left(parse.tokens, token)
    for start in range(first, token.i):
        text = parse.text[parse.tokens[start].start : token.end]
        if any(e.kind in ("admin1", "admin2") for e in candidates(text, demonym=False)):
            yield Mention(start, token.i + 1, "unit")
            return
    if first < token.i and token.text in ("Township", "Twp."):
        yield Mention(token.i - 1, token.i + 1, "unit")


def freed(parse: Parse, mention: Mention) -> list[Mention]:
    """A name of the parse as the gazetteer has it: whole, without a direction, or cut at a hyphen or slash; none if it has it not."""
    tokens = parse.tokens
    single = mention.last - mention.first == 1
    word = tokens[mention.first].text
    if single and (
        refused(parse, mention.first, word) or (word in traps("words") and not locative(parse, mention.first))
    ):
        return []
    if known(parse, mention.first, mention.last):
        return [] if mention.rule == "parse-FAC" and not _is_site(parse, mention) else [mention]
    directed = mention.last - mention.first > 1 and tokens[mention.first].text in shapes("directions")
    if directed and known(parse, mention.first + 1, mention.last):
        return [mention._replace(first=mention.first + 1, rule=mention.rule + "-freed")]
    cuts = [i for i in range(mention.first + 1, mention.last - 1) if tokens[i].text in ("-", "/", "–", "and")]
    if (
        len(cuts) == 1
        and len(tokens[mention.first].text) > 1
        and known(parse, mention.first, cuts[0])
        and known(parse, cuts[0] + 1, mention.last)
    ):
        return [mention._replace(last=cuts[0]), mention._replace(first=cuts[0] + 1)]
    return []


def _is_site(parse: Parse, mention: Mention) -> bool:
    """What the parse calls a building is one that the gazetteer has, not a town of the name "City Hall"."""
    return any(e.kind != "settlement" for e in candidates(text_of(parse, mention.first, mention.last), demonym=False))


def known(parse: Parse, first: int, last: int) -> bool:
    """The gazetteer has the name at these tokens."""
    return any(e.form != Form.SHORT for e in candidates(text_of(parse, first, last), demonym=False))


def text_of(parse: Parse, first: int, last: int, cut: int = 0) -> str:
    """The words at tokens `first` to `last` (exclusive), less `cut` characters."""
    return parse.text[parse.tokens[first].start : parse.tokens[last - 1].end - cut]
