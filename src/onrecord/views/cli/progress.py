"""A progress bar on standard error: after two seconds, and only if somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock, Timer
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import TimeElapsedColumn as Elapsed
from rich.progress import TimeRemainingColumn as Left
from rich.text import Text

PATIENCE = 2.0  # seconds before a bar is shown


class Bar:
    """Counts reports; shows a bar with rate and time left when reading takes longer than PATIENCE."""

    def __init__(self, total: int | None) -> None:
        self._total, self._done = total, 0
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._lock = RLock()
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True
        # Records printed on the same terminal would run into the bar: it makes room for each of them.
        self._shared = sys.stdout.isatty()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            if self._bar:
                self._bar.stop()

    def step(self) -> None:
        """One report more is done."""
        with self._lock:
            self._done += 1
            if self._bar and self._task is not None:
                self._bar.update(self._task, completed=self._done)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Keep the bar off the terminal while something is printed."""
        with self._lock:
            hide = self._bar if self._shared else None
            if hide:
                hide.stop()
            try:
                yield
            finally:
                if hide:
                    hide.start()

    def _show(self) -> None:
        many = self._total != 1
        columns = [MofNCompleteColumn(), Rate(), Left(), TextColumn("left")] if many else [Elapsed()]
        with self._lock:
            bar = Progress(TextColumn("reading"), BarColumn(30), *columns, transient=True, console=Console(stderr=True))
            self._task = bar.add_task("", total=self._total if many else None, completed=self._done)
            bar.start()
            self._bar = bar


class Rate(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        """The rate so far, once it is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f} reports/s" if speed else "")
