"""What a number is: a level, a target, a change, a total, a toll, a flow, a part."""

from __future__ import annotations

from onrecord.layers.figures.change import change_of, destroyed, driven_out, gone, intake_of, more_of, pair_of
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.incident import incident_of
from onrecord.layers.figures.levels import all_but, allowed, capped, current, kept, level, put_at, reached, told_before
from onrecord.layers.figures.parts import compared, known_whole, part_of, whole_of
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import INCIDENTS, PER_ADVERBS, PER_UNITS

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
    if compared(site) or whole_of(site):
        return Decision(None, 1, "only a comparison")
    rules = (part_of, _flow, incident_of) if measure.name in INCIDENTS else (part_of, _flow)
    for rule in rules:
        found = rule(site, measure, context)
        if found:
            return found
    if measure.name == "detained" and measure.rule == "counted noun":
        rest = change_of(site, context) or level(site, context)
        return rest or Decision(None, 1, "no word tells what the number is")
    if measure.name == "displaced":
        found = pair_of(site, context) or more_of(site, context) or driven_out(measure)
        if found or (found := intake_of(site, measure, context)):
            return found
    whole = known_whole(site) if measure.name not in INCIDENTS else None
    if whole:
        return whole
    for move in (
        all_but,
        told_before,
        allowed,
        pair_of,
        destroyed,
        more_of,
        change_of,
        gone,
        capped,
        current,
        reached,
        put_at,
        kept,
        level,
    ):
        found = move(site, context)
        if found:
            return found
    if measure.name in INCIDENTS:
        return Decision("toll", 1, "an incident's count", measure.cues)
    return Decision(None, 1, "no word tells what the number is")


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
