"""Whose a number is: whose troops, who was killed, who attacked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from onrecord.concepts.figure import Figure
from onrecord.concepts.parse import Token
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Measure
from onrecord.layers.figures.site import Site, is_verb
from onrecord.layers.figures.vocabulary import CHANGES, DESTROYS, GROUPS, INCIDENTS, MIXED, OWNED

_SHARED = frozenset(
    {"xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "prep"}
)  # clauses that take their subject from above
_DOERS = frozenset({"attacks", "strikes", "missiles"})


class Owner(NamedTuple):
    """An actor id and a country code, either of them None, with the reason."""

    actor: str | None
    iso3: str | None
    reason: Reason | None = None


def subject_of(site: Site, measure: Measure, last: Figure | None, context: Context) -> Owner:
    """Whose troops, who was killed, who attacked; Owner(None, None) where the text does not say.

    A number of troops (ships, bases …) without an owner is of the same owner as the figure of its kind told last before it.
    """
    if _denied_owner(site):
        return Owner(None, None)
    owner = _reflexive(site, measure, context) or _of_phrase(site, context)
    if owner.iso3 or owner.actor:
        return owner
    if site.verb is not None and site.noun is None and any(c.dep == "expl" for c in site.verb.word.children):
        return _last_owner(measure, last) or owner  # "there are 88,000 now": those told of before
    if measure.name == "displaced" and measure.anchor.lemma == "flee":
        fled = next((child for child in measure.anchor.children if child.dep == "dobj"), None)
        return _owner(fled, context, "the country they fled") if fled is not None else owner
    if measure.name in INCIDENTS - _DOERS or measure.name == "displaced":
        return _same_people(site, last) or owner
    if site.verb is not None and site.verb.word.lemma in DESTROYS and site.verb.slot == "object":
        return owner  # who shoots an aircraft down does not own it
    holders = [token for token in _holders(site, measure) if not context.sent(token.start)]
    held = [_owner(token, context, "subject of the clause") for token in holders]
    body = context.body_among(owner.actor for owner in held[:1])
    if body is not None and not held[0].iso3:
        return held[0]
    of_state = (
        next((owner for owner in held if owner.iso3), None)
        or _last_owner(measure, last)
        or _usual_owner(measure, context)
    )
    return of_state or next((owner for owner in held if owner.actor), owner)


def _reflexive(site: Site, measure: Measure, context: Context) -> Owner | None:
    """ "the United States has cut its forces": the subject's own, whatever else "its" might stand for."""
    if site.verb is None:
        return None
    heads = [site.top, *(step.word for step in site.steps)]
    heads += [child for child in site.verb.word.children if child.dep == "dobj"]
    if not any(child.dep == "poss" and child.lower in ("its", "their") for head in heads for child in head.children):
        return None
    holders = (token for token in _holders(site, measure) if not context.sent(token.start))
    held = (_owner(token, context, "subject of the clause") for token in islice(holders, 1))
    return next((owner for owner in held if owner.iso3), None)


def _denied_owner(site: Site) -> bool:
    """ "non-US forces", "an additional 3,000 from other countries": said to be somebody else's."""
    words = [child for head in (site.noun, site.top) if head is not None for child in head.children]
    between = site.after(3)
    foreign = any(word.startswith("non-") or word == "non" or word in MIXED for word in between[:2])
    sources = [word for word in words if word.lower == "from" and word.i > site.last]
    others = [g for word in sources for inner in word.children for g in inner.children]
    held = next((c for c in site.verb.word.children if c.dep == "nsubj"), None) if site.verb is not None else None
    foreign = foreign or (
        held is not None and held.lemma.lower() in GROUPS and site.verb is not None and site.verb.slot == "object"
    )
    return foreign or any(token.lower in ("other", "several", "many") for token in others)


def _same_people(site: Site, last: Figure | None) -> Owner | None:
    """ "killed nine Afghans and injured 20 others": the others are of the same people."""
    others = site.noun is not None and site.noun.lower in ("others", "other")
    if last is None or not others or last.evidence.start != site.sentence.start or last.subject_iso3 is None:
        return None
    return Owner(last.subject, last.subject_iso3, Reason("subject", "others of the people told before"))


def _last_owner(measure: Measure, last: Figure | None) -> Owner | None:
    if last is None or last.measure != measure.name or last.subject_iso3 is None:
        return None
    return Owner(last.subject, last.subject_iso3, Reason("subject", "the owner of the figure before"))


def _usual_owner(measure: Measure, context: Context) -> Owner | None:
    """The state whose troops (ships, aircraft …) the report speaks of far more than of any other's."""
    iso3 = context.usual_owner(measure.name)
    state = context.state(iso3)
    return (
        Owner(state.id if state else None, iso3, Reason("subject", "the owner the report speaks of")) if iso3 else None
    )


def _of_phrase(site: Site, context: Context) -> Owner:
    """The name inside the counted phrase: "US troops", "German service members", "troops from Chad", "its soldiers"."""
    heads = [site.top, *(step.word for step in site.steps if not step.word.tag.startswith("VB"))]
    moved = any(step.word.lemma in CHANGES for step in site.steps)  # brought home from there: not whose, but whence
    if site.noun is not None and site.noun not in heads:
        heads.insert(0, site.noun)
    for head in heads:
        inner = [c for c in head.children if c.dep in ("amod", "compound", "poss", "nmod") and c.i < head.i]
        inner += [] if moved else _origins(head, site)
        for child in [*([head] if head.ent in ("NORP", "GPE") else []), *inner]:
            if child.dep in ("compound", "amod", "nmod") and not child.ent and child.text.islower():
                continue  # "active-duty troops in Iraq": a plain noun owns nothing, though the whole phrase is an actor
            if child.lower in ("our", "my"):
                return _speakers_own(site, context)
            owner = _owner(child, context, "named in the counted phrase")
            if owner.iso3 or (owner.actor and child.dep == "poss"):
                return owner
    return Owner(None, None)


def _origins(head: Token, site: Site) -> list[Token]:
    """Where those counted come from: "soldiers from Chad"."""
    return [g for c in head.children if c.dep == "prep" and c.lower == "from" and c.i > site.last for g in c.children]


def _speakers_own(site: Site, context: Context) -> Owner:
    """ "our troops" in somebody's mouth: those of the speaker's state."""
    statement = context.statement_at(site.quantity.start, site.quantity.end)
    speaker = next((a for a in context.page.actors if statement is not None and a.id == statement.speaker), None)
    state = context.state(speaker.iso3) if speaker is not None else None
    if speaker is None or speaker.iso3 is None:
        return Owner(None, None)
    return Owner(state.id if state else speaker.id, speaker.iso3, Reason("subject", "the speaker's own"))


def _holders(site: Site, measure: Measure) -> Iterable[Token]:
    """Subjects that have, keep, send or withdraw what is counted, nearest clause first."""
    if measure.name not in OWNED | _DOERS:
        return
    verb = site.verb.word if site.verb else None
    while verb is not None:
        if verb.dep == "pcomp" and verb.head.lower == "of":  # "accused Russia of having 9,000 soldiers"
            yield from (child for child in verb.head.head.children if child.dep == "dobj" and child.i < verb.i)
        for child in verb.children:
            if child.dep == "nsubj" and child is not site.top and child.i != site.first:
                yield verb.head if child.tag in ("WDT", "WP") and verb.dep == "relcl" else child
        above = _SHARED - {"ccomp"} if measure.name in _DOERS else _SHARED  # who says it did not do it
        verb = next((head for head in verb.ancestors() if is_verb(head)), None) if verb.dep in above else None


def _owner(token: Token, context: Context, rule: str) -> Owner:
    start, end = token.start, token.end
    for child in token.children:
        if child.dep in ("compound", "amod", "poss", "nmod") and child.i < token.i:
            inner = [c.start for c in child.children if c.dep == "compound"]  # "U.S. force levels"
            start = min(start, child.start, *inner)
    place = next((place for place in context.places_in(start, end) if place.iso3), None)
    actor = context.actor_at(start, end)
    iso3 = place.iso3 if place else actor.iso3 if actor else None
    if actor is None or actor.kind in ("person", "anonymous"):
        actor = context.state(iso3) or actor  # an official stands for the state whose troops they are
    cue = Span.of(context.parse.text, start, end)
    return (
        Owner(actor.id if actor else None, iso3, Reason("subject", rule, (cue,)))
        if iso3 or actor
        else Owner(None, None)
    )
