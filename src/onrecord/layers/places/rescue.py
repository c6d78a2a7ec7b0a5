"""Places that the parse missed: what stands before a container, in a dateline, after a person, in an organisation's name, again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.concepts.parse import Parse, Token
from onrecord.layers.places.again import part_of_longer
from onrecord.layers.places.candidates import candidates
from onrecord.layers.places.find import Mention, traps
from onrecord.layers.places.gazetteer import Entity, Form
from onrecord.layers.places.shapes import known, shapes, text_of

_LONGEST = 4  # words of a rescued name
_MISTAKEN = frozenset(("", "ORG", "PERSON", "FAC"))
_LARGE = 20_000  # people of a town that an organisation's name may bring up on its own


def rescued(parse: Parse, found: Sequence[Mention]) -> Iterator[Mention]:
    """All that the rules below find; `found` are the mentions so far."""
    yield from _before_container(parse, found)
    yield from _datelines(parse)
    yield from _homes(parse)
    yield from _politicians(parse)
    yield from _inside(parse)
    yield from _listed(parse, found)
    yield from _in_organisations(parse)


def _before_container(parse: Parse, found: Sequence[Mention]) -> Iterator[Mention]:
    """ "Parkers Prairie, Minn.": the capitalised run before a comma and a state or country that holds a place of that name."""
    for mention in found:
        comma = mention.first - 1
        if comma < 1 or parse.tokens[comma].text != "," or mention.form == Form.DEMONYM:
            continue
        holders = candidates(text_of(parse, mention.first, mention.last), demonym=False)
        for first in _runs(parse.tokens, comma):
            if parse.tokens[first].ent == "PERSON" and part_of_longer(parse, first, comma):
                break
            field = candidates(text_of(parse, first, comma), demonym=False)
            if any(_holds(holder, entity) for holder in holders for entity in field):
                yield Mention(first, comma, "before-container")
                break


def _runs(tokens: list[Token], end: int) -> Iterator[int]:
    """Starts of the capitalised runs that end before a token, the longest first."""
    first = end
    while (
        first > 0
        and end - first < _LONGEST
        and tokens[first - 1].text[:1].isupper()
        and tokens[first - 1].sent == tokens[end].sent
    ):
        first -= 1
    yield from range(first, end)


def _holds(holder: Entity, entity: Entity) -> bool:
    if holder.kind == "country":
        return entity.iso3 == holder.iso3 and entity.kind in ("settlement", "admin1", "admin2", "facility")
    return holder.kind in ("admin1", "admin2") and holder.id in (entity.admin1, entity.admin2)


def _datelines(parse: Parse) -> Iterator[Mention]:
    """ "HUDSON --", "MOUNT GILEAD (AP)": capitals at the beginning of a sentence before a dash or a bracket."""
    for sentence in parse.sentences:
        first = last = sentence.first
        while last < min(sentence.last, first + _LONGEST) and _capital(parse.tokens[last]):
            last += 1
        marked = first < last < sentence.last and parse.tokens[last].text in ("-", "--", "—", "–", "(", "_")
        if marked and known(parse, first, last):
            yield Mention(first, last, "dateline")


def _capital(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper() and token.text[0].isalpha()


def _homes(parse: Parse) -> Iterator[Mention]:
    """ "James Tauber of Nelson", "Sachs, 58, of Nelson": a person's home."""
    tokens = parse.tokens
    for token in tokens:
        if token.lower not in shapes("persons") or token.i == 0 or token.i + 1 >= len(tokens):
            continue
        before = tokens[token.i - 1]
        aged = before.text == "," and token.i > 1 and tokens[token.i - 2].text.isdigit()
        if before.ent == "PERSON" or aged:
            last = token.i + 1
            while last < len(tokens) and last - token.i <= _LONGEST and tokens[last].tag in ("NNP", "NNPS"):
                last += 1
            if last > token.i + 1 and known(parse, token.i + 1, last):
                yield Mention(token.i + 1, last, "home")


def _politicians(parse: Parse) -> Iterator[Mention]:
    """ "James Clyburn, D-S.C.", "Jay Roberts (R-Ocilla)": the home behind a party and a hyphen."""
    tokens = parse.tokens
    for token in tokens[1:-1]:
        if (
            token.text == "-"
            and tokens[token.i - 1].text in shapes("parties")
            and tokens[token.i + 1].text[0].isupper()
        ):
            last = token.i + 2
            if candidates(text_of(parse, token.i + 1, last), demonym=False):
                yield Mention(token.i + 1, last, "home")


def _inside(parse: Parse) -> Iterator[Mention]:
    """ "an incident in Frankston": a name behind "in" that the parse took for a person or an organisation."""
    for token in parse.tokens[:-1]:
        if token.lower == "in" and parse.tokens[token.i + 1].ent in _MISTAKEN:
            last = _proper(parse.tokens, token.i + 1, 1)
            possessed = last < len(parse.tokens) and parse.tokens[last].tag == "POS"
            if not possessed and _plainly(parse, token.i + 1, last):
                yield Mention(token.i + 1, last, "inside")


def _listed(parse: Parse, found: Sequence[Mention]) -> Iterator[Mention]:
    """ "Nitra, Prešov and Košice": what stands in a list beside a place."""
    tokens = parse.tokens
    for mention in found:
        if mention.form == Form.DEMONYM:
            continue
        for mark, step in ((mention.last, 1), (mention.first - 1, -1)):
            if not (0 < mark < len(tokens) - 1) or tokens[mark].text not in (",", "and"):
                continue
            edge = _proper(tokens, mark + step, step)
            first, last = (mark + 1, edge) if step > 0 else (edge + 1, mark)
            closed = 0 <= edge < len(tokens) and tokens[edge].text in (",", "and", ".", ";")
            if closed and _plainly(parse, first, last):
                yield Mention(first, last, "listed")


def _proper(tokens: list[Token], start: int, step: int) -> int:
    """Where the run of proper nouns that begins at a token ends, going forward or back."""
    i = start
    while 0 <= i < len(tokens) and abs(i - start) < _LONGEST and tokens[i].tag in ("NNP", "NNPS"):
        i += step
    return i


def _plainly(parse: Parse, first: int, last: int) -> bool:
    """The gazetteer has the name as it stands, and it is no word or person's name."""
    if first >= last:
        return False
    text = text_of(parse, first, last)
    if text in traps("words") or text in traps("persons") or text.islower():
        return False
    return any(e.form in (Form.CANONICAL, Form.TABLE) for e in candidates(text, demonym=False))


def _in_organisations(parse: Parse) -> Iterator[Mention]:
    """ "Torrington Fire Department", "University of Leeds": the place at the beginning of an organisation's name or behind "of"."""
    for name in parse.names:
        if name.label not in ("ORG", "FAC", "GPE") or name.last - name.first < 2:
            continue
        starts = [name.first + (parse.tokens[name.first].lower == "the")]
        starts += [i + 1 for i in range(name.first + 1, name.last - 1) if parse.tokens[i].lower in ("of", "at", "in")]
        for n, start in enumerate(starts):
            for last in range(min(name.last, start + _LONGEST), start, -1):
                if _is_seat(parse, start, last, name.last, behind=n > 0):
                    yield Mention(start, last, "in-organisation", inside="ORG")
                    break


def _is_seat(parse: Parse, first: int, last: int, end: int, *, behind: bool) -> bool:
    text = text_of(parse, first, last)
    if last - first > 1 and parse.tokens[last - 1].text in traps("organisation") - {"County"}:
        return False
    if text in traps("words") or text in traps("persons") or text in traps("organisation") or not text[0].isupper():
        return False
    if behind != (last == end) or (not behind and parse.tokens[last].text not in traps("organisation")):
        return False
    field = candidates(text, demonym=False)
    return any(e.kind in ("country", "admin1") or e.population >= _LARGE for e in field if e.form <= Form.TABLE)
