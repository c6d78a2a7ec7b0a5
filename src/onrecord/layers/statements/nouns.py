"""Read cues that are no verbs: "according to", "in his view", "the minister's claim that …"."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements.clauses import Spans, before_aside, cut, phrase
from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.phrases import first_of, is_infinitive, last_of
from onrecord.layers.statements.subjects import speaker_of
from onrecord.layers.statements.words import Frames, Words, helpers

_NOT_CLAUSES = ("acl", "relcl", "pcomp", "xcomp", "advcl", "amod", "compound")


def according(word: Token, tokens: list[Token]) -> Draft | None:
    """ "According to the ministry, …": the clause it stands in, and whom it names."""
    to = tokens[word.i + 1] if word.i + 1 < len(tokens) else None
    if to is None or to.lower != "to":
        return None
    source = to.child("pobj") or _noun_after(to, tokens)
    if source is None or (source.lemma in helpers("measures") and not source.child("nmod")):
        return None
    draft = Draft("according to", "say", "according to", (word, to), source)
    draft.source_rule, draft.quotable = "object of to", True
    out = (word.i, max(last_of(to).i, last_of(word).i))
    if word.i == 0 or tokens[word.i - 1].sent != word.sent:
        draft.spans = _rest(source, out, tokens)
    else:
        draft.spans = _remaining(_clause_of(word, tokens), out, tokens)
    return draft if draft.spans else None


def _noun_after(to: Token, tokens: list[Token]) -> Token | None:
    """The noun after a "to" that the parser took for an infinitive's: "according to show insiders"."""
    last = None
    for word in tokens[to.i + 1 : to.i + 8]:
        if word.sent != to.sent or not word.text[0].isalnum():
            break
        last = word if word.tag[0] == "N" or word.tag == "PRP" else last
    return last


def _rest(source: Token, out: tuple[int, int], tokens: list[Token]) -> Spans:
    """What follows "According to …," at the head of a sentence; its comma stands where the parser may not see it."""
    last = out[1]
    while last + 1 < len(tokens) and tokens[last + 1].sent == source.sent:
        last += 1
    comma = next((i for i in range(source.i + 1, last - 1) if tokens[i].text == ","), out[1])
    stop = min(out[1], comma) if out[1] >= last - 1 else out[1]
    return cut(stop, before_aside(stop + 2, last, tokens), (out[0], stop), tokens)


def _clause_of(word: Token, tokens: list[Token]) -> Token:
    """The verb whose clause a phrase is said of: the whole sentence after a comma, else the nearest clause."""
    apart = any(token.text in (",", "-", "–", "—", "(") for token in tokens[max(0, word.i - 2) : word.i])
    head = word
    for above in word.ancestors():
        head = above
        if above.tag[0] == "V" or above.child("nsubj"):
            if above.dep == "conj" and above.child("nsubj", "nsubjpass"):
                break
            if not apart and above.dep not in _NOT_CLAUSES:
                break
    return head


def _remaining(head: Token, out: tuple[int, int], tokens: list[Token]) -> Spans:
    return cut(first_of(head).i, last_of(head).i, out, tokens)


def read(noun: Token, tokens: list[Token], words: Words) -> Draft | None:
    """The statement a noun makes ("his promise to leave"), or None."""
    frames = words.nouns[noun.lemma]
    said, frame = _said(noun, frames)
    if said is None or frame is None:
        return None
    if frame == "that" and _is_occasion(noun, words):
        return None
    draft = Draft("complement of a cue noun", frames[frame], noun.lemma, (noun,))
    draft.speaker, draft.source_rule = _owner(noun)
    if draft.speaker is None and frame != "that":
        return None
    first = first_of(said)
    if first.lower == "that" and first.dep == "mark":
        first = tokens[first.i + 1]
    draft.spans = phrase(first, last_of(said), tokens)
    return draft if draft.spans else None


def _is_occasion(noun: Token, words: Words) -> bool:
    """ "Said in a statement that …": the clause is the verb's, the noun only where it was said."""
    verb = noun.head.head if noun.dep == "pobj" else noun
    return verb.tag[0] == "V" and "quote" in words.verbs.get(verb.lemma, ())


def _said(noun: Token, frames: Frames) -> tuple[Token | None, str | None]:
    """The complement of a noun and the frame it fills."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl") and "that" in frames and _has_that(child):
            return child, "that"
        if child.dep in ("acl", "ccomp", "xcomp") and "inf" in frames and is_infinitive(child):
            return child, "inf"
        if child.dep == "prep" and child.lower in frames:
            return child.child("pobj", "pcomp"), child.lower
    return None, None


def _has_that(clause: Token) -> bool:
    """Whether a clause opens with "that" as a mere mark, so that nothing is missing in it."""
    return any(child.lower == "that" and child.dep == "mark" for child in clause.children)


def _owner(noun: Token) -> tuple[Token | None, str]:
    """Whose promise it is: a possessor, "by …", "from …", or the subject of "made"."""
    owner = noun.child("poss")
    if owner is not None:
        return owner, "owner of the noun"
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "among") and child.i > noun.i:
            return child.child("pobj"), f"{child.lower} after the noun"
    if noun.dep in ("dobj", "attr") and noun.head.lemma in helpers("light"):
        found, _ = speaker_of(noun.head)
        return found, "subject of the verb before the noun"
    return None, "no owner"
