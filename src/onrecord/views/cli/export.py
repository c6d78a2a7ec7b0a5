"""`onrecord export`: records, or reports read on the way, to tables in a format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import typer

from onrecord.concepts.record import Record
from onrecord.intake.known import Known
from onrecord.views import exports
from onrecord.views.cli import kept
from onrecord.views.cli.progress import Bar
from onrecord.views.cli.read import How, check
from onrecord.views.cli.run import outcomes
from onrecord.views.cli.tasks import STDIN, Outcome
from onrecord.views.cli.trouble import REFUSED, tell, tell_failure
from onrecord.views.exports.formats import Csv
from onrecord.views.wording import plural


def export(sources: list[str], given: Known, how: How, writer: exports.Writer, output: str) -> None:
    """Write the rows of all sources. Ends with exit code 1 if one was refused; with nothing written if all were, or by `strict`."""
    check(sources, given, how)
    total = count(sources) if sys.stderr.isatty() else None  # only the bar needs to know
    failed: list[Outcome] = []
    with Bar(total) as bar:
        done = outcomes(kept.sources(sources), given, how.model, how.workers, kept.kept_or_read)
        exports.export(records(done, bar, failed, strict=how.strict), writer, output)
    if isinstance(writer, Csv) and writer.risky:
        tell(
            f"a spreadsheet would take {plural(writer.risky, 'cell')} of text for a formula (=, +, - or @ comes first); "
            "open the file as text, or use --format xlsx"
        )
    if failed:
        raise typer.Exit(REFUSED)


def count(sources: list[str]) -> int | None:
    """How many records and reports there are; None if one of the sources can be read once only."""
    if any(source == STDIN or not (Path(source).is_file() or Path(source).is_dir()) for source in sources):
        return None
    return sum(1 for _ in kept.sources(sources))


def records(done: Iterable[Outcome], bar: Bar, failed: list[Outcome], *, strict: bool) -> Iterator[Record]:
    """Records that could be had; the others are named on standard error."""
    some = False
    for outcome in done:
        bar.step()
        if outcome.record is None:
            failed.append(outcome)
            with bar.aside():
                tell_failure(outcome)
            if strict:
                raise typer.Exit(REFUSED)
            continue
        some = True
        yield msgspec.json.decode(outcome.record, type=Record)
    if failed and not some:
        raise typer.Exit(REFUSED)
