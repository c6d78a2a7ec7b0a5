"""The second thing a number is said of: the subject of its clause, or the noun that its preposition hangs on."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.quantities.found import NOUN, Context, Found
from onrecord.layers.quantities.phrases import phrase
from onrecord.layers.quantities.words import nouns

_SUBJECTS = ("nsubj", "nsubjpass")
_TO_NOUN = (
    "pobj",
    "prep",
    "appos",
    "nmod",
    "amod",
    "nummod",
    "acl",
    "compound",
    "npadvmod",
    "parataxis",
    "dep",
    "relcl",
)
_COMPLEMENTS = ("for", "in", "from", "on", "among", "at", "by", "with", "to")
_OF_OBJECT = ("from", "to", "by", "at", "for", "with", "below", "above", "under", "between", "of")
_ITS_OWN = ("of", "in", "for", "to")
_MOST = 8  # steps up the tree


def about(context: Context, found: Found) -> None:
    """Fill `about`, if it is not what is counted."""
    root = context.parse.root(found.first, found.last)
    top = found.of[1] if found.of is not None and _above(found.of[1], root) else root
    for noun in (_part_of(found, top), _noun_above(top), _complement(top, found)):
        if noun is None or found.first <= noun.i < found.last or noun.ent in ("DATE", "TIME"):
            continue
        if found.of is not None and found.of[0].i <= noun.i <= found.of[1].i:
            continue
        other = context.owners.get(noun.i)
        if other is not None:
            found.about = other.about or (other.of if other.of != found.of else None)
            return
        found.about = _with_complement(context, found, noun)
        return


def _with_complement(context: Context, found: Found, noun: Token) -> tuple[Token, Token]:
    """The noun with what hangs right behind it: "the price of oil", "deaths in the camp"."""
    first, last = phrase(context, noun, 0)
    for child in noun.children:
        inner = child.child("pobj") if child.i == noun.i + 1 and child.lower in _ITS_OWN else None
        if inner is None or inner.tag not in NOUN or inner.ent in ("DATE", "TIME"):
            continue
        clear = noun.i >= found.last or inner.i < found.first
        if clear and not any(i in context.owners for i in range(noun.i, inner.i + 1)):
            return first, inner
    return first, last


def _above(noun: Token, token: Token) -> bool:
    """True if the noun governs the token."""
    for _ in range(_MOST):
        if token is noun:
            return True
        if token.head is token:
            return False
        token = token.head
    return False


def _part_of(found: Found, top: Token) -> Token | None:
    """What the things counted belong to: "five seasons of a show"."""
    if found.of is None or found.of[1] is not top or found.unit.startswith("ordinal"):
        return None
    return _object(top, ("of",))


def _object(token: Token, words: tuple[str, ...]) -> Token | None:
    for child in token.children:
        if child.i > token.i and child.lower in words and child.dep in ("prep", "dative"):
            noun = child.child("pobj")
            if noun is not None and noun.tag in NOUN and noun.ent not in ("DATE", "TIME"):
                return noun
    return None


def _complement(top: Token, found: Found) -> Token | None:
    """The noun of a preposition behind the number: "1.5 million in the region", "$12,000 for a roof"."""
    own = found.of is not None and found.unit == "count" and found.of[1].i > found.first
    noun = None if own else _object(top, ("of", *_COMPLEMENTS))
    if noun is None and top.dep == "dobj":
        noun = _object(top.head, ("for", "from"))
    return noun


def _noun_above(token: Token) -> Token | None:
    """Climb from a noun phrase to what it is said of; None where that is a pronoun or the number is itself the subject."""
    for _ in range(_MOST):
        head = token.head
        if head is token or token.dep in _SUBJECTS:
            return None
        if head.tag in NOUN and token.dep in _TO_NOUN and not (token.dep == "acl" and token.child("aux")):
            if head.lemma not in nouns("hollow"):
                return head
        elif head.tag.startswith("V") or head.tag == "MD":
            return _of_verb(token, head)
        token = head
    return None


def _of_verb(token: Token, verb: Token) -> Token | None:
    """The object for "cut troops from 5 to 3", else the subject."""
    if token.dep == "prep" and token.lower in _OF_OBJECT:
        thing = verb.child("dobj")
        if thing is not None and thing.tag in NOUN and thing.i < token.i:
            return thing
    return _subject(verb)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; a relative pronoun gives the noun it stands for."""
    for _ in range(_MOST):
        subject = verb.child(*_SUBJECTS)
        if subject is not None:
            return _who(verb, subject)
        head = verb.head
        if head is verb:
            return None
        if verb.dep in ("relcl", "acl") and head.tag in NOUN:
            if verb.child("aux") is None:
                return head
            return _noun_above(head) or head
        if verb.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "amod"):
            return None
        verb = head
        if verb.tag in NOUN:
            return verb
    return None


def _who(verb: Token, subject: Token) -> Token | None:
    """The subject as a noun; "it" in what somebody says of itself is the one who says it."""
    if subject.tag in NOUN or subject.tag == "VBG":
        return subject
    if subject.tag in ("WDT", "WP", "IN", "DT"):
        return _antecedent(verb)
    if subject.lower not in ("it", "he", "she", "they"):
        return None
    above = verb.head.child(*_SUBJECTS) if verb.dep == "ccomp" else None
    if above is not None and above.tag in NOUN:
        return above
    return _last_subject(verb, subject)


def _last_subject(verb: Token, pronoun: Token) -> Token | None:
    """The subject of the clause that a pronoun's clause hangs on or follows, if it can be meant."""
    tags = ("NNS", "NNPS") if pronoun.lower == "they" else ("NN", "NNP")
    for head in verb.ancestors():
        subject = head.child(*_SUBJECTS)
        if subject is not None and subject.i < pronoun.i:
            return subject if subject.tag in tags else None
    return None


def _antecedent(verb: Token) -> Token | None:
    while verb.dep in ("conj", "xcomp", "ccomp") and verb.head is not verb:
        verb = verb.head
    return verb.head if verb.dep == "relcl" and verb.head.tag in NOUN else None
