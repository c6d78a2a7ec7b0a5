"""A data set to compare with: a CSV file's rows as cells. Long files have one row a cell; wide ones a column for each period or country."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from onrecord.codes import codes, known_countries
from onrecord.errors import InputError, OptionError
from onrecord.ledger.dates import Dated, dated
from onrecord.reconcile.compare import Cell
from onrecord.reconcile.periods import period_of
from onrecord.views.ledger.columns import Layout, iso3, layout, names, time

_EMPTY = {"", "na", "n/a", "nan", "null", "none", "-", ".", "..", "–"}
_NAMED = {"day": ("day", "change"), "month": ("month",), "quarter": ("quarter",), "year": ("year",)}
_THOUSANDS = {mark: re.compile(rf"[-+]?\d{{1,3}}(?:\{mark}\d{{3}})+(?:[.,]\d+)?") for mark in ",."}
_COW, _GW = re.compile(r"cow|ccode", re.IGNORECASE), re.compile(r"gw", re.IGNORECASE)


class Mine(NamedTuple):
    """A data set: its cells, the length of their periods, and what was set aside, in words."""

    cells: list[Cell]
    by: str
    aside: tuple[str, ...]


class _Raw(NamedTuple):
    """A cell as it stands in the file."""

    line: int
    place: str
    time: Dated | str
    value: str


def mine(path: Path, mapping: Mapping[str, str], *, by: str | None, place: str | None, measure: str) -> Mine:
    """The cells of a CSV file; `mapping` says what columns hold, `place` is the country of a file without one, and the only one wanted of a file with many.

    Raises InputError for a file that cannot be read, OptionError when its columns cannot be told or its periods are not those asked for.
    """
    there, lines, mark = _table(path)
    how = layout(str(path), there, [row for _, row in lines], mapping, measure=measure, has_place=place is not None)
    raw = list(_raw(lines, how, place))
    folds = "date" in how.columns
    by = _by(path, [one.time for one in raw if isinstance(one.time, Dated)], by, folds=folds)
    make = _Cells(by, _list(how.columns.get("place", "")), folds=folds, marks=",." if mark == ";" else ",")
    only = (iso3(place) or place) if place and "place" in how.columns else None
    cells = [cell for one in raw if (cell := make.cell(one)) and only in (None, cell.iso3)]
    return Mine(cells, by, tuple(f"{words}: {names(dict.fromkeys(some))}" for words, some in make.aside.items()))


def _table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]], str]:
    """Columns, rows with their lines, and the mark that parts cells: comma, semicolon or tab."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.readline()
            stream.seek(0)
            mark = max(",;\t", key=head.count)
            rows = csv.DictReader(stream, delimiter=mark)
            lines = [
                (rows.line_num, {name: cell or "" for name, cell in row.items() if isinstance(name, str)})
                for row in rows
            ]
            there = [name for name in rows.fieldnames or () if name]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8; save it as CSV (UTF-8)"
        raise InputError(f"{path} cannot be read as CSV: {error if isinstance(error, csv.Error) else why}") from error
    if not there:
        raise InputError(f"{path} is empty: its first line must name the columns")
    return there, lines, mark


def _raw(lines: Sequence[tuple[int, Mapping[str, str]]], how: Layout, place: str | None) -> Iterator[_Raw]:
    """All cells; of a wide file one for each period or country of a row."""
    columns = how.columns
    for line, row in lines:
        where = row[columns["place"]].strip() if "place" in columns else place or ""
        if how.periods:
            yield from (_Raw(line, where, period, row[name]) for name, period in how.periods.items())
            continue
        when = _when({thing: row[name].strip() for thing, name in columns.items()})
        if how.places:
            yield from (_Raw(line, code, when, row[name]) for name, code in how.places.items())
        else:
            yield _Raw(line, where, when, row[columns["value"]])


def _when(given: Mapping[str, str]) -> Dated | str:
    """The time of a row; its words when they are none."""
    words = given.get("period") or given.get("date")
    try:
        if words:
            return time(words)
        year = re.sub(r"\.0+$", "", given.get("year", ""))
        quarter, month = (re.sub(r"\.0+$", "", given.get(name, "")) for name in ("quarter", "month"))
        if quarter and quarter.lower() not in _EMPTY:
            return time(quarter) if len(quarter) > 4 else dated(f"{year}-Q{quarter.upper().lstrip('Q')}")
        if month and month.lower() not in _EMPTY:
            return time(month) if len(month) > 4 else dated(f"{year}-{int(month):02}")
        return dated(year)
    except (OptionError, ValueError):
        return words or " ".join(given[name] for name in ("year", "quarter", "month") if given.get(name)) or "no time"


def _by(path: Path, times: Sequence[Dated], asked: str | None, *, folds: bool) -> str:
    """The length of the periods: that of most cells; dates of a date column fold into what is asked for, days into quarters else."""
    kinds = Counter(_kind(time) for time in times)
    if not kinds:
        return asked or "quarter"
    ways, most = list(_NAMED), max(kinds, key=lambda kind: kinds[kind])
    if folds and most == "day":
        return asked or "quarter"
    if folds and asked in ways and ways.index(asked) > ways.index(most):
        return asked
    if asked and asked not in _NAMED[most] and asked not in kinds:
        raise OptionError(f"{path} goes by {most}, not by {asked}: give --by {most}")
    return asked or most


class _Cells:
    """Makes cells, and keeps what was set aside, by reason; `which` is the list whose numbers name countries, `marks` part thousands."""

    def __init__(self, by: str, which: str, *, folds: bool, marks: str) -> None:
        self._by, self._which, self._folds, self._marks = by, which, folds, marks
        self.aside: dict[str, list[str]] = defaultdict(list)

    def cell(self, raw: _Raw) -> Cell | None:
        """A cell, or None when it is set aside."""
        try:
            when, value = self._when(raw.time), _value(raw.value, self._marks)
            place = iso3(raw.place, numbers=_numbers(self._which, int(when[:4])))
            if place is None:
                raise _Aside("names that are no country", raw.place or "none")
            return Cell(raw.line, place, period_of(when, self._by).name, value)
        except _Aside as why:
            reason, words = why.args
        except ValueError:
            reason, words = "cells that are no number", repr(raw.value)
        self.aside[reason].append(f"{words} (line {raw.line})")
        return None

    def _when(self, time: Dated | str) -> str:
        """The first day of a cell's time, if that is as long as the periods; in a date column it may be shorter."""
        if isinstance(time, str):
            raise _Aside("rows without a time like 2020-09-10, 2020-09, 2020-Q3 or 2020", time)
        kind, ways = _kind(time), list(_NAMED)
        fits = self._by in _NAMED[kind] or (self._folds and ways.index(kind) < ways.index(self._by))
        if not fits or not time.start:
            raise _Aside(f"rows that tell no {self._by}", time.edtf)
        return time.start


class _Aside(Exception):
    """A cell cannot be compared: the reason, and the words."""


def _kind(time: Dated) -> str:
    return "day" if time.precision not in _NAMED else time.precision


def _value(text: str, marks: str) -> float | None:
    """The number of a cell, None for an empty one."""
    words = text.strip()
    if words.lower() in _EMPTY:
        return None
    mark = next((mark for mark in marks if _THOUSANDS[mark].fullmatch(words)), "")
    return float((words.replace(mark, "") if mark else words).replace(",", ".").replace(" ", ""))


def _list(column: str) -> str:
    """The list whose numbers a column holds, by its name: COW, or that of Gleditsch and Ward."""
    return "gw" if _GW.search(column) and not _COW.search(column) else "cow"


@cache
def _numbers(which: str, year: int) -> Mapping[int, str]:
    """Countries by their numbers in a list: those that have one in a year before those that had it in another; then those of the other list."""
    found: dict[int, str] = {}
    for name, when in product((which, "gw" if which == "cow" else "cow"), (year, None)):
        for code in known_countries():
            number = getattr(codes(code, when), name)
            if number is not None:
                found.setdefault(number, code)
    return found
