"""All mentions of a report: our tables, the names of the parse, shapes, then what these bring up elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.concepts.parse import Parse
from onrecord.layers.places.again import again
from onrecord.layers.places.find import Mention, is_person, judge, locative, merge, named
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.particles import tied
from onrecord.layers.places.rescue import rescued
from onrecord.layers.places.scan import hits
from onrecord.layers.places.settled import settled
from onrecord.layers.places.shapes import freed, shaped


def recognise(parse: Parse) -> list[Mention]:
    """All mentions: our tables, the names of the parse, shapes, then what these bring up elsewhere in the report."""
    table = [mention for hit in hits(parse) if (mention := judge(parse, hit))]
    names = [mention for name in named(parse) for mention in freed(parse, name)]
    first = merge([*table, *names, *shaped(parse), *tied(parse)])
    second = merge([*first, *rescued(parse, first)])
    second = _joined(second, settled(parse))
    surnames = _surnames(parse)
    kept = [m for m in second if not is_person(parse, m.first, m.last) and not _is_surname(parse, m, surnames)]
    return merge([*kept, *again(parse, kept)])


def _joined(found: list[Mention], new: Iterable[Mention]) -> list[Mention]:
    """What was found, and new mentions beside it: those that overlap none of it but ones inside a longer name."""
    taken = {i for m in found if not m.inside for i in range(m.first, m.last)}
    return merge([*found, *(m for m in new if taken.isdisjoint(range(m.first, m.last)))])


def _surnames(parse: Parse) -> frozenset[str]:
    """The words of persons' names but the first: "Rivera" of "Arturo Rivera y Damas"."""
    return frozenset(
        token.text
        for name in parse.names
        if name.label == "PERSON"
        for token in parse.tokens[name.first + 1 : name.last]
        if token.tag == "NNP"
    )


def _is_surname(parse: Parse, mention: Mention, surnames: frozenset[str]) -> bool:
    """A single word that ends a person's name elsewhere is that person, unless it is said to be where something is."""
    if mention.last - mention.first > 1 or mention.form in (Form.DEMONYM, Form.SHORT):
        return False
    word = parse.tokens[mention.first]
    return (
        word.text in surnames
        and mention.rule not in ("before-container", "dateline")
        and not _placed(parse, mention.first)
    )


def _placed(parse: Parse, first: int) -> bool:
    """A preposition of place stands before a token; "of" and "to" stand before persons as well."""
    return locative(parse, first) and parse.tokens[first - 1].lower not in ("of", "to", "from")
