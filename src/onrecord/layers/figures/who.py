"""Whose a number is, and where it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.concepts.figure import Figure
from onrecord.concepts.parse import Token
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.measure import Measure
from onrecord.layers.figures.site import Site, is_verb
from onrecord.layers.figures.vocabulary import INCIDENTS, INTAKE, WHERE

_NEAR_WORDS = 5  # words after the number within which a clause is still of its noun
_FRESH = 900  # characters over which a place told before still holds, whatever the report speaks of most
_SHARED = frozenset(
    {"xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "prep"}
)  # clauses that take their subject from above
_OWNERS = frozenset({"troops", "contractors", "fighters", "police", "aircraft", "vehicles", "ships", "bases"})
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
    owner = _of_phrase(site, context)
    if owner.iso3 or owner.actor or _denied_owner(site):
        return owner
    if measure.name == "displaced" and measure.anchor.lemma == "flee":
        fled = next((child for child in measure.anchor.children if child.dep == "dobj"), None)
        return _owner(fled, context, "the country they fled") if fled is not None else owner
    if measure.name in INCIDENTS - _DOERS or measure.name == "displaced":
        return owner
    held = [_owner(token, context, "subject of the clause") for token in _holders(site, measure)]
    of_state = (
        next((owner for owner in held if owner.iso3), None)
        or _last_owner(measure, last)
        or _usual_owner(measure, context)
    )
    return of_state or next((owner for owner in held if owner.actor), owner)


def _denied_owner(site: Site) -> bool:
    """ "non-US forces", "soldiers from other countries": said to be somebody else's."""
    words = [child for head in (site.noun, site.top) if head is not None for child in head.children]
    return any(word.lower.startswith("non") for word in words if word.i >= site.first) or any(
        word.lower == "from" and word.i > site.last for word in words
    )


def _last_owner(measure: Measure, last: Figure | None) -> Owner | None:
    if last is None or last.measure != measure.name or last.subject_iso3 is None or measure.name not in _OWNERS:
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
    if site.noun is not None and site.noun not in heads:
        heads.insert(0, site.noun)
    for head in heads:
        inner = [c for c in head.children if c.dep in ("amod", "compound", "poss", "nmod") and c.i < head.i]
        inner += [
            g for c in head.children if c.dep == "prep" and c.lower == "from" and c.i > site.last for g in c.children
        ]
        for child in [*([head] if head.ent in ("NORP", "GPE") else []), *inner]:
            if child.lower in ("our", "my"):
                return _speakers_own(site, context)
            owner = _owner(child, context, "named in the counted phrase")
            if owner.iso3 or (owner.actor and child.dep == "poss"):
                return owner
    return Owner(None, None)


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
    if measure.name not in _OWNERS | _DOERS:
        return
    verb = site.verb.word if site.verb else None
    while verb is not None:
        for child in verb.children:
            if child.dep == "nsubj" and child is not site.top and child.i != site.first:
                yield verb.head if child.tag in ("WDT", "WP") and verb.dep == "relcl" else child
        verb = next((head for head in verb.ancestors() if is_verb(head)), None) if verb.dep in _SHARED else None


def _owner(token: Token, context: Context, rule: str) -> Owner:
    start, end = token.start, token.end
    for child in token.children:
        if child.dep in ("compound", "amod", "poss", "nmod") and child.i < token.i:
            start = min(start, child.start)
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


def place_of(site: Site, measure: Measure, context: Context, owner: Owner) -> tuple[Place | None, Reason | None]:
    """Where the number holds: its own phrase, the clause, the sentence, what was told before it, the country most spoken of."""
    found = _taking_in(site, context) or _beside_move(site, context) or _attached(site, context)
    if found:
        return found, _because(found, "in the clause")
    apart = owner.iso3 if measure.name in _OWNERS else None
    here = [place for place in context.places_in(site.sentence.start, site.sentence.end) if _holds(place, apart)]
    here = [place for place in here if context.located(place)]
    if here:
        place = min(here, key=lambda place: abs(place.start - site.quantity.start))
        return place, _because(place, "nearest in the sentence")
    before = [p for p in context.places_in(context.body, site.sentence.start) if _holds(p, apart)]
    before = [place for place in before if context.located(place)] or before
    main = context.main_place(apart)
    fresh = before and site.sentence.start - before[-1].end < _FRESH
    if before and (fresh or main is None or main.iso3 == before[-1].iso3):
        place = _finest(before)
        return place, _because(place, "told before")
    return (main, _because(main, "the country most spoken of")) if main else (None, None)


def _finest(places: list[Place]) -> Place:
    """The place told last; where that is a whole country, the last one told inside it."""
    last = places[-1]
    inside = [place for place in places if place.iso3 == last.iso3 and place.kind != "country"]
    return inside[-1] if last.kind == "country" and inside else last


def _holds(place: Place, apart: str | None) -> bool:
    """True for a place meant as a place, in another country than the one that owns what is counted."""
    return place.use == "literal" and place.iso3 is not None and place.iso3 != apart


def _because(place: Place, rule: str) -> Reason:
    return Reason("place", rule, (Span(place.start, place.end, place.text),))


def _named(place: Place) -> bool:
    return place.kind != "body" and place.use in ("literal", "embedded")


def _taking_in(site: Site, context: Context) -> Place | None:
    """ "Poland admitted 5,000 people": those taken in are where the country is that takes them."""
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in INTAKE or not site.verb or site.verb.slot != "object":
        return None
    taker = next((child for child in verb.children if child.dep == "nsubj"), None)
    return next(iter(context.places_in(taker.start, taker.end)), None) if taker is not None else None


def _beside_move(site: Site, context: Context) -> Place | None:
    """ "cut forces in Mali from 900 to 500 and those in Chad from 300 …": the place told last before the number; "leave Mali"."""
    if site.lead in ("from", "to", "by"):
        before = [
            p for p in context.places_in(site.sentence.start, site.quantity.start) if _named(p) and context.located(p)
        ]
        if before:
            return before[-1]
    verb = site.verb.word if site.verb else None
    left = next((c for c in verb.children if c.dep == "dobj" and c is not site.top), None) if verb is not None else None
    places = [p for p in context.places_in(left.start, left.end) if p.use == "literal"] if left is not None else []
    return places[0] if places else None


def _attached(site: Site, context: Context) -> Place | None:
    """A place in a prepositional phrase of the counted phrase, of a word above it, or of the object of its verb, the nearest first."""
    own = (site.top, site.noun) if site.noun is not None and site.noun.i < site.first else (site.noun, site.top)
    heads = [token for token in own if token is not None] + [step.word for step in site.steps]
    if site.verb is not None:
        heads += [
            child for child in site.verb.word.children if child.dep in ("dobj", "nsubjpass") and child.i < site.first
        ]
    for head in dict.fromkeys(heads):
        found = _in_phrases(head, context) or _in_clauses(head, site, context)
        if found:
            return found
    return None


def _in_phrases(head: Token, context: Context) -> Place | None:
    """The place of a prepositional phrase right under a word: "in Iraq", "in the town of Milis"."""
    for prep in head.children:
        if prep.dep in ("prep", "agent") and prep.lower in WHERE:
            for inner in prep.children:
                start = min((c.start for c in inner.children if c.i < inner.i), default=inner.start)
                places = [p for p in context.places_in(start, inner.end) if _named(p)]
                nested = places[0] if places else _in_phrases(inner, context) if inner.tag.startswith("N") else None
                if nested:
                    return nested
    return None


def _in_clauses(head: Token, site: Site, context: Context) -> Place | None:
    """The place of a clause that hangs on a noun: "soldiers deployed in Mali"."""
    clauses = (c for c in head.children if c.dep in ("acl", "relcl") and 0 < c.i - site.last < _NEAR_WORDS)
    return next((place for clause in clauses if (place := _in_phrases(clause, context))), None)
