"""Page.parse to Page.times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.concepts.page import Page
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.timex import Timex
from onrecord.layers.times.context import Context
from onrecord.layers.times.join import join
from onrecord.layers.times.match import Finder, Match
from onrecord.layers.times.readers import read
from onrecord.layers.times.sense import Sense, when_of
from onrecord.layers.times.speech import quotes, said_on


class Times:
    """Every temporal expression, with its TIMEX3 value and the days it means."""

    name = "times"
    needs = ("parse",)
    gives = ("times",)

    def __call__(self, page: Page) -> Page:
        """Find and resolve the times of a report."""
        finder = Finder(page.parse)
        context = Context(page, quotes(page.parse), {}, published_on(page.report.published))
        found = finder.run(lambda match: told(match, context))
        said = said_on(found, context.quotes, page.parse)
        if any(context.quotes.around(match.start) in said for match, _ in found):
            context = Context(page, context.quotes, said, context.published)
            found = [pair for match, _ in found if (pair := told(match, context)) is not None]
        joined = join(found, context)
        return replace(page, times=tuple(row(n, match, sense, page) for n, (match, sense) in enumerate(joined, 1)))


def published_on(published: str | None) -> date | None:
    """The day of a publication date or time; None if it is missing or unreadable."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def told(match: Match, context: Context) -> tuple[Match, Sense] | None:
    """Read a match and remember it for those after it."""
    sense = read(match, context)
    if sense is None:
        return None
    context.tell(match, sense)
    return match, sense


def row(number: int, match: Match, sense: Sense, page: Page) -> Timex:
    """The row of the record."""
    text = page.report.text
    when = sense.when
    if when is not None and sense.clock and when.earliest == when.latest:
        at = f"{when.earliest}T{sense.clock}"
        when = type(when)(at, at, when.edtf, "instant", when.date_prec)
    cues = tuple(Span.of(text, cue.start, cue.end) for cue in sense.cues)
    why = Reason("when" if sense.when else "timex", f"times.{match.rule}", cues, sense.note)
    readings = tuple(when_of(period) for period in sense.readings)
    resolved = sense.resolved and (when is not None or sense.type in ("duration", "set"))
    return Timex(
        f"t{number}", match.start, match.end, text[match.start : match.end], sense.type, sense.value, sense.mod, when,
        sense.anchor, resolved, match.rule, readings, (why,),
    )  # fmt: skip
