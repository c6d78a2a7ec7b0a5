"""Records to keep: the one made by hand for the views, and others on texts that are put together here."""

from __future__ import annotations

import random

from msgspec.structs import replace

from onrecord.concepts.record import Record
from onrecord.concepts.report import report_id
from views import made

WORDS = """
harbour bridge minister soldiers convoy village border winter council evacuated shells reopened medics road north
ceasefire observers camp river counted wounded returned districts hospital supplies battalion mountain patrol
"""


def record(text: str = made.TEXT, *, url: str | None = None, published: str | None = "2031-09-16") -> Record:
    """A record of a text, at an address, of a day; with rows for the text made by hand."""
    found = made.record(text)
    return replace(
        found, report=replace(found.report, id=report_id(text, published, url), url=url, published=published)
    )


def story(seed: int, length: int = 150) -> str:
    """A text of its own."""
    words = WORDS.split()
    dice = random.Random(seed)
    return " ".join(dice.choice(words) for _ in range(length)) + "."
