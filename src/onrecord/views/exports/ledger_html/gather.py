"""All that stands on the page of a ledger, asked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.reconcile.conflicts import Conflict, conflicts
from onrecord.reconcile.origins import Context, Tree, origins
from onrecord.reconcile.promises import Promise, promises
from onrecord.reconcile.same import Fact, facts
from onrecord.reconcile.series import Point, is_level, is_target, series
from onrecord.reconcile.timeline import Cluster
from onrecord.views.ledger.choose import Choice, chosen
from onrecord.views.ledger.opened import Ledger
from onrecord.views.ledger.reports import titled

_CHARTS = 6  # series that are drawn
_TREES = 40  # facts whose origins are shown
_LEAST = 3  # figures that make a series worth drawing
# Days that a series may last to be shown by a kind of period.
_SPANS = ((62, "day"), (800, "month"), (6000, "quarter"))


class Drawn(NamedTuple):
    """A series to draw: what was asked, by which periods, its points, and the figures it was made of."""

    asked: Choice
    by: str
    points: tuple[Point, ...]
    rows: tuple[FigureRow, ...]


class Book(NamedTuple):
    """What a page shows."""

    name: str
    asked: Choice
    reports: tuple[ReportRow, ...]
    figures: tuple[FigureRow, ...]
    series: tuple[Drawn, ...]
    timeline: tuple[Cluster, ...]
    conflicts: tuple[Conflict, ...]
    promises: tuple[Promise, ...]
    facts: tuple[tuple[Fact, Tree], ...]

    @property
    def by_number(self) -> dict[int, ReportRow]:
        """Reports by their numbers."""
        return {row.number: row for row in self.reports}


def gather(led: Ledger, choice: Choice) -> Book:
    """Ask a ledger for everything, or for what is chosen. Raises OptionError if nothing fits."""
    rows = chosen(led.store(), choice)
    context = Context.of(led.store().lineage(row.report for row in rows), rows)
    reports = [row for row in led.reports if not choice.known or (row.published or "9999")[:10] <= choice.known]
    shared = [(fact, origins(fact, context)) for fact in facts(rows) if len({row.report for row in fact.rows}) > 1]
    shared.sort(key=lambda one: -len({row.report for row in one[0].rows}))
    there = {row.number for row in reports}
    events = [one for one in led.timeline(in_=choice.in_) if {row.report for row in one.rows} <= there]
    return Book(
        led.path.stem,
        choice,
        tuple(titled(reports, led.store().text)),
        tuple(led.store().quoted(rows)),
        tuple(_series(rows, context)),
        tuple(events),
        tuple(conflicts(rows)),
        tuple(promises(rows, context)),
        tuple(shared[:_TREES]),
    )


def _series(rows: Sequence[FigureRow], context: Context) -> Iterator[Drawn]:
    """Series of the things with most levels and targets."""
    things: dict[tuple[str, str, str], list[FigureRow]] = defaultdict(list)
    for row in rows:
        place = row.place_iso3 or row.place
        if (is_level(row) or is_target(row)) and row.date_end and place:
            things[row.measure, row.subject_iso3 or "", place].append(row)
    ranked = sorted(things.items(), key=lambda thing: (-len(thing[1]), thing[0]))
    for (measure, of, place), found in ranked[:_CHARTS]:
        if len(found) < _LEAST or not any(map(is_level, found)):
            continue
        by = _by([row.date_end[:10] for row in found if row.date_end])
        yield Drawn(Choice(of or None, place, measure), by, tuple(series(found, context, by)), tuple(found))


def _by(days: Sequence[str]) -> str:
    """Periods that suit a time: days for weeks, months for two years, quarters for some, years for more."""
    length = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days
    return next((by for most, by in _SPANS if length <= most), "year")
