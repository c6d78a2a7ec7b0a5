"""Scope: carry stage, certainty and sign from the head of a sentence down to every event-denoting word."""

from __future__ import annotations

from onrecord.concepts.parse import Parse, Sentence, Token
from onrecord.layers.certainty import own
from onrecord.layers.certainty.edges import noun_edge, verb_edge
from onrecord.layers.certainty.effects import (
    CERTAIN,
    OPEN,
    PLAIN,
    PROBABLE,
    Frames,
    State,
    governors,
    main_conditions,
)
from onrecord.layers.certainty.nouns import is_event

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_ADJECTIVES = frozenset(("JJ", "JJR", "JJS"))
_SKIP = frozenset(
    ("punct", "det", "aux", "auxpass", "cc", "neg", "case", "expl", "mark", "nummod", "quantmod", "prt", "predet")
)
_CONDITIONED = (None, "announced", "done", "possible", "conditional")
_NO_FRAMES: Frames = {}

_PREDICATE = frozenset(("acomp", "ccomp", "xcomp", "oprd"))

type Found = dict[int, State]


def scopes(parse: Parse) -> Found:
    """The state of every event-denoting verb, noun and predicate adjective, by token number."""
    found: Found = {}
    for sentence in parse.sentences:
        _walk(parse, sentence, found)
    return found


def _walk(parse: Parse, sentence: Sentence, found: Found) -> None:
    tokens = parse.tokens[sentence.first : sentence.last]
    todo: list[tuple[Token, State, State | None]] = [
        (token, _root(token, tokens), None) for token in tokens if token.head is token
    ]
    while todo:
        token, env, shared = todo.pop()
        tag = token.tag
        if tag in _VERBS:
            _verb(token, env, shared, (found, todo))
        elif tag in _NOUNS:
            _noun(token, env, (found, todo))
        elif token.children:
            if tag in _ADJECTIVES:
                _adjective(token, env, (found, todo))
            else:
                _other(token, env, todo)


def _root(root: Token, tokens: list[Token]) -> State:
    """A yes-or-no question leaves its main clause open, "who", "when" and "why" take it for granted; "Firm to cut jobs" announces."""
    to = next((t for t in root.children if t.dep == "aux" and t.lower == "to"), None) if root.tag == "VB" else None
    if to is not None:
        if root.child("nsubj", "nsubjpass") is None:
            return OPEN._replace(cue=to, rule="infinitive")
        return State("announced", CERTAIN, True, to, "headline")
    if tokens[-1].lower != "?" and not (len(tokens) > 1 and tokens[-2].lower == "?"):
        return PLAIN
    if any(token.tag in ("WRB", "WP", "WDT") and token.i < root.i for token in tokens):
        return PLAIN
    return OPEN._replace(cue=tokens[-1], rule="question")


type Out = tuple[Found, list[tuple[Token, State, State | None]]]


def _verb(token: Token, env: State, shared: State | None, out: Out) -> None:
    found, todo = out
    mine = own.verb(token, shared)
    state = _join(env, mine)
    condition = _condition(token)
    if condition is not None and state.status in _CONDITIONED:
        state = State("conditional", min(state.level, PROBABLE), state.positive, condition, "condition")
    if token.dep not in ("aux", "auxpass") or token.lemma not in ("be", "have", "do"):
        found[token.i] = state
    frames = _frames(token)
    for child in token.children:
        dep = child.dep
        if dep in _SKIP:
            continue
        if dep == "conj":
            todo.append((child, env, mine))
        elif child.children or child.tag in _VERBS or child.tag in _NOUNS:
            todo.append((child, verb_edge(token, state, child, frames), None))


def _condition(token: Token) -> Token | None:
    """The "if" or "unless" of a clause that hangs on a verb."""
    for child in token.children:
        if child.dep == "advcl":
            for mark in child.children:
                if mark.dep in ("mark", "advmod") and mark.lower in main_conditions():
                    even = any(t.lower == "even" for t in child.children)
                    return None if even else mark
    return None


def _frames(token: Token) -> Frames:
    table = governors("verbs")
    frames = table.get(token.lower) or table.get(token.lemma) or _NO_FRAMES
    particle = token.child("prt")
    if particle is not None:
        frames = table.get(f"{token.lemma} {particle.lower}", frames)
    return frames


def _join(env: State, mine: State) -> State:
    """A clause's own state inside that of its place."""
    if mine is PLAIN:
        return env
    if env is PLAIN:
        return mine
    status = env.status or mine.status
    if env.status == "announced" and mine.status:
        status = mine.status
    cue, rule = (mine.cue, mine.rule) if mine.cue is not None else (env.cue, env.rule)
    level = min(env.level, mine.level)
    if env.status in ("requested", "planned") and not mine.positive:
        level = PROBABLE  # who is told not to go most likely does not
    return State(status, level, env.positive == mine.positive, cue, rule, env.voice or mine.voice)


def _noun(token: Token, env: State, out: Out) -> None:
    found, todo = out
    state = own.noun(token, env)
    if token.tag in ("NN", "NNS") and is_event(token.lemma):
        found[token.i] = state
    frames = governors("nouns").get(token.lemma, _NO_FRAMES)
    for child in token.children:
        dep = child.dep
        if dep in _SKIP:
            continue
        if dep == "conj":
            todo.append((child, env, None))
        elif child.children or child.tag in _VERBS or child.tag in _NOUNS:
            todo.append((child, noun_edge(token, state, child, frames), None))


def _adjective(token: Token, env: State, out: Out) -> None:
    found, todo = out
    state = env
    if token.dep in _PREDICATE or (token.dep == "conj" and token.head.dep in _PREDICATE):
        found[token.i] = state
    frames = governors("adjectives").get(token.lower, _NO_FRAMES)
    for child in token.children:
        if child.dep not in _SKIP and (child.children or child.tag in _VERBS or child.tag in _NOUNS):
            todo.append((child, env if child.dep == "conj" else verb_edge(token, state, child, frames), None))


def _other(token: Token, env: State, todo: list[tuple[Token, State, State | None]]) -> None:
    """Prepositions and the rest hand on what they were given."""
    for child in token.children:
        if child.dep not in _SKIP and (child.children or child.tag in _VERBS or child.tag in _NOUNS):
            todo.append((child, env, None))
