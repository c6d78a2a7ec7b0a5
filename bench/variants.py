"""Records made from records: other days, numbers, names, outlets, and words, each of the same length, so that every span stays right.

A variant is no copy of what it is made from: most of its small words are others, drawn from all texts as often as they stand there, so that texts deflate as well as
before. Everything follows from the number of the variant.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.concepts.record import Record
from onrecord.concepts.report import report_id
from onrecord.concepts.span import Span
from onrecord.concepts.when import When

DAYS = 3650  # reports of ten years
OUTLETS = 300
NAMES = 40  # sets of names that people go by
OTHER = 0.6  # share of small words that are exchanged
_WORD = re.compile(r"\b[a-z]{4,}\b")
_NUMBER = re.compile(r"[1-9][\d,]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(slots=True)
class Variants:
    """Makes variants of some records; `words` are those of all texts by their lengths."""

    seeds: Sequence[Record]
    words: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for seed in self.seeds:
            for word in _WORD.findall(seed.report.text):
                self.words[len(word)].append(word)

    def make(self, number: int) -> Record:
        """The variant with a number."""
        return _Variant(self.seeds[number % len(self.seeds)], number, self.words).record()


def exact(record: Record) -> Record:
    """The same record with the words of every span cut from its text anew: the command line checks them, a ledger keeps offsets."""
    text = record.report.text

    def cut(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [cut(one) for one in value]
        if not isinstance(value, dict):
            return value
        found = {name: cut(one) for name, one in value.items()}
        if "text" in found and isinstance(found.get("start"), int):
            found["text"] = text[found["start"] : found["end"]]
        return found

    return msgspec.convert(cut(msgspec.to_builtins(record)), Record)


class _Variant:
    def __init__(self, seed: Record, number: int, words: dict[int, list[str]]) -> None:
        self.seed, self.number, self.words = seed, number, words
        self.dice = random.Random(number)
        self.shift = timedelta(days=self.dice.randrange(-DAYS // 2, DAYS // 2))
        self.names = {
            word: self._name(word) for actor in seed.actors if actor.kind == "person" for word in actor.name.split()
        }

    def record(self) -> Record:
        """The record."""
        seed = self.seed
        kept = [one.span for one in seed.figures if one.span] + [one.trigger for one in seed.events]
        text = list(self._text(seed.report.text, kept))
        figures = [self._figure(one, text) for one in seed.figures]
        report = self._report("".join(text))
        return replace(
            seed,
            report=report,
            times=(),
            quantities=(),
            actors=tuple(
                replace(one, name=self._named(one.name) if one.kind == "person" else one.name) for one in seed.actors
            ),
            statements=tuple(replace(one, said_at=self._when(one.said_at)) for one in seed.statements),
            events=tuple(replace(one, when=self._when(one.when)) for one in seed.events),
            figures=tuple(figures),
        )

    def _report(self, text: str) -> Any:
        old, number = self.seed.report, self.number
        published = self._day(old.published or "2018-06-15")
        url = f"https://outlet{number % OUTLETS}.example/{published[:4]}/{number}"
        return replace(
            old,
            id=report_id(text, published, url),
            id_given=f"{old.id_given or 'report'}-{number}",
            title=self._named(old.title) if old.title else None,
            text=text,
            url=url,
            outlet=f"Outlet {number % OUTLETS}",
            published=published,
        )

    def _text(self, text: str, kept: Sequence[Span]) -> str:
        def other(found: re.Match[str]) -> str:
            word = found[0]
            return word if self.dice.random() > OTHER else self.dice.choice(self.words[len(word)])

        parts, at = [], 0
        for span in sorted(kept, key=lambda span: span.start):
            if span.start >= at:
                parts += [_WORD.sub(other, self._named(text[at : span.start])), text[span.start : span.end]]
                at = span.end
        return "".join((*parts, _WORD.sub(other, self._named(text[at:]))))

    def _named(self, words: str) -> str:
        if not self.names:
            return words
        return re.sub(r"\b[A-Z]\w+", lambda found: self.names.get(found[0], found[0]), words)

    def _name(self, word: str) -> str:
        """Another name as long as a name, one of some."""
        if not word.isalpha() or not word[0].isupper() or len(word) < 4:
            return word
        dice = random.Random(f"{word} {self.number // len(word) % NAMES}")
        return "".join(
            (
                dice.choice("BDFGKLMNPRSTV"),
                *(dice.choice("aeiou" if at % 2 else "lmnrstdk") for at in range(1, len(word))),
            )
        )

    def _figure(self, one: Any, text: list[str]) -> Any:
        changes: dict[str, Any] = {"as_of": self._when(one.as_of)}
        if one.span and _NUMBER.fullmatch(one.value_text) and one.best is not None and one.low == one.best == one.high:
            words = self._number(one.value_text)
            text[one.span.start : one.span.end] = words
            value = int(words.replace(",", "")) * (-1 if one.best < 0 else 1)
            changes |= {
                "value_text": words,
                "low": value,
                "best": value,
                "high": value,
                "span": replace(one.span, text=words),
            }
        return replace(one, **changes)

    def _number(self, words: str) -> str:
        """A number near another, as long and as round."""
        digits = [at for at, sign in enumerate(words) if sign.isdigit() and sign != "0"]
        if len(digits) < 2 or self.dice.random() < 0.5:
            return words
        signs = list(words)
        signs[digits[-1]] = self.dice.choice("123456789")
        return "".join(signs)

    def _when(self, when: When | None) -> When | None:
        if when is None:
            return None
        first, last = (self._day(day) if day else day for day in (when.earliest, when.latest))
        edtf = when.edtf and _DAY.sub(lambda found: self._day(found[0]), when.edtf)
        return replace(when, earliest=first, latest=last, edtf=edtf)

    def _day(self, day: str) -> str:
        try:
            return f"{date.fromisoformat(day[:10]) + self.shift}{day[10:]}"
        except (ValueError, OverflowError):
            return day
