"""Answers of one key: from a terminal without Enter, or from a file or pipe, for scripts and tests."""

from __future__ import annotations

import sys
from collections import deque
from typing import TextIO

import click


class Keys:
    """Keys and lines from standard input, until it ends.

    In a file every letter is a key; a line that begins with one of `lined` is that key and, behind it, the line that it asks for.
    """

    def __init__(self, lined: str, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdin
        self._lined = lined
        self._waiting: deque[str] = deque()
        self._line: str | None = None
        self.live = self._stream.isatty()

    def key(self) -> str | None:
        """The next key; None at the end, or when the reader breaks off (Ctrl-C, Ctrl-D)."""
        if self.live:
            try:
                return self._first(click.getchar())
            except (KeyboardInterrupt, EOFError):
                return None
        while not self._waiting:
            line = self._stream.readline()
            if not line:
                return None
            words = line.strip()
            if words[:1] in self._lined and words:
                self._line = words[1:].strip() or None
                return words[0]
            self._waiting.extend(words)
        return self._waiting.popleft()

    def _first(self, typed: str) -> str:
        """What was typed ahead comes in one go: the first key counts, so that nothing unseen is judged, and the line behind it if it asks for one."""
        if typed.startswith("\x1b"):  # an arrow or function key is one
            return typed
        if typed[:1] in self._lined:
            self._line = typed[1:].strip() or None
        return typed[:1]

    def line(self, prompt: str) -> str | None:
        """A line; None when there is none."""
        if self._line is not None:
            line, self._line = self._line, None
            return line
        if self.live:
            try:
                return input(prompt)
            except (KeyboardInterrupt, EOFError):
                return None
        return self._stream.readline().strip() or None
