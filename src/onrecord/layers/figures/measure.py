"""What a number is a measure of: troops, killed, displaced …"""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.decision import Measure
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.victims import own_clauses, victims_of
from onrecord.layers.figures.vocabulary import (
    ADJECTIVES,
    CAP_VERBS,
    CAPS,
    CHANGES,
    COUNTS,
    INCIDENTS,
    INTAKE,
    NO_THINGS,
    OF_PEOPLE,
    PEOPLE,
    SHIFTS,
    STOCKS,
    THINGS,
    TOLL_NOUNS,
    UNITS,
    VICTIM_VERBS,
    measure_of_noun,
    named,
)

OPEN, TOLD = "any counted noun", "the measure told before"
_COUNTING = COUNTS | CAPS | {"figure", "tally", "count"}  # nouns that stand for what was counted before
_IN_UNIFORM = named("in uniform")
_STATES = ("GPE", "NORP")  # entities that may stand before a body of troops: "a 5,200-strong US force"
_REFERS = (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"], ["of", "which"])


def anchor_of(site: Site) -> Token:
    """The word whose certainty is the figure's: the verb of its clause, else the head of its phrase."""
    return site.verb.word if site.verb else site.top


def measure_of(site: Site, topic: str | None) -> Measure | None:
    """The measure of a number, `topic` being that of the figure told last; None when it counts nothing of the controlled list."""
    if _not_counting(site):
        return None
    noun_measure = measure_of_noun(site.noun) if site.noun is not None else None
    noun_measure = noun_measure or _in_uniform(site)
    if _may_be_victims(site, noun_measure):
        found = victims_of(site) or _intake(site, noun_measure)
        if found:
            return found
    found = _by_toll_noun(site) or _thing(site)
    if found:
        return found
    if noun_measure and site.noun is not None:
        return Measure(noun_measure, "counted noun", (site.noun,), anchor_of(site))
    found = _strong(site)
    if found:
        return found
    if site.noun is None or site.noun.lemma.lower() in _COUNTING or site.after(2) in _REFERS:
        return _by_count_noun(site) or _by_topic(site, topic) or _by_sentence(site)
    return _open(site)


def _in_uniform(site: Site) -> str | None:
    """ "450 more trainers will join the 3,080 troops": advisers and trainers among troops are troops."""
    if site.noun is None or site.noun.lemma.lower() not in _IN_UNIFORM:
        return None
    named = (token for token in site.words if token.tag == "NNS" and token is not site.noun)
    return "troops" if any(measure_of_noun(token) == "troops" for token in named) else None


def _open(site: Site) -> Measure | None:
    """Any other thing that is counted is measured under its own name: "500 jobs", "three hospitals"; a role must make it matter."""
    noun = site.noun
    plain = site.quantity.unit == "count" and site.quantity.value is not None
    if noun is None or noun.tag not in ("NN", "NNS") or not plain or noun.lemma.lower() in PEOPLE:
        return None
    if not noun.lower.replace("-", "").isalpha() or noun.lemma.lower() in NO_THINGS or noun.dep == "poss":
        return None
    return Measure(noun.lemma.lower(), OPEN, (noun,), anchor_of(site))


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
            return Measure(name, "noun of harm", (word,), anchor_of(site))
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
    if site.noun is None and site.verb is not None and site.verb.word.dep == "acl":
        words.append(site.verb.word.head)  # "the number of troops, capped at 503"
    body = next((word for word in words if word.lemma in UNITS), None)
    if body is not None and not any(child.dep in ("compound", "nmod") for child in body.children):
        return Measure("troops", "a body of troops", (body,), anchor_of(site))
    for word in words:
        name = measure_of_noun(word)
        if name:
            return _of_counted(word, word, site)
        if word.lemma.lower() in COUNTS | CAPS:
            inner = [g for child in word.children if child.lower in ("of", "on", "for") for g in child.children]
            found = next((m for noun in inner if (m := _of_counted(noun, word, site))), None)
            if found:
                return found
    return None


def _strong(site: Site) -> Measure | None:
    """ "a 5,200-strong force", "an 800-member contingent": a body of troops of that size."""
    at = site.last + 1 - site.sentence.first
    tied = [word for word in site.words[at : at + 2] if word.lower != "-"]
    if site.after(1) != ["-"] or not tied or tied[0].lower not in ("strong", "member", "man", "soldier", "troop"):
        return None
    body = tied[0].head
    named = [c for c in body.children if c.dep in ("compound", "nmod") and c is not tied[0] and c.ent not in _STATES]
    troops = (body.lemma.lower() in UNITS and not named) or measure_of_noun(body) == "troops"
    return Measure("troops", "a body of troops", (body,), anchor_of(site)) if troops else None


def _by_sentence(site: Site) -> Measure | None:
    """ "bring troops home, and keep the current level of 9,800": what is counted is named before, in the same sentence, and alone."""
    counting = next((step.word for step in site.steps if step.word.lemma.lower() in COUNTS), None)
    moving = next((s.word for s in site.steps if s.word.lemma in SHIFTS), None) if site.lead in ("from", "to") else None
    if site.noun is not None or (counting is None and moving is None):
        return None
    named = [token for token in site.words if (moving or token.i < site.first) and token.tag in ("NN", "NNS")]
    found = {name: token for token in named if (name := measure_of_noun(token)) in STOCKS}
    if len(found) != 1:
        return None
    ((name, token),) = found.items()
    return Measure(name, "counted noun of the sentence", (counting or token, token), anchor_of(site)) if name else None


def _of_counted(noun: Token, counting: Token, site: Site) -> Measure | None:
    """What a count is of: "the number of soldiers", "the number of soldiers killed"."""
    for step in own_clauses(noun):
        frame = VICTIM_VERBS.get(step.word.lemma)
        if frame and frame.takes(step.slot, step.word):
            return Measure(frame.value, "verb of harm", (counting, step.word), anchor_of(site))
    name = measure_of_noun(noun)
    return Measure(name, "counted noun of the clause", (counting, noun), anchor_of(site)) if name else None


def _by_topic(site: Site, topic: str | None) -> Measure | None:
    """A bare number after a figure is of the same measure where its clause counts: "cut the figure to 30,000", "50 of them left"."""
    if topic is None:
        return None
    if site.after(2) in _REFERS or site.before(2) in _REFERS:
        return Measure(topic, "refers to a figure before", (), anchor_of(site))
    if site.after(1) in (["remain"], ["stay"]):
        return Measure(topic, TOLD, (), anchor_of(site))
    words = [step.word for step in site.steps]
    words += [child for word in words for child in word.children if child.dep in ("dobj", "nsubj", "nsubjpass", "prep")]
    telling = next((w for w in words if _tells(w, site)), None)
    if telling is not None and topic in INCIDENTS and telling.tag.startswith("VB") and telling.lemma in CHANGES:
        # "has lost 30 soldiers and will withdraw the 2,000 who are there": not those who were lost
        named = any(
            measure_of_noun(token) == "troops" for token in site.words if token.tag == "NNS" and token.i < site.first
        )
        return Measure("troops", TOLD, (telling,), anchor_of(site)) if named else None
    return Measure(topic, TOLD, (telling,), anchor_of(site)) if telling is not None else None


def _states(word: Token, site: Site) -> bool:
    """ "There are 88,000 now", "it had 12,000 there": a bare number of what was counted before."""
    slot = site.verb.slot if site.verb and site.verb.word is word else ""
    if site.noun is None and slot == "subject" and word.lemma in ("remain", "stay"):
        return True  # "about 150 will remain"
    if site.noun is not None or slot not in ("object", "attribute", "measure"):
        return False
    expletive = any(child.dep == "expl" for child in word.children)
    return (word.lemma == "be" and expletive) or word.lemma in ("have", "keep", "maintain")


def _tells(word: Token, site: Site) -> bool:
    lemma = word.lemma.lower()
    if word.tag.startswith("VB"):
        return (
            _states(word, site)
            or (site.verb is not None and site.verb.slot in ("prep at", "prep to") and lemma in CAP_VERBS)
            or (site.lead == "to" and lemma == "be" and any(child.lower in ("up", "down") for child in word.children))
            or (site.lead != "" and lemma in SHIFTS)
            or (lemma in CHANGES and lemma not in ("add", "move", "order"))
            or lemma in ("admit", "accept")
        )
    return lemma in _COUNTING
