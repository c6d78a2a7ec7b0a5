"""A record is one line, for every program that splits lines."""

from __future__ import annotations

import json

from onrecord.views.cli.tasks import Outcome, Task


def test_marks_that_end_lines_elsewhere_are_escaped() -> None:
    text = "one\u2028two\u2029three\x85four"
    line = Outcome(Task("x"), json.dumps({"text": text}, ensure_ascii=False).encode()).line()
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["text"] == text
