"""Tables of a ledger in Python: lazy, in the columns of the exports, and shown in notebooks."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import polars
import pytest

import onrecord
from made import record
from onrecord.errors import OptionError
from onrecord.ledger import Store
from onrecord.views.exports import Asked, rows, writer
from onrecord.views.ledger.choose import Choice
from onrecord.views.ledger.opened import Ledger
from views.exports.strike import strike

NAMES = ("reports", "figures", "events", "statements")


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("lists") / "a.ledger"
    with Store(path, write=True) as store:
        for made in (record(), strike()):
            store.add(made)
    with onrecord.open(path) as opened:
        yield opened


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_a_sequence(led: Ledger, name: str) -> None:
    found = getattr(led, name)
    every = list(found)
    assert len(found) == len(every) > 1
    assert found[0] == every[0] and found[-1] == every[-1] and list(found[1:]) == every[1:]
    assert every[0] in found and found[::-1][0] == every[-1]
    assert f"{len(every)} {name}" in repr(found)
    with pytest.raises(IndexError):
        found[len(every)]


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_is_the_export(led: Ledger, name: str) -> None:
    out = io.BytesIO()
    made = writer("parquet", name)
    made.report(rows(Asked(led, Choice()), made.table), out)
    frame = getattr(led, name).to_polars()
    assert frame.equals(polars.read_parquet(io.BytesIO(out.getvalue())))
    assert tuple(frame.columns) == getattr(led, name).columns
    assert getattr(led, name)[1:2].to_polars().equals(frame[1:2])
    assert getattr(led, name)[:0].to_polars().schema == frame.schema
    assert getattr(led, name).to_dicts() == frame.to_dicts()


def test_figures_come_with_their_sentences(led: Ledger) -> None:
    assert led.figures[0].quote.startswith("Norland will cut")
    assert [row.quote for row in led.figures[2:3]] == ["Rebels allegedly fired a few rockets at the base last spring."]


def test_statements_are_rows(led: Ledger) -> None:
    first, second, third, fourth = led.statements
    assert (first.speaker, first.act, first.relay, first.said_edtf) == (
        "Ada Berg",
        "say",
        ("Radio Fjord",),
        "2031-09-15",
    )
    assert second.quote == "We keep what we need & no more"
    assert (third.speaker, third.source, third.speaker_kind) == (None, "The ministry", "office")
    assert fourth.statement_id.startswith("s-")


def test_judgements_count(tmp_path: Path) -> None:
    with onrecord.open(tmp_path / "j.ledger") as led:
        led.store(write=True).add(record())
        led.reject("1:s1", who="ada")
        led.correct("1:s3", speaker="Jo Lind", act="say", who="ada")
        assert [(row.n, row.speaker, row.act, row.review) for row in led.statements] == [
            (2, "Ada Berg", "say", None), (3, "Jo Lind", "say", "corrected"),
        ]  # fmt: skip
        frame = led.statements.to_polars()
        assert frame["speaker"].to_list() == ["Ada Berg", "Jo Lind"]
        figure = led.figures.to_dicts()[3]
        assert figure["speaker"] == "Jo Lind"


def test_a_series_is_a_list_too(led: Ledger) -> None:
    points = led.series(in_="Suvia", measure="troops")
    assert [(point.period.name, point.best) for point in points] == [("2031-Q3", 1800), ("2031-Q4", None)]
    frame = points.to_polars()
    assert frame.select("period", "low", "best", "targets", "place", "subject").rows() == [
        ("2031-Q3", 1800.0, 1800.0, None, "Suvia", "Norland"), ("2031-Q4", 1200.0, None, "1200", "Suvia", "Norland"),
    ]  # fmt: skip
    asked = Asked(led, Choice(in_="Suvia", measure="troops"))
    assert points.to_dicts() == [
        writer("csv", "series").table.full(row) for row in rows(asked, writer("csv", "series").table)
    ]
    with pytest.raises(OptionError):
        led.series(measure="unicorns")


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_show_them(led: Ledger, name: str) -> None:
    shown = getattr(led, name)._repr_html_()
    assert shown.startswith('<div class="onrecord">') and "<table>" in shown and "<garrison>" not in shown


def test_notebooks_show_ledger_and_series(led: Ledger) -> None:
    assert "2 reports, 2 outlets, 5 figures" in led._repr_html_() and "a.ledger" in repr(led)
    assert "1,800" in led.series(in_="Suvia", measure="troops")._repr_html_()


def test_a_long_list_says_how_many_more(led: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.views.ledger.lazy.MOST", 2)
    assert "3 more" in led.figures._repr_html_()


@pytest.mark.parametrize(("method", "package"), [("to_pandas", "pandas"), ("to_arrow", "pyarrow")])
def test_what_is_not_installed_is_named(
    led: Ledger, method: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(OptionError, match=f"pip install {package}"):
        getattr(led.figures, method)()


def test_pandas_keeps_whole_numbers_whole(led: Ledger) -> None:
    pandas = pytest.importorskip("pandas")
    frame = led.figures.to_pandas()
    assert str(frame["cow"].dtype) == "Int64" and frame["cow"][4] == 645 and frame["cow"][0] is pandas.NA
