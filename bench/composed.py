"""Reports put together from bench/sentences.txt, and read."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from onrecord.concepts.record import Record
from onrecord.intake import Known, open_report
from onrecord.reader import read

SENTENCES = Path(__file__).with_name("sentences.txt")
REPORTS, LENGTH = 40, 26  # sentences of a report: as long as an agency's story of some length


def composed(count: int = REPORTS) -> list[Record]:
    """Some reports, the same every time."""
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    numbers = [line.removeprefix("+ ") for line in lines if line.startswith("+")]
    others = [line for line in lines if not line.startswith("+")]
    found = []
    for number in range(count):
        dice = random.Random(number)
        told = [*dice.sample(numbers, 2), *dice.sample(others, LENGTH - 2)]
        published = date(2020, 9, 1) + timedelta(days=dice.randrange(60))
        text = "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, LENGTH, 3))
        known = Known(title=told[0].split(",")[0], outlet="Harbour Wire", published=published.isoformat())
        found.append(read(open_report(text, known)))
    return found
