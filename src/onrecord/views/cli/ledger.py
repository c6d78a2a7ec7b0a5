"""The commands of a ledger: arguments and help; what they show stands in views/ledger, imported when they run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli.shown import put, show
from onrecord.views.cli.trouble import REFUSED, tell, told

if TYPE_CHECKING:
    from onrecord.ledger import Store

Path_ = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
Sources = Annotated[
    list[str], typer.Argument(metavar="INPUT…", help="Files (text, HTML, JSONL), folders, or - for standard input.")
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, like 2020-09-10.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the report.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the report was published.")]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="Headline of the report.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="spaCy English pipeline to parse with.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Inputs hold a report a line, whatever their names.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first report that cannot be read.")]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with; the ledger stays the same.")]
One = Annotated[str, typer.Argument(metavar="REPORT", help="Number, given id, address, or head of the id of a report.")]
Reports = Annotated[list[str], typer.Argument(metavar="REPORT…", help="Numbers, given ids or addresses of reports.")]
Most = Annotated[int, typer.Option(min=1, metavar="N", help="Reports to show at most.")]


def register(app: typer.Typer) -> None:
    """Put the commands of this module into the program."""
    for name, command in (
        ("add", add_command),
        ("ls", ls_command),
        ("show", show_command),
        ("search", search_command),
        ("rm", rm_command),
        ("verify", verify_command),
    ):
        app.command(name)(command)


def add_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    ledger: Path_,
    inputs: Sources,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    title: Title = None,
    model: Model = None,
    json: Json = False,
    jsonl: Jsonl = False,
    strict: Strict = False,
    workers: Workers = 1,
) -> None:
    """Read reports and keep their records in a ledger. What it knows already is passed over."""
    with told():
        from onrecord.intake.known import Known
        from onrecord.views.cli import add
        from onrecord.views.cli.read import How

        known = Known(published=published, outlet=outlet, url=url, title=title)
        counts = add.add(ledger, inputs, known, How(model, False, jsonl, strict, workers))
        if json:
            put(dict(counts))
        else:
            sys.stdout.write(f"{ledger}: {add.summary(counts)}\n")
        if counts["refused"]:
            raise typer.Exit(REFUSED)


def ls_command(ledger: Path_, json: Json = False) -> None:
    """List the reports of a ledger."""
    with told(), _opened(ledger) as store:
        rows = store.reports()
        if json:
            put(rows)
            return
        from onrecord.views.ledger import reports

        show([reports.reports(reports.titled(rows, store.text))])


def show_command(ledger: Path_, report: One, json: Json = False) -> None:
    """Show one report: figures, events, judgements, text."""
    with told(), _opened(ledger) as store:
        from onrecord.views.ledger import judging, reports

        row = store.report(report)
        figures = store.quoted(store.figures(report=row.number))
        events = [event for event in store.events() if event.report == row.number]
        said = [one for one in store.judgements() if row.id in (one.judgement.report, one.judgement.other_report)]
        if json:
            judged = [judging.plain(one) for one in said]
            text = store.text(row.number)
            put({"report": row, "figures": figures, "events": events, "judgements": judged, "text": text})
            return
        judgements = [judging.table(said)] if said else []
        show(
            [
                reports.reports(reports.titled([row], store.text)),
                reports.figures(figures),
                reports.events(events),
                *judgements,
            ]
        )
        sys.stdout.write(f"\n{store.text(row.number)}\n")


def search_command(
    ledger: Path_,
    query: Annotated[str, typer.Argument(metavar="WORDS", help='Words, "a phrase", begin*, a AND b, a NOT b.')],
    most: Most = 20,
    json: Json = False,
) -> None:
    """Find reports by their words, best first."""
    with told(), _opened(ledger) as store:
        found = store.search(query, most)
        if json:
            put([hit._asdict() for hit in found])
            return
        from onrecord.views.ledger import reports

        show([reports.hits(found)])


def rm_command(ledger: Path_, report: Reports) -> None:
    """Take reports out of a ledger, with all their rows."""
    with told(), _opened(ledger, write=True) as store:
        rows = [store.report(name) for name in report]
        for row in rows:
            store.remove(row.number)
            sys.stdout.write(f"removed {row.number} {row.title or row.id_given or row.id[:12]}\n")


def verify_command(ledger: Path_, json: Json = False) -> None:
    """Check every hash, span and value of a ledger. Exit code 1 and a list when anything is off."""
    with told(), _opened(ledger) as store:
        wrong = store.verify()
        count = len(store.reports())
    if json:
        put(wrong)
    else:
        sys.stdout.write("".join(f"✗ {words}\n" for words in wrong) or f"✓ {count:,} reports: all is as it was read\n")
    if wrong:
        tell(f"{len(wrong):,} found")
        raise typer.Exit(REFUSED)


def _opened(path: Path, *, write: bool = False) -> Store:
    from onrecord.errors import LedgerError
    from onrecord.views.ledger.stored import stored

    if write and not path.exists():
        raise LedgerError(f"{path}: there is no such ledger")
    return stored(path, write=write)
