"""Read cue verbs: which frame a verb stands in, what its words are, whose they are."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements import objects
from onrecord.layers.statements.clauses import around, clause
from onrecord.layers.statements.draft import Draft
from onrecord.layers.statements.phrases import first_of, is_infinitive, is_passive
from onrecord.layers.statements.repairs import missed_clause, sentence_before, sentence_before_two
from onrecord.layers.statements.sources import may_speak
from onrecord.layers.statements.subjects import speaker_of
from onrecord.layers.statements.words import Frames, Words, helpers


def read(verb: Token, tokens: list[Token], words: Words) -> Draft | None:
    """The statement a verb makes, or None if it is no cue where it stands; a mere "said" waits for its quotation."""
    found = _entry(verb, tokens, words)
    if found is None or verb.dep in ("aux", "auxpass", "amod", "compound") or _is_unsaid(verb):
        return None
    lemma, frames, cue = found
    draft = Draft("", "", lemma, cue)
    draft.speaker, draft.source_rule = speaker_of(verb, tokens)
    draft.quotable = "quote" in frames
    if is_passive(verb):
        done = _passive(verb, frames, draft, tokens)
    else:
        done = _clausal(verb, frames, draft, tokens) or objects.active(verb, frames, draft, tokens)
    if done and not draft.clausal and not may_speak(draft.speaker):
        done = False
    if done:
        return None if draft.act in _INNER and not is_passive(verb) and _is_hedge(draft.speaker) else draft
    if "that" in frames and verb.dep == "acl" and (ahead := sentence_before_two(verb, verb.head, tokens)):
        draft.speaker, draft.source_rule, draft.act = (
            verb.head,
            "noun before a cue taken for a participle",
            frames["that"],
        )
        draft.rule, draft.spans = "clause before two cues that close the sentence", ahead
        return draft
    if not draft.quotable or is_passive(verb):
        return None
    draft.rule, draft.act, draft.spans = "cue of a quotation", frames["quote"], []
    before = sentence_before(verb, draft.speaker, tokens) if "that" in frames else []
    if before:
        draft.rule, draft.spans = "clause before a cue that closes the sentence", before
    return draft


def _is_unsaid(verb: Token) -> bool:
    """ "Without saying", and commands to the reader: "do not expect"."""
    if verb.dep == "pcomp":
        return verb.head.lower == "without"
    helper = verb.child("aux")
    return (
        verb.tag == "VB"
        and helper is not None
        and helper.lower == "do"
        and verb.child("nsubj") is None
        and helper is verb.children[0]
    )


# "I think", "you know", "nobody wants": the words of a speaker about his own words, or of people in general.
_INNER = frozenset({"believe", "intend"})


def _is_hedge(speaker: Token | None) -> bool:
    """Whether a belief or intention is the speaker's own hedge or holds for people in general."""
    return speaker is None or (
        speaker.lower in helpers("general") and not any(c.dep == "relcl" for c in speaker.children)
    )


def _entry(verb: Token, tokens: list[Token], words: Words) -> tuple[str, Frames, tuple[Token, ...]] | None:
    """The verb's lemma with its particle, its frames, and the words of the cue."""
    if verb.lemma in words.longer:
        line = [verb.lemma]
        for last in range(verb.i + 1, min(verb.i + 4, len(tokens))):
            line.append(tokens[last].lower)
            frames = words.verbs.get(" ".join(line))
            if frames is not None:
                return " ".join(line), frames, tuple(tokens[verb.i : last + 1])
        particle = verb.child("prt")
        if particle is not None:
            frames = words.verbs.get(f"{verb.lemma} {particle.lower}")
            if frames is not None:
                return f"{verb.lemma} {particle.lower}", frames, (verb,)
    frames = words.verbs.get(verb.lemma)
    return (verb.lemma, frames, (verb,)) if frames else None


def _clausal(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """A clause: its complement, or the sentence it is put into."""
    said = _complement(verb)
    act = frames.get("that") or frames.get("quote")
    draft.only_quotes = "that" not in frames
    if said is not None and said.i < verb.i and "np" in frames and verb.child("dobj") is not None:
        return False
    if said is not None and said.i < verb.i and verb.dep == "ccomp" and verb.head.i < said.i and act:
        draft.spans = sentence_before(verb, draft.speaker, tokens)
        if draft.spans:
            draft.rule, draft.act = "clause before a cue that closes the sentence", act
            return True
    if said is not None and act and said.i > verb.i and (ahead := sentence_before_two(verb, draft.speaker, tokens)):
        draft.rule, draft.act, draft.spans = "clause before two cues that close the sentence", act, ahead
        return True
    if said is not None and act and not is_infinitive(said):
        draft.rule, draft.act = "clause of a cue verb", act
        draft.spans = clause(verb, said, tokens)
        return bool(draft.spans)
    if said is not None and is_infinitive(said) and "objinf" in frames:
        draft.rule, draft.act = "infinitive of a cue verb", frames["objinf"]
        draft.spans = clause(verb, said, tokens)
        return bool(draft.spans)
    if said is None and "that" in frames:
        rule, spans = missed_clause(verb, tokens, "whom" in frames)
        if spans:
            draft.rule, draft.act, draft.spans = rule, frames["that"], spans
            return True
    if act and "quote" in frames and _is_remark(verb, tokens):
        draft.rule, draft.act = "cue put into a sentence", act
        draft.spans = around(verb, tokens)
        return bool(draft.spans)
    return False


def _complement(verb: Token) -> Token | None:
    """The clause a verb governs; one after it goes before one ahead of it."""
    clauses = [child for child in verb.children if child.dep == "ccomp" and not _is_bare(child, verb)]
    after = [child for child in clauses if child.i > verb.i]
    return next(iter(after or clauses), None) or _asked(verb)


def _asked(verb: Token) -> Token | None:
    """ "Has not said when they will leave", taken for a time at which something was said."""
    for child in verb.children:
        if child.dep == "advcl" and child.i > verb.i and first_of(child).tag == "WRB" and child.tag != "VBN":
            return child if first_of(child).i == verb.i + 1 and child.child("nsubj", "nsubjpass") is not None else None
    return None


def _is_bare(clause: Token, verb: Token) -> bool:
    """ "Asked about the plan, he said …": a participle ahead of the cue is no clause of it."""
    return (
        clause.i < verb.i
        and clause.tag == "VBN"
        and not any(child.dep[:4] in ("nsub", "aux", "auxp") for child in clause.children)
    )


def _is_remark(verb: Token, tokens: list[Token]) -> bool:
    """Whether a cue is put into a sentence: "…, he said, …", "as the minister said"."""
    if verb.dep == "parataxis":
        return True
    mark = verb.child("mark")
    if verb.dep != "advcl" or mark is None or mark.lower != "as" or verb.child("dobj") is not None:
        return False
    return mark.i == 0 or tokens[mark.i - 1].sent != mark.sent or not tokens[mark.i - 1].text.isalnum()


def _passive(verb: Token, frames: Frames, draft: Draft, tokens: list[Token]) -> bool:
    """ "It was announced that …", "is said to be …", "was accused of …", "was criticised by …"."""
    said = _complement(verb)
    if said is not None and "that" in frames and not is_infinitive(said):
        draft.rule, draft.act = "clause of a passive cue", frames["that"]
        draft.spans = clause(verb, said, tokens)
        return bool(draft.spans)
    if "quote" in frames and draft.speaker is not None and _is_remark(verb, tokens):
        draft.rule, draft.act = "cue put into a sentence", frames["quote"]
        draft.spans = around(verb, tokens)
        return bool(draft.spans)
    return objects.passive(verb, frames, draft, tokens)
