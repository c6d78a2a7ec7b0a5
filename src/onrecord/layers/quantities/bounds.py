"""Bounds and approximation: the words beside a number that say how it is to be taken."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.quantities.found import Found, is_time
from onrecord.layers.quantities.words import beside, cues

_SIGNS = {"~": "about", "≈": "about", "±": "about", ">": "more_than", "<": "less_than", "≥": "at_least", "≤": "at_most"}


def bound(parse: Parse, found: Found) -> None:
    """Fill `bound` and `approx` of a number."""
    if _sign(parse.text, found):
        return
    before = _before(parse, found)
    if before is not None:
        _apply(parse, found, before)
    after = _after(parse, found)
    if after is not None and (before is None or (found.bound is None and after[0] != "about")):
        _apply(parse, found, after)


def _apply(parse: Parse, found: Found, cue: tuple[str, Token, Token]) -> None:
    does, first, last = cue
    if does in ("about", "almost"):
        found.approx = True
    if does == "almost":
        found.bound = "less_than"
    elif does != "about":
        found.bound = does  # type: ignore[assignment]
    found.because("approx" if does == "about" else "bound", does.replace("_", " "), parse.text, (first.start, last.end))


def _sign(text: str, found: Found) -> bool:
    does = _SIGNS.get(text[found.begin - 1 : found.begin]) or (
        _SIGNS.get(text[found.begin - 2 : found.begin - 1]) if text[found.begin - 1 : found.begin] == " " else None
    )
    if does is None:
        return False
    if does == "about":
        found.approx = True
    else:
        found.bound = does  # type: ignore[assignment]
    found.because(
        "approx" if does == "about" else "bound", does.replace("_", " "), text, (found.begin - 1, found.begin)
    )
    return True


def _before(parse: Parse, found: Found) -> tuple[str, Token, Token] | None:
    table, tokens = cues(), parse.tokens
    at = found.first - 1
    steps = 0
    while at >= 0 and tokens[at].sent == tokens[found.first].sent and steps < 4:
        word = tokens[at].lower
        for words, does in table.before.get(word, ()):
            first = at - len(words) + 1
            if (
                first >= 0
                and all(tokens[first + i].lower == part for i, part in enumerate(words))
                and _holds(parse, tokens[first], word, found)
            ):
                return does, tokens[first], tokens[at]
        if word not in table.between:
            return None
        at -= 1
        steps += 1
    return None


def _holds(parse: Parse, token: Token, word: str, found: Found) -> bool:
    """False where the cue's word does other work: "$5bn over 10 years", "talk about two", "some" before a vague word."""
    if word == "over" and is_time(found.unit):
        before = parse.tokens[token.i - 1] if token.i else token
        if token.dep == "prep" or before.tag == "CD" or before.text == "%":
            return False
    if word in ("over", "under", "above", "below", "around", "about") and token.dep in ("prt", "prep"):
        section = "about something" if word == "about" else "over something"
        if token.dep == "prt" or token.head.lemma in beside(section):
            return False
    return not (word in ("some", "perhaps", "maybe", "probably", "possibly") and found.vague is not None)


def _after(parse: Parse, found: Found) -> tuple[str, Token, Token] | None:
    table, tokens = cues(), parse.tokens
    ends = [found.last]
    head = tokens[found.last - 1].head
    if found.last <= head.i < found.last + 4 and head.tag.startswith("NN"):
        ends.append(head.i + 1)
    for at in ends:
        if at >= len(tokens) or tokens[at].sent != tokens[found.first].sent:
            continue
        for words, does in table.after.get(tokens[at].lower, ()):
            if at + len(words) <= len(tokens) and all(tokens[at + i].lower == part for i, part in enumerate(words)):
                if (words[0] == "plus" and tokens[at].tag == "CC") or (
                    words == ("at", "least") and at + 2 < len(tokens) and tokens[at + 2].tag == "CD"
                ):
                    continue
                return does, tokens[at], tokens[at + len(words) - 1]
    return None
