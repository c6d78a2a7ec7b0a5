"""What a number is a measure of: troops, killed, displaced …"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.concepts.parse import Token
from onrecord.layers.figures.site import Site, Step
from onrecord.layers.figures.vocabulary import (
    ADJECTIVES,
    COUNTS,
    OF_PEOPLE,
    PEOPLE,
    TOLL_NOUNS,
    VICTIM_VERBS,
    measure_of_noun,
)


class Measure(NamedTuple):
    """A measure, the rule that found it, the words that say so, and the word whose certainty is the figure's."""

    name: str
    rule: str
    cues: tuple[Token, ...]
    anchor: Token


def measure_of(site: Site) -> Measure | None:
    """The measure of a number; None when it counts nothing of the controlled list."""
    noun_measure = measure_of_noun(site.noun) if site.noun is not None else None
    if _may_be_victims(site, noun_measure):
        found = _by_verb(site) or _by_adjective(site)
        if found:
            return found
    found = _by_toll_noun(site)
    if found:
        return found
    if noun_measure and site.noun is not None:
        return Measure(noun_measure, "counted noun", (site.noun,), _anchor(site))
    return _by_count_noun(site)


def _may_be_victims(site: Site, noun_measure: str | None) -> bool:
    """People, a counted group, or nothing named: a verb of harm makes victims of them."""
    noun = site.noun
    if noun is None or noun_measure in OF_PEOPLE:
        return site.quantity.unit == "count"
    lemma = noun.lemma.lower()
    return site.quantity.unit == "count" and (
        lemma in PEOPLE or lemma in ADJECTIVES or noun.tag.startswith("NNP") or noun.ent == "NORP"
    )


def _anchor(site: Site) -> Token:
    return site.verb.word if site.verb else site.top


def _by_verb(site: Site) -> Measure | None:
    """ "killed 12", "12 were wounded", "40 soldiers killed in June", "12 who died", "the lives of 80 people"."""
    steps = [*_own_clauses(site.top), *([site.verb] if site.verb else []), *site.steps]
    for step in steps:
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame and frame.takes(step.slot, step.word):
            return Measure(frame.value, "verb of harm", (step.word,), step.word)
        if (
            step.word.lemma == "life"
            and step.slot == "prep of"
            and site.verb
            and site.verb.word.lemma in ("claim", "cost", "take")
        ):
            return Measure("killed", "lives claimed", (site.verb.word, step.word), site.verb.word)
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
    """ "19 dead", "ten people wounded", "three are missing", "two children were among the dead"."""
    at = site.last + 1 - site.sentence.first
    near = list(site.words[at : at + 1])
    if site.noun is not None and site.noun.i >= site.last:
        at = site.noun.i + 1 - site.sentence.first
        near.extend([site.noun, *site.words[at : at + 1]])
    verb = site.verb.word if site.verb else None
    if (
        verb is not None
        and verb.lemma in ("be", "leave", "remain", "report", "list", "go")
        and site.verb
        and site.verb.slot != "agent"
    ):
        near.extend(
            child
            for child in verb.children
            if child.dep in ("acomp", "oprd", "attr", "ccomp", "advmod") and child.i > site.last
        )
        near.extend(g for child in verb.children if child.lower == "among" for g in child.children)
    for word in near:
        measure = ADJECTIVES.get(word.lower)
        if measure:
            return Measure(measure, "adjective of harm", (word,), verb or word)
    return None


def _by_toll_noun(site: Site) -> Measure | None:
    """ "12 deaths", "a death toll of 12", "the toll rose to 100"."""
    words = [site.noun] if site.noun is not None else []
    words += [step.word for step in site.steps]
    if site.verb is not None and site.verb.slot.startswith("prep"):
        words += [child for child in site.verb.word.children if child.dep in ("nsubj", "nsubjpass", "dobj")]
    for word in words:
        lemma = word.lemma.lower()
        name = TOLL_NOUNS.get(lemma) or TOLL_NOUNS.get(word.lower)
        if name and not (lemma == "killing" and word.tag.startswith("VB")):
            return Measure(name, "noun of harm", (word,), _anchor(site))
    return None


def _by_count_noun(site: Site) -> Measure | None:
    """ "cut its troop numbers to 3,000", "the number of US forces will fall by 500", "a force of 5,000"."""
    words = [step.word for step in site.steps]
    for word in list(words):
        words.extend(
            child for child in word.children if child.dep in ("dobj", "nsubj", "nsubjpass") and child is not site.top
        )
    for word in words:
        name = measure_of_noun(word)
        if name:
            return Measure(name, "counted noun of the clause", (word,), _anchor(site))
        if word.lemma.lower() in COUNTS:
            inner = [g for child in word.children if child.lower == "of" for g in child.children]
            named = next(((measure_of_noun(noun), noun) for noun in inner if measure_of_noun(noun)), None)
            if named and named[0]:
                return Measure(named[0], "counted noun of the clause", (word, named[1]), _anchor(site))
    return None
