"""Numbers that change: from so many to so many, by so many, so many sent, added, taken away, let in or destroyed."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.site import Site, Step, climb
from onrecord.layers.figures.vocabulary import (
    CAP_VERBS,
    CAPS,
    CHANGE_NOUNS,
    CHANGES,
    COUNTS,
    DESTROYS,
    FINISHES,
    FRACTIONS,
    HEDGES,
    INTAKE,
    LED_SHIFTS,
    LENDS,
    MEETS,
    MORE,
    SHIFT_NOUNS,
    SHIFTS,
    STANDS,
    Frame,
)

CAME_FROM = "what it was before"
COURSES = {"up": 1, "down": -1}  # "is down from 1,000 to 800"
_WAYS = frozenset({"to", "into", "through", "on", "up", "down", "ahead", "from", "toward", "towards"})
_BE = frozenset({"is", "are", "was", "were", "be", "'s", "'re"})
_MADE = frozenset({"drawdown", "cut", "reduction", "buildup", "build-up", "expansion"})  # nouns of what somebody does


def shift_of(site: Site) -> tuple[Token, int] | None:
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
    return _shift_further_up(site)


def _shift_further_up(site: Site) -> tuple[Token, int] | None:
    """ "raising the number authorized to be there to 5,262": what grows holds a clause of its own before the number."""
    verb = site.verb.word if site.verb and site.lead in ("from", "to", "by") else None
    for above in [] if verb is None else list(verb.ancestors())[:4]:
        sign = SHIFTS.get(above.lemma) if above.tag.startswith("VB") else None
        what = next(
            (child for child in above.children if child.dep in ("dobj", "nsubj") and child.i < site.first), None
        )
        if sign and what is not None and (what.lemma.lower() in COUNTS or what.lemma.lower() in CAPS):
            return above, 1 if sign == "+" else -1
    return None


def pair_of(site: Site, context: Context) -> Decision | None:
    """ "from 5,200 to 3,000": a level and a target, or two levels once it is done; "by 2,200": a change."""
    if not site.lead:
        return None
    shift = shift_of(site)
    cues = (shift[0],) if shift else ()
    capped = any(is_cap(step.word) for step in site.steps)
    ahead = _not_there(shift[0], context) if shift else context.ahead(site.verb.word if site.verb else None)
    if site.lead == "by" and shift:
        return Decision("change", shift[1], "by so many", cues)
    if capped and site.lead in ("from", "to", "at", "exceed", "exceeded", "exceeds"):
        return Decision("target", 1, "a cap", cues)
    if site.lead == "from" and _comes_from(site):
        return Decision("level", 1, CAME_FROM if not context.ahead(_above(site)) else "where a change starts", cues)
    if site.lead == "from" and (shift or _followed_by_to(site)):
        return Decision("level", 1, "where a change starts", cues)
    if site.lead in ("to", "below") and shift:
        return Decision("target" if ahead else "level", 1, "where a change leads", cues)
    return None


def _comes_from(site: Site) -> bool:
    """ "3,000, down from 5,200": what a number was before."""
    at = site.first - site.sentence.first
    while at > 0 and site.words[at - 1].lower in HEDGES:
        at -= 1
    return (
        at > 1
        and site.words[at - 1].lower == "from"
        and site.words[at - 2].lower in COURSES
        and not _followed_by_to(site)
    )


def _above(site: Site) -> Token | None:
    """The verb of a number, also where it hangs beside the clause."""
    return (
        site.verb.word
        if site.verb
        else next((word for word in site.top.ancestors() if word.tag.startswith("VB")), None)
    )


def _not_there(shift: Token, context: Context) -> bool:
    """True where growing or shrinking has not come to its end: planned, under way, or named by a noun ("a cut to 600")."""
    if shift.tag.startswith("NN"):
        above = [shift.head, shift.head.head]
        done = any(word.lemma in FINISHES for word in above) or (above[0].tag == "VBD" and shift.dep == "nsubj")
        return not done and (context.ahead(shift) or shift.lemma in _MADE)
    auxiliaries = {child.lower for child in shift.children if child.dep in ("aux", "auxpass")}
    under_way = "being" in auxiliaries or (shift.tag == "VBG" and bool(auxiliaries & _BE))
    gerund = shift.tag == "VBG" and shift.dep in ("xcomp", "pcomp") and shift.head.lemma not in FINISHES
    noun_above = shift.tag == "VB" and shift.dep in ("acl", "xcomp") and shift.head.tag.startswith("NN")
    aim = shift.head.head if shift.dep == "pcomp" else shift.head  # "its goal of reducing", "its pledge to reduce"
    deed = aim.head if aim.tag.startswith("NN") and aim.dep == "dobj" else None
    if deed is not None and deed.lemma in MEETS and not context.ahead(deed):
        return False
    return under_way or gerund or noun_above or context.ahead(shift)


def _followed_by_to(site: Site) -> bool:
    after = site.after(5)
    return "to" in after


def more_of(site: Site, _context: Context) -> Decision | None:
    """ "another 450", "300 more", "an additional 1,000", "500 fewer"."""
    near = [
        token
        for token in site.words
        if site.first - 3 <= token.i <= site.last + 2 and not site.first <= token.i <= site.last
    ]
    for token in near:
        sign = MORE.get(token.lower)
        after = token.lower in ("more", "less", "fewer")
        behind = site.words[token.i + 1 - site.sentence.first :]
        if not sign or (after and (token.i < site.first or (behind and behind[0].lower == "than"))):
            continue
        if after and "than" in site.after(9):
            return Decision(None, 1, "only a comparison")  # "1,000 more troops than it has disclosed"
        if site.verb and site.verb.word.lemma in ("be", "have") and not after:
            continue
        moved = next((CHANGES[s.word.lemma].value for s in site.steps if s.word.lemma in CHANGES), sign)
        return Decision("change", -1 if "-" in (sign, moved) else 1, "so many more or fewer", (token,))
    return None


def change_of(site: Site, context: Context) -> Decision | None:
    """ "withdraw 2,000 troops", "the deployment of 500 soldiers", "1,500 troops sent to Iraq"."""
    own = [Step(child, "object") for child in site.top.children if child.dep == "acl" and child.tag == "VBN"]
    for step in [*site.steps, *own]:
        word = step.word
        frame = CHANGES.get(word.lemma) if word.tag.startswith("VB") else None
        if frame and (frame.takes(step.slot, word) or _particle_behind(frame, step, site)) and not _stative(word):
            if word.lemma in LENDS and word.tag in ("VBZ", "VBP", "VBG") and not context.ahead(word):
                return Decision("level", 1, "so many are there", (word,))
            away = frame.value == "-" or _sent_out(site)
            return Decision("change", -1 if away else 1, "sent or taken away", (word,))
        sign = CHANGE_NOUNS.get(word.lemma.lower()) or SHIFT_NOUNS.get(word.lemma.lower())
        if sign and (step.slot == "prep of" or (step.slot == "prep for" and word.lemma in ("exchange", "swap"))):
            return Decision("change", 1 if sign == "+" else -1, "noun of a change", (word,))
    shift = shift_of(site)
    led = shift is not None and shift[0].lemma in LED_SHIFTS
    if (
        shift
        and not led
        and site.verb
        and site.verb.slot == "object"
        and shift[0] is site.verb.word
        and site.noun is not None
    ):
        if shift[0].lemma in ("halve", "double", "triple"):
            return Decision("level", 1, "so many to be halved or doubled", (shift[0],))
        if any(child.lower == "to" and _leads_to_number(child) for child in shift[0].children):
            return Decision("level", 1, "where a change starts", (shift[0],))  # "the 900 will be reduced to 500"
        return Decision("change", shift[1], "so many cut or added", (shift[0],))
    return _share_told_again(site)


def _sent_out(site: Site) -> bool:
    """ "ordered all 1,000 troops out of Syria", "moved 200 soldiers home"."""
    behind = site.after(6)
    return any(word in ("home", "back") or (word == "out" and "of" in behind) for word in behind)


def _leads_to_number(prep: Token) -> bool:
    below = [child for child in prep.children if child.dep == "pobj"]
    return any(word.tag == "CD" for child in below for word in (child, *child.children))


def _particle_behind(frame: Frame, step: Step, site: Site) -> bool:
    """ "bring the 2,000 troops in Syria home": the particle stands behind the phrase, whatever it was parsed to hang on."""
    at = site.last + 1 - site.sentence.first
    behind = [token.lower for token in site.words[at : at + 7]]
    return bool(frame.particles) and step.slot == frame.slot and bool(frame.particles & {"home", "back"} & set(behind))


def _share_told_again(site: Site) -> Decision | None:
    """ "pull half of its troops out, some 7,000 soldiers": a share that moves, told again as a number behind a comma or a dash."""
    at = site.first - site.sentence.first
    while at > 0 and site.words[at - 1].lower in HEDGES | {"or"}:
        at -= 1
    if at == 0 or site.words[at - 1].lower not in (",", "-", "--", "–", "—", "("):
        return None
    for word in reversed(site.words[max(0, at - 16) : at - 1]):
        if word.lower in FRACTIONS and word.tag in ("NN", "NNS", "DT", "PDT", "CD"):
            for step in climb(word):
                frame = CHANGES.get(step.word.lemma) if step.word.tag.startswith("VB") else None
                if frame and frame.takes(step.slot, step.word):
                    return Decision("change", 1 if frame.value == "+" else -1, "a share told again", (step.word,))
    return None


def intake_of(site: Site, measure: Measure, context: Context) -> Decision | None:
    """ "admitted 22,900 refugees", "105 refugees admitted": totals; "to accept 10,000", "a goal of receiving 10,000": targets."""
    if measure.name != "displaced":
        return None
    noun = site.noun or site.top
    near = site.words[noun.i + 1 - site.sentence.first : noun.i + 2 - site.sentence.first]
    own = next((c for c in (*site.top.children, *near) if c.tag == "VBN" and c.lemma in INTAKE and c.i > noun.i), None)
    if own is not None:
        return Decision("total", 1, "people taken in", (own,))
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in INTAKE or not site.verb or site.verb.slot != "object":
        return None
    aimed = verb.dep == "pcomp" and verb.head.head.lemma.lower() in CAPS
    unreal = verb.tag == "VB" and verb.dep in ("xcomp", "ccomp", "acl", "advcl")
    return Decision("target" if aimed or unreal or context.ahead(verb) else "total", 1, "people taken in", (verb,))


def gone(site: Site, context: Context) -> Decision | None:
    """ "23,000 troops will be home by the fall", "should be out by then": so many leave."""
    verb = site.verb
    if verb is None or verb.slot != "subject" or verb.word.lemma not in ("be", "go") or not context.ahead(verb.word):
        return None
    if verb.word.lemma == "go":  # "must go by June"
        on = any(child.dep in ("prt", "acomp", "xcomp") or child.lower in _WAYS for child in verb.word.children)
        return None if on else Decision("change", -1, "sent or taken away", (verb.word,))
    where = next((child for child in verb.word.children if child.lower in ("home", "out", "gone", "back")), None)
    return Decision("change", -1, "sent or taken away", (verb.word, where)) if where is not None else None


def destroyed(site: Site, context: Context) -> Decision | None:
    """ "shot down two drones": a toll; "have destroyed 3,450 vehicles": a total."""
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in DESTROYS or not site.verb or site.verb.slot != "object":
        return None
    perfect = any(child.dep == "aux" and child.lower in ("has", "have") for child in verb.children)
    return Decision("total" if perfect and not context.ahead(verb) else "toll", 1, "hit, lost or destroyed", (verb,))


def driven_out(measure: Measure) -> Decision | None:
    """ "displaced 70,000 people", "thousands displaced": a total so far."""
    told = measure.rule in ("verb of harm", "adjective of harm")
    return Decision("total", 1, "people driven out so far", measure.cues) if told else None


def _stative(verb: Token) -> bool:
    """ "are deployed", "soldiers deployed in Mali": where they are, not that they go."""
    if verb.lemma not in STANDS or verb.tag != "VBN":
        return False
    auxiliaries = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    return not auxiliaries & {"been", "being", "will", "would", "be", "has", "had", "have"} or verb.dep == "acl"


def is_cap(word: Token) -> bool:
    """ "a cap of 18,000", "set the limit at 45,000": a word for the most that is allowed, or one with such a word."""
    if word.tag.startswith("VB") and word.lemma in CAP_VERBS:
        return True
    return (word.lemma.lower() in CAPS and not word.tag.startswith("VB")) or any(
        child.lemma.lower() in CAPS
        for child in word.children
        if child.dep in ("dobj", "nsubj", "nsubjpass", "compound")
    )
