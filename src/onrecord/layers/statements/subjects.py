"""Find who a cue's words belong to: its subject, or the one it shares with another verb."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements.phrases import agent, is_passive
from onrecord.layers.statements.words import cues, helpers, of_sources

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_MOST = 6  # verbs climbed at most

type Found = tuple[Token | None, str]


def speaker_of(verb: Token, tokens: list[Token] | None = None) -> Found:
    """The word that names who speaks, and how it was found; None where nobody is named."""
    if is_passive(verb):
        by = agent(verb)
        return (by, "agent") if by else (None, "passive without agent")
    found, rule = _subject(verb, _MOST)
    if found is None and rule == "no subject" and tokens and verb.tag in ("VBD", "VBZ", "VBP"):
        return _before(verb, tokens)
    return found, rule


def _before(verb: Token, tokens: list[Token]) -> Found:
    """The noun phrase between a comma and a finite verb that the parser gave no subject: "…, medics and residents said"."""
    stop = verb.i - 1 if verb.i > 1 and tokens[verb.i - 1].text == "," and tokens[verb.i - 2].tag == "NNP" else verb.i
    place = stop - 1  # also "…, the commander, Ada Berg, said": the name in apposition
    while place > 0 and tokens[place].tag[0] in "NDJCRP" and tokens[place].sent == verb.sent:
        place -= 1
    phrase = tokens[place + 1 : stop]
    if not phrase or tokens[place].text != "," or phrase[-1].tag[0] not in "NP":
        return None, "no subject"
    inside = {word.i for word in phrase}
    return next(
        word for word in phrase if word.head.i not in inside or word.head is word
    ), "noun phrase before the verb"


def _subject(verb: Token, left: int) -> Found:
    own = _own(verb)
    if own is not None:
        return (None, "expletive") if own.lower in ("it", "there") and verb.child("expl") else (own, "subject")
    after = _inverted(verb)
    if after is not None:
        return after, "inverted subject"
    if left == 0 or verb.head is verb:
        return None, "no subject"
    return _shared(verb, left - 1)


def _own(verb: Token) -> Token | None:
    """The verb's subject; of two, one may be a quotation of a mere noun phrase: the other is nearer."""
    found = [child for child in verb.children if child.dep in _SUBJECTS]
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda child: (_behind_mark(child, verb), abs(child.i - verb.i)))


def _behind_mark(child: Token, verb: Token) -> bool:
    """Whether a quotation mark on the verb's level stands between it and a child."""
    low, high = sorted((child.i, verb.i))
    return any(low < mark.i < high and mark.tag in ("``", "''") for mark in verb.children)


def _inverted(verb: Token) -> Token | None:
    """A noun right after a cue that the parser took for its object: `"…," said the minister`."""
    for child in verb.children:
        if child.i > verb.i and child.dep in ("dobj", "attr", "npadvmod", "appos", "oprd", "dative"):
            near = child.i - verb.i < 12 and child.tag in ("NNP", "NNPS", "NN", "NNS", "PRP")
            near = near and child.ent not in ("DATE", "TIME")  # "said Monday"
            before = verb.children[0].i < verb.i and verb.children[0].dep in ("punct", "ccomp", "parataxis")
            return child if near and before and verb.lemma in ("say", "add", "write", "explain", "tweet") else None
    return None


def _shared(verb: Token, left: int) -> Found:
    """The subject that a verb without one takes from the word it hangs on."""
    head = verb.head
    if verb.dep == "relcl":
        return head, "noun of the relative clause"
    if verb.dep == "acl":
        return _of_noun(verb, head, left)
    if head.lower == "as" and head.head.lemma in ("quote", "cite") and not is_passive(head.head):
        return head.head.child("dobj"), "object of quoted as saying"
    if verb.dep in ("pcomp", "prep") or head.tag == "IN":
        head = head.head if head.tag in ("IN", "TO") or head.dep == "prep" else head
    if verb.dep == "xcomp" and head.lemma in helpers("object-control"):
        thing = head.child("dobj", "dative")
        if thing is not None:
            return thing, "object of the verb before"
    if head.tag[0] != "V" and head.dep != "ROOT":
        owner = head.child("poss")
        return (owner, "owner of the noun") if owner else _climb(head, left)
    if is_passive(head) and verb.dep != "conj":
        subject = head.child("nsubjpass")
        return (subject, "subject of the passive") if subject else _subject(head, left)
    if (verb.dep == "advcl" and verb.tag == "VBG") or (verb.dep == "conj" and verb.tag == _tag_above(head)):
        head = _cue_above(head)
    found, _ = _subject(head, left)
    return found, "subject shared with the verb before"


def _tag_above(verb: Token) -> str:
    """The tag of the cue right above a clause, if there is one."""
    return verb.head.tag if verb.dep == "ccomp" and verb.head.lemma in cues().verbs else ""


def _cue_above(verb: Token) -> Token:
    """The cue whose clause a participle seems to hang in: in "said he was tired, adding that …" the one who said adds."""
    above = verb
    while above.dep in ("xcomp", "ccomp", "conj", "advcl") and above.head is not above and above.i - above.head.i < 40:
        above = above.head
        if above.i < verb.i and "that" in cues().verbs.get(above.lemma, ()):
            return above
    return verb


def _climb(token: Token, left: int) -> Found:
    """The subject of the next verb above a noun or adjective."""
    for above in token.ancestors():
        if above.tag[0] == "V":
            return _subject(above, left)
    return None, "no subject"


def _of_noun(verb: Token, noun: Token, left: int) -> Found:
    """Who speaks in "a statement saying": the noun, or who issued it; in "efforts to say": who makes them."""
    if verb.tag in ("VBG", "VBD"):
        above = noun.head
        if noun.dep == "dobj" and noun.lower in of_sources("document"):
            found, _ = _subject(above, left)
            if found is not None:
                return found, "who issued the document"
        return noun, "noun it describes"
    owner = noun.child("poss")
    return (owner, "owner of the noun") if owner else _climb(noun, left)
