"""What a verb or noun says of itself: auxiliaries, negation, adverbs, articles, adjectives."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.concepts.parse import Token
from onrecord.layers.certainty.effects import CERTAIN, NONE, OPEN, PLAIN, PROBABLE, Effect, State, cues, negative_words

_AUX = frozenset(("aux", "auxpass"))
_HAVE = frozenset(("have", "'ve"))
_PRESENT = frozenset(("do", "does", "can", "ca", "will", "wo", "'ll"))
_OBJECTS = frozenset(("dobj", "attr"))
_BARE_FORMS = frozenset(("VB", "VBN", "VBG"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "expl"))
_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "whose")
)
_MAIN = frozenset(("ROOT", "conj", "parataxis", "dep", "ccomp"))
_REQUESTED = State("requested", NONE, True, None, "imperative")


@cache
def _modals() -> dict[str, State]:
    """States of the modals; `would` is settled in the clause."""
    return {
        word: State(effect.status, effect.level, True, None, "would" if effect.kind == "would" else "modal")
        for word, effect in cues("modals").items()
    }


class _Words(NamedTuple):
    """The words around a verb that decide its state."""

    modal: Token | None
    perfect: bool
    negation: Token | None
    adverb: Token | None
    bare: bool  # neither auxiliary nor subject


def _read(token: Token) -> _Words:
    modal = negation = adverb = None
    perfect, bare = False, True
    adverbs = cues("adverbs")
    for child in token.children:
        dep = child.dep
        if dep in _AUX:
            bare = False
            if child.tag == "MD":
                modal = child
            perfect = perfect or child.lower in _HAVE
            if child.children:
                negation = child.child("neg") or negation
        elif dep == "neg" or (dep == "preconj" and child.lower == "neither"):
            negation = child
        elif dep in _ARGUMENTS:
            bare = bare and dep in _OBJECTS
            negation = _denied(child) or negation
        elif dep == "advmod" and child.lower in adverbs:
            adverb = child
    return _Words(modal, perfect, negation, adverb, bare)


def verb(token: Token, shared: State | None) -> State:
    """State of a verb by its auxiliaries, negation and adverbs; `shared` is the state of the verb it is joined to."""
    words = _read(token)
    state = PLAIN
    if words.modal is not None:
        state = _modal(token, words.modal, words.perfect)
    elif words.bare:
        if shared is not None and token.tag == token.head.tag and token.tag in _BARE_FORMS:
            state = shared
        elif token.tag == "VB" and token.dep in _MAIN:
            state = _REQUESTED
    if words.negation is not None:
        state = negate(state, words.negation)
        if state.level == CERTAIN and _open_ended(token):
            state = state._replace(level=PROBABLE)
    return state if words.adverb is None else qualify(state, words.adverb)


def _open_ended(verb: Token) -> bool:
    """Is what is denied present or to come, so that it may still be: "does not plan", "will not go" (not: "did not go")?"""
    if verb.tag in ("VBZ", "VBP"):
        return True
    return any(child.dep == "aux" and child.lower in _PRESENT for child in verb.children)


def _modal(verb: Token, cue: Token, perfect: bool) -> State:
    """A modal's state; "would" reports a plan after a verb of saying ("said it would"), else it supposes."""
    state = _modals().get(cue.lower)
    if state is None:
        return PLAIN
    if perfect and (state.rule == "would" or state.status == "requested"):
        return _unreal(cue)
    if state.rule != "would":
        return state._replace(cue=cue)
    if verb.dep == "ccomp" and verb.head.tag in ("VBD", "VBN", "VBG"):
        return State("announced", PROBABLE, True, cue, "would")
    return State("conditional", NONE, True, cue, "would")


def _denied(argument: Token) -> Token | None:
    """The word that denies a clause by its subject or object: "no weapons were found", "nobody came"."""
    words = negative_words()
    if argument.lower in words and argument.tag != "JJ":
        return argument
    if any(t.tag == "JJR" or t.lower == "more" for t in argument.subtree()[:4]):
        return None  # "no more urgent task" is the most urgent one
    return next((t for t in argument.children if t.dep in ("det", "neg") and t.lower in ("no", "neither")), None)


def _unreal(cue: Token) -> State:
    """A modal with "have": "must have been" is a guess, "would have won", "should have come" did not take place."""
    if cue.lower == "must":
        return State(None, PROBABLE, True, cue, "must have")
    return State("conditional", NONE, True, cue, "unreal past")


def negate(state: State, cue: Token) -> State:
    """Turn the sign; what cannot or could not be is certainly not so, what should or would not be is probably not so."""
    if state.status == "possible" and state.cue is not None and state.cue.lower in ("can", "ca", "could"):
        return State(None, CERTAIN, False, cue, "negation")
    level = max(state.level, PROBABLE) if state.status in ("requested", "conditional") else state.level
    return state._replace(positive=not state.positive, cue=cue, rule="negation", level=level)


def qualify(state: State, cue: Token) -> State:
    """Lower the certainty by an adverb."""
    effect = cues("adverbs")[cue.lower]
    if effect.kind == "future":
        return state if state.status else State("announced", CERTAIN, state.positive, cue, "future adverb")
    if effect.kind == "alleged":
        return state._replace(voice="alleged", level=min(state.level, 1), cue=cue, rule="hearsay adverb")
    return State(state.status or effect.status, min(state.level, effect.level), state.positive == effect.positive,
                 cue, "adverb", state.voice)  # fmt: skip


def noun(token: Token, env: State) -> State:
    """State of a noun: that of its place in the clause, less what its article and adjectives say."""
    adjectives = cues("adjectives")
    for child in token.children:
        if child.i > token.i:
            break
        if child.lower in adjectives and child.dep in ("amod", "det", "nmod"):
            return _described(child, adjectives[child.lower], env)
        if child.dep in ("det", "neg") and child.lower in ("no", "neither"):
            return negate(env, child) if env.positive else env
        if env.soft and (child.dep == "poss" or child.lower in _DEFINITE):
            env = PLAIN
    return env


def _described(cue: Token, effect: Effect, env: State) -> State:
    if effect.kind == "alleged":
        return env._replace(voice="alleged", level=min(env.level, 1), cue=cue, rule="hearsay adjective", soft=False)
    if not env.positive or env.status not in (None, "done", "ongoing"):
        return env
    if cue.lower == "any":
        return OPEN._replace(cue=cue)
    return State(effect.status, effect.level, effect.positive, cue, "adjective")
