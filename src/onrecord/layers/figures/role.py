"""What a number is: a level, a target, a change, a total, a toll, a flow, a part."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.figure import Role
from onrecord.concepts.parse import Token
from onrecord.layers.figures.context import Context, days
from onrecord.layers.figures.measure import Measure
from onrecord.layers.figures.site import Site, Step
from onrecord.layers.figures.vocabulary import (
    CAPS,
    CHANGE_NOUNS,
    CHANGES,
    COUNTS,
    CUMULATIVE,
    DESTROYS,
    INCIDENT_NOUNS,
    INCIDENTS,
    INTAKE,
    KEEPS,
    LED_SHIFTS,
    MORE,
    PARTS,
    SHIFT_NOUNS,
    SHIFTS,
    STANDS,
    TAKES,
    WARS,
)

_SO_FAR = (
    "so far this",
    "so far in",
    "to date",
    "in total since",
    "over the past",
    "over the last",
    "in the past",
    "in the last",
)
_PERIOD_DAYS = 62  # a toll told for a longer time than about two months is a total
_WHOLES = (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"], ["of", "them"], ["of", "the"])
_PER_UNITS = frozenset(
    {"day", "week", "month", "year", "hour", "daily", "weekly", "monthly", "yearly", "annually", "night"}
)


# Rules that make a number matter whatever it counts.
TELLING = frozenset(
    {
        "a sum of money",
        "by so many",
        "a cap",
        "where a change starts",
        "where a change leads",
        "so many per period",
        "so many more or fewer",
        "sent or taken away",
        "noun of a change",
        "so many cut or added",
        "hit, lost or destroyed",
        "counted since a time",
    }
)


COURSES = {"up": 1, "down": -1}  # "is down from 1,000 to 800"


class Decision(NamedTuple):
    """A role, the sign of a change, the rule and its cue words; `role` None where the text does not say plainly."""

    role: Role | None
    sign: int
    rule: str
    cues: tuple[Token, ...] = ()


def role_of(site: Site, measure: Measure, context: Context) -> Decision:
    """Decide the role of a number that measures something."""
    rules = (_part, _flow, _incident) if measure.name in INCIDENTS else (_part, _flow)
    for rule in rules:
        found = rule(site, measure, context)
        if found:
            return found
    if measure.name == "detained" and measure.rule == "counted noun":
        rest = _change(site, context) or _level(site, context)
        return rest or Decision(None, 1, "no word tells what the number is")
    if _compared(site) or _whole_of(site):
        return Decision(None, 1, "only a comparison")
    if measure.name == "displaced":
        found = pair_of(site, context) or _more(site, context) or _driven_out(measure)
        if found or (found := _intake(site, measure, context)):
            return found
    for move in (_all_but, pair_of, _destroyed, _more, _change, _cap, _current, _kept, _level):
        found = move(site, context)
        if found:
            return found
    if measure.name in INCIDENTS:
        return Decision("toll", 1, "an incident's count", measure.cues)
    return Decision(None, 1, "no word tells what the number is")


def _compared(site: Site) -> bool:
    """ "5,200 fewer than Canada", "200 more than last year": a difference between two numbers, no number of its own."""
    after = site.after(3)
    return after[:1] != [] and after[0] in ("more", "fewer", "less") and after[1:2] == ["than"]


def _whole_of(site: Site) -> bool:
    """ "1,500 of 5,000": the second is what the first is taken from."""
    at = site.first - site.sentence.first
    return at > 1 and site.words[at - 1].lower == "of" and site.words[at - 2].tag == "CD"


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
    near = [token.lower for token in site.words[at : at + 2]]
    if (near[:1] in (["a"], ["per"], ["each"], ["every"]) and near[1:2] and near[1] in _PER_UNITS) or near[:1] in (
        ["daily"],
        ["weekly"],
    ):
        return Decision("flow", 1, "so many per period")
    return None


def _incident(site: Site, measure: Measure, context: Context) -> Decision | None:
    """A toll, or a total where the time told is a long one."""
    verb = site.verb.word if site.verb else None
    if measure.rule == "in custody":
        return Decision("level", 1, "held now", measure.cues)
    if measure.name in ("detained", "hostages", "missing"):
        for step in site.steps:
            frame = CHANGES.get(step.word.lemma)
            if frame and frame.takes(step.slot, step.word) and frame.value == "-":
                return Decision("change", -1, "set free or given back", (step.word,))
        if verb is not None and verb.lemma in ("hold", "house", "be", "have") and measure.rule == "counted noun":
            return Decision("level", 1, "held now", (verb,))
        if measure.name == "detained" and measure.rule == "counted noun":
            return None  # "executed eight prisoners": not seized then
    since = next((token for token in site.words if token.lower in CUMULATIVE), None)
    if since is not None:
        return Decision("total", 1, "counted since a time", (since,))
    words = " ".join(token.lower for token in site.words)
    if any(phrase in words for phrase in _SO_FAR):
        return Decision("total", 1, "counted so far")
    return _told_at_length(site, measure, context) or Decision("toll", 1, "an incident's count", measure.cues)


def _told_at_length(site: Site, measure: Measure, context: Context) -> Decision | None:
    """A total: the perfect tense without an incident ("has killed 2,600"), attacks of a year, a number "this year"."""
    times = context.times_in(site.sentence)
    lengths = [days(time.when) for time in times]
    long = bool(lengths) and all(length is not None and length > _PERIOD_DAYS for length in lengths)
    if long and (
        measure.name in ("attacks", "strikes", "missiles")
        or any(time.text.lower().startswith("this") for time in times)
    ):
        return Decision("total", 1, "counted over a long time")
    verb = measure.anchor
    war = next((c for c in verb.children if c.dep == "nsubj" and _is_war(c, verb)), None)
    if war is not None:
        return Decision("total", 1, "killed by a war", (war, verb))
    verbs = [verb, *([site.verb.word] if site.verb else [])]
    perfect = next((c for v in verbs for c in v.children if c.dep == "aux" and c.lower in ("has", "have")), None)
    near = [token for child in verb.children for token in (child, *child.children) if token is not site.top]
    incident = any(token.lemma.lower() in INCIDENT_NOUNS for token in near)
    short = any(length is not None and length <= 7 for length in lengths)
    if perfect is not None and not short and (not incident or measure.name in ("attacks", "strikes")):
        return Decision("total", 1, "counted up to now", (perfect, verb))
    return None


def _is_war(subject: Token, verb: Token) -> bool:
    """ "the war killed", "the genocide, which killed": what kills for years."""
    noun = verb.head if subject.tag in ("WDT", "WP") and verb.dep == "relcl" else subject
    return noun.lemma.lower() in WARS


def _shift(site: Site) -> tuple[Token, int] | None:
    """The verb or noun of growing or shrinking above a number, with its sign."""
    for step in site.steps:
        sign = (
            SHIFTS.get(step.word.lemma) if step.word.tag.startswith("VB") else SHIFT_NOUNS.get(step.word.lemma.lower())
        )
        if sign:
            return step.word, 1 if sign == "+" else -1
        course = next((child for child in step.word.children if child.lower in COURSES), None)
        if course is not None and step.word.lemma == "be":
            return course, COURSES[course.lower]
    for step in site.steps:
        for child in step.word.children:
            sign = SHIFT_NOUNS.get(child.lemma.lower())
            if sign and child.dep in ("dobj", "nsubj", "nsubjpass"):
                return child, 1 if sign == "+" else -1
    return None


def pair_of(site: Site, context: Context) -> Decision | None:
    """ "from 5,200 to 3,000": a level and a target, or two levels once it is done; "by 2,200": a change."""
    if not site.lead:
        return None
    shift = _shift(site)
    cues = (shift[0],) if shift else ()
    capped = any(_is_cap(step.word) for step in site.steps)
    ahead = context.ahead(shift[0] if shift else site.verb.word if site.verb else None)
    if site.lead == "by" and shift:
        return Decision("change", shift[1], "by so many", cues)
    if capped and site.lead in ("from", "to", "at", "exceed", "exceeded", "exceeds"):
        return Decision("target", 1, "a cap", cues)
    if site.lead == "from" and (shift or _followed_by_to(site)):
        return Decision("level", 1, "where a change starts", cues)
    if site.lead in ("to", "below") and shift:
        return Decision("target" if ahead else "level", 1, "where a change leads", cues)
    return None


def _followed_by_to(site: Site) -> bool:
    after = site.after(5)
    return "to" in after


def _more(site: Site, _context: Context) -> Decision | None:
    """ "another 450", "300 more", "an additional 1,000", "500 fewer"."""
    near = [
        token
        for token in site.words
        if site.first - 3 <= token.i <= site.last + 2 and not site.first <= token.i <= site.last
    ]
    for token in near:
        sign = MORE.get(token.lower)
        after = token.lower in ("more", "less", "fewer")
        if not sign or (
            after and (token.i < site.first or site.words[token.i + 1 - site.sentence.first].lower == "than")
        ):
            continue
        if site.verb and site.verb.word.lemma in ("be", "have") and not after:
            continue
        moved = next((CHANGES[s.word.lemma].value for s in site.steps if s.word.lemma in CHANGES), sign)
        return Decision("change", -1 if "-" in (sign, moved) else 1, "so many more or fewer", (token,))
    return None


def _change(site: Site, _context: Context) -> Decision | None:
    """ "withdraw 2,000 troops", "the deployment of 500 soldiers", "1,500 troops sent to Iraq"."""
    own = [Step(child, "object") for child in site.top.children if child.dep == "acl" and child.tag == "VBN"]
    for step in [*site.steps, *own]:
        word = step.word
        frame = CHANGES.get(word.lemma) if word.tag.startswith("VB") else None
        if frame and frame.takes(step.slot, word) and not _stative(word):
            return Decision("change", 1 if frame.value == "+" else -1, "sent or taken away", (word,))
        sign = CHANGE_NOUNS.get(word.lemma.lower()) or SHIFT_NOUNS.get(word.lemma.lower())
        if sign and (step.slot == "prep of" or (step.slot == "prep for" and word.lemma in ("exchange", "swap"))):
            return Decision("change", 1 if sign == "+" else -1, "noun of a change", (word,))
    shift = _shift(site)
    led = shift is not None and shift[0].lemma in LED_SHIFTS
    if (
        shift
        and not led
        and site.verb
        and site.verb.slot == "object"
        and shift[0] is site.verb.word
        and site.noun is not None
    ):
        return Decision("change", shift[1], "so many cut or added", (shift[0],))
    return None


def _intake(site: Site, measure: Measure, context: Context) -> Decision | None:
    """ "admitted 22,900 refugees", "105 refugees admitted": totals; "to accept 10,000", "a goal of receiving 10,000": targets."""
    if measure.name != "displaced":
        return None
    own = next((c for c in site.top.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in INTAKE), None)
    if own is not None:
        return Decision("total", 1, "people taken in", (own,))
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in INTAKE or not site.verb or site.verb.slot != "object":
        return None
    aimed = verb.dep == "pcomp" and verb.head.head.lemma.lower() in CAPS
    unreal = verb.tag == "VB" and verb.dep in ("xcomp", "ccomp", "acl", "advcl")
    return Decision("target" if aimed or unreal or context.ahead(verb) else "total", 1, "people taken in", (verb,))


def _destroyed(site: Site, context: Context) -> Decision | None:
    """ "shot down two drones": a toll; "have destroyed 3,450 vehicles": a total."""
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in DESTROYS or not site.verb or site.verb.slot != "object":
        return None
    perfect = any(child.dep == "aux" and child.lower in ("has", "have") for child in verb.children)
    return Decision("total" if perfect and not context.ahead(verb) else "toll", 1, "hit, lost or destroyed", (verb,))


def _driven_out(measure: Measure) -> Decision | None:
    """ "displaced 70,000 people", "thousands displaced": a total so far."""
    told = measure.rule in ("verb of harm", "adjective of harm")
    return Decision("total", 1, "people driven out so far", measure.cues) if told else None


def _stative(verb: Token) -> bool:
    """ "are deployed", "soldiers deployed in Mali": where they are, not that they go."""
    if verb.lemma not in STANDS or verb.tag != "VBN":
        return False
    auxiliaries = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    return not auxiliaries & {"been", "being", "will", "would", "be", "has", "had", "have"} or verb.dep == "acl"


def _is_cap(word: Token) -> bool:
    return word.lemma.lower() in CAPS or any(
        child.lemma.lower() in CAPS
        for child in word.children
        if child.dep in ("dobj", "nsubj", "nsubjpass", "compound")
    )


def _cap(site: Site, _context: Context) -> Decision | None:
    """ "a cap of 18,000", "the limit is 45,000"."""
    found = next((step.word for step in site.steps if _is_cap(step.word)), None)
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
        return Decision("target" if context.ahead(verb) else "level", 1, "a count of what is there", (counted,))
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
