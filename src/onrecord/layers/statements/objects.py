"""Cue verbs that take a noun phrase, an infinitive or a preposition: "denied the report", "vowed to …", "called for …"."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements.clauses import Spans, phrase
from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.phrases import first_of, is_infinitive, last_of
from onrecord.layers.statements.sources import may_speak
from onrecord.layers.statements.words import Frames, helpers, of_sources

_PREPOSITIONS = frozenset(["for", "about", "of", "on", "against", "to", "with", "at", "over", "in", "into", "from"])


def active(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """Fill a draft from a verb in the active; False if none of its frames is there."""
    return (
        _infinitive(verb, frames, draft, tokens)
        or _predicate(verb, frames, draft, tokens)
        or _object(verb, frames, draft, tokens)
        or _preposition(verb, frames, draft, tokens)
    )


def _fill(draft: Draft, rule: str, act: str, spans: Spans) -> bool:
    draft.rule, draft.act, draft.spans, draft.only_quotes = rule, act, spans, False
    return bool(spans)


def _infinitive(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "Promised to leave", "ordered them to leave"."""
    for child in verb.children:
        if child.dep not in ("xcomp", "ccomp", "advcl") or child.i < verb.i or not is_infinitive(child):
            continue
        if "for" in frames and any(
            c.lower == "for" and c.dep == "prep" and verb.i < c.i < child.i for c in verb.children
        ):
            continue
        addressed = verb.child("dobj", "dative") is not None or child.child("nsubj") is not None
        act = (frames.get("objinf") or frames.get("for")) if addressed else frames.get("inf") or frames.get("objinf")
        if act and not (child.dep == "advcl" and not addressed):
            return _fill(draft, "infinitive of a cue verb", act, phrase(first_of(child), last_of(child), tokens))
    return False


def _predicate(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "Described it as …", "called it …"."""
    thing = verb.child("dobj")
    if "pred" in frames:
        said = verb.child("oprd", "xcomp") or next(
            (c for c in verb.children if c.dep == "ccomp" and c.tag[0] != "V" and c.i > verb.i), None
        )
        if said is not None and said.i > verb.i and not is_infinitive(said):
            first = thing if thing is not None and verb.i < thing.i < said.i else said
            return _fill(
                draft, "predicate of a cue verb", frames["pred"], phrase(first_of(first), last_of(said), tokens)
            )
    if "as" in frames and thing is not None:
        said = next((c for c in verb.children if c.lower == "as" and c.i > verb.i and c.dep == "prep"), None)
        if said is not None:
            first = thing if thing.i > verb.i else said
            return _fill(
                draft,
                "object of a cue verb, with as",
                frames["as"],
                phrase(first_of(first), last_of(said), tokens),
            )
    return False


def _object(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "Denied the report", "accused Iran of …", "denied attacking …"."""
    more = [frame[1:] for frame in frames if frame[0] == "+"]
    act = frames.get("np") or (frames[f"+{more[0]}"] if more else None)
    if act is None:
        return False
    thing = verb.child("dobj") or next((c for c in verb.children if c.dep == "xcomp" and c.tag == "VBG"), None)
    if thing is None:
        if verb.dep == "relcl" and verb.child("nsubj") is not None and verb.head.tag[0] == "N":
            noun = verb.head
            last = max((c for c in noun.children if noun.i < c.i < first_of(verb).i), default=noun, key=lambda c: c.i)
            last = noun if last is noun or last.dep == "punct" else last_of(last)
            return _fill(draft, "noun before a cue verb", act, phrase(first_of(noun), last, tokens))
        return False
    if (thing.i < verb.i and thing.tag not in ("WP", "WDT")) or thing.lemma in helpers("things"):
        return False
    if verb.lemma in helpers("naming") and may_speak(thing):
        return False
    if more and not frames.get("np") and not any(c.dep == "prep" and c.lower in more for c in verb.children):
        return False
    last = _with_phrases(verb, thing)
    return _fill(draft, "object of a cue verb", act, phrase(first_of(thing), last, tokens))


def _with_phrases(verb: Token, thing: Token) -> Token:
    """The last word of an object and the phrases after it, up to a time, a place of speaking or a clause."""
    last = last_of(thing)
    for child in verb.children:
        if child.i <= thing.i or child.dep not in ("prep", "dative"):
            if child.i > thing.i and child.dep not in ("punct", "advmod"):
                break
            continue
        where = child.child("pobj", "pcomp")
        if where is None or where.ent in ("DATE", "TIME") or where.lemma.lower() in of_sources("venue"):
            break
        last = last_of(child)
    return last


def _preposition(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "Called for …", "warned of …"."""
    for child in verb.children:
        if child.dep != "prep" or child.i < verb.i or child.lower not in frames or child.lower not in _PREPOSITIONS:
            continue
        said = child.child("pobj", "pcomp")
        if said is not None:
            return _fill(
                draft,
                "preposition of a cue verb",
                frames[child.lower],
                phrase(first_of(said), last_of(child), tokens),
            )
    return False


def passive(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """Fill a draft from a verb in the passive."""
    subject = verb.child("nsubjpass")
    if verb.dep == "acl" and subject is None:
        return draft.speaker is not None and "np" in frames and _described(verb, frames, draft, tokens)
    if subject is None:
        return False
    before = phrase(first_of(subject), last_of(subject), tokens)
    for child in verb.children:
        if child.dep == "xcomp" and is_infinitive(child) and ("passive" in frames or "objinf" in frames):
            act = frames.get("passive") or frames["objinf"]
            after = phrase(first_of(child), last_of(child), tokens)
            return _fill(draft, "infinitive of a passive cue", act, before + after)
        as_act = _act_of(child, frames)
        said = child.child("pobj", "pcomp", "amod") if child.dep == "prep" else child
        if as_act and said is not None:
            return _fill(draft, "passive cue", as_act, before + phrase(first_of(said), last_of(child), tokens))
    if "np" in frames and draft.speaker is not None:
        return _fill(draft, "subject of a passive cue", frames["np"], before)
    return False


def _act_of(child: Token, frames: Frames) -> str | None:
    """The act of "described as …", "accused of …" in the passive."""
    if child.dep == "prep":
        return frames.get("as") if child.lower == "as" else frames.get(f"+{child.lower}")
    return frames.get("pred") if child.dep == "oprd" else None


def _described(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "The plan announced by the minister": the noun before the participle."""
    noun = verb.head
    before = [child for child in noun.children if noun.i < child.i < verb.i and child.dep == "prep"]
    last = last_of(before[-1]) if before else noun
    return _fill(draft, "noun before a passive cue", frames["np"], phrase(first_of(noun), last, tokens))
