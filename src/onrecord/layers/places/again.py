"""A name recognised once is marked wherever else it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.find import PLACE_LABELS, Mention, is_person, traps
from onrecord.layers.places.gazetteer import Form


def again(parse: Parse, found: Sequence[Mention]) -> Iterator[Mention]:
    """A name recognised once is marked wherever else it stands, also in capitals and inside longer names, not inside a person's."""
    votes = _votes(parse)
    sequences: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in found:
        if mention.form in (Form.DEMONYM, Form.SHORT) or mention.rule in ("street", "inside-name") or mention.cut:
            continue
        word = parse.tokens[mention.first].text
        if mention.last - mention.first > 1 or (
            word not in traps("words") | traps("article") and votes.get(word, 0) >= 0
        ):
            words = tuple(t.lower for t in parse.tokens[mention.first : mention.last])
            sequences[words[0]].add(words)
    ordered = {first: sorted(group, key=lambda w: (-len(w), w)) for first, group in sequences.items()}
    for token in parse.tokens:
        for words in ordered.get(token.lower, ()):
            last = token.i + len(words)
            if _repeats(parse.tokens[token.i : last], words) and not _personal(parse, token.i, last):
                inside = "" if token.ent in PLACE_LABELS or not part_of_longer(parse, token.i, last) else token.ent
                yield Mention(token.i, last, "again", inside=inside)
                break


def _votes(parse: Parse) -> dict[str, int]:
    """How much oftener the parse calls a word a place than a person."""
    votes: dict[str, int] = defaultdict(int)
    for token in parse.tokens:
        if token.ent:
            votes[token.text] += (token.ent in PLACE_LABELS) - (token.ent == "PERSON")
    return votes


def _repeats(tokens: Sequence[Token], words: tuple[str, ...]) -> bool:
    """The same words, written as a name."""
    return tuple(t.lower for t in tokens) == words and not any(t.text[0].islower() for t in tokens)


def _personal(parse: Parse, first: int, last: int) -> bool:
    return is_person(parse, first, last) or (parse.tokens[first].ent == "PERSON" and part_of_longer(parse, first, last))


def part_of_longer(parse: Parse, first: int, last: int) -> bool:
    """The parse has a longer name here."""
    tokens = parse.tokens
    label = tokens[first].ent
    return bool(label) and (
        (first > 0 and tokens[first - 1].ent == label) or (last < len(tokens) and tokens[last].ent == label)
    )
