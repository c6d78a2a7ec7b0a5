"""The command line: arguments and help; what a command does stands in the module of its name, imported when it runs."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.views.cli import answers, cite, compare, judge, ledger, reread, review
from onrecord.views.cli.trouble import told

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100},
)

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE…", help="Files (text, HTML), folders, or - for standard input.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date, like 2020-09-10. Without one nothing relative is guessed."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the report.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the report was published.")]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="Headline of the report.")]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="spaCy English pipeline: an installed package or a folder (default: the bundled one; ONRECORD_MODEL).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Jsonl = Annotated[
    bool,
    typer.Option(
        "--jsonl",
        help='Sources are JSONL ({"id", "text", "published"?, …} a line); print one record a line, in order. A bad line gives an error in its place.',
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop at the first report that cannot be read, with exit code 1.")
]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", help="Processes to read with; order and output stay the same.")
]
One = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="A report, a ledger, or a record from `onrecord read --json`; - for standard input."
    ),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of a row: t3, q1, f2 …; of a ledger 7:f3.")]
Exported = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE…",
        help="A ledger; or records from `onrecord read --json` or --jsonl, or reports (text, HTML, JSONL), folders, - for standard input.",
    ),
]
Format = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="csv, jsonl, parquet, xlsx, html (a ledger as one page), geojson; plover, icews, polecat, acled, ucdp; followthemoney, webannotation, claimreview, timelinejs, prov-o; bibtex, csl-json, ris, text.",
    ),
]
Table = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="figures (the default), events (the default of geojson), statements, times, places, reports; of a ledger also facts, series, conflicts, promises, timeline.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="File to write; it changes only when all is written. - for standard output.",
    ),
]
On = Annotated[
    list[str] | None,
    typer.Option("--on", metavar="FILE", help="Report to measure on (may be repeated; default: a bundled one)."),
]


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Reads news reports and keeps the record: figures, events and statements, with the words that say so.

    Exit code 1: a check failed or an input was refused; 2: wrong usage.
    """
    if version:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.command("read")
def read_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    sources: Sources,
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
    """Read reports and print their records."""
    with told():
        from onrecord.intake.known import Known
        from onrecord.views.cli.read import How, read

        read(
            sources,
            Known(published=published, outlet=outlet, url=url, title=title),
            How(model, json, jsonl, strict, workers),
        )


@app.command("export")
def export_command(  # noqa: PLR0913, PLR0917 (a command line has as many parameters as options)
    sources: Exported,
    format: Format,
    table: Table = None,
    output: Output = "-",
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    title: Title = None,
    model: Model = None,
    strict: Strict = False,
    workers: Workers = 1,
    of: answers.Of = None,
    in_: answers.In = None,
    measure: answers.Measure = None,
    known_on: answers.Known = None,
    by: Annotated[
        str | None, typer.Option(metavar="PERIOD", help="Of a series: day, month, quarter (the default), year, change.")
    ] = None,
) -> None:
    """Write tables of records or of a ledger in many formats. `--of`, `--in`, `--measure`, `--known-on` choose in a ledger."""
    with told():
        from onrecord.intake.known import Known, checked_time
        from onrecord.views import exports
        from onrecord.views.cli.export import Ask, export_any
        from onrecord.views.cli.read import How
        from onrecord.views.ledger.choose import Choice

        day = checked_time(known_on)[:10] if known_on else None
        export_any(
            sources,
            Known(published=published, outlet=outlet, url=url, title=title),
            How(model, strict=strict, workers=workers),
            Ask(Choice(of, in_, measure, day), by),
            exports.writer(format, table),
            output,
        )


@app.command("why")
def why_command(file: One, id: Id, published: Published = None, model: Model = None, json: Json = False) -> None:
    """Show the rule and the words behind each decision of one row."""
    with told():
        from onrecord.intake.known import Known
        from onrecord.views import terminal
        from onrecord.views.cli import why
        from onrecord.views.cli.export import is_ledger

        console = terminal.console_for(sys.stdout)
        if is_ledger(file):
            from onrecord.views.cli import why_kept

            found = why_kept.kept(Path(file), id, model)
            if json:
                _put(why_kept.as_json(found))
                return
            why_kept.show(found, console)
            terminal.write(console, sys.stdout)
            return
        record = why.record_of(file, Known(published=published), model)
        row = why.row_of(record, id)
        if json:
            _put(why.as_json(row))
            return
        why.show(record, row, console)
        terminal.write(console, sys.stdout)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a record."""
    with told():
        from onrecord.views.cli.schema import schema_text

        _put(schema_text().encode())


@app.command("layers")
def layers_command(on: On = None, model: Model = None, json: Json = False) -> None:
    """Show what each layer needs and gives, and how long it takes."""
    with told():
        from onrecord.views import terminal
        from onrecord.views.cli import layers

        reports = layers.reports(on)
        rows = layers.measure(reports, model)
        if json:
            _put(layers.as_json(rows))
            return
        console = terminal.console_for(sys.stdout)
        layers.show(rows, reports, console)
        terminal.write(console, sys.stdout)


# Help lists commands in the order in which they are registered: one report first, then the ledger.
ledger.register(app)
answers.register(app)
compare.register(app)
cite.register(app)
judge.register(app)
review.register(app)
reread.register(app)


def _put(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def main() -> None:
    """Run the command line; a terminal that lacks a character gets an escape in its place, not an error."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app()
