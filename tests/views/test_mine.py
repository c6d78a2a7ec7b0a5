"""Data sets as people have them: long and wide, with codes, numbers or names of countries."""

from __future__ import annotations

import sys

import pytest

from onrecord.errors import InputError, OptionError
from onrecord.views.cli import compare
from onrecord.views.ledger.columns import Unmapped
from onrecord.views.ledger.mine import mine

# A file, what else is said, and the cells as (place, period, value) with the length of the periods.
FILES = [
    # long, as troopdata has it: COW numbers, ISO codes, a year and a quarter
    ("ccode,iso3c,year,quarter,troops\n645,IRQ,2020,1,5200\n645,IRQ,2020,2,NA\n", {},
     [("IRQ", "2020-Q1", 5200), ("IRQ", "2020-Q2", None)], "quarter"),
    ("ccode,year,month,troops\n645,2020,9,5200\n", {}, [("IRQ", "2020-09", 5200)], "month"),
    ("ccode,year,troops\n645.0,2020.0,5200.0\n", {}, [("IRQ", "2020", 5200)], "year"),
    # several columns of numbers: the one that is named after the measure
    ("iso3c,year,quarter,army_ad,troops_ad\nIRQ,2020,Q1,12,5200\n", {}, [("IRQ", "2020-Q1", 5200)], "quarter"),
    # the only column of numbers that is left
    ("Country Name,Year,Soldiers,Source\nIraq,2020,\"5,200\",AP\n", {}, [("IRQ", "2020", 5200)], "year"),
    # what the user says goes before what names say
    ("iso3,other,year,n,value\nIRQ,SYR,2020,1,2\n", {"mapping": {"place": "other", "value": "n"}}, [("SYR", "2020", 1)], "year"),
    # numbers of two lists and of their years: 255 was Germany in 1900, 260 West Germany in 1980
    ("cow,year,value\n255,1900,1\n260,1980,2\n255,2000,3\n", {}, [("DEU", "1900", 1), ("DEU", "1980", 2), ("DEU", "2000", 3)], "year"),
    ("gwno,year,value\n678,2005,1\n", {}, [("YEM", "2005", 1)], "year"),
    # times in one column
    ("iso3,period,value\nIRQ,2020-Q3,1\nIRQ,2020q4,2\nIRQ,Q1 2021,3\n", {}, [("IRQ", "2020-Q3", 1), ("IRQ", "2020-Q4", 2), ("IRQ", "2021-Q1", 3)], "quarter"),
    ("iso3,date,value\nIRQ,2020-09-10,1\n", {}, [("IRQ", "2020-Q3", 1)], "quarter"),
    ("iso3,date,value\nIRQ,2020-09-10T08:00:00Z,1\n", {"by": "year"}, [("IRQ", "2020", 1)], "year"),
    ("iso3,date,value\nIRQ,2020-09,1\nIRQ,2020-10,2\nIRQ,2020-10-03,2\n", {"by": "quarter"},
     [("IRQ", "2020-Q3", 1), ("IRQ", "2020-Q4", 2), ("IRQ", "2020-Q4", 2)], "quarter"),
    # wide: a column for each year, quarter, month; as R names them, too
    ("country,2019,2020\nIraq,5200,0\n", {}, [("IRQ", "2019", 5200), ("IRQ", "2020", 0)], "year"),
    ("iso3c,X2020,X2021\nIRQ,1,2\n", {}, [("IRQ", "2020", 1), ("IRQ", "2021", 2)], "year"),
    ("iso3c,troops_2020q1,troops_2020q2\nIRQ,1,2\n", {}, [("IRQ", "2020-Q1", 1), ("IRQ", "2020-Q2", 2)], "quarter"),
    ("iso3c,2020.1,2020.12\nIRQ,1,2\n", {}, [("IRQ", "2020-01", 1), ("IRQ", "2020-12", 2)], "month"),
    # wide: a column for each country
    ("date,IRQ,Syria\n2020-03,5200,\n", {}, [("IRQ", "2020-03", 5200), ("SYR", "2020-03", None)], "month"),
    # a file of one country; a file of many of which one is wanted
    ("year,troops\n2020,1\n", {"place": "IRQ"}, [("IRQ", "2020", 1)], "year"),
    ("iso3,year,troops\nIRQ,2020,1\nSYR,2020,2\n", {"place": "SYR"}, [("SYR", "2020", 2)], "year"),
    ("iso3,year,troops\nIRQ,2020,1\nSYR,2020,2\n", {"place": "Syria"}, [("SYR", "2020", 2)], "year"),
    # as spreadsheets of other countries write it, and with a mark at the head
    ("\ufeffiso3;year;troops\nIRQ;2020;5.200\nSYR;2020;0,5\n", {}, [("IRQ", "2020", 5200), ("SYR", "2020", 0.5)], "year"),
    ("iso3\tyear\ttroops\nIRQ\t2020\t5,200\n", {}, [("IRQ", "2020", 5200)], "year"),
]  # fmt: skip


def read(tmp_path, text, *, mapping=None, by=None, place=None, measure="troops"):
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return mine(path, mapping or {}, by=by, place=place, measure=measure)


@pytest.mark.parametrize(("text", "said", "cells", "by"), FILES)
def test_cells(tmp_path, text, said, cells, by):
    found = read(tmp_path, text, **said)
    assert [(cell.iso3, cell.period, cell.value) for cell in found.cells] == cells
    assert (found.by, found.aside) == (by, ())


def test_a_cell_knows_its_line(tmp_path):
    assert [cell.line for cell in read(tmp_path, "iso3,year,value\nIRQ,2020,1\n\nIRQ,2021,2\n").cells] == [2, 4]


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("iso3,year,soldiers,marines\nIRQ,2020,1,2\n", {}, r"which column holds the value\? It has iso3, year, soldiers, marines; say so: --map value=COLUMN"),
        ("iso3,troops_ad,troops_rs,year\nIRQ,1,2,2020\n", {}, "--map value=COLUMN"),  # two that might be it
        ("year,troops\n2020,1\n", {}, "holds the country.*--map place=COLUMN, or --in IRQ"),
        ("iso3,troops\nIRQ,1\n", {}, "holds the time"),
        ("who,what\na,b\n", {}, "the country, and which the value, and which the time"),
        ("iso3,year,value\nIRQ,2020,1\n", {"mapping": {"value": "n"}}, "no column 'n' for value; it has iso3, year, value"),
        ("iso3,year,value\nIRQ,2020,1\n", {"mapping": {"worth": "value"}}, "--map knows place, value"),
        ("iso3,year,value\nIRQ,2020,1\n", {"by": "quarter"}, "goes by year, not by quarter: give --by year"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_asked_for(tmp_path, text, said, words):
    with pytest.raises(OptionError, match=words):
        read(tmp_path, text, **said)


def test_what_is_asked_for_can_be_asked_one_by_one(tmp_path):
    with pytest.raises(Unmapped) as caught:
        read(tmp_path, "who,what\na,b\n")
    assert (caught.value.things, caught.value.there) == (("place", "value", "period"), ("who", "what"))


def test_at_a_terminal_it_asks(tmp_path, monkeypatch, capsys):
    """By number or name; what is no column is asked for again; the answer is told as --map."""
    path = tmp_path / "mine.csv"
    path.write_text("where,when,soldiers,marines\nIRQ,2020,1,2\n", encoding="utf-8")
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    answers = iter(["9", "4", "when"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    found = compare._mine(path, {}, by=None, place=None, measure="troops")
    assert [(cell.iso3, cell.period, cell.value) for cell in found.cells] == [("IRQ", "2020", 2)]
    assert "--map value=marines --map date=when" in capsys.readouterr().err
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "")
    with pytest.raises(Unmapped):
        compare._mine(path, {}, by=None, place=None, measure="troops")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Afloat,2020,1,4000", "names that are no country: Afloat (line 3)"),
        (",2020,1,4000", "names that are no country: none (line 3)"),
        ("IRQ,FY2020,1,4000", "rows without a time like 2020-09-10, 2020-09, 2020-Q3 or 2020: FY2020 1 (line 3)"),
        ("IRQ,2020,,4000", "rows that tell no quarter: 2020 (line 3)"),
        ("IRQ,2020,1,a few", "cells that are no number: 'a few' (line 3)"),
    ],
)
def test_what_cannot_be_compared_is_set_aside_and_named(tmp_path, row, words):
    found = read(tmp_path, f"iso3,year,quarter,value\nIRQ,2020,1,5200\n{row}\n")
    assert (len(found.cells), found.aside) == (1, (words,))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read(tmp_path, data):
    path = tmp_path / "mine.csv"
    path.write_bytes(data)
    with pytest.raises(InputError):
        mine(path, {}, by=None, place=None, measure="troops")
