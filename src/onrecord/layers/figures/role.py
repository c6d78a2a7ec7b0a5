"""What a number is: a level, a target, a change, a total, a toll, a flow, a part."""

from __future__ import annotations

from onrecord.layers.figures.change import change_of, destroyed, driven_out, intake_of, is_cap, more_of, pair_of
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.incident import incident_of
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import (
    CHANGES,
    COMPARING,
    COUNTS,
    INCIDENTS,
    KEEPS,
    PARTS,
    PER_ADVERBS,
    PER_UNITS,
    SHIFTS,
    STANDS,
    TAKES,
)

_WHOLES = (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"], ["of", "them"])


# Rules that make a number matter whatever it counts.
TELLING = frozenset(
    {
        "a sum of money",
        "by so many",
        "a cap",
        "where a change starts",
        "where a change leads",
        "so many per period",
        "sent or taken away",
        "noun of a change",
        "so many cut or added",
        "hit, lost or destroyed",
        "counted since a time",
    }
)


def role_of(site: Site, measure: Measure, context: Context) -> Decision:
    """Decide the role of a number that measures something."""
    if _compared(site) or _whole_of(site):
        return Decision(None, 1, "only a comparison")
    rules = (_part, _flow, incident_of) if measure.name in INCIDENTS else (_part, _flow)
    for rule in rules:
        found = rule(site, measure, context)
        if found:
            return found
    if measure.name == "detained" and measure.rule == "counted noun":
        rest = change_of(site, context) or _level(site, context)
        return rest or Decision(None, 1, "no word tells what the number is")
    if measure.name == "displaced":
        found = pair_of(site, context) or more_of(site, context) or driven_out(measure)
        if found or (found := intake_of(site, measure, context)):
            return found
    for move in (_all_but, pair_of, destroyed, more_of, change_of, _cap, _current, _kept, _level):
        found = move(site, context)
        if found:
            return found
    if measure.name in INCIDENTS:
        return Decision("toll", 1, "an incident's count", measure.cues)
    return Decision(None, 1, "no word tells what the number is")


def _compared(site: Site) -> bool:
    """ "5,200 fewer than Canada", "200 more than last year": a difference between two numbers, no number of its own."""
    after = site.after(3)
    return after[:1] != [] and after[0] in COMPARING and after[1:2] == ["than"]


def _whole_of(site: Site) -> bool:
    """ "1,500 of 5,000": the second is what the first is taken from."""
    at = site.first - site.sentence.first
    return (
        at > 1
        and site.words[at - 1].lower == "of"
        and site.words[at - 2].tag == "CD"
        and site.words[at - 2].lower != "one"
    )


def _all_but(site: Site, context: Context) -> Decision | None:
    """ "withdraw all but 1,000 troops": those who stay."""
    before = site.before(8)
    if "but" not in before or before[before.index("but") - 1 : before.index("but")] != ["all"]:
        return None
    verb = site.verb.word if site.verb else None
    return Decision("target" if context.ahead(verb) else "level", 1, "all but so many")


def _part(site: Site, measure: Measure, _context: Context) -> Decision | None:
    """ "including two children", "among them 12 women", "of whom 500 are", "500 of them"."""
    before, after = site.before(3), site.after(2)
    cue = (before[-1:] and before[-1] in PARTS) or any(word in PARTS for word in before[-3:])
    moves = site.verb is not None and site.verb.word.lemma in CHANGES
    if not moves and (
        cue or before[-2:] in _WHOLES or after in _WHOLES or before[-2:] in (["among", "them"], ["among", "whom"])
    ):
        return Decision("part", 1, "part of a number named beside it")
    if measure.rule == "included in victims":
        return Decision("part", 1, "included in a number told before", measure.cues)
    verb = site.verb
    if verb and verb.word.lemma == "be" and any(child.lower == "among" for child in verb.word.children):
        return Decision("part", 1, "among a number named before", (verb.word,))
    return None


def _flow(site: Site, _measure: Measure, _context: Context) -> Decision | None:
    """ "1,000 a day", "500 per month"."""
    if "/" in site.quantity.unit:
        return Decision("flow", 1, "so many per period")
    at = (site.noun.i if site.noun is not None and site.noun.i > site.last else site.last) + 1 - site.sentence.first
    near = [token.lower for token in site.words[at : at + 3]]
    ago = near[2:3] in (["ago"], ["earlier"], ["before"], ["later"])  # "up from seven a year ago"
    each = not ago and near[:1] in (["a"], ["per"], ["each"], ["every"]) and near[1:2] and near[1] in PER_UNITS
    if each or (near and near[0] in PER_ADVERBS):
        return Decision("flow", 1, "so many per period")
    return None


def _cap(site: Site, _context: Context) -> Decision | None:
    """ "a cap of 18,000", "the limit is 45,000"."""
    doing = site.verb if site.verb is not None and site.verb.slot == "subject" else None  # "two met the goal"
    found = next((step.word for step in site.steps if is_cap(step.word) and step is not doing), None)
    return Decision("target", 1, "a cap", (found,)) if found is not None else None


def _current(site: Site, _context: Context) -> Decision | None:
    """ "maintain the current level of 9,800": a level, whatever is planned with it."""
    word = next(
        (token for token in site.words if token.lower in ("current", "existing") and 0 < site.first - token.i < 5), None
    )
    return Decision("level", 1, "so many now", (word,)) if word is not None else None


def _kept(site: Site, context: Context) -> Decision | None:
    """ "will leave 2,500 troops", "plans to keep 5,500": a target."""
    verb = site.verb.word if site.verb else None
    if verb is not None and verb.lemma in KEEPS and context.ahead(verb):
        return Decision("target", 1, "so many shall be there", (verb,))
    if verb is not None and verb.lemma == "leave" and site.verb and site.verb.slot == "object":
        return Decision("level", 1, "so many are left", (verb,))
    return None


def _level(site: Site, context: Context) -> Decision | None:
    """ "has 5,000 troops", "there are 900", "the 2,000 troops in Syria", "a force of 800"."""
    verb = site.verb.word if site.verb else None
    counted = next((step.word for step in site.steps if step.word.lemma.lower() in COUNTS), None)
    if counted is not None:
        shrinks = verb is not None and verb.lemma in SHIFTS and site.verb is not None and site.verb.slot == "object"
        return Decision(
            "target" if context.ahead(verb) and not shrinks else "level", 1, "a count of what is there", (counted,)
        )
    if verb is not None and site.verb and site.verb.slot == "subject" and verb.lemma in TAKES:
        return None
    own = next((child for child in site.top.children if child.dep in ("acl", "relcl") and child.lemma in STANDS), None)
    if own is not None:
        return Decision("level", 1, "so many stand there", (own,))
    if verb is not None and verb.lemma in STANDS:
        return Decision("target" if context.ahead(verb) else "level", 1, "so many are there", (verb,))
    definite = next(
        (child for child in site.top.children if child.lower in ("the", "its", "their", "our", "these", "those")), None
    )
    located = next(
        (
            child
            for child in site.top.children
            if child.dep == "prep" and child.lower in ("in", "at", "on", "inside", "across")
        ),
        None,
    )
    if definite is not None or located is not None:
        return Decision("level", 1, "so many of a known place", tuple(t for t in (definite, located) if t is not None))
    return None
