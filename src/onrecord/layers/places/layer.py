"""Page to Page with places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.place import Place
from onrecord.concepts.report import Report
from onrecord.layers.places.candidates import candidates
from onrecord.layers.places.find import Mention
from onrecord.layers.places.gazetteer import Form
from onrecord.layers.places.home import home
from onrecord.layers.places.housed import housed, inside_of
from onrecord.layers.places.recognise import recognise
from onrecord.layers.places.resolve import Name, resolve
from onrecord.layers.places.row import row
from onrecord.layers.places.shapes import shapes, text_of

_LISTED = 10  # tokens over which a list of units may run up to its noun


class Places:
    """Every mention of a place, resolved."""

    name = "places"
    needs: tuple[str, ...] = ("parse",)
    gives = ("places",)

    def __call__(self, page: Page) -> Page:
        """Find and resolve the places of a report."""
        parse = page.parse
        found = recognise(parse)
        texts = [_asked(parse, m, text_of(parse, m.first, m.last, m.cut)) for m in found]
        names = _names(parse, found, texts)
        ranked = resolve(names, home(page.report.outlet, page.report.url))
        places = tuple(
            row(number, parse, mention, ranked[_key(text, mention)])
            for number, (mention, text) in enumerate(zip(found, texts, strict=True), 1)
        )
        places = tuple(housed(places, parse))
        return replace(page, places=places, report=_with_dateline(page.report, places))


def _with_dateline(report: Report, places: tuple[Place, ...]) -> Report:
    """The report with the place of its dateline, if that was recognised."""
    dateline = report.dateline
    if dateline is None or dateline.place_span is None:
        return report
    span = dateline.place_span
    place = next((p.id for p in places if p.start < span.end and span.start < p.end), None)
    return structs.replace(report, dateline=structs.replace(dateline, place=place))


def _asked(parse: Parse, mention: Mention, text: str) -> str:
    """What the gazetteer is asked for: a name with the word for a unit behind it is that unit's, not that of the town of the name."""
    if mention.form == Form.DEMONYM or mention.cut:
        return text
    noun = _unit_behind(parse.tokens, mention.last)
    if noun and any(entity.kind == "admin1" for entity in candidates(f"{text} {noun}", demonym=False)):
        return f"{text} {noun}"
    return text


def _unit_behind(tokens: Sequence[Token], at: int) -> str:
    """The word for a first-order unit behind a name: "Herat province"; also at the end of a list: "Herat, Farah and Badghis provinces"."""
    units = shapes("first-order units")
    if at < len(tokens) and tokens[at].lower in units:
        return tokens[at].lower
    for token in tokens[at : at + _LISTED] if at < len(tokens) and tokens[at].text in (",", "and", "or") else ():
        if token.lower.endswith("s") and token.lower[:-1] in units:
            return token.lower[:-1]
        if token.text not in (",", "and", "or") and token.tag not in ("NNP", "NNPS", "HYPH"):
            return ""
    return ""


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
            if not inside_of([t.lower for t in between]) or found[j].form == Form.DEMONYM:
                break
            held.append(_key(texts[j], found[j]))
    return [Name(key, first[key], n, tuple(dict.fromkeys(containers[key])), key[0] == "~") for key, n in counts.items()]
