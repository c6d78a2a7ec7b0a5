"""Reading many reports, by one process or several, in the order they were given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from onrecord.intake.known import Known
from onrecord.views.cli.tasks import Outcome, Task, outcome

type Each = Callable[[Task, Known, str | None], Outcome]
AHEAD = 8  # tasks handed to each worker before the first of them must be done: bounds memory on endless input


def outcomes(
    tasks: Iterable[Task], given: Known, model: str | None, workers: int, each: Each = outcome
) -> Iterator[Outcome]:
    """Outcomes in the order of their tasks; the same bytes for any number of workers. `each` makes one."""
    if workers <= 1:
        for task in tasks:
            yield each(task, given, model)
        return
    waiting = iter(tasks)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            running: deque[Future[Outcome]] = deque(
                pool.submit(each, task, given, model) for task in islice(waiting, workers * AHEAD)
            )
            while running:
                done = running.popleft().result()
                running.extend(pool.submit(each, task, given, model) for task in islice(waiting, 1))
                yield done
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
