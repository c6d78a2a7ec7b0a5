"""Lineage: whom one row goes back to, by the first rule that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import names, values
from onrecord.reconcile.same import Fact

if TYPE_CHECKING:
    from onrecord.reconcile.origins import Context

_OPEN = (
    "announced",
    "planned",
    "ordered",
    "possible",
    "conditional",
    "threatened",
    "requested",
)  # stages before a thing is done


class Key(NamedTuple):
    """Kind and name of an origin, the rule that says so, the bodies it speaks for, and whether another outlet stands between."""

    kind: str
    name: str
    why: str
    bodies: frozenset[frozenset[str]] = frozenset()
    relayed: bool = False


def key_of(row: FigureRow, fact: Fact, context: Context) -> Key:
    """Where a row comes from, by the first rule that fits."""
    named = row.speaker if row.speaker_kind in ("named", "office", "document") else None
    return (
        _of_plan(row, fact, context) or (_of_speaker(row, named) if named else None) or _of_nobody(row, fact, context)
    )


def _of_plan(row: FigureRow, fact: Fact, context: Context) -> Key | None:
    if _is_plan(row, fact):
        return _plan(row, "a plan goes back to whoever plans it")
    beside = [other for other in context.sentences.get((row.report, row.evidence_start), ()) if _goes_with(row, other)]
    if beside:
        return _plan(row, f"told in one sentence with the plan of {values.words(beside[0])}")
    told = [other for other in context.plans.get(row.report, ()) if _goes_with(row, other)]
    if told and row.role == "level" and row.speaker_kind == "anonymous" and not row.relay:
        return _plan(row, f"from unnamed people who tell of the plan of {values.words(told[0])}")
    return None


def _of_speaker(row: FigureRow, name: str) -> Key:
    return Key("speaker", name, "who says it, on that occasion", _bodies(row))


def _of_nobody(row: FigureRow, fact: Fact, context: Context) -> Key:
    """From another outlet, from unnamed people, or in the report's own voice."""
    chain = _chain(row, fact, context)
    if chain:
        return Key("outlet", chain, f"the report has it from {chain}", relayed=True)
    if row.speaker_kind == "anonymous":
        if names.body(row.speaker):
            return Key("speaker", row.speaker or "", "unnamed, but of a named body: one origin with it", _bodies(row))
        return Key("unknown", row.speaker or row.source or "anonymous", "an anonymous source")
    report = context.reports.get(row.report)
    agency = report.agency if report else None
    if agency or row.outlet:
        return Key("outlet", agency or row.outlet or "", "stated in its own voice, nobody named")
    return Key("unknown", "unknown", "neither speaker nor outlet is known")


def _bodies(row: FigureRow) -> frozenset[frozenset[str]]:
    """The bodies for which somebody speaks, by name and by roles: "Pentagon spokesman" is the Pentagon's."""
    return frozenset(found for name in (row.speaker, *row.speaker_roles) if (found := names.body(name)))


def _is_plan(row: FigureRow, fact: Fact) -> bool:
    """A target, also one told as if it stood; or a change that one of the reports tells of before it is done."""
    if any(one.role == "target" for one in fact.rows):
        return True
    return row.role != "level" and any(one.role == "change" and one.status in _OPEN for one in fact.rows)


def _goes_with(row: FigureRow, other: FigureRow) -> bool:
    same = row.measure == other.measure and row.place_iso3 == other.place_iso3
    return same and other.n != row.n and other.role == "target"


def _plan(row: FigureRow, why: str) -> Key:
    return Key("plan", row.subject_iso3 or row.subject or row.speaker or "", why)


def _chain(row: FigureRow, fact: Fact, context: Context) -> str | None:
    """The outlet a row is said to be from; or one the report draws on, when that outlet states the same fact itself."""
    own = names.outlet(row.outlet)
    for outlet in row.relay:
        if names.outlet(outlet) != own:
            return outlet
    report = context.reports.get(row.report)
    stated = {names.outlet(other.outlet): other.outlet for other in fact.rows if other.report != row.report}
    heard = [
        stated[name] for name in map(names.outlet, report.relays if report else ()) if name != own and name in stated
    ]
    return heard[0] if heard else None
