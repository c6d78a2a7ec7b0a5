"""The errors onrecord raises, one tree:

OnrecordError
├── InputError (ValueError)      a report cannot be read: what is wrong, where
│   ├── EmptyInput               nothing to read
│   ├── BinaryInput              not text
│   └── BadLine                  a line of a JSONL input is not a report
├── OptionError (ValueError)     an argument or setting has no meaning
├── LedgerError (RuntimeError)   a ledger cannot be opened, read or written
├── ModelError (RuntimeError)    the language model is missing or unusable
└── SpanError (AssertionError)   a layer broke the law that a span equals its text: a bug
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of every error raised on purpose; its message is written for people."""

    kind = "error"


class InputError(OnrecordError, ValueError):
    """A report cannot be read."""

    kind = "input"


class EmptyInput(InputError):
    """There is nothing to read."""

    kind = "empty"


class BinaryInput(InputError):
    """The bytes are not text."""

    kind = "binary"


class BadLine(InputError):
    """A line of a JSONL input is not a report; `line` is its number in the input, counted from 1."""

    kind = "line"

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class OptionError(OnrecordError, ValueError):
    """An argument or setting has no meaning."""

    kind = "option"


class LedgerError(OnrecordError, RuntimeError):
    """A ledger cannot be opened, read or written: what is wrong with the file."""

    kind = "ledger"


class ModelError(OnrecordError, RuntimeError):
    """The language model is missing or unusable."""

    kind = "model"


class SpanError(OnrecordError, AssertionError):
    """A layer broke the law that a span equals its text; always a bug in onrecord or in a plug-in."""

    kind = "span"
