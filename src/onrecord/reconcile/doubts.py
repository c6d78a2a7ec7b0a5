"""How uncertain is a row? A table of doubts, each with its weight and its reason in words; `onrecord review` shows the most doubtful rows first.

A doubt looks at one thing of a row, or at what other reports say, and has something to say or nothing. The weights are added up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.conflicts import Conflict, conflicts
from onrecord.reconcile.features import THRESHOLD
from onrecord.reconcile.same import Fact, Link, facts

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which a place is known in its adjective: Syria, Syrian; Afghanistan, Afghan
_WEAK = THRESHOLD + 0.5  # points of a link that only just held
_MANY = 12  # rows of a fact whose links are looked at


class Doubt(NamedTuple):
    """Why a row may be wrong, and how much that weighs."""

    weight: float
    why: str


class Doubtful(NamedTuple):
    """A row with its doubts, the heaviest first."""

    row: FigureRow
    doubts: tuple[Doubt, ...]

    @property
    def weight(self) -> float:
        """The sum of its doubts."""
        return sum(doubt.weight for doubt in self.doubts)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: its fact, a conflict and its surest link, by row, and the measures of the controlled list."""

    facts: Mapping[str, Fact]
    conflicts: Mapping[str, Conflict]
    links: Mapping[str, Link]
    measures: Collection[str]

    def reports(self, row: FigureRow) -> int:
        """How many reports tell the fact of a row."""
        return len({one.report for one in self.facts[row.figure_id].rows})


def role(row: FigureRow, _: Around) -> Doubt | None:
    """What the number is (level, target, change …) is left open."""
    return None if row.role else Doubt(3.0, "it is left open what the number is: level, target, change …")


def conflict(row: FigureRow, around: Around) -> Doubt | None:
    """Another number is told of the same thing; alone against a fact of several reports weighs most."""
    found = around.conflicts.get(row.figure_id)
    if found is None or found.kind.name in ("rounding", "scope"):
        return None
    other = found.other if found.one.figure_id == row.figure_id else found.one
    many = around.reports(other)
    named = f"{other.report}:f{other.n} says {other.value_text}"
    if around.reports(row) == 1 and many > 1:
        return Doubt(3.0, f"alone against {many} reports: {named}")
    return Doubt(1.5, f"{named} ({found.kind.name})")


def time(row: FigureRow, _: Around) -> Doubt | None:
    """When the number holds is not known."""
    return None if row.date_start or row.date_end else Doubt(2.0, "when it holds is not known")


def place(row: FigureRow, _: Around) -> Doubt | None:
    """Where is not known, or it is taken from another sentence."""
    if not row.place:
        return Doubt(1.5, "where is not known")
    stems = [word[:_STEM].lower() for word in _WORD.findall(row.place) if len(word) > 2]
    words = [word.lower() for word in _WORD.findall(row.quote)]
    named = not stems or any(word.startswith(stem) for word in words for stem in stems)
    return None if named or not row.quote else Doubt(1.0, f"{row.place} stands in another sentence")


def subject(row: FigureRow, _: Around) -> Doubt | None:
    """Whose it is is not known."""
    return None if row.subject else Doubt(1.0, "whose it is is not known")


def measure(row: FigureRow, around: Around) -> Doubt | None:
    """What is counted is none of the controlled measures."""
    return None if row.measure in around.measures else Doubt(1.0, f"{row.measure} is no measure of the controlled list")


def label(row: FigureRow, _: Around) -> Doubt | None:
    """Whether it is done, planned or only said is not known."""
    return Doubt(1.0, "at what stage it is is not known") if row.label == "unknown" else None


def value(row: FigureRow, _: Around) -> Doubt | None:
    """A vague word stands for the number."""
    return Doubt(1.0, f"{row.vague!r} is no number") if row.vague else None


def link(row: FigureRow, around: Around) -> Doubt | None:
    """It was only just taken for the same fact as another."""
    found = around.links.get(row.figure_id)
    if found is None or found.decision.points > _WEAK or found.one.report == found.other.report:
        return None
    other = found.other if found.one.figure_id == row.figure_id else found.one
    return Doubt(1.0, f"only just taken for one fact with {other.report}:f{other.n}")


def speaker(row: FigureRow, _: Around) -> Doubt | None:
    """Who says it is described, not named."""
    return Doubt(0.5, f"who says it is not known by name: {row.source}") if row.source and not row.speaker else None


DOUBTS: tuple[Callable[[FigureRow, Around], Doubt | None], ...] = (
    role, conflict, time, place, subject, measure, label, value, link, speaker,
)  # fmt: skip


def doubtful(rows: Iterable[FigureRow], measures: Collection[str]) -> list[Doubtful]:
    """Rows that nobody judged yet, the most doubtful first; copies are left out, since they say what their first report says."""
    every = list(rows)
    around = _around(every, measures)
    found = []
    for row in every:
        if row.review or row.copy_of:
            continue
        said = [doubt for look in DOUBTS if (doubt := look(row, around))]
        found.append(Doubtful(row, tuple(sorted(said, key=lambda doubt: -doubt.weight))))
    return sorted(found, key=lambda one: (-one.weight, one.row.report, one.row.n))


def _around(rows: Sequence[FigureRow], measures: Collection[str]) -> Around:
    of = {row.figure_id: fact for fact in facts(rows) for row in fact.rows}
    against: dict[str, Conflict] = {}
    for found in conflicts(rows):
        for row in (found.one, found.other):
            against.setdefault(row.figure_id, found)
    return Around(of, against, _surest(of.values()), measures)


def _surest(every: Iterable[Fact]) -> dict[str, Link]:
    """The surest link of each row; a fact of many rows hangs together anyhow, and is not looked through."""
    found: dict[str, Link] = {}
    for fact in {id(fact): fact for fact in every if 1 < len(fact.rows) <= _MANY}.values():
        for one in fact.links:
            for row in (one.one, one.other):
                if row.figure_id not in found or one.decision.points > found[row.figure_id].decision.points:
                    found[row.figure_id] = one
    return found
