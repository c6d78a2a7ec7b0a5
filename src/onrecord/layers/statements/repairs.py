"""Clauses that the parser hung elsewhere than on their cue, told by the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.parse import Token
from onrecord.layers.statements.clauses import Spans, phrase
from onrecord.layers.statements.phrases import first_kept, first_of, last_of
from onrecord.layers.statements.sources import may_speak
from onrecord.layers.statements.words import cues

_FINITE = ("VBD", "VBZ", "VBP")
_TIMED = 8  # words after a cue, for when and where it was said, at most
_FAR = 15  # words between a cue and its "that" at most


def missed_clause(cue: Token, tokens: list[Token], addressed: bool) -> tuple[str, Spans]:
    """The rule and the spans of a cue's clause, or nothing; `addressed` cues have a hearer as object ("told the court …")."""
    for rule, found in _ways(cue, tokens, addressed):
        if found:
            return rule, phrase(found[0], found[1], tokens)
    return "", []


def sentence_before(cue: Token, speaker: Token | None, tokens: list[Token]) -> Spans:
    """The sentence ahead of a cue that closes it: "…, the agency reported on Friday." """
    if speaker is None or speaker.i > cue.i or cue.tag not in _FINITE or not _closes(cue, tokens):
        return []
    return _ahead(cue, speaker, tokens)


def sentence_before_two(cue: Token, speaker: Token | None, tokens: list[Token]) -> Spans:
    """The sentence ahead of two remarks, as the first has it: "…, its commander announced on Friday, the agency reported." """
    comma = next((word.i for word in tokens[cue.i + 1 : cue.i + 1 + _TIMED] if word.text == ","), None)
    if comma is None or speaker is None or speaker.i > cue.i or cue.child("agent") or not may_speak(speaker):
        return []
    if not _is_short(tokens[cue.i + 1 : comma]) or not _is_last_remark(comma + 1, cue, tokens):
        return []
    return _ahead(cue, speaker, tokens)


def _ahead(cue: Token, speaker: Token, tokens: list[Token]) -> Spans:
    """The words from the start of the sentence to the comma before a speaker; none if they are too few to be a sentence."""
    comma = first_kept(speaker).i - 1
    if comma < 3 or tokens[comma].text != "," or tokens[comma - 3].sent != cue.sent:
        return []
    first = comma
    while first > 0 and tokens[first - 1].sent == cue.sent:
        first -= 1
    return phrase(tokens[first], tokens[comma - 1], tokens)


def _closes(cue: Token, tokens: list[Token]) -> bool:
    """Whether a cue, with a time at most, ends its sentence."""
    last = cue.i + 1
    while last < len(tokens) and tokens[last].sent == cue.sent:
        last += 1
    return _is_short(tokens[cue.i + 1 : last])


def _is_short(words: list[Token]) -> bool:
    """Whether words after a cue are no more than its time or place."""
    return len(words) <= _TIMED and not any(word.tag[0] == "V" or word.text in (",", ":", '"', "“") for word in words)


def _is_last_remark(first: int, cue: Token, tokens: list[Token]) -> bool:
    """Whether a short noun phrase and a finite cue verb from a word on end the sentence: "CNN reported"."""
    place = first
    while place < min(first + _TIMED, len(tokens)) and tokens[place].tag[0] in "NDJPI":
        place += 1
    verb = tokens[place] if first < place < len(tokens) else None
    known = verb is not None and verb.tag in _FINITE and "that" in cues().verbs.get(verb.lemma, ())
    return verb is not None and known and verb.sent == cue.sent and _closes(verb, tokens)


type Found = tuple[Token, Token] | None


def _ways(cue: Token, tokens: list[Token], addressed: bool) -> Iterator[tuple[str, Found]]:
    if addressed:
        yield "clause after the hearer", _after_hearer(cue)
    yield "that after a cue verb", _after_that(cue, tokens, addressed)
    yield "clause whose subject follows a cue verb", _stolen_subject(cue, tokens)


def _after_hearer(cue: Token) -> Found:
    """ "Told the court he was ill", taken for a court that he was."""
    hearer = cue.child("dobj", "dative")
    if hearer is None or hearer.i < cue.i:
        return None
    for clause in hearer.children:
        if clause.dep == "relcl" and clause.child("nsubj", "nsubjpass") is not None and not _is_relative(clause):
            after = [
                child for child in cue.children if child.dep == "advcl" and child.i > clause.i and child.tag != "VBG"
            ]
            return first_of(clause), last_of(after[-1] if after else clause)
    return None


def _is_relative(clause: Token) -> bool:
    return any(child.tag in ("WDT", "WP", "WP$", "WRB") for child in clause.children)


def _after_that(cue: Token, tokens: list[Token], addressed: bool) -> Found:
    """What follows "that" after a cue, to the end of the sentence: "said in the early hours that …"."""
    thing = cue.child("dobj", "nsubjpass", "relcl")
    near = _FAR if thing is None or addressed else 1
    for place in range(cue.i + 1, min(cue.i + 1 + near, len(tokens) - 1)):
        word = tokens[place]
        if word.sent != cue.sent or word.text in (",", ":", ";", '"', "“") or word.tag[0] == "V":
            return None
        timed = place == cue.i + 1 or tokens[place - 1].ent in ("DATE", "TIME") or addressed
        if word.lower == "that" and (word.tag == "IN" or (word.tag == "WDT" and timed)):
            last = place
            while last + 1 < len(tokens) and tokens[last + 1].sent == cue.sent and tokens[last + 1].text != ";":
                last += 1
            return tokens[place + 1], tokens[last]
    return None


def _stolen_subject(cue: Token, tokens: list[Token]) -> Found:
    """ "While he admitted sales were down, …": the cue hangs on the very verb it should govern."""
    after = cue.i + 1
    if after >= len(tokens) or any(child.i > cue.i and child.dep != "advmod" for child in cue.children):
        return None
    for above in cue.ancestors():
        if above.i > cue.i and above.tag[0] in "VM":
            subject = next(
                (c for c in above.children if c.dep in ("nsubj", "nsubjpass") and first_of(c).i == after), None
            )
            if subject is not None:
                return tokens[after], last_of(above)
    return None
