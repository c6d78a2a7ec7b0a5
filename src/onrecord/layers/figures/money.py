"""Sums of money that matter: costs, aid, damage, budgets."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.figures.change import pair_of
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.site import Site
from onrecord.layers.figures.vocabulary import MONEY_NOUNS, MONEY_VERBS, PER_UNITS

MONEY = "money"


def is_money(unit: str) -> bool:
    """True for an ISO 4217 code, alone or per something."""
    code = unit.partition("/")[0]
    return len(code) == len("USD") and code.isupper() and code.isalpha()


def money_of(site: Site, context: Context) -> tuple[Measure, Decision] | None:
    """Measure and role of a sum; None where no word tells what the money is for."""
    cue = _cue(site)
    if cue is None or site.after(1) in (["each"], ["apiece"]):
        return None  # what each one gets is no sum
    word, role = cue
    verb = site.verb.word if site.verb else None
    measure = Measure(MONEY, "money and its purpose", (word,), verb or word)
    per = site.quantity.unit.partition("/")[2]
    if per and per not in PER_UNITS:
        return None  # "$12 a share" is a price
    if per:
        return measure, Decision("flow", 1, "so many per period", (word,))
    pair = pair_of(site, context)
    if pair is not None:
        return measure, pair
    if role == "total" and context.ahead(verb):
        role = "target"
    return measure, Decision(role, 1, "a sum of money", (word,))  # type: ignore[arg-type]


def _cue(site: Site) -> tuple[Token, str] | None:
    """The noun of the sum ("in aid", "damage of") or the verb that spends it."""
    inner = [g for c in site.top.children if c.dep == "prep" and c.lower in ("in", "of", "for") for g in c.children]
    nouns = [*inner, *([site.noun] if site.noun is not None else []), *(step.word for step in site.steps)]
    noun = next((token for token in nouns if token.lemma.lower() in MONEY_NOUNS and token.tag[:2] == "NN"), None)
    verb = site.verb.word if site.verb else None
    if (
        verb is not None
        and site.verb
        and verb.lemma in MONEY_VERBS
        and site.verb.slot in ("object", "measure", "attribute")
    ):
        return verb, MONEY_VERBS[verb.lemma]
    return (noun, MONEY_NOUNS[noun.lemma.lower()]) if noun is not None else None
