"""A question to a ledger: which of its rows to export, with what only a ledger tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.errors import OptionError
from onrecord.ledger.judged import standing
from onrecord.reconcile.origins import Context, origins
from onrecord.reconcile.same import facts
from onrecord.reconcile.timeline import Cluster, timeline
from onrecord.views.exports.corrected import Judged, corrected
from onrecord.views.exports.facts import Facts, Known
from onrecord.views.ledger.choose import Choice, chosen

if TYPE_CHECKING:
    from onrecord.concepts.event import Event
    from onrecord.concepts.figure import Figure
    from onrecord.concepts.judgement import Judgement
    from onrecord.concepts.record import Record
    from onrecord.concepts.rows import FigureRow
    from onrecord.concepts.statement import Statement
    from onrecord.ledger import Store
    from onrecord.views.ledger.opened import Ledger

_READER = "onrecord "


@dataclass(frozen=True, slots=True)
class Asked:
    """A ledger, what to choose in it, and the periods of a series."""

    led: Ledger
    choice: Choice
    by: str = "quarter"

    @property
    def store(self) -> Store:
        """The ledger's file."""
        return self.led.store()

    def facts(self, numbers: Iterable[int] | None = None, *, origins: bool = False) -> Iterator[Facts]:
        """The latest version of every report (or of some), its rows as they were judged, those that do not fit left out.

        `origins` says whether those of figures are wanted. Raises OptionError when something was asked for and nothing fits.
        """
        if numbers is None and self.choice.measure:  # a row without a figure of the measure is none that was asked for
            numbers = sorted({row.report for row in self.figures()})
        judgements = self.judgements()
        judged = Judged.of(self.store, judgements)
        reports = {row.number: row for row in self.store.reports()}
        names = {row.number: row.id for row in reports.values()}
        homes = origin_ids(self.store, self._like()) if origins else {}
        every = Known({}, "", None, None, names, homes, judged.reviews, judgements)
        some = not any(self.choice)
        for whole in self.store.records() if numbers is None else map(self.store.record, numbers):
            if not self._is_known(whole.record):
                continue
            record, ids = corrected(whole.record, whole.ids, judged)
            known = replace(every, ids=ids, version=whole.reader.removeprefix(_READER), report=reports[whole.number])
            shown = fitting(Facts(record, known), self.choice)
            some = some or shown is None or bool(shown)
            yield Facts(record, replace(known, shown=shown))
        if not some:
            raise OptionError(f"this ledger has no rows for {', '.join(part for part in self.choice if part)}")

    def _like(self) -> list[FigureRow]:
        """The figures that a chosen one can be one fact with."""
        return self.store.figures(**({"measure": self.choice.measure} if self.choice.measure else {}))

    def _is_known(self, record: Record) -> bool:
        return not self.choice.known or (record.report.published or "9999")[:10] <= self.choice.known

    def figures(self) -> list[FigureRow]:
        """The figures that fit."""
        return chosen(self.store, self.choice)

    def context(self, rows: Sequence[FigureRow]) -> Context:
        """What is known of the reports of some figures."""
        return Context.of(self.store.lineage(row.report for row in rows), rows)

    def quotes(self, rows: Iterable[FigureRow]) -> dict[str, str]:
        """Sentences of figures by id."""
        return {row.figure_id: row.quote for row in self.store.quoted(list(rows))}

    def judgements(self) -> dict[str, list[Judgement]]:
        """What people decided of rows and did not take back, by id of the row."""
        found: dict[str, list[Judgement]] = {}
        for one in standing(one for one, *_ in self.store.judgements()):
            if one.other is None:
                found.setdefault(one.target, []).append(one)
        return found

    def kinds(self) -> dict[tuple[int, str], str]:
        """Kinds of actors by report and name."""
        return {
            (whole.number, actor.name): actor.kind for whole in self.store.records() for actor in whole.record.actors
        }

    def clusters(self) -> list[Cluster]:
        """Events of several reports that are one."""
        shown = {id for facts in self.facts() for row in facts.events if (id := facts.ids[row.id])}
        rows = [row for row in self.store.events() if row.event_id in shown]
        return timeline(rows, self.store.figures())


def fitting(every: Facts, choice: Choice) -> frozenset[str] | None:
    """Ids of the rows that fit: figures and events of whom and where, and the statements they stand in. None when all do."""
    if not (choice.of or choice.in_ or choice.measure):
        return None
    figures = [row for row in every.figures if _figure_fits(row, every, choice)]
    told = {row.event for row in figures}
    events = [row for row in every.events if _event_fits(row, every, choice) and (not choice.measure or row.id in told)]
    said = {row.statement for row in figures} | {row.statement for row in events}
    statements = [row for row in every.statements if row.id in said]
    rows: list[Figure | Event | Statement] = [*figures, *events, *statements]
    return frozenset(every.ids[row.id] for row in rows)


def _figure_fits(row: Figure, every: Facts, choice: Choice) -> bool:
    return (
        choice.measure in (None, row.measure)
        and _is(choice.of, [row.subject_iso3], [every.names.actor(row.subject)], part=True)
        and _is(choice.in_, [row.place_iso3], [every.names.place(row.place)])
    )


def _event_fits(row: Event, every: Facts, choice: Choice) -> bool:
    sides = every.actors((*row.actors, *row.recipients))
    places = [place for id in row.places if (place := every.place(id))]
    return _is(choice.of, [one.iso3 for one in sides], [one.name for one in sides], part=True) and _is(
        choice.in_, [one.iso3 for one in places], [one.name or one.text for one in places]
    )


def _is(asked: str | None, codes: Sequence[str | None], names: Iterable[str], *, part: bool = False) -> bool:
    """True if a code, or a name (some part of it will do), is the one that was asked for."""
    if asked is None:
        return True
    if asked in codes:
        return True
    wanted = asked.lower()
    return any(wanted in name.lower() if part else wanted == name.lower() for name in names)


def origin_ids(store: Store, rows: Sequence[FigureRow]) -> dict[str, str]:
    """For each figure the origin that its fact goes back to, named by the first figure that has it from there; unknown lineage has none."""
    context = Context.of(store.lineage(row.report for row in rows), rows)
    found: dict[str, str] = {}
    for fact in facts(rows):
        homes: dict[int, str] = {}
        for origin in origins(fact, context).origins:
            if origin.kind == "unknown":
                continue
            name = f"o-{origin.witnesses[0].row.figure_id.partition('-')[2]}"
            for witness in origin.witnesses:
                homes.update(dict.fromkeys((row.report for row in (witness.row, *witness.copies)), name))
        found.update({row.figure_id: homes[row.report] for row in fact.rows if row.report in homes})
    return found
