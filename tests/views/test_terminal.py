from __future__ import annotations

import io
import os
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from made import TEXT, record
from onrecord.views import terminal
from onrecord.views.highlight import Spot, excerpt, pieces, sentence_at
from onrecord.views.tables.shape import Cell, Column, Row, Table, one_block
from onrecord.views.wording import clean


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0


def shown(stream: io.StringIO) -> str:
    console = terminal.console_for(stream)
    terminal.show(record(), "garrison.txt", console)
    terminal.write(console, stream)
    return stream.getvalue()


def test_the_record_as_text(golden: Callable[[str, str], None]) -> None:
    golden("record.txt", shown(io.StringIO()))


def test_the_record_on_a_terminal(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((100, 40)))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    golden("record.ansi", shown(Terminal()))


@pytest.mark.parametrize("name, value", [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_plain_when_asked_for(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((100, 40)))
    monkeypatch.setenv(name, value)
    assert "\x1b" not in shown(Terminal())


@pytest.mark.parametrize("columns", [100, 90, 80])
def test_no_line_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((columns, 40)))
    monkeypatch.setenv("NO_COLOR", "1")
    assert max(cell_len(line) for line in shown(Terminal()).split("\n")) <= columns


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_pieces_join_to_the_text(text: str, spots: list[tuple[int, int]]) -> None:
    cut = pieces(text, 0, len(text), [Spot(start, end) for start, end in spots])
    assert "".join(piece.text for piece in cut) == text
    for piece in cut:
        covering = {(s, e) for s, e in spots if s <= piece.start and piece.start + len(piece.text) <= e}
        assert {(spot.start, spot.end) for spot in piece.spots} == covering


@given(st.text(max_size=80))
def test_clean_text_cannot_move_the_cursor(text: str) -> None:
    assert all(mark == " " or not mark.isspace() for mark in clean(text))
    assert not any(
        ord(mark) < 0x20 or 0x7F <= ord(mark) < 0xA0 or 0x202A <= ord(mark) <= 0x202E for mark in clean(text)
    )


@pytest.mark.parametrize(
    "words, sentence",
    [
        # between two full stops
        ("40 soldiers", "The ministry denied that 40 soldiers had been killed."),
        # from the start of the text to a paragraph's end
        ("Radio Fjord", TEXT.partition("\n")[0]),
        # a closing quotation mark belongs to its sentence
        ("We keep", "“We keep what we need & no more,” Berg <told> reporters."),
        # the last one, before the end of the text
        ("withdrawal", "A full withdrawal could follow."),
    ],
)
def test_the_sentence_around_words(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    first, last = sentence_at(TEXT, start, start + len(words))
    assert TEXT[first:last] == sentence


def test_a_short_form_ends_no_sentence() -> None:
    text = "NORDBY, Nov. 17 (Fjord) — Gen. A. Berg met the U.S. envoy on Jan. 3. He left."
    assert sentence_at(text, text.index("Berg"), text.index("Berg") + 4) == (0, text.index(" He left"))


def test_a_long_sentence_is_cut_around_its_words() -> None:
    text = "word " * 300 + "KEY " + "word " * 300
    start = text.index("KEY")
    cut = "".join(piece.text for piece in excerpt(text, 0, len(text), [Spot(start, start + 3)]))
    assert cut.startswith("… word") and cut.endswith("word …") and "KEY" in cut
    assert len(cut) < 400


def test_an_interval_breaks_behind_its_stroke():
    """Two dates that do not fit one line stand on two, each whole."""
    table = Table("Times", (Column("when", 25, 12),), one_block([Row("t1", 0, (Cell("→ 2021-08-28~/2021-09-01~"),))]))
    stream = io.StringIO()
    console = terminal.console_for(stream)
    console.width = 20
    terminal.grid(table, console)
    terminal.write(console, stream)
    assert stream.getvalue().splitlines()[2:] == ["→ 2021-08-28~/", "2021-09-01~"]
