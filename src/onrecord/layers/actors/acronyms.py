"""Acronyms: "the Syrian Observatory for Human Rights (SOHR)" makes two names of one body, "solid waste management (SWM)" none."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.parse import Parse, Token

_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "de", "du", "la", "a", "to", "at", "&", "-", "'"])
_MOST = 10  # words before the bracket


def initials(words: tuple[str, ...]) -> str:
    """First letters of the words that count."""
    return "".join(word[0] for word in words if word not in _SMALL and word[0].isalnum())


def fits(short: str, words: tuple[str, ...]) -> bool:
    """Are these the initials of the words, small words counted or not, or at least letters of most of them?"""
    every = "".join(word[0] for word in words if word[0].isalnum())
    if len(short) < 2:
        return False
    if short in (every, initials(words)):
        return True
    return len(words) > 1 and short[0] == every[:1] and len(set(short) & set(every)) >= min(len(set(short)), 3)


def bracketed(parse: Parse) -> Iterator[Token]:
    """Acronyms alone in brackets: "(SOHR)"."""
    tokens = parse.tokens
    for i in range(1, len(tokens) - 2):
        if tokens[i].text == "(" and tokens[i + 2].text in (")", ",", ";"):
            word = tokens[i + 1]
            capitals = sum(char.isupper() for char in word.text)
            if capitals >= 2 and capitals * 2 > len(word.text) and len(word.text) < 12 and word.text[0].isupper():
                yield word


def spelled_out(parse: Parse, acronym: Token) -> tuple[int, int] | None:
    """The capitalised words right before the bracket whose initials the acronym is."""
    tokens, last = parse.tokens, acronym.i - 1
    short = acronym.lower.replace(".", "")
    for first in range(last - 2, max(last - _MOST, -1), -1):
        words = tuple(token.lower for token in tokens[first:last] if token.text[0].isalnum())
        begins = tokens[first].text[0].isupper() and tokens[first].lower not in _SMALL
        if begins and tokens[first].sent == acronym.sent and short == initials(words):
            capitals = [token for token in tokens[first:last] if token.text[0].isalpha() and token.lower not in _SMALL]
            return (first, last) if all(token.text[0].isupper() for token in capitals) else None
    return None
