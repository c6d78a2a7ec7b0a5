"""Stepping through rows: each is shown, one key says what it is worth. Every answer is a judgement of its own, kept at once."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.views import terminal
from onrecord.views.cli.judge import pairs
from onrecord.views.cli.keys import Keys
from onrecord.views.ledger import checking
from onrecord.views.wording import plural

if TYPE_CHECKING:
    from onrecord.concepts.rows import FigureRow, ReportRow
    from onrecord.reconcile.doubts import Doubtful
    from onrecord.views.ledger.opened import Ledger

ASK = "a accept · r reject · c correct · s skip · m more · u undo · q quit · ? help"
HELP = """
  a  accept: the row is right, as it stands
  r  reject: there is no such figure; it is left out of every answer
  c  correct: give the right values, like  best=3000 role=target as_of=2020-09  (none leaves a field open)
  s  skip: the row comes again next time
  m  more of the report around the sentence
  u  undo: take the last answer back, and see that row again
  q  quit: everything answered so far is kept
"""
_FIELD = re.compile(r"\s+(?=\w+=)")  # a value may have several words: place=Deir ez-Zor
_DONE = {"a": "accepted", "r": "rejected", "c": "corrected", "s": "skipped"}


class Session:
    """One sitting: the rows, the answers so far, and what they come to."""

    def __init__(self, led: Ledger, rows: Sequence[Doubtful], who: str | None, why: str | None) -> None:
        self._led, self._rows, self._who, self._why = led, rows, who, why
        self._reports: dict[int, ReportRow] = {row.number: row for row in led.reports}
        self._keys = Keys(lined="c")
        self._console = terminal.console_for(sys.stdout)
        # What was done: place of the row, key, number of the judgement (None for one skipped).
        self._past: list[tuple[int, str, int | None]] = []

    def run(self) -> None:
        """Step through the rows until they end or the user does."""
        at = 0
        while at < len(self._rows):
            self._show(at)
            step = self._answer(at)
            if step is None:
                break
            at = step
        self._say(f"{self.summary()}\n")

    def summary(self) -> str:
        """What was done, in one line."""
        counts = Counter(key for _, key, _ in self._past)
        said = [f"{counts[key]:,} {word}" for key, word in _DONE.items() if counts[key]]
        left = len(self._rows) - len({at for at, _, _ in self._past})
        return f"{', '.join(said) or 'nothing judged'}; {plural(left, 'row')} left"

    def _show(self, at: int) -> None:
        row, doubts = self._rows[at].row, self._rows[at].doubts
        weight = f" · doubt {self._rows[at].weight:g}" if doubts else ""
        self._say(f"{at + 1:,} of {len(self._rows):,} · {row.report}:f{row.n}{weight}\n")
        text = self._led.store().text(row.report)
        checking.card(row, self._reports[row.report], text, doubts, self._console)
        terminal.write(self._console, sys.stdout)
        self._say(f"{ASK}\n")

    def _answer(self, at: int) -> int | None:
        """The place to go on from, None to end."""
        row = self._rows[at].row
        while True:
            key = (self._keys.key() or "q").lower()
            if key == "q":
                return None
            if key == "u":
                if self._past:
                    return self._back()
                self._say("there is no answer to take back\n")
            elif key == "m":
                checking.more(row, self._led.store().text(row.report), self._console)
                terminal.write(self._console, sys.stdout)
            elif key in _DONE:
                if self._judge(at, key, row):
                    return at + 1
            elif key.strip():
                self._say(HELP if key in ("?", "h") else f"{key!r} is no answer; {ASK}\n")

    def _judge(self, at: int, key: str, row: FigureRow) -> bool:
        """Keep an answer; False when it could not be."""
        number = None
        try:
            if key == "a":
                number = self._led.accept(row.figure_id, who=self._who, why=self._why)
            elif key == "r":
                number = self._led.reject(row.figure_id, who=self._who, why=self._why)
            elif key == "c":
                line = self._keys.line("field=value … (empty: back) ")
                if not line:
                    return False
                number = self._led.correct(
                    row.figure_id, who=self._who, why=self._why, **pairs(_FIELD.split(line.strip()))
                )
        except OnrecordError as error:
            self._say(f"{error}\n")
            return False
        self._past.append((at, key, number))
        self._say(f"→ {_DONE[key]}\n\n")
        return True

    def _back(self) -> int:
        at, key, number = self._past.pop()
        if number is not None:
            self._led.undo(number, who=self._who)
        self._say(f"→ not {_DONE[key]}\n\n")
        return at

    @staticmethod
    def _say(words: str) -> None:
        sys.stdout.write(words)
        sys.stdout.flush()
