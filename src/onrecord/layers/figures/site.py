"""Where a number stands in its sentence: the noun it counts, and the words above it up to the verb of its clause."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.concepts.parse import Parse, Sentence, Token
from onrecord.concepts.quantity import Quantity
from onrecord.layers.figures.vocabulary import HEDGES, LEADS, NOT_LEADING, RAISING, named

_SLOTS = {"dobj": "object", "nsubjpass": "object", "dative": "object", "oprd": "attribute", "nsubj": "subject", "csubj": "subject",
          "attr": "attribute", "acomp": "attribute", "npadvmod": "measure", "advmod": "measure"}  # fmt: skip
_THROUGH = frozenset(
    {"conj", "appos", "nummod", "quantmod", "nmod", "compound", "amod", "det", "predet", "dep", "poss"}
)
_SEASONS = named("seasons")
COMPANION = "along with"  # the slot of those who share the lot of a verb's object or subject
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """A word above the number and the slot in which the phrase below hangs on it: object, subject, attribute, measure or "prep WORD"."""

    word: Token
    slot: str


@dataclass(frozen=True, slots=True)
class Site:
    """One quantity in its sentence; `first` and `last` are the numbers of its tokens, `lead` the preposition before it."""

    quantity: Quantity
    sentence: Sentence
    words: tuple[Token, ...]
    first: int
    last: int
    noun: Token | None
    top: Token
    steps: tuple[Step, ...]
    lead: str

    @property
    def verb(self) -> Step | None:
        """The verb of the clause with the slot of the number's phrase, if the path up ends in one."""
        return self.steps[-1] if self.steps and is_verb(self.steps[-1].word) else None

    def before(self, most: int = 4) -> list[str]:
        """Up to `most` lower-case words before the number, the nearest last."""
        at = self.first - self.sentence.first
        return [token.lower for token in self.words[max(0, at - most) : at]]

    def after(self, most: int = 4) -> list[str]:
        """Up to `most` lower-case words behind the number."""
        at = self.last + 1 - self.sentence.first
        return [token.lower for token in self.words[at : at + most]]


def locate(parse: Parse, quantity: Quantity) -> Site | None:
    """Find the site of a quantity; None when no word stands there."""
    tokens = parse.between(quantity.start, quantity.end)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    number = parse.root(first, last + 1)
    sentence = parse.sentence(number)
    words = tuple(parse.words(sentence))
    noun = _noun(parse, quantity)
    top = noun if noun is not None and _over(noun, number) else number
    return Site(quantity, sentence, words, first, last, noun, top, climb(top), _lead(words, first - sentence.first))


def _noun(parse: Parse, quantity: Quantity) -> Token | None:
    if quantity.of_span is None:
        return None
    tokens = parse.between(quantity.of_span.start, quantity.of_span.end)
    noun = parse.root(tokens[0].i, tokens[-1].i + 1) if tokens else None
    return None if noun is None or _counts_nothing(noun, tokens[0], quantity) else noun


def _counts_nothing(noun: Token, first: Token, quantity: Quantity) -> bool:
    """ "2,500 early next year": a time beside a number; "the U.S. force from 900 to 500": a name before it."""
    time = noun.lemma.lower() in _SEASONS and first.lower in ("next", "this", "last", "that", "early", "late")
    if noun.lower in ("remain", "stay") and noun.start >= quantity.end:
        return True  # "roughly 900 remain": a verb, whatever it was taken for
    if noun.dep == "compound" and noun.end <= quantity.start:
        return True  # "a peacekeeping group of 200": the group's kind, not what is counted
    return time or (noun.end <= quantity.start and noun.tag == "NNP" and noun.ent == "GPE")


def _over(noun: Token, number: Token) -> bool:
    """True when the number belongs to the noun's own phrase, not merely to its sentence."""
    token = number
    while token.head is not token and (token.dep in _THROUGH or token.head.lower == "strong"):  # "a 5,200-strong force"
        token = token.head
        if token is noun:
            return True
    return False


def is_verb(token: Token) -> bool:
    """True for main verbs."""
    return token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound", "prep")


def climb(top: Token) -> tuple[Step, ...]:
    """The words above a phrase, nearest first, up to the verb of the clause."""
    steps: list[Step] = []
    token = top
    while token.head is not token and len(steps) < _MOST_STEPS and not is_verb(token):
        parent = token.head
        if token.dep == "conj" and is_verb(parent):  # "bring home 2,000 from Mali and another 500 from Chad"
            steps.append(Step(parent, "object"))
            token = parent
        elif token.dep in _THROUGH:
            token = parent
        elif token.dep in ("pobj", "pcomp"):
            slot = COMPANION if parent.lower == "with" and _beside(parent) else f"prep {parent.lower}"
            while parent.dep in ("prep", "agent", "pcomp") and parent.head is not parent and not is_verb(parent):
                parent = parent.head
            steps.append(Step(parent, slot))
            token = parent
        else:
            steps.append(Step(parent, _SLOTS.get(token.dep, "other")))
            token = parent
    if steps and steps[-1].slot in ("subject", "object") and is_verb(steps[-1].word):
        steps[-1] = _deed(steps[-1], token)
    return tuple(steps)


def _beside(word: Token) -> bool:
    """ "along with three others", "together with his brother"."""
    return any(near.lower in ("along", "together") for near in (word.head, *word.children))


def _deed(step: Step, below: Token) -> Step:
    """What a subject is to do rather than the verb that says so: "are to leave", "are due to leave", "are expected to be withdrawn"."""
    verb = step.word
    active_object = step.slot == "object" and not any(child.dep == "nsubjpass" for child in verb.children)
    if active_object or verb.lemma not in RAISING:
        return step
    middle = next((child for child in verb.children if child.dep == "acomp"), verb)
    deed = next(
        (child for child in middle.children if child.dep == "xcomp" and _infinitive(child) and child.i > below.i), None
    )
    if deed is None:
        return step
    passive = any(child.dep == "auxpass" for child in deed.children)
    return Step(deed, "object" if passive else "subject")


def _infinitive(verb: Token) -> bool:
    """ "to die", "to have died", "to be formed"."""
    return verb.tag == "VB" or (verb.tag == "VBN" and any(child.lower in ("have", "to") for child in verb.children))


def _lead(words: tuple[Token, ...], at: int) -> str:
    """The preposition of change before a number ("from", "to", "by"), behind hedges such as "about"; "" without one."""
    while at > 0 and words[at - 1].lower in HEDGES:
        at -= 1
    word = words[at - 1].lower if at > 0 else ""
    if word == "to" and at > 1 and words[at - 2].lower in NOT_LEADING:
        return ""  # "up to 1,500" is a bound, "according to one firm" a source
    return word if word in LEADS else ""
