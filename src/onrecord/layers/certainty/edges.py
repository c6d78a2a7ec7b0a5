"""Edges: the state that a governor hands down to each of its dependents."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.certainty.effects import (
    CERTAIN,
    FOLDER,
    NONE,
    OPEN,
    PLAIN,
    POSSIBLE,
    PROBABLE,
    Effect,
    Frame,
    Frames,
    State,
    cues,
)
from onrecord.layers.certainty.nouns import is_saying
from onrecord.lexicon import words

_REAL = (None, "done", "ongoing", "announced")
CUES = FOLDER / "cues.txt"
_FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
_FRAME_OF = {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "csubj": "subj", "attr": "obj", "oprd": "obj"}


def verb_edge(governor: Token, state: State, child: Token, frames: Frames) -> State:
    """The state that a verb or adjective hands to one of its dependents."""
    dep = child.dep
    if dep in ("ccomp", "xcomp", "pcomp"):
        return _complement(governor, state, child, frames)
    if dep in _FRAME_OF:
        frame = frames.get("obj" if dep == "nsubj" and _headline_passive(governor) else _FRAME_OF[dep])
        if frame is not None:
            if frame.plain.kind == "deny" and is_saying(child.lemma):
                return PLAIN
            return _govern(frame, state, governor)
        return PLAIN if _FRAME_OF[dep] == "subj" else state._replace(soft=True)
    if dep in ("prep", "agent"):
        return _preposition(governor, state, child, frames)
    if dep == "advcl":
        return _adverbial(governor, state, child, frames)
    if dep in ("acomp", "advmod", "npadvmod"):
        return state
    return PLAIN


def _headline_passive(verb: Token) -> bool:
    """A participle without auxiliary that heads its sentence: "Flight delayed after accident"."""
    return verb.tag == "VBN" and verb.head is verb and verb.child("aux", "auxpass", "dobj") is None


def _complement(governor: Token, state: State, child: Token, frames: Frames) -> State:
    name = _clause_frame(child)
    if name == "to" and child.i < governor.i and child.child("nsubj", "nsubjpass") is not None:
        return State("announced", CERTAIN, True, child.child("aux"), "headline")  # "Firm to cut jobs, minister says"
    frame = frames.get(name)
    if frame is None and name == "obj":
        frame = frames.get("to")
    if frame is not None:
        return _govern(frame, state, governor)
    if name == "that":
        return PLAIN
    if name == "wh":
        return OPEN._replace(cue=governor)
    return State("possible", NONE, True, governor, "how to") if name == "how" else state


def _clause_frame(child: Token) -> str:
    finite = child.tag in ("VBD", "VBZ", "VBP")
    for token in child.children:
        if token.i > child.i:
            break
        if token.dep == "aux" and token.lower == "to":
            return "how" if any(t.tag in ("WRB", "WP") for t in child.children) else "to"
        if token.dep == "mark" and token.lower in ("whether", "if"):
            return "wh"
        finite = finite or (token.dep in ("aux", "auxpass") and token.tag in _FINITE)
    if finite:
        return "that"
    return "ing" if child.tag == "VBG" else "obj" if child.tag == "VB" else "that"


def _preposition(governor: Token, state: State, child: Token, frames: Frames) -> State:
    frame = frames.get(child.lower)
    if frame is not None:
        return _govern(frame, state, governor)
    effect = cues("prepositions").get(child.lower)
    if effect is not None:
        return _apply(effect, state, child)
    if child.dep == "agent":
        return PLAIN
    return state._replace(soft=True)


def _adverbial(governor: Token, state: State, child: Token, frames: Frames) -> State:
    """The state of an adverbial clause, by its conjunction."""
    table = cues("conjunctions")
    for token in child.children:
        if token.dep in ("mark", "advmod") and token.lower in table:
            effect = table[token.lower]
            if effect.kind == "before":
                return PLAIN if state.status in (None, "done", "ongoing") and child.tag != "VBG" else state
            if effect.kind == "own":
                return state if state.status == "announced" and child.tag in ("VBZ", "VBP", "VBG") else PLAIN
            return _apply(effect, state, token)
        if token.dep == "aux" and token.lower == "to":
            return _infinitive(governor, state, child, frames)
    if child.tag == "VBG":
        return state
    return PLAIN


def _infinitive(governor: Token, state: State, child: Token, frames: Frames) -> State:
    """An infinitive beside a verb: "expects sales to fall", "rose to close at 13", "gathered to denounce", or a purpose."""
    if child.child("nsubj", "nsubjpass") is not None and "to" in frames:
        return _complement(governor, state, child, frames)
    if child.lemma in words(CUES, "results") or child.lemma in words(CUES, "occasions"):
        return state
    return State("planned", NONE, True, child, "purpose")


def _past(cue: Token) -> bool:
    return any(t.lower in ("was", "were", "had") for t in (*cue.children, cue.head) if t is not cue)


def _govern(frame: Frame, state: State, governor: Token) -> State:
    return _apply(frame.plain if state.positive else frame.negated, state, governor)


def _apply(effect: Effect, state: State, cue: Token) -> State:
    """What a governor in a state does to what it governs."""
    kind = effect.kind
    if kind in _SPECIAL:
        return _SPECIAL[kind](state, cue)
    if kind in ("fact", "own"):
        return PLAIN
    if effect.status in (None, "announced") and state.status not in _REAL:
        return state
    return State(effect.status, effect.level, effect.positive, cue, "governed")


def _keep(state: State, cue: Token) -> State:  # noqa: ARG001
    return state


def _turn(state: State, cue: Token) -> State:
    return state._replace(positive=not state.positive, cue=cue, rule="turned", soft=False)


def _deny(state: State, cue: Token) -> State:  # noqa: ARG001
    return State(cue=cue, rule="denied", voice="deny")


def _before(state: State, cue: Token) -> State:  # noqa: ARG001
    return PLAIN if state.status in ("done", "ongoing", None) and state.level else state


def _slated(state: State, cue: Token) -> State:  # noqa: ARG001
    return State("planned", NONE if _past(cue) else PROBABLE, True, cue, "governed")


def _must(state: State, cue: Token) -> State:
    return state if state.status == "announced" else State("requested", NONE, True, cue, "governed")


def _able(state: State, cue: Token) -> State:
    return state if _past(cue) else State("possible", POSSIBLE, True, cue, "governed")


def _alleged(state: State, cue: Token) -> State:
    return State(None, PROBABLE, state.positive, cue, "alleged", "alleged") if state.status in _REAL else state


_SPECIAL = {
    "alleged": _alleged,
    "keep": _keep,
    "turn": _turn,
    "deny": _deny,
    "before": _before,
    "slated": _slated,
    "must": _must,
    "able": _able,
}


def noun_edge(token: Token, state: State, child: Token, frames: Frames) -> State:
    """The state that a noun hands to one of its dependents."""
    dep = child.dep
    if dep == "prep":
        frame = frames.get(child.lower)
        if frame is not None:
            return _govern(frame, state, token)
        effect = cues("prepositions").get(child.lower)
        if effect is not None:
            return _apply(effect, state, child)
        return state._replace(soft=True) if state.positive else OPEN._replace(cue=state.cue, soft=True)
    if dep in ("acl", "relcl", "ccomp"):
        return _noun_clause(token, state, child, frames)
    if dep in ("compound", "nmod"):
        frame = frames.get("of")  # a death threat is a threat of death
        return state if frame is None or frame.plain.status == "conditional" else _govern(frame, state, token)
    return PLAIN


def _noun_clause(token: Token, state: State, child: Token, frames: Frames) -> State:
    name = _clause_frame(child)
    participle = child.dep == "acl" and name != "to" and child.tag in ("VBG", "VBN")
    frame = frames.get("ing" if participle else name)
    if frame is not None and not (child.dep == "relcl" and name == "that"):
        return _govern(frame, state, token)
    if name == "to":
        return _noun_infinitive(token, state, child)
    return state if state.status not in _REAL and participle and child.tag == "VBG" else PLAIN


def _noun_infinitive(token: Token, state: State, child: Token) -> State:
    """An infinitive after a noun: "the first to leave" did, "rules to be published" will be, "a ceremony to mark" marks, else open."""
    if any(t.lower in ("first", "last", "only", "latest") for t in token.children):
        return state
    if token.head is token:
        return State("announced", CERTAIN, True, child, "headline")
    if child.child("auxpass") is not None:
        return State("planned", PROBABLE, True, child, "to be done")
    if child.lemma in words(CUES, "occasions"):
        return state
    return OPEN._replace(cue=token)
