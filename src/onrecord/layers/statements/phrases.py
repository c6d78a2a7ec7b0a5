"""Small questions to the grammar of a sentence: where a phrase begins and ends, whether a verb is passive."""

from __future__ import annotations

from onrecord.concepts.parse import Token

# What stands beside a noun rather than in it: a source is named by the rest.
_ASIDE = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "punct", "ccomp", "advmod", "npadvmod"})


def first_of(token: Token) -> Token:
    """The leftmost word of the phrase under a word."""
    while token.children and token.children[0].i < token.i:
        token = token.children[0]
    return token


def last_of(token: Token) -> Token:
    """The rightmost word of the phrase under a word."""
    while token.children and token.children[-1].i > token.i:
        token = token.children[-1]
    return token


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive; a bare participle after its noun does too."""
    if verb.tag not in ("VBN", "VBD"):
        return False
    if any(child.dep in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if verb.dep == "advcl" and verb.tag == "VBN":
        return not any(child.dep in ("aux", "nsubj") for child in verb.children)
    return verb.dep == "acl" and verb.tag == "VBN"


def is_infinitive(verb: Token) -> bool:
    """Whether a verb (or copula's predicate) stands with "to"."""
    return any(child.tag == "TO" and child.dep == "aux" for child in verb.children)


def agent(verb: Token) -> Token | None:
    """The noun after "by"."""
    by = verb.child("agent")
    return by.child("pobj") if by else None


def noun_phrase(head: Token) -> tuple[int, int]:
    """Offsets of a noun with what belongs to it, without relative clauses, appositions and remarks."""
    return first_kept(head).start, last_kept(head).end


def first_kept(head: Token) -> Token:
    """The leftmost word of a noun phrase; a dateline before a dash is none of it."""
    found = head
    for child in reversed(head.lefts):
        if child.dep == "punct" and child.text in ("-", "—", "–", "--", ":"):
            break
        if child.dep not in ("punct", "cc", "preconj", "relcl", "advcl", "parataxis", "prep"):
            found = first_of(child)
    return found


def last_kept(head: Token) -> Token:
    """The rightmost word of a noun phrase before a relative clause, an apposition or a remark."""
    last = head
    for child in head.children:
        if child.i < head.i or child.dep in ("cc", "case"):
            continue
        if child.dep in _ASIDE or _is_timed(child):
            break
        last = last_kept(child) if child.dep in ("prep", "pobj", "conj", "pcomp") else last_of(child)
    return last


def _is_timed(child: Token) -> bool:
    """Whether a phrase beside a noun is a time: "the president on Monday"."""
    noun = child.child("pobj") if child.dep == "prep" else None
    return noun is not None and noun.ent in ("DATE", "TIME")
