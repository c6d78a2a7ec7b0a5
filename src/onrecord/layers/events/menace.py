"""Menace: a threat against people, or with arms, is a threat of violence: the threat was made, the assault is threatened."""

from __future__ import annotations

from msgspec.structs import replace as change

from onrecord.concepts.event import Event
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.layers.events import slots
from onrecord.layers.events.codes import cameo, quad
from onrecord.layers.events.entries import classes
from onrecord.layers.events.match import slot

_WORDS = frozenset(("threat", "threaten", "menace"))
_PEOPLE = frozenset(
    (
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "who",
        "family",
        "figure",
        "candidate",
        "politician",
        "judge",
        "staff",
    )
)


def menaced(token: Token) -> bool:
    """Does a word tell a threat against people ("threats against the judges") or with arms ("threatened them with grenades")?"""
    if token.lemma not in _WORDS:
        return False
    if slots.is_verb(token):
        means = slot("with", token)
        arms = classes()["weapon"] | classes()["explosive"]
        return means is not None and not arms.isdisjoint(slots.sorts(means))
    target = slot("against", token) or slot("vprep", token)
    return target is not None and not (classes()["person"] | _PEOPLE).isdisjoint(slots.sorts(target))


def feared(threat: Event, name: str) -> Event:
    """The assault that a threat is about."""
    why = (*threat.why, Reason("type", "what is threatened to people is violence", (threat.trigger,)))
    return change(
        threat, id=name, type="ASSAULT", mode=None, cameo=cameo("ASSAULT", None, "threatened"), quad=quad("ASSAULT"),
        status="threatened", label="threatened", rule="threat against people", quantities=(), why=why,
    )  # fmt: skip
