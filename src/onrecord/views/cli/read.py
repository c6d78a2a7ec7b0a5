"""`onrecord read`: reports to records."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import typer

from onrecord.concepts.record import Record
from onrecord.errors import OptionError
from onrecord.intake.known import Known, checked_time
from onrecord.views import terminal
from onrecord.views.cli import tasks
from onrecord.views.cli.progress import Bar
from onrecord.views.cli.run import outcomes
from onrecord.views.cli.tasks import Outcome
from onrecord.views.cli.trouble import REFUSED, tell, tell_failure
from onrecord.views.wording import plural

_BUGS = ("bug", "span")  # failures of ours: never an answer that a run may pass over


@dataclass(frozen=True, slots=True)
class How:
    """How to read and what to print."""

    model: str | None = None
    json: bool = False
    jsonl: bool = False
    strict: bool = False
    workers: int = 1


def read(sources: list[str], given: Known, how: How) -> None:
    """Read every source and print its record. Ends with exit code 1 if a report was refused (in JSONL: with --strict)."""
    check(sources, given, how)
    total = tasks.count(sources, jsonl=how.jsonl)
    put = line_of if how.json or how.jsonl else shower()
    failed: list[Outcome] = []
    todo = tasks.tasks(sources, jsonl=how.jsonl)
    with Bar(total) as bar:
        for done in outcomes(todo, given, how.model, min(how.workers, total or how.workers)):
            if done.failure:
                failed.append(done)
                if how.strict or not how.jsonl:
                    with bar.aside():
                        tell_failure(done)
                if how.strict:
                    raise typer.Exit(REFUSED)
            if done.record or how.jsonl:
                with bar.aside():
                    put(done)
            bar.step()
    finish(failed, how)


def check(sources: list[str], given: Known, how: How) -> None:
    """Refuse arguments that make no sense together. Raises OptionError."""
    if given.published:
        checked_time(given.published)
    if how.jsonl and given != Known():
        raise OptionError("--published, --outlet, --url and --title are fields of the lines of a JSONL input")
    if (given.title or given.url) and len(sources) > 1:
        raise OptionError("--title and --url name one report; give them with one file")
    if sources.count(tasks.STDIN) > 1:
        raise OptionError("standard input (-) can be read once only")


def line_of(done: Outcome) -> None:
    """Print an outcome as one line of JSON."""
    sys.stdout.buffer.write(done.line() + b"\n")
    sys.stdout.buffer.flush()


def shower() -> Callable[[Outcome], None]:
    """Something that prints records as tables, a blank line between two."""
    console = terminal.console_for(sys.stdout)
    first = True

    def show(done: Outcome) -> None:
        nonlocal first
        if not first:
            console.print()
            console.print()
        first = False
        terminal.show(msgspec.json.decode(done.record or b"", type=Record), done.task.name, console)
        terminal.write(console, sys.stdout)

    return show


def finish(failed: list[Outcome], how: How) -> None:
    """Say how many lines could not be read, and end with the exit code that tells."""
    if how.jsonl and failed:
        tell(f"{plural(len(failed), 'line')} could not be read; the first:")
        tell_failure(failed[0])
    bugs = any(done.failure and done.failure.kind in _BUGS for done in failed)
    if bugs or (failed and not how.jsonl):
        raise typer.Exit(REFUSED)
