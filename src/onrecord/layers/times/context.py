"""What surrounds a match: the report's day, the day of a quotation, the times told before, the tense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.timex import Anchor
from onrecord.layers.times.direction import AHEAD, BACK, direction
from onrecord.layers.times.match import Match
from onrecord.layers.times.outlets import country_of
from onrecord.layers.times.periods import OutOfRange, Period, Unit
from onrecord.layers.times.sense import Sense
from onrecord.layers.times.speech import Quotes
from onrecord.layers.times.words import value

COMPARED = frozenset({"year-ago", "ago", "shift", "same-period"})  # rules for the time that figures are compared with
NEAR_SENTENCES = 4  # a quarter told so many sentences ago is still what "a year earlier" is compared with


@dataclass(slots=True)
class Context:
    """The state of one reading: grows by `tell` in text order, is thrown away afterwards."""

    page: Page
    quotes: Quotes
    said: Mapping[int, date]
    published: date | None
    told: list[tuple[Match, Sense]] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        """The country of the report's outlet, ISO 3166-1 alpha-2."""
        return country_of(self.page.report)

    def now(self, match: Match) -> tuple[date | None, Anchor]:
        """The day from which the speaker of a match counts, and whose day that is."""
        region = self.quotes.around(match.start)
        if region is not None and region in self.said:
            return self.said[region], "speech"
        return self.published, "publication" if self.published else "none"

    def head(self, match: Match) -> Token:
        """The highest token of a match."""
        return self.page.parse.root(match.first.i, match.last.i + 1)

    def before(self, match: Match, steps: int = 1) -> str:
        """The word so many tokens before a match, in lower case."""
        number = match.first.i - steps
        return self.page.parse.tokens[number].lower if number >= 0 else ""

    def before_last(self, match: Match) -> str:
        """The word before the last one of a match."""
        return self.page.parse.tokens[match.last.i - 1].lower if match.last.i else ""

    def before_token(self, match: Match) -> Token | None:
        """The token before a match."""
        return self.page.parse.tokens[match.first.i - 1] if match.first.i else None

    def after(self, match: Match, steps: int = 1) -> Token | None:
        """The token so many behind a match."""
        number = match.last.i + steps
        tokens = self.page.parse.tokens
        return tokens[number] if number < len(tokens) else None

    def way(self, match: Match) -> tuple[int, tuple[Token, ...]]:
        """Whether the words around a match look back or ahead, and the word that tells."""
        number = match.first.i - 1
        before = self.page.parse.tokens[number] if number >= 0 else None
        if before is not None and before.lower in ("since", "until", "till", "for"):
            if before.lower != "for":
                return (BACK, (before,)) if before.lower == "since" else self._way_of(match)
            if before.head.tag.startswith("VB") and before.head.lemma in ("set", "schedule", "call", "slate", "plan"):
                return AHEAD, (before,)
        return self._way_of(match)

    def _way_of(self, match: Match) -> tuple[int, tuple[Token, ...]]:
        way, cue = direction(self.head(match))
        return way, () if cue is None else (cue,)

    def tell(self, match: Match, sense: Sense) -> None:
        """Remember what a match means, for the expressions after it."""
        if sense.type != "set" and sense.days is not None:
            self.told.append((match, sense))

    def last_told(self, match: Match) -> Sense | None:
        """The time told last before a match, in the same paragraph or the one before."""
        paragraph = self.page.parse.sentence(match.first).paragraph
        for earlier, sense in reversed(self.told):
            if paragraph - self.page.parse.sentence(earlier.first).paragraph > 2:
                return None
            if sense.period is not None or sense.interval is not None:
                return sense
        return None

    def quarter_told(self, match: Match) -> Period | None:
        """The quarter (or half) told a few sentences before a match at most, not one that was itself told for comparison."""
        for earlier, sense in reversed(self.told):
            if match.first.sent - earlier.first.sent > NEAR_SENTENCES:
                return None
            if earlier.rule not in COMPARED and sense.period is not None and sense.period.unit in ("quarter", "half"):
                return sense.period
        return None

    def year_told(self, match: Match) -> int | None:
        """A year that heads the sentence of a match ("In 2016 the group took the town in March")."""
        for earlier, sense in reversed(self.told):
            if earlier.first.sent != match.first.sent:
                return None
            first = self.page.parse.sentence(earlier.first).first
            if earlier.rule == "year" and sense.period:
                heads = earlier.first.i - first == 1 and self.before(earlier) == "in"
                return sense.period.first.year if heads else None
        return None


def unresolved(unit: str) -> str:
    """The TIMEX3 value of a calendar unit of which nothing is known."""
    return {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
        "quarter": "XXXX-QX", "half": "XXXX-HX", "decade": "XXX", "century": "XX", "millennium": "X",
    }.get(unit, "XXXX")  # fmt: skip


def moved(unit: Unit, day: date, count: int) -> Period | None:
    """The unit around a day, so many units further on; None beyond the calendar."""
    try:
        return Period.around(unit, day).shift(count)
    except OutOfRange:
        return None


def of_period(period: Period | None, anchor: Anchor, unit: str, part: str = "") -> Sense:
    """The sense of a calendar unit, with a part of the day; unresolved if there is none."""
    kind = "time" if part else "date"
    tail = (f"T{part}") if part else ""
    if period is None:
        note = "no publication date" if anchor == "none" else "no time told before it to count from"
        return Sense(kind, unresolved(unit) + tail, resolved=False, note=note)  # type: ignore[arg-type]
    return Sense(kind, period.value + tail, period, anchor=anchor)  # type: ignore[arg-type]


def step_of(word: str) -> int:
    """-1, 0 or 1 for a word like "last", "this", "next"."""
    names = ("last", "past", "previous", "next", "coming", "following", "this")
    return int(next((found for name in names if (found := value(name, word))), "0"))
