"""People who are killed, hurt, seized or driven out: by verbs, adjectives and lists of victims."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.decision import Measure
from onrecord.layers.figures.site import Site, Step, climb
from onrecord.layers.figures.vocabulary import ADJECTIVES, HEDGES, TAKING, TOLL_NOUNS, VICTIM_VERBS, Frame, named

_SHOOT = Frame("wounded", "object")
_DEADLY = named("deadly")
_AWAY = frozenset({"down", "off"})  # "shot down two drones", "shot off two rounds"
_INCLUDES = ("prep including", "prep among")


def victims_of(site: Site) -> Measure | None:
    """What a verb, an adjective or a list of victims makes of the people counted."""
    return by_verb(site) or _by_adjective(site) or _by_headline_verb(site) or _by_noun_before(site) or _included(site)


def by_verb(site: Site) -> Measure | None:
    """ "killed 12", "12 were wounded", "40 soldiers killed in June", "12 who died", "the lives of 80 people"."""
    named = own_clauses(site.noun) if site.noun is not None and site.noun is not site.top else []
    held = _held([step.word for step in (*own_clauses(site.top), *named)])
    if held is not None:
        return held
    steps = [*own_clauses(site.top), *named, *([site.verb] if site.verb else []), *site.steps]
    for told in (*steps, *_shared(site)):
        step = _suffered(told)
        shot = _shot(step, site)
        if shot is not None:
            return shot
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame and frame.takes(step.slot, step.word) and (site.noun is not None or step.word.lemma not in TAKING):
            return Measure(frame.value, "verb of harm", (step.word,), step.word)
        lives = step.word.lemma == "life" and step.slot == "prep of"
        homes = step.word.lemma in ("lose", "flee") and step.slot == "subject"
        if homes and any(c.dep == "dobj" and c.lemma in ("home", "house") for c in step.word.children):
            return Measure("displaced", "verb of harm", (step.word,), step.word)
        if lives and site.verb and site.verb.word.lemma in ("claim", "cost", "take", "lose"):
            return Measure("killed", "lives claimed", (site.verb.word, step.word), site.verb.word)
    return _treated(site)


def _treated(site: Site) -> Measure | None:
    """ "six people were treated for gunshot wounds", "held in custody"."""
    verb = site.verb.word if site.verb else None
    taken = next((step.word for step in site.steps if step.word.lemma == "custody" and step.slot == "prep of"), None)
    if taken is not None and verb is not None and verb.lemma == "take":
        return Measure("detained", "taken into custody", (verb, taken), verb)
    return _held([verb]) if verb is not None else None


def _suffered(step: Step) -> Step:
    """ "Two teens shot outside a home": a headline's passive, read as a verb without an object."""
    verb = step.word
    if (
        step.slot != "subject"
        or verb.tag not in ("VBD", "VBN")
        or VICTIM_VERBS.get(verb.lemma, _SHOOT).slot != "object"
    ):
        return step
    joined = [verb, *(child for child in verb.children if child.dep == "conj")]
    objects = [child for word in joined for child in word.children]
    active = any(
        child.dep in ("dobj", "ccomp", "xcomp", "aux") or child.lower in ("at", "on", "into") for child in objects
    )
    return step if active else Step(verb, "object")


def _shot(step: Step, site: Site) -> Measure | None:
    """People who are shot are hurt, unless they are shot dead, to death, fatally, or "and killed"."""
    verb = step.word
    if verb.lemma != "shoot" or step.slot != "object" or site.noun is None:
        return None
    near = {word.lower for child in verb.children if child.dep != "nsubjpass" for word in (child, *child.children)}
    if near & _AWAY:
        return None
    return Measure("killed" if near & _DEADLY else "wounded", "verb of harm", (verb,), verb)


def _held(words: list[Token]) -> Measure | None:
    """ "treated for burns", "taken into custody", by one of these words."""
    for word in words:
        for prep in word.children:
            inner = {child.lemma.lower() for child in prep.children if child.dep == "pobj"}
            if word.lemma == "treat" and prep.lower == "for" and inner & {"wound", "injury", "burn"}:
                return Measure("wounded", "treated for wounds", (word, prep), word)
            if prep.lower in ("in", "into") and "custody" in inner:
                rule = "taken into custody" if prep.lower == "into" or word.lemma in TAKING else "in custody"
                return Measure("detained", rule, (word, prep), word)
    return None


def _shared(site: Site) -> list[Step]:
    """Verbs joined to that of a counted subject: "three men opened fire and were killed", "two fled after being shot"."""
    if site.verb is None or site.verb.slot != "subject":
        return []
    found: list[Step] = []
    for tie in site.verb.word.children:
        being = tie.child("pcomp") if tie.lower in ("after", "since", "from") else None
        if being is not None and being.tag == "VBN" and being.child("auxpass") is not None:
            found.append(Step(being, "object"))
    for verb in site.verb.word.children:
        if verb.dep == "conj" and verb.tag[0] == "V" and verb.child("nsubj", "nsubjpass") is None:
            passive = verb.tag == "VBN" and verb.child("auxpass") is not None
            found.append(Step(verb, "object" if passive else "subject"))
    return found


def own_clauses(noun: Token) -> list[Step]:
    """Participles and relative clauses of a noun, as steps."""
    steps = []
    for child in noun.children:
        finite = child.tag == "VBD" and child.child("dobj") is None  # no clause of a noun is in the past tense
        if child.dep == "acl" and (child.tag == "VBN" or finite):
            steps.append(Step(child, "object"))
        elif child.dep in ("relcl", "acl") and child.tag.startswith("VB"):
            passive = any(grandchild.dep == "nsubjpass" for grandchild in child.children)
            own = next((g for g in child.children if g.dep in ("nsubj", "nsubjpass")), None)
            if own is None or own.tag in ("WP", "WDT"):
                steps.append(Step(child, "object" if passive else "subject"))
    return steps


def _by_adjective(site: Site) -> Measure | None:
    """ "19 dead", "shot dead four", "ten people wounded", "three are missing", "seven others were reported injured"."""
    at = site.last + 1 - site.sentence.first
    near = list(site.words[at : at + 1])
    near += [word for word in site.words[max(0, site.first - site.sentence.first - 1) :][:1] if word.lower == "dead"]
    if site.after(2) == ["of", "the"]:
        near.extend(site.words[at + 2 : at + 3])
    if site.noun is not None and site.noun.i >= site.last:
        at = site.noun.i + 1 - site.sentence.first
        near.extend([site.noun, *site.words[at : at + 1]])
    verb = site.verb.word if site.verb else None
    if verb is not None and site.verb and site.verb.slot in ("object", "subject", "attribute"):
        if verb.lemma in ("be", "leave", "remain", "report", "list", "go", "find", "say", "believe"):
            near.extend(
                c
                for c in verb.children
                if c.dep in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advmod") and c.i > site.last
            )
        near.extend(g for child in verb.children if child.lower == "among" for g in child.children)
    for word in near:
        measure = ADJECTIVES.get(word.lower)
        if measure:
            return Measure(measure, "adjective of harm", (word,), verb or word)
    return None


def _by_headline_verb(site: Site) -> Measure | None:
    """The word right before the number, where a headline or a slip of the parser hides the verb: "Raid Kills 5 in …"."""
    at = site.first - site.sentence.first - 1
    while at >= 0 and site.words[at].lower in HEDGES:
        at -= 1
    word = site.words[at] if at >= 0 else None
    if word is None or word.tag == "NN":
        return None
    frame = VICTIM_VERBS.get(word.lemma.lower()) or VICTIM_VERBS.get(word.lower.removesuffix("s"))
    return Measure(frame.value, "verb of harm", (word,), word) if frame and frame.slot == "object" else None


def _by_noun_before(site: Site) -> Measure | None:
    """ "Sixty soldiers were killed, 30 in Herat": the verb is that of the noun told before."""
    if site.noun is None or site.noun.i > site.first:
        return None
    for step in climb(site.noun):
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame and frame.takes(step.slot, step.word):
            return Measure(frame.value, "verb of harm", (step.word,), step.word)
    return None


def _included(site: Site) -> Measure | None:
    """ "killed 19, including four Americans", "the dead included five children", "among the fatalities are 150 soldiers"."""
    for step in site.steps:
        if step.slot in _INCLUDES:
            for above in [Step(step.word, "object"), *own_clauses(step.word), *climb(step.word)]:
                frame = VICTIM_VERBS.get(above.word.lemma)
                if frame and above.slot != "agent":
                    return Measure(frame.value, "included in victims", (above.word,), above.word)
    verb = site.verb.word if site.verb else None
    if verb is None or verb.lemma not in ("include", "be", "comprise"):
        return None
    others = [c for c in verb.children if c.dep in ("nsubj", "attr") and c is not site.top]
    others += [g for c in verb.children if c.lower == "among" for g in c.children]
    for word in others:
        measure = TOLL_NOUNS.get(word.lemma.lower()) or ADJECTIVES.get(word.lower)
        if measure:
            return Measure(measure, "included in victims", (word,), verb)
    return None
