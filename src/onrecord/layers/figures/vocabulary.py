"""The words by which figures are read, from the lexicon files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.parse import Token

HERE = Path(__file__).parent / "lexicon"
MEASURES, ROLES, SITES = HERE / "measures.txt", HERE / "roles.txt", HERE / "sites.txt"


class Frame(NamedTuple):
    """What a verb says of the noun in one of its slots: a measure or a sign, and the particles it needs."""

    value: str
    slot: str
    particles: frozenset[str] = frozenset()

    def takes(self, slot: str, verb: Token) -> bool:
        """True when the slot fits and the verb has a particle it needs."""
        if slot not in (self.slot, "along with") and not (self.slot == "both" and slot in ("object", "subject")):
            return False
        if not self.particles:
            return True
        near = {child.lower for child in verb.children if child.dep in ("prt", "advmod", "prep")}
        return bool(near & self.particles)


def named(section: str) -> frozenset[str]:
    """A small set of words, by its section in sets.txt."""
    return frozenset(word for row in lexicon.sections(HERE / "sets.txt")[section] for word in " ".join(row).split())


def _pairs(path: Path, section: str) -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.sections(path)[section]}


def _frames(path: Path, section: str) -> dict[str, Frame]:
    frames = {}
    for lemma, value, slot, *rest in lexicon.sections(path)[section]:
        particles = frozenset(rest[0].split("|")) if rest and rest[0] != "-" else frozenset[str]()
        frames[lemma] = Frame(value, slot, particles)
    return frames


RAISING = lexicon.words(SITES, "raising")
HEDGES = lexicon.words(SITES, "hedges")
NOT_LEADING = lexicon.words(SITES, "not leading")
LEADS = lexicon.words(SITES, "leads")

NOUNS = _pairs(MEASURES, "nouns")
PEOPLE = lexicon.words(MEASURES, "people")
VICTIM_VERBS = _frames(MEASURES, "verbs")
ADJECTIVES = _pairs(MEASURES, "adjectives")
TOLL_NOUNS = _pairs(MEASURES, "tolls")

CHANGES = _frames(ROLES, "changes")
SHIFTS = _pairs(ROLES, "shifts")
CHANGE_NOUNS = _pairs(ROLES, "change-nouns")
SHIFT_NOUNS = _pairs(ROLES, "shift-nouns")
MORE = _pairs(ROLES, "more")
KEEPS = lexicon.words(ROLES, "keeps")
CAPS = lexicon.words(ROLES, "caps")
STANDS = lexicon.words(ROLES, "stands")
PARTS = lexicon.words(ROLES, "parts")
COUNTS = lexicon.words(ROLES, "counts")
FRACTIONS = lexicon.words(ROLES, "fractions")
NOW = lexicon.words(ROLES, "now")
REACHES = lexicon.words(ROLES, "reaches")
CAP_VERBS = lexicon.words(ROLES, "cap verbs")
PERMITS = lexicon.words(ROLES, "permits")
WANTS = lexicon.words(ROLES, "wants")
ASKS = _pairs(ROLES, "asks")
SETTLES = lexicon.words(ROLES, "settles")
LENDS = lexicon.words(ROLES, "lends")
STAYS = lexicon.words(ROLES, "stays")
TELLS = lexicon.words(ROLES, "tells")
MEETS = lexicon.words(ROLES, "meets")
GROUPS = lexicon.words(ROLES, "groups")
FINISHES = lexicon.words(ROLES, "finishes")
TAKES = lexicon.words(ROLES, "takes")
AREAS = lexicon.words(ROLES, "areas")
SO_FAR = tuple(row[0] for row in lexicon.sections(ROLES)["so far"])
PER_UNITS = lexicon.words(ROLES, "per units")
NO_THINGS = lexicon.words(MEASURES, "no things")
PER_ADVERBS = lexicon.words(ROLES, "per adverbs")
COMPARING = lexicon.words(ROLES, "comparing")
OPEN_CHANGES = lexicon.words(ROLES, "open changes")
WARS = lexicon.words(ROLES, "wars")
WORLD = lexicon.words(ROLES, "world")
LED_SHIFTS = lexicon.words(ROLES, "led shifts")
WHERE = lexicon.words(ROLES, "where")
MIXED = lexicon.words(ROLES, "mixed")
NOWHERE = lexicon.words(ROLES, "nowhere")
CHECKS = lexicon.words(ROLES, "checks")
SAYING = lexicon.words(ROLES, "saying")
DOUBTS = lexicon.words(ROLES, "doubts")
UNVOUCHED = lexicon.words(ROLES, "unvouched acts")
CUMULATIVE = lexicon.words(ROLES, "cumulative")
INCIDENT_NOUNS = lexicon.words(ROLES, "incidents")
TAKING = lexicon.words(MEASURES, "taking")
REFUGEES = lexicon.words(MEASURES, "refugees")
UNITS = lexicon.words(MEASURES, "units")
MONEY_VERBS = _pairs(MEASURES, "money verbs")
MONEY_NOUNS = _pairs(MEASURES, "money nouns")
INTAKE = lexicon.words(MEASURES, "intake")
DESTROYS = lexicon.words(MEASURES, "destroys")
THINGS = tuple(
    (noun, measure, frozenset(verbs.split("|"))) for noun, measure, verbs in lexicon.sections(MEASURES)["things"]
)

SCENES = WARS | INCIDENT_NOUNS
INCIDENTS = frozenset({"killed", "wounded", "missing", "detained", "hostages", "attacks", "strikes", "missiles"})
STOCKS = frozenset(
    {"troops", "contractors", "fighters", "police", "aircraft", "vehicles", "ships", "bases", "displaced"}
)
OWNED = frozenset({"troops", "contractors", "fighters", "police", "aircraft", "vehicles", "ships", "bases"})
PERSONS = frozenset({"killed", "wounded", "missing", "detained", "hostages", "displaced"})
OF_PEOPLE = frozenset({"troops", "contractors", "fighters", "police", "displaced", "hostages", "detained"})


def measure_of_noun(noun: Token) -> str | None:
    """The measure a counted noun is of, by the longest compound that the lexicon knows; None for other nouns."""
    if noun.lemma.lower() == "fighter" and any(c.dep == "compound" and not c.lower.isalpha() for c in noun.children):
        return "aircraft"  # "F-15 fighters"
    if noun.tag in ("NNP", "VBD", "VBZ", "VBP"):
        return None  # "Shell eased", "shares rocketed": a name, a deed
    words = [noun.lemma.lower()]
    names = [noun.lemma.lower(), noun.lower]
    before = [
        child for child in noun.children if child.i < noun.i and child.dep in ("compound", "amod", "nmod", "poss")
    ]
    for child in reversed(before):
        words.insert(0, child.lower)
        names.append(" ".join(words))
    names.extend(f"{child.lower} {noun.lemma.lower()}" for child in before)
    following = _tail(noun)
    if following:
        names.append(f"{noun.lemma.lower()} {following}")
    for name in sorted(set(names), key=lambda name: (-name.count(" "), name)):
        if name in NOUNS:
            return None if NOUNS[name] == "-" else NOUNS[name]
    return None


def _tail(noun: Token) -> str:
    """The words of a prepositional phrase right behind a noun: "on the ground" of "boots on the ground"."""
    prep = next((child for child in noun.children if child.dep == "prep" and child.i == noun.i + 1), None)
    return " ".join(token.lower for token in prep.subtree()) if prep is not None and len(prep.children) == 1 else ""
