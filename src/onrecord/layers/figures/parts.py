"""Numbers that are parts, wholes or differences of others: "including 60", "half of the 5,200", "5,200 fewer than"."""

from __future__ import annotations

from onrecord.layers.figures.change import gone
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import CHANGES, COMPARING, FRACTIONS, HEDGES, PARTS

_WHOLES = (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"], ["of", "them"])
WHOLE = "what others are taken from"
INCLUDED, BEHIND = "included in what is named before", "part of a number named behind it"
_DEFINITE = frozenset({"the", "its", "their", "our", "these", "those", "his", "her"})


def compared(site: Site) -> bool:
    """ "5,200 fewer than Canada", "200 more than last year": a difference between two numbers, no number of its own."""
    after = site.after(3)
    return after[:1] != [] and after[0] in COMPARING and after[1:2] == ["than"]


def whole_of(site: Site) -> bool:
    """ "1,500 of 5,000": the second is what the first is taken from."""
    at = site.first - site.sentence.first
    return (
        at > 1
        and site.words[at - 1].lower == "of"
        and site.words[at - 2].tag == "CD"
        and site.words[at - 2].lower != "one"
    )


def known_whole(site: Site) -> Decision | None:
    """ "half of the 5,200 troops", "of the 14,000 now there, 7,000 will leave": how many there are, whatever becomes of some of them."""
    at = site.first - site.sentence.first
    while at > 0 and site.words[at - 1].lower in HEDGES - {"of"} and site.words[at - 1].lower not in _DEFINITE:
        at -= 1
    if at > 1 and [word.lower for word in site.words[at - 2 : at]] == ["out", "of"] and site.quantity.value is not None:
        return Decision("level", 1, WHOLE, (site.words[at - 1],))
    if at < 2 or site.words[at - 1].lower not in _DEFINITE or site.words[at - 2].lower != "of":
        return None
    share = site.words[at - 3] if at > 2 else None
    # Behind a clause mark "of the 14,000" leads its sentence; behind a share or a number it is what they are taken from.
    if share is None or share.lower in FRACTIONS or share.lower in (",", ";", "that") or _is_number(site, at - 3):
        return Decision("level", 1, WHOLE, (site.words[at - 2],))
    return None


def _is_number(site: Site, at: int) -> bool:
    word = site.words[at]
    return word.tag == "CD" and word.lower != "one"


def part_of(site: Site, measure: Measure, context: Context) -> Decision | None:
    """ "including two children", "among them 12 women", "of whom 500 are", "500 of them", "90,000 of the 130,000 are American"."""
    before, after = site.before(3), site.after(2)
    if _is_included(site):
        return Decision("part", 1, INCLUDED)
    moves = site.verb is not None and (site.verb.word.lemma in CHANGES or gone(site, context) is not None)
    if not moves and _of_known_whole(site):
        return Decision("part", 1, BEHIND)
    if not moves and (
        before[-2:] in _WHOLES or after in _WHOLES or before[-2:] in (["among", "them"], ["among", "whom"])
    ):
        return Decision("part", 1, "part of a number named beside it")
    if measure.rule == "included in victims":
        return Decision("part", 1, "included in a number told before", measure.cues)
    verb = site.verb
    if verb and verb.word.lemma == "be" and any(child.lower == "among" for child in verb.word.children):
        return Decision("part", 1, "among a number named before", (verb.word,))
    return None


def _of_known_whole(site: Site) -> bool:
    """ "90,000 of the 130,000 foreign soldiers"."""
    at = site.last + 1 - site.sentence.first
    after = site.words[at : at + 5]
    return [t.lower for t in after[:1]] == ["of"] and any(
        word.tag == "CD" and after[n - 1].lower in _DEFINITE | HEDGES for n, word in enumerate(after) if n > 1
    )


def _is_included(site: Site) -> bool:
    """ "including [about] 60 medics": nothing but hedges between, or two words without a verb."""
    at = site.first - site.sentence.first
    near = site.words[max(0, at - 3) : at]
    cue = next((word for word in reversed(near) if word.lower in PARTS), None)
    if cue is None:
        return False
    return all(word.lower in HEDGES or not word.tag.startswith("VB") for word in near if word.i > cue.i)
