"""Numbers that say how many there are, and how many there shall be: levels, caps and targets."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.change import CAME_FROM, is_cap
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import (
    ASKS,
    COUNTS,
    HEDGES,
    KEEPS,
    NOW,
    PERMITS,
    REACHES,
    SHIFTS,
    STANDS,
    STAYS,
    TAKES,
    TELLS,
    WANTS,
    measure_of_noun,
    named,
)

TOLD_BEFORE, KNOWN_PLACE = "told before, and compared with", "so many of a known place"
_DEFINITE = frozenset({"the", "its", "their", "our", "these", "those"})
_PEAKS = named("peaks")
_HAVE = named("holding verbs")
_EARLIER = named("earlier")
_ESTIMATES = named("estimating verbs")
_WITHIN = ("in", "at", "on", "inside", "across")


def all_but(site: Site, context: Context) -> Decision | None:
    """ "withdraw all but 1,000 troops": those who stay."""
    before = site.before(8)
    if "but" not in before or before[before.index("but") - 1 : before.index("but")] != ["all"]:
        return None
    verb = site.verb.word if site.verb else None
    return Decision("target" if context.ahead(verb) else "level", 1, "all but so many")


def capped(site: Site, _context: Context) -> Decision | None:
    """ "a cap of 18,000", "the limit is 45,000"."""
    doing = site.verb if site.verb is not None and site.verb.slot == "subject" else None  # "two met the goal"
    found = next((step.word for step in site.steps if is_cap(step.word) and step is not doing), None)
    return Decision("target", 1, "a cap", (found,)) if found is not None else None


def allowed(site: Site, _context: Context) -> Decision | None:
    """ "allows up to 1,300 soldiers to be deployed": at most so many shall be there."""
    verb = site.verb.word if site.verb else None
    if site.quantity.bound not in ("at_most", "less_than") or verb is None or verb.dep not in ("ccomp", "xcomp"):
        return None
    leave = verb.head if verb.head.lemma in PERMITS and verb.head.tag.startswith("VB") else None
    return Decision("target", 1, "so many allowed", (leave,)) if leave is not None else None


def current(site: Site, _context: Context) -> Decision | None:
    """ "maintain the current level of 9,800", "a presence in Mali, now 900 soldiers": a level, whatever is planned with it."""
    word = next(
        (token for token in site.words if token.lower in ("current", "existing") and 0 < site.first - token.i < 5), None
    )
    if word is None:
        at = site.first - site.sentence.first
        while at > 0 and site.words[at - 1].lower in HEDGES:
            at -= 1
        word = site.words[at - 1] if at > 0 and site.words[at - 1].lower in NOW else None
    return Decision("level", 1, "so many now", (word,)) if word is not None else None


def kept(site: Site, context: Context) -> Decision | None:
    """ "will leave 2,500 troops", "plans to keep 5,500": a target."""
    verb = site.verb.word if site.verb else None
    if _is_keeper(site):
        return None
    if verb is not None and _brings_along(site) and verb.lemma in KEEPS | STANDS:
        return Decision(
            "level", 1, "so many with it", (verb,)
        )  # "Italy, with 900 soldiers in Mali the largest, will stay"
    if verb is not None and verb.lemma in KEEPS and context.ahead(verb):
        own_slot = "subject" if verb.lemma in ("remain", "stay") else "object"
        stays = verb.lemma in STAYS and site.verb is not None and site.verb.slot == own_slot
        if stays and (_owned(site) or _before_less(site)):
            return Decision("level", 1, "so many who stay", (verb,))
        return Decision("target", 1, "so many shall be there", (verb,))
    if verb is not None and verb.lemma == "leave" and site.verb and site.verb.slot == "object":
        return Decision("level", 1, "so many are left", (verb,))
    return None


def _brings_along(site: Site) -> bool:
    """ "…, with 900 soldiers": an aside behind a comma."""
    at = site.first - site.sentence.first
    while at > 0 and site.words[at - 1].lower in HEDGES:
        at -= 1
    return at > 1 and site.words[at - 1].lower == "with" and site.words[at - 2].lower == ","


def _is_keeper(site: Site) -> bool:
    """ "the 250 troops will have no combat role": they have, and are not had."""
    verb = site.verb
    has = verb is not None and verb.slot == "subject" and verb.word.lemma in _HAVE
    return has and not any(child.dep == "prep" and child.lower in _WITHIN for child in site.top.children)


def put_at(site: Site, context: Context) -> Decision | None:
    """ "put the number of troops at 2,000": so many are said to be there."""
    verb = site.verb.word if site.verb else None
    if verb is None or not site.verb or site.verb.slot != "prep at" or verb.lemma not in _ESTIMATES:
        return None
    what = next((child for child in verb.children if child.dep in ("dobj", "nsubjpass")), None)
    counts = what is not None and (what.lemma.lower() in COUNTS or measure_of_noun(what) is not None)
    return Decision("target" if context.ahead(verb) else "level", 1, "so many are there", (verb,)) if counts else None


def _owned(site: Site) -> bool:
    """ "keep its force of 147,000", "the 2,500 troops will stay": those who are there already."""
    words = [site.top, *(step.word for step in site.steps if step.word.lemma.lower() in COUNTS)]
    return any(child.lower in _DEFINITE for word in words for child in word.children if child.i < site.first)


def _before_less(site: Site) -> bool:
    """ "keep 9,800 troops before reducing the number", "maintain 9,800 through 2016, then draw down": so many until they are fewer."""
    behind = site.words[site.last + 1 - site.sentence.first :]
    turn = next((n for n, word in enumerate(behind) if word.lower in ("before", "then")), len(behind))
    return any(SHIFTS.get(word.lemma) == "-" and word.tag.startswith("VB") for word in behind[turn : turn + 4])


def told_before(site: Site, _context: Context) -> Decision | None:
    """ "more than the 8,400 it had acknowledged", "down from a high of 900": a number of before, not one that stands now."""
    peak = site.before(5)
    if _EARLIER & set(peak) and (peak[-1:] == ["of"] or set(peak) & {"than", "double", "twice"}):
        return Decision("level", 1, TOLD_BEFORE)
    if peak[-1:] == ["of"] and set(peak[-3:-1]) & _PEAKS and "from" in peak:
        return Decision("level", 1, CAME_FROM)
    at = site.first - site.sentence.first
    while at > 0 and site.words[at - 1].lower in HEDGES - {"than"}:
        at -= 1
    said = next((c for c in site.top.children if c.dep in ("relcl", "acl") and c.lemma in TELLS), None)
    than = site.words[at - 1] if at > 0 else None
    compared = than is not None and than.lower in ("than", "double", "twice", "triple", "thrice", "half")
    return Decision("level", 1, TOLD_BEFORE, (than, said)) if compared and than and said is not None else None


def reached(site: Site, context: Context) -> Decision | None:
    """ "troop levels have reached 2,500", "the force will not exceed 500 soldiers"."""
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in REACHES or not site.verb or site.verb.slot not in ("object", "measure"):
        return None
    subject = next((child for child in verb.children if child.dep in ("nsubj", "nsubjpass")), None)
    if subject is None or not (subject.lemma.lower() in COUNTS or measure_of_noun(subject)):
        return None
    return Decision("target" if context.ahead(verb) else "level", 1, "so many reached", (verb,))


def level(site: Site, context: Context) -> Decision | None:
    """ "has 5,000 troops", "there are 900", "the 2,000 troops in Syria", "a force of 800"."""
    counted = next((step.word for step in site.steps if step.word.lemma.lower() in COUNTS), None)
    if counted is not None:
        return _counted(counted, site, context)
    if site.noun is None and site.after(1) in (["remain"], ["stay"]):
        return Decision("level", 1, "so many are left")
    return None if _is_keeper(site) else _placed(site, context)


def _placed(site: Site, context: Context) -> Decision | None:
    """Who is somewhere: by a verb of being there, by a verb that wants them there, by "the" and a place."""
    verb = site.verb.word if site.verb else None
    definite = next((child for child in site.top.children if child.lower in _DEFINITE), None)
    located = next(
        (c for c in site.top.children if (c.dep == "prep" and c.lower in _WITHIN) or c.lower == "there"), None
    )
    takes_part = verb is not None and site.verb and site.verb.slot == "subject" and verb.lemma in TAKES
    if takes_part and not (definite and located):
        return None
    own = next((child for child in site.top.children if child.dep in ("acl", "relcl") and child.lemma in STANDS), None)
    if own is not None:
        return Decision("level", 1, "so many stand there", (own,))
    if verb is not None and not takes_part and (verb.lemma in STANDS or _made_up(verb)):
        return Decision("target" if context.ahead(verb) else "level", 1, "so many are there", (verb,))
    wants = verb is not None and verb.lemma in WANTS and site.verb is not None and site.verb.slot == "object"
    if wants and definite is None and verb is not None:
        return Decision("target", 1, "so many shall be there", (verb,))
    if definite is not None or located is not None:
        return Decision("level", 1, KNOWN_PLACE, tuple(t for t in (definite, located) if t is not None))
    return None


def _counted(noun: Token, site: Site, context: Context) -> Decision:
    """ "a force of 800": there, unless its verb is still to come or wants it; what is to shrink is there now."""
    verb = site.verb.word if site.verb else None
    slot = site.verb.slot if site.verb else ""
    shrinks = verb is not None and verb.lemma in SHIFTS and slot in ("object", "subject")
    wanted = asked_for(site) or (verb is not None and verb.lemma in WANTS and slot == "object")
    ahead = bool(wanted) or (context.ahead(verb) and not shrinks)
    return Decision("target" if ahead else "level", 1, "a count of what is there", (noun,))


def asked_for(site: Site) -> Token | None:
    """The verb of asking whose object a number is: "asked for 40,000 more troops"."""
    verb = site.verb
    mark = ASKS.get(verb.word.lemma) if verb else None
    if verb is None or mark is None or verb.slot != ("object" if mark == "-" else f"prep {mark}"):
        return None
    return verb.word


def _made_up(verb: Token) -> bool:
    """ "is made up of 13,000 soldiers", "is composed of"."""
    return verb.lemma == "compose" or (verb.lemma == "make" and any(child.lower == "up" for child in verb.children))
