"""Where a number holds: by its phrase, its clause, its sentence, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.concepts.parse import Token
from onrecord.concepts.place import Place
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Measure
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import (
    AREAS,
    INCIDENTS,
    INTAKE,
    NOWHERE,
    OWNED,
    REFUGEES,
    SCENES,
    WHERE,
    WORLD,
    named,
)
from onrecord.layers.figures.who import Owner

type Found = tuple[Place | None, Reason | None]

_NEAR_WORDS = 5  # words after the number within which a clause is still of its noun
_TOLD = 20_000  # characters over which a reader remembers a place at all
_SOIL = named("soil")
_HOSTS = named("hosting verbs")
_COUNTRIES = named("countries")
_INSIDE = frozenset({"in", "across", "inside", "throughout"})
_FRESH = 900  # characters over which a place told before still holds, whatever the report speaks of most


def place_of(site: Site, measure: Measure, context: Context, owner: Owner) -> Found:
    """Where the number holds: its own phrase, the clause, the sentence, what was told before it, the country most spoken of."""
    found = (
        _behind(site, context)
        or _taking_in(site, measure, context)
        or _hosted(site, measure, context)
        or _beside_move(site, context)
        or _own_stretch(site, context)
        or _attached(site, context)
        or _scene_of(measure, context)
    )
    if found and _one_country(found, context):
        found = _container(found, context)
        return found, _because(found, "in the clause")
    if found is None and (whole := _the_country(site, owner, context)):
        return whole, _because(whole, "the country told of")
    if found or _everywhere(site):
        return None, Reason("place", "in several countries" if found else "no single place")
    if measure.name == "money":
        return None, None
    abroad = measure.name in OWNED or measure.rule == "people taken in" or _refuge(site, measure)
    apart = owner.iso3 if abroad else None
    place = _here(site, apart, context) or _region(site, context)
    if place is not None:
        return place, _because(place, "nearest in the sentence")
    return _before(site, measure, (apart, owner), context)


def _the_country(site: Site, owner: Owner, context: Context) -> Place | None:
    """ "900 soldiers in the country": the state that the words stand for, else the country told last that does not own them."""
    at = site.last + 1 - site.sentence.first
    words = site.words[at : at + 9]
    whole = next((n for n, word in enumerate(words) if word.lower in _COUNTRIES), 0)
    start = next((n for n in range(whole - 1, -1, -1) if words[n].lower == "the"), 0)
    if not start or words[start - 1].lower not in _INSIDE or any(w.lower in (",", "and") for w in words[start:whole]):
        return None
    actor = context.actor_at(words[start].start, words[whole].end)
    meant = actor.iso3 if actor is not None and actor.kind == "state" and actor.iso3 != owner.iso3 else None
    told = [
        p for p in context.places_in(0, site.sentence.end) if p.kind == "country" and p.iso3 not in (None, owner.iso3)
    ]
    named = [place for place in told if place.use in ("literal", "metonym")]
    return next((place for place in reversed(named) if meant in (None, place.iso3)), None)


def _here(site: Site, apart: str | None, context: Context) -> Place | None:
    """The nearest place of the sentence in which something is said to be; one inside a country before the country."""
    start, end = context.headline(site.sentence, site.quantity.start)
    literal = [place for place in context.places_in(max(start, context.body), end) if _holds(place, apart)]
    literal = [p for p in literal if not context.sent(p.start) and not context.aside(p, site.top)]
    here = [place for place in literal if context.located(place)]
    here = here or [place for place in literal if place.kind != "country" and _named_as_area(place, context)]
    inner = [place for place in here if place.kind != "country"]
    if inner and all(place.iso3 == here[0].iso3 for place in here):
        here = inner
    found = min(here, key=lambda place: abs(place.start - site.quantity.start), default=None)
    return _container(found, context) if found is not None else None


def _region(site: Site, context: Context) -> Place | None:
    """A region of several countries in which the sentence says it is: "in Africa's Sahel"."""
    named = [
        p for p in context.places_in(site.sentence.start, site.sentence.end) if p.kind == "region" and p.iso3 is None
    ]
    here = [place for place in named if place.use == "literal" and context.located(place)]
    return min(here, key=lambda place: abs(place.start - site.quantity.start), default=None)


def _before(site: Site, measure: Measure, whose: tuple[str | None, Owner], context: Context) -> Found:
    """Where what was told before the sentence is; the place of victims told before, the place told last, the country most spoken of."""
    apart, owner = whose
    start = max(context.body, site.sentence.start - _TOLD)
    told = [p for p in context.places_in(start, site.sentence.start) if _holds(p, apart)]
    before = [place for place in told if context.located(place)] or told
    if measure.name in INCIDENTS:
        before = [place for place in before if not context.sent(place.start)]
        scene = [place for place in before if context.at_scene(place) and not context.aside(place)]
        before = scene or before
        before = _at_event(site, measure, context) or _inside_scene(before, told, context)
    main = context.main_place(apart)
    fresh = before and site.sentence.start - before[-1].end < _FRESH
    if before and (fresh or main is None or main.iso3 == before[-1].iso3):
        place = _container(_finest(before), context)
        return place, _because(place, "told before")
    strange = main is not None and measure.name in INCIDENTS and owner.iso3 not in (None, main.iso3)
    if strange:  # people of one country are not said to be hurt in another
        main = next((place for place in told if place.iso3 == owner.iso3), None)
    if main is None:
        return None, None
    return main, _because(main, "the country most spoken of")


def _at_event(site: Site, measure: Measure, context: Context) -> list[Place]:
    """Where the event took place whose victims are counted, as the report tells it."""
    event = context.event_of([measure.anchor, *(step.word for step in site.steps)])
    return [place for place in context.places_of(event) if _holds(place, None) and place.kind != "country"]


def _inside_scene(before: list[Place], told: list[Place], context: Context) -> list[Place]:
    """Where the scene is a whole country, with the places inside it told since: "in the south … In Sangin district a patrol was attacked"."""
    if not before or before[-1].kind != "country":
        return before
    since = [p for p in told if p.start > before[-1].start and p.iso3 == before[-1].iso3 and context.located(p)]
    return [*before, *(place for place in since if not context.aside(place))]


def _named_as_area(place: Place, context: Context) -> bool:
    """ "Helmand province", "the Andar district": said to be an area, though the parse hangs it nowhere."""
    following = context.parse.at(place.end + 1)
    return following is not None and following.lower in AREAS


def _container(place: Place, context: Context) -> Place:
    """The area named behind a place that is not known or is a namesake elsewhere: "Nahr-e Saraj district, Helmand province"."""
    behind = context.places_in(place.end, place.end + 45)
    other = next((p for p in behind if p.kind != "country" and p.admin1 is not None), None)
    if other is None or other.admin1 == place.admin1 or not _named_as_area(other, context):
        return place
    between = context.text[place.end : other.start]
    words = between.lower().replace(",", " ").split()
    plain = place.iso3 is None or all(word in AREAS for word in words)
    return other if plain and "," in between and "." not in between else place


def _one_country(place: Place, context: Context) -> bool:
    """False where a place is named together with one in another country: "in Iraq and Syria"."""
    token = context.parse.at(place.start)
    if token is None:
        return True
    joined = [child for child in (token, token.head) for child in child.children if child.dep == "conj"]
    others = [p for child in joined for p in context.places_in(child.start, child.end) if p.kind == "country"]
    return place.kind != "country" or all(other.iso3 == place.iso3 for other in others)


def _everywhere(site: Site) -> bool:
    """ "worldwide", "abroad", "in neighbouring countries": said to be in no one place."""
    heads = [site.top, *(step.word for step in site.steps)]
    near = [child for head in heads for child in head.children]
    near += [inner for child in near if child.lower in WHERE and child.lower != "from" for inner in child.children]
    near += [token for token in site.words if token.lower in WORLD and token.dep == "pobj" and token.i < site.first]
    doer = [child for step in site.steps for child in step.word.children if child.dep == "nsubj"]
    return any(token.lower in NOWHERE for token in [*near, *doer] if token is not site.noun)


def _finest(places: list[Place]) -> Place:
    """The place told last; where that is a whole country, the last one told inside it."""
    last = places[-1]
    inside = [place for place in places if place.iso3 == last.iso3 and place.kind != "country"]
    return inside[-1] if last.kind == "country" and inside else last


def _holds(place: Place, apart: str | None) -> bool:
    """True for a place meant as a place, in another country than the one that owns what is counted."""
    known = place.name is not None or place.admin1 is not None
    return known and place.use == "literal" and place.iso3 is not None and place.iso3 != apart


def _because(place: Place, rule: str) -> Reason:
    return Reason("place", rule, (Span(place.start, place.end, place.text),))


def _named(place: Place) -> bool:
    embedded = place.use == "embedded" and place.rule != "demonym"  # not "in an Afghan Army operation"
    return place.kind != "body" and (place.use == "literal" or embedded)


def _behind(site: Site, context: Context) -> Place | None:
    """ "30 in Herat, 20 in Kunduz": the place right behind a bare number."""
    after = site.words[site.last + 1 - site.sentence.first : site.last + 3 - site.sentence.first]
    if len(after) < 2 or after[0].lower not in WHERE or after[0].lower in ("of", "from", "to"):
        return None
    return next((place for place in context.places_in(after[1].start, after[1].end) if _named(place)), None)


def _refuge(site: Site, measure: Measure) -> bool:
    """ "8,000 Syrian refugees": whose home is not where they are."""
    return measure.name == "displaced" and site.noun is not None and site.noun.lemma.lower() in REFUGEES


def _scene_of(measure: Measure, context: Context) -> Place | None:
    """ "Syria's civil war has killed half a million people": the place before the noun of the war or incident that kills."""
    if measure.name not in INCIDENTS:
        return None
    doers = [child for child in measure.anchor.children if child.dep == "nsubj" and child.lemma.lower() in SCENES]
    inner = [child for doer in doers for child in doer.children if child.dep in ("poss", "compound", "nmod")]
    return next((place for child in inner for place in context.places_in(child.start, child.end) if place.iso3), None)


def _taking_in(site: Site, measure: Measure, context: Context) -> Place | None:
    """ "Poland admitted 5,000 people": those taken in are where the country is that takes them."""
    verb = site.verb.word if site.verb else None
    if verb is None or measure.name != "displaced" or verb.lemma not in INTAKE:
        return None
    if not site.verb or site.verb.slot != "object":
        return None
    taker = next((child for child in verb.children if child.dep == "nsubj"), None)
    return next(iter(context.places_in(taker.start, taker.end)), None) if taker is not None else None


def _hosted(site: Site, measure: Measure, context: Context) -> Place | None:
    """ "Turkey, which hosts 2.7 million refugees", "Turkey is home to": they are where their host is."""
    if measure.name != "displaced" or site.verb is None:
        return None
    verb, home = site.verb.word, site.steps[0].word
    hosts = verb.lemma in _HOSTS and site.verb.slot == "object"
    if not hosts and not (home.lower == "home" and verb.lemma == "be"):
        return None
    host = next((child for child in verb.children if child.dep == "nsubj"), None)
    host = verb.head if host is not None and host.tag == "WDT" and verb.dep == "relcl" else host
    return next((p for p in context.places_in(host.start, host.end) if p.iso3), None) if host is not None else None


def _beside_move(site: Site, context: Context) -> Place | None:
    """ "cut forces in Mali from 900 to 500 and those in Chad from 300 …": the place told last before the number; "leave Mali"."""
    ahead = _after_pair(site, context) if site.lead == "from" else None
    if ahead is not None:
        return ahead
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


def _after_pair(site: Site, context: Context) -> Place | None:
    """ "from 3,000 to 2,500 in Iraq": the place right behind the other end."""
    behind = site.words[site.last + 1 - site.sentence.first :][:9]
    to = next((n for n, word in enumerate(behind[:3]) if word.lower == "to"), None)
    end = None if to is None else next((n for n in range(to + 1, len(behind)) if behind[n].tag == "CD"), None)
    return None if end is None else _stretch(behind[end + 1 :], 3, context)


def _own_stretch(site: Site, context: Context) -> Place | None:
    """ "2,000 out of Mali and 500 out of Chad": behind the second number of a list, before the next."""
    if site.top.dep != "conj" or site.verb is None:
        return None
    return _stretch(site.words[site.last + 1 - site.sentence.first :], 8, context)


def _stretch(words: Sequence[Token], most: int, context: Context) -> Place | None:
    """The place of the first phrase of place among some words, up to a mark or an "and"."""
    for word, following in pairwise(words[: most + 1]):
        if word.lower in ("and", ",", ";", "but"):
            return None
        if word.lower in WHERE and following.text[:1].isupper():
            return next((p for p in context.places_in(following.start, following.end) if _named(p)), None)
    return None


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
                places = [p for p in context.places_in(start, inner.end) if _named(p) or inner.lemma in _SOIL]
                nested = places[0] if places else _in_phrases(inner, context) if inner.tag.startswith("N") else None
                if nested:
                    return nested
    return None


def _in_clauses(head: Token, site: Site, context: Context) -> Place | None:
    """The place of a clause that hangs on a noun: "soldiers deployed in Mali"."""
    clauses = (c for c in head.children if c.dep in ("acl", "relcl") and 0 < c.i - site.last < _NEAR_WORDS)
    return next((place for clause in clauses if (place := _in_phrases(clause, context))), None)
