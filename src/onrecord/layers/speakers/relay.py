"""Outlets between a speaker and the report, by the names the report's actors have."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from onrecord.concepts.reason import Reason
from onrecord.concepts.statement import Statement
from onrecord.layers.speakers.who import Mentions


def relay_of(statement: Statement, statements: Sequence[Statement], mentions: Mentions) -> Statement:
    """A statement with its outlets: those it was told, then those whose reports it stands in, nearest first."""
    names: list[str] = []
    reasons = []
    for reason in statement.why:
        if reason.field == "relay" and reason.note:
            places = [pair for cue in reason.cues for pair in mentions.at(cue.start, cue.end)]
            known = [actor.name for _, actor in places if actor.kind == "outlet"]
            names.append(known[0] if known else reason.note)
    above = _parent(statement, statements)
    while above is not None:
        actor = mentions.actors.get(above.speaker or "")
        if actor is not None and actor.kind == "outlet" and actor.name not in names:
            names.append(actor.name)
            cues = (above.source,) if above.source else ()
            reasons.append(Reason("relay", "outlet of the report it stands in", cues, actor.name))
        above = _parent(above, statements)
    return structs.replace(statement, relay=tuple(dict.fromkeys(names)), why=(*statement.why, *reasons))


def _parent(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The statement it is nested in; ids are s1, s2 … in order."""
    return statements[int(statement.parent[1:]) - 1] if statement.parent else None
