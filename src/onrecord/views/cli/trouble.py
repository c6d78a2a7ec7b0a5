"""Errors for people: what was wrong, where, what to do; never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from onrecord.errors import OnrecordError, OptionError

if TYPE_CHECKING:
    from onrecord.views.cli.tasks import Outcome

BUG = "a mistake in onrecord, not in your report; `python -X dev -m onrecord …` shows where"
REFUSED = 1  # a check failed or an input was refused
MISUSED = 2  # the command line makes no sense


@contextmanager
def told() -> Iterator[None]:
    """Turn errors into a line on standard error and an exit code; a reader that went away (`| head`) ends quietly."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OnrecordError as error:
        tell(str(error))
        raise typer.Exit(MISUSED if isinstance(error, OptionError) else REFUSED) from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        tell(f"{type(error).__name__}: {error}\n  This is {BUG}.")
        raise typer.Exit(REFUSED) from None


def tell(message: str) -> None:
    """One line on standard error."""
    print(f"onrecord: {message}", file=sys.stderr)  # noqa: T201 (this is the command line)


def tell_failure(outcome: Outcome) -> None:
    """Say which report could not be read and why."""
    if outcome.failure:
        tell(f"{outcome.task.source}: {outcome.failure.message}")
