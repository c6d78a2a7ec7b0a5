"""What a number is a measure of: troops, killed, displaced …"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.parse import Token
from onrecord.layers.figures.site import HEDGES, Site, Step, climb
from onrecord.layers.figures.vocabulary import (
    ADJECTIVES,
    CAPS,
    CHANGES,
    COUNTS,
    INTAKE,
    OF_PEOPLE,
    PEOPLE,
    SHIFTS,
    TAKING,
    THINGS,
    TOLL_NOUNS,
    UNITS,
    VICTIM_VERBS,
    measure_of_noun,
)

OPEN = "any counted noun"
_COUNTING = COUNTS | CAPS | {"figure", "tally", "count"}  # nouns that stand for what was counted before
_INCLUDES = ("prep including", "prep among")
_REFERS = (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"], ["of", "which"])


class Measure(NamedTuple):
    """A measure, the rule that found it, the words that say so, and the word whose certainty is the figure's."""

    name: str
    rule: str
    cues: tuple[Token, ...]
    anchor: Token


def measure_of(site: Site, topic: str | None) -> Measure | None:
    """The measure of a number, `topic` being that of the figure told last; None when it counts nothing of the controlled list."""
    if _not_counting(site):
        return None
    noun_measure = measure_of_noun(site.noun) if site.noun is not None else None
    if _may_be_victims(site, noun_measure):
        found = (
            _by_verb(site)
            or _by_adjective(site)
            or _by_headline_verb(site)
            or _included(site)
            or _intake(site, noun_measure)
        )
        if found:
            return found
    found = _by_toll_noun(site) or _thing(site)
    if found:
        return found
    if noun_measure and site.noun is not None:
        return Measure(noun_measure, "counted noun", (site.noun,), _anchor(site))
    if site.noun is None or site.noun.lemma.lower() in _COUNTING or site.after(2) in _REFERS:
        return _by_count_noun(site) or _by_topic(site, topic)
    return _open(site)


def _open(site: Site) -> Measure | None:
    """Any other thing that is counted is measured under its own name: "500 jobs", "three hospitals"; a role must make it matter."""
    noun = site.noun
    if noun is None or noun.tag not in ("NN", "NNS") or site.quantity.unit != "count" or noun.lemma.lower() in PEOPLE:
        return None
    return Measure(noun.lemma.lower(), OPEN, (noun,), _anchor(site))


def _not_counting(site: Site) -> bool:
    """ "no casualties", "one of the rebels": a determiner and a pronoun, not counts."""
    word = site.words[site.first - site.sentence.first].lower
    return word == "no" or (word == "one" and site.after(1) == ["of"])


def _may_be_victims(site: Site, noun_measure: str | None) -> bool:
    """People, a counted group, or nothing named: a verb of harm makes victims of them."""
    noun = site.noun
    if noun is None or noun_measure in OF_PEOPLE:
        return site.quantity.unit == "count"
    lemma = noun.lemma.lower()
    named = noun.tag.startswith("NNP") or noun.ent == "NORP"
    return site.quantity.unit == "count" and (lemma in PEOPLE or lemma in ADJECTIVES or named)


def _anchor(site: Site) -> Token:
    return site.verb.word if site.verb else site.top


def _by_verb(site: Site) -> Measure | None:
    """ "killed 12", "12 were wounded", "40 soldiers killed in June", "12 who died", "the lives of 80 people"."""
    steps = [*_own_clauses(site.top), *([site.verb] if site.verb else []), *site.steps]
    for step in steps:
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
    own = [step.word for step in _own_clauses(site.top)]
    for word in [*own, *([verb] if verb is not None else [])]:
        for prep in word.children:
            inner = {child.lemma.lower() for child in prep.children if child.dep == "pobj"}
            if word.lemma == "treat" and prep.lower == "for" and inner & {"wound", "injury", "burn"}:
                return Measure("wounded", "treated for wounds", (word, prep), word)
            if prep.lower in ("in", "into") and "custody" in inner:
                rule = "taken into custody" if prep.lower == "into" or word.lemma in TAKING else "in custody"
                return Measure("detained", rule, (word, prep), word)
    return None


def _own_clauses(noun: Token) -> list[Step]:
    """Participles and relative clauses of a noun, as steps."""
    steps = []
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN":
            steps.append(Step(child, "object"))
        elif child.dep in ("relcl", "acl") and child.tag.startswith("VB"):
            passive = any(grandchild.dep == "nsubjpass" for grandchild in child.children)
            own = next((g for g in child.children if g.dep in ("nsubj", "nsubjpass")), None)
            if own is None or own.tag in ("WP", "WDT"):
                steps.append(Step(child, "object" if passive else "subject"))
    return steps


def _by_adjective(site: Site) -> Measure | None:
    """ "19 dead", "ten people wounded", "three are missing", "seven others were reported injured"."""
    at = site.last + 1 - site.sentence.first
    near = list(site.words[at : at + 1])
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


def _included(site: Site) -> Measure | None:
    """ "killed 19, including four Americans", "the dead included five children", "among the fatalities are 150 soldiers"."""
    for step in site.steps:
        if step.slot in _INCLUDES:
            for above in [Step(step.word, "object"), *_own_clauses(step.word), *climb(step.word)]:
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


def _intake(site: Site, noun_measure: str | None) -> Measure | None:
    """ "admitted 14 Yazidis", "will accept 10,000 refugees": people that a country takes in."""
    verb = site.verb
    if verb is None or verb.slot != "object" or verb.word.lemma not in INTAKE:
        return None
    if noun_measure == "displaced" or (verb.word.lemma in ("admit", "resettle", "accept") and site.noun is not None):
        return Measure("displaced", "people taken in", (verb.word,), verb.word)
    return None


def _by_toll_noun(site: Site) -> Measure | None:
    """ "12 deaths", "a death toll of 12", "the toll rose to 100"."""
    words = [site.noun] if site.noun is not None else []
    if site.noun is None or site.noun.lemma.lower() in PEOPLE or measure_of_noun(site.noun) in OF_PEOPLE:
        loose = site.noun is None
        words += [step.word for step in site.steps if step.slot == "prep of" or (loose and step.slot != "other")]
    if site.verb is not None and site.noun is None and site.verb.slot.startswith(("prep", "object", "attribute")):
        words += [child for child in site.verb.word.children if child.dep in ("nsubj", "nsubjpass", "dobj")]
    for word in words:
        lemma = word.lemma.lower()
        name = TOLL_NOUNS.get(lemma) or TOLL_NOUNS.get(word.lower)
        if name and not (lemma == "killing" and word.tag.startswith("VB")):
            return Measure(name, "noun of harm", (word,), _anchor(site))
    return None


def _thing(site: Site) -> Measure | None:
    """ "five bombs went off", "fired three rockets": what a thing counts as, by its verb."""
    if site.noun is None or site.verb is None:
        return None
    for noun, measure, verbs in THINGS:
        if site.noun.lemma.lower() == noun and site.verb.word.lemma in verbs:
            return Measure(measure, "thing and its verb", (site.noun, site.verb.word), site.verb.word)
    return None


def _by_count_noun(site: Site) -> Measure | None:
    """ "cut its troop numbers to 3,000", "the number of US forces will fall by 500", "a force of 5,000"."""
    words = [step.word for step in site.steps]
    for word in list(words):
        words.extend(
            child for child in word.children if child.dep in ("dobj", "nsubj", "nsubjpass") and child is not site.top
        )
    body = next((step.word for step in site.steps if step.slot == "prep of" and step.word.lemma in UNITS), None)
    if body is not None and not any(child.dep in ("compound", "nmod") for child in body.children):
        return Measure("troops", "a body of troops", (body,), _anchor(site))
    for word in words:
        name = measure_of_noun(word)
        if name:
            return _of_counted(word, word, site)
        if word.lemma.lower() in COUNTS:
            inner = [g for child in word.children if child.lower == "of" for g in child.children]
            found = next((m for noun in inner if (m := _of_counted(noun, word, site))), None)
            if found:
                return found
    return None


def _of_counted(noun: Token, counting: Token, site: Site) -> Measure | None:
    """What a count is of: "the number of soldiers", "the number of soldiers killed"."""
    for step in _own_clauses(noun):
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame and frame.takes(step.slot, step.word):
            return Measure(frame.value, "verb of harm", (counting, step.word), _anchor(site))
    name = measure_of_noun(noun)
    return Measure(name, "counted noun of the clause", (counting, noun), _anchor(site)) if name else None


def _by_topic(site: Site, topic: str | None) -> Measure | None:
    """A bare number after a figure is of the same measure where its clause counts: "cut the figure to 30,000", "50 of them left"."""
    if topic is None:
        return None
    if site.after(2) in _REFERS:
        return Measure(topic, "refers to a figure before", (), _anchor(site))
    words = [step.word for step in site.steps]
    words += [child for word in words for child in word.children if child.dep in ("dobj", "nsubj", "nsubjpass", "prep")]
    telling = next((w for w in words if _tells(w, site)), None)
    return Measure(topic, "the measure told before", (telling,), _anchor(site)) if telling is not None else None


def _tells(word: Token, site: Site) -> bool:
    lemma = word.lemma.lower()
    if word.tag.startswith("VB"):
        return (
            (site.lead != "" and lemma in SHIFTS)
            or (lemma in CHANGES and lemma not in ("add", "move", "order"))
            or lemma in ("admit", "accept")
        )
    return lemma in _COUNTING
