"""Which way a bare weekday, month or date points, by the tense and the words around it."""

from __future__ import annotations

from functools import cache

from onrecord.concepts.parse import Token
from onrecord.layers.times.words import HERE, around, value
from onrecord.lexicon import words

BACK, UNCLEAR, AHEAD = -1, 0, 1
_VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_STEPS = 10


@cache
def _known(section: str) -> frozenset[str]:
    return words(HERE / "direction.txt", section)


def looks_ahead(verb: Token) -> bool:
    """True for a verb whose complement lies ahead, so that a day beside it may be the complement's ("invited him on May 3")."""
    return verb.lemma in _known("ahead-acts") or verb.lemma in _known("ahead")


def told_before(verb: Token) -> bool:
    """True for what was planned in the past: "called for a pullout by May 1", "agreed to meet in June"."""
    head = verb.head if verb.tag == "VB" else verb
    return head.tag == "VBD" and head.lemma not in _known("saying")


def direction(token: Token) -> tuple[int, Token | None]:
    """BACK, AHEAD or UNCLEAR for a time whose head word is `token`, and the word that decides.

    UNCLEAR with a word is the plain present tense ("they meet on Tuesday").
    """
    way, cue = _climb(token)
    noun = _noun_of(token)
    if noun is None or cue is None:
        return way, cue
    if not _is_occasion(noun) or (_is_behind(noun) and not _has_modal(cue)):
        return BACK, noun
    return way, cue


def _noun_of(token: Token) -> Token | None:
    """The noun that a date is put before: "Tuesday's declaration", "a June agreement", "her Sunday morning fall"."""
    if value("part", token.head.lower) and token.head.i == token.i + 1:
        token = token.head
    noun = token.head
    before = token.dep in ("poss", "compound", "nmod", "amod") and noun.i > token.i
    return noun if before and noun.tag[:2] == "NN" and noun.lower != "time" else None


def _is_occasion(noun: Token) -> bool:
    """What is planned may lie ahead; anything else with a date of its own has happened."""
    return noun.lemma.lower() in _known("occasions")


def _is_behind(noun: Token) -> bool:
    """True for "after Monday's debate": what is told happened behind it."""
    return noun.head.lower in around("behind")


def _has_modal(verb: Token) -> bool:
    return any(child.tag in ("MD", "TO") for child in verb.children)


def _climb(token: Token) -> tuple[int, Token | None]:
    here, before = token, token
    for _ in range(_STEPS):
        if here is not token and here.lower in _known("back-words"):
            return BACK, here
        if here is not token and here.lower in _known("ahead-words") and here.tag != "VBG":
            return (BACK if _overtaken(here.head) else AHEAD), here
        if here.tag in _VERB and not _is_purpose(here):
            way = _of_own_day(here, before) or of_verb(here)
            if way != UNCLEAR:
                return way, here
            if here.lemma in _known("saying"):
                return UNCLEAR, None
            if here.tag in ("VBZ", "VBP"):
                return UNCLEAR, here
        if here.head is here:
            return UNCLEAR, None
        here, before = here.head, here
    return UNCLEAR, None


def _is_purpose(verb: Token) -> bool:
    """True for what a deed is for: "a raid targeting a leader Friday", "an operation to disrupt a network Friday": the deed's day."""
    purpose = verb.dep == "acl" and (verb.tag == "VBG" or any(child.tag == "TO" for child in verb.children))
    return purpose and verb.head.lemma.lower() in _known("deeds")


def _of_own_day(verb: Token, below: Token) -> int:
    """The way of a verb that the time itself belongs to: "agreed in June", but "extended to Nov. 16", "set for Friday"."""
    if below.lower in ("until", "till", "through", "to", "into", "for") and verb.lemma in _known("extend"):
        return AHEAD
    if verb.lemma in _known("ahead-acts") and verb.tag in ("VBD", "VBN") and below.lower not in ("for", "until", "by"):
        return BACK
    return UNCLEAR


def _overtaken(verb: Token) -> bool:
    """True for "had been due": what was planned, told from later on."""
    return any(child.lower in ("had", "'d") and child.dep == "aux" for child in verb.children)


def of_verb(verb: Token) -> int:
    """The way a verb form looks."""
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    names = {child.lower for child in helpers}
    if any(child.lemma == "have" for child in helpers):
        # "may have fired", "has fired"; but "will have fired"
        return AHEAD if names & {"will", "'ll", "’ll", "shall"} else BACK
    if any(child.tag == "MD" for child in helpers):
        return AHEAD
    if any(child.tag == "TO" for child in helpers):
        return _of_infinitive(verb)
    if verb.lemma in _known("ahead") or (verb.lemma in _known("ahead-acts") and verb.tag != "VBG"):
        return AHEAD
    if any(child.tag == "VBD" for child in helpers) or verb.tag == "VBD":
        # "said he was leaving in February" may look either way
        return UNCLEAR if verb.tag == "VBG" else BACK
    if any(child.tag in ("VBZ", "VBP") for child in helpers):
        return AHEAD if verb.tag == "VBG" else UNCLEAR
    if verb.tag == "VB":
        return UNCLEAR if helpers else AHEAD  # "See you on Friday"
    return BACK if verb.tag == "VBN" else UNCLEAR


def _of_infinitive(verb: Token) -> int:
    """An infinitive looks ahead, unless its governor's tense holds for both ("managed to leave")."""
    head = verb.head
    if head is verb or verb.dep in ("acl", "relcl") or head.tag not in _VERB:
        return BACK if _overtaken(head.head) and head.lower in _known("ahead-words") else AHEAD
    if _overtaken(head):
        return BACK
    if verb.dep == "advcl" or head.lemma in _known("managed"):
        return of_verb(head)
    return AHEAD
