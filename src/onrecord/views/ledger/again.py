"""Reading the reports of a ledger again: from the bytes they were read from, else from their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from onrecord import __version__
from onrecord.concepts.record import Record
from onrecord.concepts.report import Report
from onrecord.errors import InputError
from onrecord.intake.known import Known
from onrecord.views.cli.run import outcomes
from onrecord.views.cli.tasks import Failure, Outcome, Task, outcome_of

if TYPE_CHECKING:
    from onrecord.ledger import Store
    from onrecord.ledger.reread import Evidence, Reread

READER = f"onrecord {__version__}"


class How(msgspec.Struct, frozen=True):
    """How to read again: all reports or those of another version, only telling what would change, by which model and how many processes."""

    every: bool = False
    dry_run: bool = False
    model: str | None = None
    workers: int = 1


class _Task(msgspec.Struct):
    """What a process needs to read a report again."""

    report: Report
    note: str | None


def reread(store: Store, how: How) -> Iterator[Reread | Failure]:
    """Read reports again, one after the other, each kept as soon as it is read; what a report could not be read for comes in its place."""
    numbers = store.due(None if how.every else READER)
    todo = (_task(store.evidence(number)) for number in numbers)
    for done in outcomes(todo, Known(), how.model, how.workers, _read):
        task = msgspec.json.decode(done.task.data or b"", type=_Task)
        if done.failure:
            yield replace(done.failure, message=f"report {done.task.source}: {done.failure.message}")
            continue
        record = msgspec.json.decode(done.record or b"", type=Record)
        found = store.replace(int(done.task.source), record, reader=READER, dry_run=how.dry_run)
        yield replace(found, note=task.note)


def _task(evidence: Evidence) -> Task:
    report, note = again(evidence.report, evidence.source)
    return Task(str(evidence.number), msgspec.json.encode(_Task(report, note)))


def _read(task: Task, _: Known, model: str | None) -> Outcome:
    """Read the report of a task; runs in a process of its own."""
    return outcome_of(task, lambda: msgspec.json.decode(task.data or b"", type=_Task).report, model)


def again(kept: Report, source: bytes | None) -> tuple[Report, str | None]:
    """The report made anew from its evidence, and why it is the one that was kept if the new one would be another.

    Its id is the hash of text, date and address: what all its rows are known by. A text or a date that would be another now is told, not taken.
    """
    try:
        made = _made(kept, source)
    except InputError as error:
        return _bare(kept), f"its source cannot be read any more ({error}); read from the text that is kept"
    if made.id == kept.id:
        return replace(
            made,
            media_type=kept.media_type,
            authors=kept.authors,
            source_sha256=kept.source_sha256,
            published_from=kept.published_from,
        ), None
    what = (
        "its source gives another text now"
        if made.text != kept.text
        else f"its date would be {made.published or 'unknown'} now"
    )
    return _bare(kept), f"{what}; kept as it was (to take it anew: rm, then add)"


def _made(kept: Report, source: bytes | None) -> Report:
    from onrecord.intake.sources import from_bytes
    from onrecord.intake.text import build

    known = Known(
        id_given=kept.id_given, title=kept.title, outlet=kept.outlet, url=kept.url, media_type=kept.media_type,
        published=kept.published if kept.published_from == "given" else None,
    )  # fmt: skip
    if source is not None:
        return from_bytes(source, known)
    return build(kept.text, known, source=kept.text.encode("utf-8", "surrogatepass"))


def _bare(kept: Report) -> Report:
    """The report as it is kept; its dateline names a place of the reading before."""
    return replace(kept, dateline=replace(kept.dateline, place=None) if kept.dateline else None)
