"""Page to page with quantities: find the numbers, read units, drop what is no quantity, join, bound, and say what they count."""

from __future__ import annotations

from dataclasses import replace

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Parse, Token
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.span import Span
from onrecord.layers.quantities.about import about
from onrecord.layers.quantities.ages import age
from onrecord.layers.quantities.bounds import bound
from onrecord.layers.quantities.codes import without_lists
from onrecord.layers.quantities.counted import counted
from onrecord.layers.quantities.dates import Dates
from onrecord.layers.quantities.found import Context, Found
from onrecord.layers.quantities.guard import is_quantity
from onrecord.layers.quantities.measure import measure
from onrecord.layers.quantities.numeral import numerals_of
from onrecord.layers.quantities.ranges import join, same_again
from onrecord.layers.quantities.single import settle, whole_and_none


class Quantities:
    """Every number with what it counts."""

    name = "quantities"
    needs = ("parse", "times")
    gives = ("quantities",)

    def __call__(self, page: Page) -> Page:
        """Find the quantities of a page."""
        parse = page.parse
        founds = list(whole_and_none(parse, without_lists(parse.text, join(parse, _numbers(page)))))
        owners = {i: found for found in founds for i in range(found.first, found.last)}
        context = Context(parse, founds, owners)
        for number, found in enumerate(founds):
            found.number = number
            bound(parse, found)
            if number == 0 or not same_again(parse.text, founds[number - 1], found):
                counted(context, found)
                about(context, found)
        return replace(page, quantities=tuple(_quantity(parse, found, i) for i, found in enumerate(founds, 1)))


def _numbers(page: Page) -> list[Found]:
    parse, dates = page.parse, Dates(page)
    founds = []
    left_out = (
        -1
    )  # where the number before ended that was no quantity: "Sept. 9-11", "Boeing 787-9" have another behind it
    for numeral in numerals_of(parse):
        found = measure(parse, numeral)
        if found is None:
            continue
        found.place(parse)
        if age(parse, found):
            found.unit, found.plain = "year of age", False
            found.because("unit", "age", parse.text)
        tied = found.start == left_out + 1 and parse.text[left_out] in "-–"
        if not tied and settle(parse, found) and is_quantity(parse, found, dates):
            founds.append(found)
        else:
            left_out = found.end
    return founds


def _quantity(parse: Parse, found: Found, number: int) -> Quantity:
    text = parse.text
    of = found.of
    return Quantity(
        id=f"q{number}",
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        value=found.value,
        low=found.low,
        high=found.high,
        approx=found.approx,
        bound=found.bound,
        vague=found.vague,
        unit=found.unit,
        of=_words(text, of),
        of_lemma=of[1].lemma if of else None,
        of_span=Span.of(text, of[0].start, of[1].end) if of else None,
        about=_words(text, found.about),
        rule=found.kind,
        why=tuple(found.why),
    )


def _words(text: str, phrase: tuple[Token, Token] | None) -> str | None:
    return text[phrase[0].start : phrase[1].end] if phrase else None
