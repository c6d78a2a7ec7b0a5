"""Plots as files: by their suffix, the same bytes every time, nothing fetched, an old file kept when something is wrong."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from onrecord.concepts.rows import EventRow
from onrecord.ledger import Store
from onrecord.reconcile.series import series as points_of
from onrecord.reconcile.timeline import timeline as clusters_of
from onrecord.views.cli.app import app
from onrecord.views.ledger.choose import Choice
from onrecord.views.marks import FAMILIES
from onrecord.views.plots import SUFFIXES, dark, style, written
from onrecord.views.plots.asked import series_plot, series_title
from onrecord.views.plots.size import NARROW, WIDE, Size
from onrecord.views.plots.timeline import timeline
from reconcile.rows import context
from views.plots.test_told import ROWS


def draw(size: Size):
    return series_plot(points_of(ROWS, context(ROWS), "quarter"), ROWS, Choice("NOR", "SWE", "troops"), "quarter", size)


def event(n, day, **fields):
    known = dict.fromkeys(EventRow.__struct_fields__) | {
        "event_id": f"e-{n}", "report": n, "n": 1, "type": "ASSAULT", "trigger": "attack", "actors": (), "recipients": (), "places": ("Suvia",),
        "iso3": ("SWE",), "earliest": day, "latest": day, "edtf": day, "status": "done", "polarity": "positive", "label": "done", "quote": "",
    }  # fmt: skip
    return EventRow(**(known | fields))


EVENTS = clusters_of(
    [
        event(1, "2031-02-01"),
        event(2, "2031-05-09", label="alleged"),
        event(3, "2031", latest="2031-12-31", earliest="2031-01-01"),
    ],
    [],
)


def test_what_is_drawn_is_said():
    made = written.svg(draw).decode()
    for words in (
        "Troops of Norway in Sweden, by quarter",
        "no report",
        "in place",
        "announced, dashed",
        "→ 1,200 announced for Aug 2031",
        "1,800",
    ):
        assert words.replace("Norway", "NOR") in made or words in made, words


def test_a_timeline_leaves_out_what_is_dated_to_a_year():
    made = written.svg(lambda size: timeline(EVENTS, "Events", size)).decode()
    assert "2 events dated to a month or better; 1 more not drawn" in made
    assert "attack · Suvia" in made and "alleged" in made


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_plot_makes_the_same_bytes(tmp_path, suffix):
    for name in ("one", "two"):
        written.write(draw, tmp_path / f"{name}{suffix}")
    one, two = ((tmp_path / f"{name}{suffix}").read_bytes() for name in ("one", "two"))
    assert one == two
    assert one[:4] in (b"\x89PNG", b"<svg", b"<!do")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_empty_series_is_drawn_empty(size):
    written.svg(lambda size: series_plot([], [], Choice(), "quarter", size), size)
    written.svg(lambda size: timeline([], "Events", size), size)


def test_a_page_can_fetch_nothing():
    page = written.page(draw).decode()
    assert "default-src 'none'" in page
    markup = re.sub(r"(?s)<script>.*?</script>", "", page)  # what scripts might ask for, the policy refuses
    assert not re.search(r"src=|href=|url\(|@import", markup)
    assert page.count("</script>") == 2


def test_nothing_in_a_title_becomes_markup():
    hostile = "</script><script>alert(1)</script>"
    page = written.page(
        lambda size: series_plot([], [], Choice(in_=hostile, measure="troops"), "quarter", size)
    ).decode()
    assert hostile not in page and page.count("<script>") == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("series", "--plot", "a.gif"), 2, ".png, .svg, .html"),
        (("timeline", "--plot", "plain"), 2, ".png, .svg, .html"),
        (("timeline", "--plot", "no-such-folder/a.svg"), 1, "there is no folder"),
    ],
)
def test_mistakes_are_told_before_anything_is_done(tmp_path, monkeypatch, words, code, said):
    monkeypatch.chdir(tmp_path)
    Store(tmp_path / "a.ledger", write=True).close()
    done = CliRunner().invoke(app, [words[0], "a.ledger", *words[1:]])
    assert (done.exit_code, said in done.stderr) == (code, True), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if "ledger" not in path.name) == []


def test_an_old_file_stays_when_drawing_fails(tmp_path):
    path = tmp_path / "a.svg"
    path.write_text("old")

    def failing(size):
        raise ValueError

    with pytest.raises(ValueError):
        written.write(failing, path)
    assert path.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


def contrast(one, other):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_words_have_contrast_in_both_schemes():
    light = [style.INK, style.QUIET, *(one.light for one in FAMILIES if one.light != "inherit")]
    assert min(contrast(colour, style.PAPER) for colour in light) >= 4.5
    paper = dark.COLOURS[style.PAPER]
    assert min(contrast(dark.COLOURS[colour], paper) for colour in light) >= 4.5


@pytest.mark.parametrize(
    ("asked", "by", "title"),
    [
        (Choice("USA", "IRQ", "troops"), "quarter", "Troops of United States in Iraq, by quarter"),
        (Choice(None, "Mosul", "displaced"), "change", "Displaced in Mosul, at each change"),
        (Choice(measure="killed"), "day", "Killed, by day"),
    ],
)
def test_titles(asked, by, title):
    assert series_title(asked, by) == title
