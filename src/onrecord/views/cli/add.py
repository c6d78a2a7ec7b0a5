"""`onrecord add`: reports into a ledger, each in a transaction of its own; what is there already is not read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import typer

from onrecord import __version__
from onrecord.concepts.record import Record
from onrecord.errors import InputError
from onrecord.intake.known import Known
from onrecord.ledger import Store
from onrecord.views.cli import kept, tasks
from onrecord.views.cli.progress import Bar
from onrecord.views.cli.read import How, check
from onrecord.views.cli.run import outcomes
from onrecord.views.cli.tasks import Outcome, Task
from onrecord.views.cli.trouble import REFUSED, tell_failure
from onrecord.views.ledger.stored import stored

_TOGETHER = 100  # reports whose figures are joined to facts in one go
KINDS = ("added", "revised", "copied", "known", "refused")


def add(path: Path, sources: list[str], given: Known, how: How) -> Counter[str]:
    """Read every source that the ledger does not know, and keep its record; returns how many of each kind there were."""
    check(sources, given, how)
    total = tasks.count(sources, jsonl=how.jsonl)
    counts: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    with stored(path, write=True) as store, Bar(total) as bar:
        every = tasks.tasks(sources, jsonl=True) if how.jsonl else kept.sources(sources)
        todo = _unknown(store, every, given, counts, bar)
        for done in outcomes(todo, given, how.model, min(how.workers, total or how.workers), kept.kept_or_read):
            bar.step()
            if done.failure:
                counts["refused"] += 1
                with bar.aside():
                    tell_failure(done)
                if how.strict:
                    raise typer.Exit(REFUSED)
                continue
            counts[_keep(store, done)] += 1
            if counts.total() % _TOGETHER == 0:
                store.join()
        store.join()
    return counts


def _unknown(store: Store, every: Iterator[Task], given: Known, counts: Counter[str], bar: Bar) -> Iterator[Task]:
    """Tasks whose reports are not in the ledger, or cannot be read: the reader says why."""
    for task in every:
        try:
            known = store.number(_id(task, given)) is not None
        except (InputError, msgspec.DecodeError):
            known = False
        if known:
            counts["known"] += 1
            bar.step()
        else:
            yield task


class _Report(msgspec.Struct):
    id: str


class _Record(msgspec.Struct):
    report: _Report


def _id(task: Task, given: Known) -> str:
    """The id of the report of a task: of a record it is in there."""
    if task.data and kept.is_record(task.data):
        return msgspec.json.decode(task.data, type=_Record).report.id
    return tasks.report(task, given).id


def _keep(store: Store, done: Outcome) -> str:
    record = msgspec.json.decode(done.record or b"", type=Record)
    task = done.task
    # The line of a JSONL input is no report's source, its text is; the store keeps bytes only if they are not the text.
    source = None if task.line else task.data or tasks.source_bytes(task.source)
    return store.add(record, reader=f"onrecord {__version__}", source=source).what


def summary(counts: Counter[str]) -> str:
    """What was done, in one line: "3 added, 1 copied, 2 known"."""
    said = [f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]]
    return ", ".join(said) or "nothing to add"
