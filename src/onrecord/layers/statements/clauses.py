"""How far what was said reaches: the clause of a cue, before it, after it or around it."""

from __future__ import annotations

from onrecord.concepts.parse import Token
from onrecord.layers.statements.phrases import first_of, last_of
from onrecord.layers.statements.words import cues

# Dependents of a cue that never belong to what was said.
_OWN = frozenset(
    {"aux", "auxpass", "neg", "cc", "mark", "punct", "nsubj", "nsubjpass", "dobj", "dative", "expl", "prt", "agent", "conj",
     "parataxis", "intj", "preconj", "det", "relcl", "appos", "predet"}
)  # fmt: skip

type Spans = list[tuple[int, int]]


def clause(cue: Token, said: Token, tokens: list[Token]) -> Spans:
    """The spans of a cue's clause, with what the parser hung on the cue beyond it."""
    first, last = first_of(said).i, last_of(said).i
    if first <= cue.i <= last:
        return cut(first, last, _remark(cue, said), tokens)
    if said.i > cue.i:
        first = max(first, cue.i + 1)
        stop = _next_report(cue, said)
        if stop is not None:
            last = stop - 1
        else:
            last = max(
                [last, *(last_of(child).i for child in cue.children if child.i > last and _goes_on(child, cue, said))]
            )
    else:
        first, last = _sentence_before(cue, first, last, tokens)
        return _spans([(first, last), *_afterthought(cue, tokens)], tokens)
    if tokens[first].lower == "that" and (tokens[first].dep == "mark" or tokens[first].tag == "IN"):
        first += 1
    return _spans([(first, before_aside(first, last, tokens))], tokens)


def before_aside(first: int, last: int, tokens: list[Token]) -> int:
    """The last word before an aside of the author: "…, arguing that", "…, referring to", "…, while trying to"."""
    verbs = cues().verbs
    for place in range(first + 2, last + 1):
        word = tokens[place]
        if word.lower == "according" and word.i > first and not tokens[place - 1].text.isalnum():
            return place - 1
        if word.tag != "VBG" or word.dep not in ("advcl", "conj", "acl", "dep", "prep"):
            continue
        before = place - 1
        while tokens[before].lower in ("while", "before", "also", "falsely", "repeatedly", "then") and before > first:
            before -= 1
        mark = tokens[before].text
        reports = word.lemma in verbs or word.lemma in cues().longer or tokens[place - 1].lower == "while"
        if reports and mark in (",", "—", "–", "--", "-", "―", "”", '"', "''"):
            while before > first and not any(map(str.isalnum, tokens[before].text)):
                before -= 1
            return before + 1 if tokens[before + 1].text in ("”", '"', "''") else before
    return last


def _next_report(cue: Token, said: Token) -> int | None:
    """Where the clause ends although the parser lets it run on: before a verb that is the author's again."""
    for child in said.children:
        if child.i > said.i and child.dep in ("conj", "advcl") and child.tag[0] == "V" and _is_finite(child):
            if not _reports(child, cue) and not _shifts(child, cue, said):
                continue
            joint = [c.i for c in said.children if c.dep in ("cc", "punct") and said.i < c.i < child.i]
            start = first_of(child).i
            while joint and joint[-1] == start - 1:
                start = joint.pop()
            return start
    return None


def _is_finite(verb: Token) -> bool:
    """Whether a clause stands on its own feet: a tensed verb without a conjunction that makes it a part."""
    mark = verb.child("mark")
    if mark is not None and mark.lower not in ("while", "as"):
        return False
    helper = verb.child("aux", "auxpass")
    return verb.tag in ("VBD", "VBZ", "VBP") if helper is None else helper.lower == "did"


def _reports(verb: Token, cue: Token) -> bool:
    """ "Said he would go and added that …", "thinks it is bad and wants to leave"."""
    own = verb.child("nsubj", "nsubjpass")
    frames = cues().verbs.get(verb.lemma, ())
    return verb.tag == cue.tag and ("quote" in frames or (bool(frames) and own is None and verb.dep == "conj"))


def _shifts(verb: Token, cue: Token, said: Token) -> bool:
    """ "Said he would go, but did not show up": the cue's tense, not the clause's."""
    own = verb.child("nsubj", "nsubjpass")
    return verb.dep == "conj" and own is None and cue.tag == "VBD" and verb.tag in ("VBD", "VB") and _has_modal(said)


def _has_modal(verb: Token) -> bool:
    return any(
        child.tag == "MD" or child.tag in ("VBZ", "VBP") for child in verb.children if child.dep in ("aux", "auxpass")
    )


def _afterthought(cue: Token, tokens: list[Token]) -> list[tuple[int, int]]:
    """A clause that follows the cue but belongs to what was said: "…, he said, because …"."""
    for child in cue.children:
        if (
            child.i > cue.i
            and child.dep == "advcl"
            and child.tag != "VBG"
            and tokens[first_of(child).i - 1].text == ","
        ):
            mark = child.child("mark", "advmod")
            if mark is not None and mark.lower in ("because", "if", "unless", "so", "since", "until", "when", "where"):
                return [(first_of(child).i, last_of(child).i)]
    return []


def _sentence_before(cue: Token, first: int, last: int, tokens: list[Token]) -> tuple[int, int]:
    """A clause ahead of its cue reaches from the start of the sentence to the words of the cue."""
    verbs = cues().verbs
    start = first
    while start > 0 and tokens[start - 1].sent == cue.sent:
        word = tokens[start - 1]
        if word.text in (";", "—", "–", "--", ":") or (
            word.tag in ("VBD", "VBZ", "VBP")
            and "quote" in verbs.get(word.lemma, ())
            and word.dep not in ("relcl", "acl")
        ):
            break
        start -= 1
    else:
        first = start
    subjects = [child for child in cue.children if child.dep in ("nsubj", "nsubjpass") and last < child.i]
    stop = min(cue.i, first_of(subjects[-1]).i if subjects else cue.i)
    return first, max(last, stop - 1)


def _goes_on(child: Token, cue: Token, said: Token) -> bool:
    """Whether a dependent of the cue reads as a part of what was said."""
    if child.dep == "conj":
        return _same_subject(child, said) and (cue.tag in ("VBZ", "VBP") or _has_modal(child) or _has(child, "had"))
    if child.dep in _OWN:
        return False
    if child.dep == "advcl":
        mark = child.child("mark", "advmod")
        return child.tag != "VBG" and not (
            mark is not None and mark.lower in ("after", "when", "while", "as", "before", "although", "though")
        )
    return True


def _same_subject(one: Token, other: Token) -> bool:
    """Whether two verbs have the same pronoun as subject: "says she hopes to win, but she knows …"."""
    subjects = [verb.child("nsubj", "nsubjpass") for verb in (one, other)]
    return all(s is not None and s.tag == "PRP" for s in subjects) and len({s.lower for s in subjects if s}) == 1


def _has(verb: Token, helper: str) -> bool:
    return any(child.lower == helper and child.dep in ("aux", "auxpass") for child in verb.children)


def _remark(cue: Token, said: Token) -> tuple[int, int]:
    """First and last word of a cue with its own dependents, without what was said."""
    own = [child for child in cue.children if child is not said and child.dep != "ccomp"]
    return min([cue.i, *(first_of(child).i for child in own)]), max([cue.i, *(last_of(child).i for child in own)])


def around(remark: Token, tokens: list[Token]) -> Spans:
    """The spans of the clause that a remark ("…, he said, …") is put into."""
    head = remark.head
    return cut(first_of(head).i, last_of(head).i, (first_of(remark).i, last_of(remark).i), tokens)


def cut(first: int, last: int, out: tuple[int, int], tokens: list[Token]) -> Spans:
    """Words from first to last without those from `out[0]` to `out[1]`."""
    return _spans([(first, min(last, out[0] - 1)), (max(first, out[1] + 1), last)], tokens)


def _spans(ranges: list[tuple[int, int]], tokens: list[Token]) -> Spans:
    """Offsets of ranges of words; marks at the edges are left out, empty ranges dropped."""
    found = []
    for low, high in ranges:
        first = next((i for i in range(low, high + 1) if _bears(tokens[i], _OPENING)), high + 1)
        last = next((i for i in range(high, first - 1, -1) if _ends(tokens[i])), first - 1)
        if first <= last:
            found.append((tokens[first].start, tokens[last].end))
    return found


def _bears(token: Token, marks: frozenset[str]) -> bool:
    """Whether a token may stand at the edge of what was said: a word, or one of these marks."""
    return token.text in marks or any(map(str.isalnum, token.text))


def _ends(token: Token) -> bool:
    """Whether a token may end what was said; a conjunction that leads on does not."""
    return _bears(token, _CLOSING) and not (token.tag == "CC" and token.dep == "cc")


_OPENING = frozenset("“«‘\"'$£€([{#@") | {"``", "''"}
_CLOSING = frozenset("”»’\"')]}%…?!") | {"''"}


def phrase(first: Token, last: Token, tokens: list[Token]) -> Spans:
    """The span from one word to another, without marks at its edges."""
    return _spans([(first.i, last.i)], tokens)
