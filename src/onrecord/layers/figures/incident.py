"""Counts of people killed, hurt or seized, and of attacks: a toll of one incident, or a total over a time."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.context import Context, days
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import CHANGES, CUMULATIVE, INCIDENT_NOUNS, SO_FAR, WARS

_PERIOD_DAYS = 62  # a toll told for a longer time than about two months is a total


def incident_of(site: Site, measure: Measure, context: Context) -> Decision | None:
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
    if any(phrase in words for phrase in SO_FAR):
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
    verbs = _joined([verb, *([site.verb.word] if site.verb else [])])
    perfect = next((c for v in verbs for c in v.children if c.dep == "aux" and c.lower in ("has", "have")), None)
    near = [token for child in verb.children for token in (child, *child.children) if token is not site.top]
    incident = any(token.lemma.lower() in INCIDENT_NOUNS for token in near)
    short = any(length is not None and length <= 7 for length in lengths)
    if perfect is not None and not short and (not incident or measure.name in ("attacks", "strikes")):
        return Decision("total", 1, "counted up to now", (perfect, verb))
    return None


def _joined(verbs: list[Token]) -> list[Token]:
    """Verbs, and those before them whose tense they share: "have raided farms and killed or captured dozens"."""
    found = list(verbs)
    for verb in found:
        if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and verb.child("aux", "auxpass", "nsubj") is None:
            found.append(verb.head)
    return found


def _is_war(subject: Token, verb: Token) -> bool:
    """ "the war killed", "the genocide, which killed": what kills for years."""
    noun = verb.head if subject.tag in ("WDT", "WP") and verb.dep == "relcl" else subject
    return noun.lemma.lower() in WARS
