"""Where an export goes: standard output, or a file that changes only when all of it is written."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError, OptionError

STDOUT = "-"


@contextmanager
def opened(output: str, *, binary: bool) -> Iterator[BinaryIO]:
    """A file to write to; if the block raises, the old file (or none) stays. Raises InputError, OptionError."""
    if output == STDOUT:
        if binary and sys.stdout.isatty():
            raise OptionError("this format is not text: give a file (-o FILE) or a pipe")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _written(Path(output).resolve()) as file:
            yield file
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from error


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():  # a pipe or a device: nothing to keep, nothing to replace
        with path.open("wb") as file:
            yield file
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        part.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """Permissions that new files lack; they can be read only by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
