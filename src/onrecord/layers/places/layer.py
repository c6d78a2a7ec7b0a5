"""Page to Page with places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse
from onrecord.concepts.place import Alternative, Place
from onrecord.concepts.reason import Reason
from onrecord.layers.places.find import Mention, hits, judge, locative, merge, named
from onrecord.layers.places.gazetteer import Entity, Form, name_of
from onrecord.layers.places.home import home
from onrecord.layers.places.rescue import again, rescued
from onrecord.layers.places.resolve import Name, Scored, resolve
from onrecord.layers.places.shapes import freed, shaped
from onrecord.layers.places.use import use_of

WHERE_PREC = {"settlement": 1, "facility": 1, "admin2": 3, "admin1": 4, "natural": 5, "region": 5, "country": 6}


class Places:
    """Every mention of a place, resolved."""

    name = "places"
    needs: tuple[str, ...] = ("parse",)
    gives = ("places",)

    def __call__(self, page: Page) -> Page:
        """Find and resolve the places of a report."""
        parse = page.parse
        found = _find(parse)
        texts = [_text(parse, m) for m in found]
        names = _names(parse, found, texts)
        ranked = resolve(names, home(page.report.outlet, page.report.url))
        places: list[Place] = []
        for mention, text in zip(found, texts, strict=True):
            scored = ranked[_key(text, mention)]
            places.append(_place(f"p{len(places) + 1}", parse, mention, scored))
        return replace(page, places=tuple(places))


def _find(parse: Parse) -> list[Mention]:
    """All mentions: our tables, the names of the parse, shapes, then what these bring up elsewhere in the report."""
    table = [mention for hit in hits(parse) if (mention := judge(parse, hit))]
    names = [mention for name in named(parse) for mention in freed(parse, name)]
    first = merge([*table, *names, *shaped(parse)])
    second = merge([*first, *rescued(parse, first)])
    surnames = _surnames(parse)
    kept = [m for m in second if not _is_surname(parse, m, surnames)]
    return merge([*kept, *again(parse, kept)])


def _surnames(parse: Parse) -> frozenset[str]:
    """Last words of the persons' names of more than one word."""
    return frozenset(
        parse.tokens[name.last - 1].text
        for name in parse.names
        if name.label == "PERSON" and name.last - name.first > 1
    )


def _is_surname(parse: Parse, mention: Mention, surnames: frozenset[str]) -> bool:
    """A single word that ends a person's name elsewhere is that person, unless it is said to be where something is."""
    if mention.last - mention.first > 1 or mention.form in (Form.DEMONYM, Form.SHORT):
        return False
    word = parse.tokens[mention.first]
    return (
        word.text in surnames
        and mention.rule not in ("before-container", "dateline")
        and not locative(parse, mention.first)
    )


def _text(parse: Parse, mention: Mention) -> str:
    return parse.text[parse.tokens[mention.first].start : parse.tokens[mention.last - 1].end]


def _key(text: str, mention: Mention) -> str:
    return ("~" if mention.form == Form.DEMONYM else "") + text.casefold()


def _names(parse: Parse, found: list[Mention], texts: list[str]) -> list[Name]:
    counts = Counter(_key(t, m) for m, t in zip(found, texts, strict=True))
    containers: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for i, (mention, text) in enumerate(zip(found, texts, strict=True)):
        key = _key(text, mention)
        first.setdefault(key, text)
        held = containers.setdefault(key, [])
        for j in range(i + 1, min(i + 3, len(found))):
            between = parse.tokens[found[j - 1].last : found[j].first]
            if [t.text for t in between] != [","] or found[j].form == Form.DEMONYM:
                break
            held.append(_key(texts[j], found[j]))
    return [Name(key, first[key], n, tuple(dict.fromkeys(containers[key])), key[0] == "~") for key, n in counts.items()]


def _place(number: str, parse: Parse, mention: Mention, scored: tuple[Scored, ...]) -> Place:
    start, end = parse.tokens[mention.first].start, parse.tokens[mention.last - 1].end
    best = scored[0].entity if scored else None
    second = next((s for s in scored[1:] if best and s.entity.id != best.id), None)
    used = use_of(parse, mention, best.kind if best else "other")
    return Place(
        id=number,
        start=start,
        end=end,
        text=parse.text[start:end],
        name=best.name if best else None,
        kind=best.kind if best else "other",
        use=used.use,
        iso3=best.iso3 if best else None,
        admin1=_admin1(best),
        geonames_id=best.geonames_id if best else None,
        lat=best.lat if best and best.kind not in ("country", "body") else None,
        lon=best.lon if best and best.kind not in ("country", "body") else None,
        where_prec=WHERE_PREC.get(best.kind) if best else None,
        score=round(scored[0].score, 2) if scored else None,
        margin=round(scored[0].score - second.score, 2) if scored and second else None,
        alternatives=tuple(
            Alternative(s.entity.name, s.entity.iso3, s.entity.geonames_id, round(s.score, 2), "; ".join(s.reasons))
            for s in scored[1:4]
        ),
        rule=mention.rule,
        why=(
            Reason("name", mention.rule),
            *((Reason("iso3", "score", note="; ".join(scored[0].reasons)),) if scored else ()),
        ),
    )


def _admin1(entity: Entity | None) -> str | None:
    if entity is None:
        return None
    return entity.name if entity.kind == "admin1" else name_of(entity.admin1) if entity.admin1 else None
