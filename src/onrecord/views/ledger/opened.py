"""A ledger in Python: `led = onrecord.open("iraq.ledger")`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord import ledger
from onrecord.errors import InputError, LedgerError
from onrecord.views.ledger import lists
from onrecord.views.ledger.choose import Choice, chosen, fits
from onrecord.views.ledger.judging import Judging
from onrecord.views.ledger.stored import stored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.concepts.rows import EventRow, FigureRow, ReportRow, StatementRow
    from onrecord.ledger import Added, Store
    from onrecord.ledger.reread import Reread
    from onrecord.reconcile.asof import Standing
    from onrecord.reconcile.compare import Finding
    from onrecord.reconcile.conflicts import Conflict
    from onrecord.reconcile.doubts import Doubtful
    from onrecord.reconcile.origins import Context, Tree
    from onrecord.reconcile.precision import Precision
    from onrecord.reconcile.promises import Promise
    from onrecord.reconcile.same import Fact
    from onrecord.reconcile.series import Point
    from onrecord.reconcile.timeline import Cluster
    from onrecord.views.ledger.lazy import Rows
    from onrecord.views.ledger.mine import Mine


_PLANNED = ("level", "target")  # what a series, promises and what held on a day are made of


class Ledger(Judging):
    """A ledger: add reports to it, ask what they say together. It is made by the first report that is added."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._store: Store | None = None
        self._writes = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._store:
            self._store.close()
        self._store = None

    def store(self, *, write: bool = False) -> Store:
        """The file behind it, opened."""
        if self._store is None or (write and not self._writes):
            self.close()
            self._store, self._writes = stored(self.path, write=write), write
        return self._store

    def add(
        self,
        source: str | Path | bytes,
        *,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Added:
        """Read one report (a text, a path, or bytes) and keep its record; one that is known is not read again."""
        from onrecord import __version__
        from onrecord.intake import Known, open_report
        from onrecord.reader import read

        store = self.store(write=True)
        report = open_report(source, Known(title=title, outlet=outlet, url=url, published=published))
        known = store.number(report.id)
        if known:
            return ledger.Added("known", known)
        data = Path(source).read_bytes() if isinstance(source, Path) else source if isinstance(source, bytes) else None
        added = store.add(read(report), reader=f"onrecord {__version__}", source=data)
        store.join()
        return added

    @property
    def reports(self) -> Rows[ReportRow]:
        """All reports in the order of adding."""
        return lists.reports(self)

    @property
    def figures(self) -> Rows[FigureRow]:
        """Figures of the latest versions of all reports as people judged them, with their sentences."""
        return lists.figures(self)

    @property
    def events(self) -> Rows[EventRow]:
        """Events of the latest versions of all reports, the same way."""
        return lists.events(self)

    @property
    def statements(self) -> Rows[StatementRow]:
        """Statements of the latest versions of all reports, the same way."""
        return lists.statements(self)

    def __repr__(self) -> str:
        return f"<ledger {self.path}>"

    def _repr_html_(self) -> str:
        return lists.html(self)

    def _rows(
        self,
        of: str | None,
        in_: str | None,
        measure: str | None,
        known: str | None = None,
        *,
        roles: tuple[str, ...] = (),
    ) -> list[FigureRow]:
        return chosen(self.store(), Choice(of, in_, measure, known), roles)

    def _context(self, rows: list[FigureRow]) -> Context:
        from onrecord.reconcile.origins import Context

        return Context.of(self.store().lineage(row.report for row in rows), rows)

    def same(
        self, *, of: str | None = None, in_: str | None = None, measure: str | None = None
    ) -> list[tuple[Fact, Tree]]:
        """Facts that several figures state, with their origins."""
        from onrecord.reconcile.origins import origins
        from onrecord.reconcile.same import facts

        rows = self._rows(of, in_, measure)
        context = self._context(rows)
        return [(fact, origins(fact, context)) for fact in facts(rows) if len(fact.rows) > 1]

    def origins(self, fact: str) -> tuple[Fact, Tree]:
        """The fact that a figure (its id, or "7:f3" for figure 3 of report 7) states, with its origins. Raises LedgerError."""
        from onrecord.reconcile.origins import origins
        from onrecord.reconcile.same import facts

        try:
            named = self.store().row(fact).id
        except LedgerError:
            named = fact
        row = next(iter(self.store().figures(figure_id=named)), None)
        if row is None:
            raise LedgerError(f"there is no figure {fact!r}; `onrecord same` names them, like 7:f3")
        rows = self.store().figures(measure=row.measure, unit=row.unit)
        found = next(group for group in facts(rows) if any(one.figure_id == row.figure_id for one in group.rows))
        return found, origins(found, self._context(rows))

    def series(
        self, *, of: str | None = None, in_: str | None = None, measure: str, by: str = "quarter", carry: bool = False
    ) -> Rows[Point]:
        """Per period low, best, high of what is reported, and by how many; empty where no report tells."""
        from onrecord.reconcile.series import series

        rows = self._rows(of, in_, measure, roles=_PLANNED)
        title = f"{measure}{f' of {of}' if of else ''}{f' in {in_}' if in_ else ''} by {by}"
        return lists.series(series(rows, self._context(rows), by, carry=carry), rows, title)

    def conflicts(self, *, of: str | None = None, in_: str | None = None, measure: str | None = None) -> list[Conflict]:
        """Figures about one thing that cannot both hold."""
        from onrecord.reconcile.conflicts import conflicts

        return conflicts(self._rows(of, in_, measure, roles=(*_PLANNED, "total", "toll")))

    def promises(self, *, of: str | None = None, in_: str | None = None, measure: str | None = None) -> list[Promise]:
        """Announced targets, and whether they were met."""
        from onrecord.reconcile.promises import promises

        rows = self._rows(of, in_, measure, roles=_PLANNED)
        return promises(rows, self._context(rows))

    def timeline(self, *, in_: str | None = None) -> list[Cluster]:
        """Events of several reports that are one, by date."""
        from onrecord.reconcile.timeline import timeline

        events = [event for event in self.store().events() if not in_ or in_ in (*event.iso3, *event.places)]
        return timeline(events, self.store().figures())

    def asof(self, held_on: str, known_on: str | None = None, *, in_: str | None = None) -> list[Standing]:
        """What held on a day, as far as reports told by another day."""
        from onrecord.reconcile.asof import held

        rows = self._rows(None, in_, None, known_on, roles=_PLANNED)
        return held(rows, self._context(rows), held_on)

    def compare(
        self, path: str | Path, *, of: str | None = None, in_: str | None = None, measure: str, by: str | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> list[Finding]:  # fmt: skip
        """What reports say to each cell of a CSV file, by its own periods; `mapping` says what its columns hold where their names do not."""
        from onrecord.views.ledger.mine import mine

        return self.compared(mine(Path(path), mapping or {}, by=by, place=in_, measure=measure), of=of, measure=measure)

    def compared(self, data: Mine, *, of: str | None = None, measure: str) -> list[Finding]:
        """What reports say to each cell of a data set that was read (`onrecord.views.ledger.mine.mine`)."""
        from onrecord.reconcile.compare import compare
        from onrecord.reconcile.series import series

        rows = self._rows(of, None, measure, roles=_PLANNED)
        context = self._context(rows)
        points: dict[tuple[str, str], list[Point]] = {}
        quarters: dict[tuple[str, str], list[Point]] = {}
        for place in sorted({cell.iso3 for cell in data.cells}):
            there = [row for row in rows if row.place_iso3 == place]
            for point in series(there, context, data.by):
                points.setdefault((place, point.period.name), []).append(point)
            for point in series(there, context, "quarter", carry=True) if data.by == "year" else ():
                quarters.setdefault((place, point.period.name[:4]), []).append(point)
        return compare(data.cells, points, quarters)

    def doubtful(self, *, of: str | None = None, in_: str | None = None, measure: str | None = None) -> list[Doubtful]:
        """Figures that nobody judged yet, the least certain first, with the reasons."""
        from onrecord.ledger.fields import MEASURES
        from onrecord.reconcile.doubts import doubtful

        return doubtful(self.store().quoted(self._rows(of, in_, measure)), MEASURES)

    def audit(
        self, size: int, *, seed: int = 1, of: str | None = None, in_: str | None = None, measure: str | None = None
    ) -> tuple[Precision, list[FigureRow]]:
        """A random sample of figures (chosen by what was read) with its judgements so far, and the precision that it shows."""
        from onrecord.reconcile.precision import drawn, precision

        choice = Choice(of, in_, measure)
        rows = [row for row in self.store().figures_with_rejected() if fits(row, choice)]
        sample = self.store().quoted(drawn(rows, size, seed))
        return precision(len(rows), sample), sample

    def reread(self, *, every: bool = False, dry_run: bool = False) -> list[Reread]:
        """Read the reports again that another version read (or every one), and tell what changed. Raises InputError for one that cannot be read."""
        from onrecord.views.cli.tasks import Failure
        from onrecord.views.ledger.again import How, reread

        found = []
        for one in reread(self.store(write=True), How(every, dry_run)):
            if isinstance(one, Failure):
                raise InputError(one.message)
            found.append(one)
        return found

    def verify(self) -> list[str]:
        """A sentence for everything that is off."""
        return self.store().verify()
