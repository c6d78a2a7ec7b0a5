"""Statements within statements: parents, venues, and outlets between speaker and report."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.phrases import agent, is_passive, noun_phrase
from onrecord.layers.statements.sources import outlet_name
from onrecord.layers.statements.words import of_sources

_DEEPEST = 50  # statements that may hold a place at once
_NEXT = 8  # cues of a sentence that may report an earlier one
_AT = frozenset(["in", "at", "on", "during", "to", "via", "from", "with", "through"])


def find_parents(drafts: list[Draft]) -> None:
    """A statement whose cue lies in the content of another, larger one is nested in the smallest such."""
    sizes = {id(draft): sum(end - start for start, end in draft.spans) for draft in drafts}
    waiting = sorted(drafts, key=lambda draft: draft.spans[0][0], reverse=True)
    open_: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.start):
        place, size = draft.start, sizes[id(draft)]
        while waiting and waiting[-1].spans[0][0] <= place:
            open_.append(waiting.pop())
        open_ = [other for other in open_[-_DEEPEST:] if other.spans[-1][1] > place]
        around = [other for other in open_ if sizes[id(other)] > size and _covers(other, place)]
        draft.parent = min(around, key=lambda other: sizes[id(other)], default=None)


def _covers(draft: Draft, place: int) -> bool:
    return any(start <= place < end for start, end in draft.spans)


# What somebody is said to have felt, meant or shown is a matter of certainty; what he is said to have said has a source of its own.
_FELT = frozenset({"believe", "intend", "show", "refuse"})
_BINDING = frozenset({"announce", "promise", "order", "threaten", "deny"})


def telling(drafts: list[Draft]) -> list[Draft]:
    """Find parents and drop nested drafts that add no source: only words said or bound by in another's words remain."""
    _part(drafts)
    find_parents(drafts)
    kept = [draft for draft in drafts if draft.parent is None or _tells(draft)]
    known = set(map(id, kept))
    for draft in kept:
        while draft.parent is not None and id(draft.parent) not in known:
            draft.parent = draft.parent.parent
    return kept


def _part(drafts: list[Draft]) -> None:
    """Of two statements of one sentence that hold each other's cue, the later cue reports the earlier: it bounds its content."""
    sentences: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.spans:
            sentences.setdefault(draft.cue[0].sent, []).append(draft)
    for group in sentences.values():
        group.sort(key=lambda draft: draft.start)
        for number, inner in enumerate(group):
            for outer in group[number + 1 : number + 1 + _NEXT]:
                if inner.end < outer.start and _holds(inner, outer) and _holds(outer, inner):
                    stop = min(
                        outer.start, outer.source[0] if outer.source and outer.source[0] > inner.end else outer.start
                    )
                    inner.spans = [(a, min(b, stop)) for a, b in inner.spans if a < stop] or inner.spans


def _holds(draft: Draft, other: Draft) -> bool:
    return _covers(draft, other.start)


def _tells(draft: Draft) -> bool:
    if draft.speaker is None or draft.act in _FELT:
        return False
    return bool(draft.quotes) or draft.clausal or draft.act in _BINDING


def find_relays(drafts: list[Draft], text: str) -> None:
    """Outlets that carried a statement: those told it, and those in whose reports it stands."""
    for draft in drafts:
        if draft.lemma != "according to":
            _venue(draft, text)
    for draft in drafts:
        above = draft.parent
        while above is not None:
            name = outlet_name(above.speaker, text) if above.speaker else None
            if name and above.speaker and all(name != known for known, _ in draft.relay):
                draft.relay.append((name, noun_phrase(above.speaker)))
            above = above.parent


def _venue(draft: Draft, text: str) -> None:
    """Whom or where it was said to: "told reporters", "in an interview with", "at a rally", "speaking to"."""
    verb = draft.cue[0]
    told = verb.child("dobj", "dative") if verb.lemma == "tell" else None
    if told is not None and told.dep == "dative" and told.tag in ("TO", "IN"):
        told = told.child("pobj")
    if told is not None and told.i > verb.i:
        _meet(draft, told, text)
        return
    speaking = [
        child for child in verb.children if child.dep == "advcl" and child.lower in ("speaking", "talking", "writing")
    ]
    for word in (verb, *speaking):
        for child in word.children:
            where = child.child("pobj") if child.dep in ("prep", "dative") and child.lower in _AT else None
            if where is not None and _is_venue(where, text):
                _meet(draft, where, text)
                return
    _quoted_by(draft, text)


def _is_venue(where: Token, text: str) -> bool:
    known = where.lemma.lower() in of_sources("venue") or where.lower in of_sources("audience")
    return known or outlet_name(where, text) is not None


def _quoted_by(draft: Draft, text: str) -> None:
    """ "The agency quoted him as saying", "was quoted by the agency as saying": the agency carried it."""
    verb = draft.cue[0]
    quoting = verb.head.head if verb.dep == "pcomp" and verb.head.lower == "as" else None
    if quoting is None or quoting.lemma not in ("quote", "cite"):
        return
    by = agent(quoting) if is_passive(quoting) else quoting.child("nsubj")
    name = outlet_name(by, text) if by is not None else None
    if name and by is not None:
        draft.relay.append((name, noun_phrase(by)))


def _meet(draft: Draft, where: Token, text: str) -> None:
    draft.venue = noun_phrase(where)
    for word in [where, *_partners(where)]:
        name = outlet_name(word, text)
        if name and not any(name in known for known, _ in draft.relay):
            draft.relay.append((name, noun_phrase(word)))


def _partners(noun: Token) -> list[Token]:
    """ "An interview with CNN", "a reporter of the BBC", "CNN's Wolf Blitzer", "a CNN interview"."""
    found = [child for child in noun.children if child.dep in ("poss", "compound", "nmod")]
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("with", "to", "on", "by", "of", "for", "from"):
            pobj = child.child("pobj")
            if pobj is not None:
                found += [pobj, *(c for c in pobj.children if c.dep in ("poss", "compound"))]
    return found
