"""Settle: a state becomes a Certainty: status, polarity, commitment by holder, and the one word people read."""

from __future__ import annotations

from onrecord.concepts.certainty import Certainty, Commitment, Label, Level, Polarity, Status
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.layers.certainty.effects import FOLDER, NONE, POSSIBLE, State
from onrecord.lexicon import words

CUES = FOLDER / "cues.txt"

_LEVELS: tuple[Level, ...] = ("none", "possible", "probable", "certain")
_LABELS: dict[str, Label] = {"ordered": "announced", "requested": "unknown"}
_ENTRIES = {(level, sign): Commitment("author", level, sign) for level in _LEVELS for sign in ("positive", "negative")}


def settle(token: Token, state: State, statement: Statement | None, text: str) -> Certainty:
    """The certainty of an event-denoting word in its state, inside a statement or outside of any."""
    status: Status = state.status or _tense(token)
    polarity: Polarity = "positive" if state.positive else "negative"
    level = _LEVELS[state.level]
    said: Polarity = "negative" if state.voice == "deny" else polarity
    if statement is None:
        entries: tuple[Commitment, ...] = (_ENTRIES[level, said],)
    else:
        entries = (_ENTRIES["none", polarity], Commitment(statement.id, level, said))
    cue = state.cue
    span = Span.of(text, cue.start, cue.end) if cue is not None else None
    label, rule = _label(status, state), state.rule
    if statement is not None and label in ("done", "ongoing") and statement.cue_lemma in words(CUES, "claims"):
        label, rule, span = "alleged", "claimed", statement.cue
    why = (Reason("label", rule, (span,) if span is not None else ()),)
    return Certainty(status, polarity, entries, label, span, statement.id if statement is not None else None, why)


def _tense(token: Token) -> Status:
    """The stage of a plain clause: what is present holds on, all else is done."""
    tag = token.tag
    if tag in ("VBZ", "VBP"):
        return "ongoing"
    if tag == "VBG" and any(child.dep == "aux" and child.lower != "been" for child in token.children):
        return "ongoing"
    return "done"


def _label(status: Status, state: State) -> Label:
    if state.voice:
        return "denied" if state.voice == "deny" else "alleged"
    if status == "conditional":
        return "conditional"
    if not state.positive:
        return "negated"
    if status in ("done", "ongoing") and state.level < 3:
        return "possible" if state.level > NONE else "unknown"
    if status == "announced" and state.level == POSSIBLE:
        return "possible"
    return _LABELS.get(status) or status  # type: ignore[return-value]
