"""`onrecord export`: records, reports read on the way, or a ledger, to tables in a format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import typer

from onrecord.concepts.record import Record
from onrecord.errors import OptionError
from onrecord.intake.known import Known
from onrecord.views import exports
from onrecord.views.cli import kept
from onrecord.views.cli.progress import Bar
from onrecord.views.cli.read import How, check
from onrecord.views.cli.run import outcomes
from onrecord.views.cli.tasks import STDIN, Outcome
from onrecord.views.cli.trouble import REFUSED, tell, tell_failure
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.formats import Csv
from onrecord.views.ledger.choose import Choice
from onrecord.views.wording import plural

_SQLITE = b"SQLite format 3\0"


class Ask(NamedTuple):
    """What to choose in a ledger, and the periods of its series."""

    choice: Choice = Choice()
    by: str | None = None


def export_any(sources: list[str], given: Known, how: How, ask: Ask, made: exports.Writer, output: str) -> None:
    """Export a ledger, if the source is one by its content; records and reports else. Raises OptionError for what does not go together."""
    if not any(map(is_ledger, sources)):
        if any(ask.choice) or ask.by:
            raise OptionError("--of, --in, --measure, --known-on and --by choose in a ledger; these sources are none")
        export(sources, given, how, made, output)
        return
    if len(sources) > 1:
        raise OptionError("a ledger is exported alone; `onrecord add` puts further reports into it")
    if given != Known():
        raise OptionError("--published, --outlet, --url and --title are for reports; this is a ledger")
    if ask.by and made.table.name != exports.SERIES.name:
        raise OptionError(f"--by goes with --table {exports.SERIES.name}")
    from onrecord.views.ledger.opened import Ledger

    with Ledger(sources[0]) as led:
        exports.export_ledger(exports.Asked(led, ask.choice, ask.by or "quarter"), made, output)
    _warn(made)


def is_ledger(source: str) -> bool:
    """True for an SQLite file, whatever its name."""
    path = Path(source)
    if source == STDIN or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def export(sources: list[str], given: Known, how: How, writer: exports.Writer, output: str) -> None:
    """Write the rows of all sources. Ends with exit code 1 if one was refused; with nothing written if all were, or by `strict`."""
    check(sources, given, how)
    total = count(sources) if sys.stderr.isatty() else None  # only the bar needs to know
    failed: list[Outcome] = []
    with Bar(total) as bar:
        done = outcomes(kept.sources(sources), given, how.model, how.workers, kept.kept_or_read)
        exports.export(map(Facts, records(done, bar, failed, strict=how.strict)), writer, output)
    _warn(writer)
    if failed:
        raise typer.Exit(REFUSED)


def _warn(writer: exports.Writer) -> None:
    if isinstance(writer, Csv) and writer.risky:
        tell(
            f"a spreadsheet would take {plural(writer.risky, 'cell')} of text for a formula (=, +, - or @ comes first); "
            "open the file as text, or use --format xlsx"
        )


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
