"""What goes into CSV, TSV and JSON lines comes out again."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.formats import Csv, Jsonl, Tsv

TABLE = Table("t", "", (Column("words", ""), Column("n", "", "int"), Column("x", "", "float"), Column("b", "", "bool")), iter)  # type: ignore[arg-type]  # fmt: skip
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
rows = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "words": words | st.sampled_from(["=1", "a,b", 'a"b', "a\r\nb", " a ", "“ü”", "\0"]) | st.none(),
            "n": st.integers() | st.none(),
            "x": st.floats(allow_nan=False, allow_infinity=False) | st.none(),
            "b": st.booleans() | st.none(),
        },
    )
)


slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # the machine may be busy


def bytes_of(format: type[Csv] | type[Jsonl], given_rows: list[Row]) -> str:
    out = io.BytesIO()
    format(TABLE).report(given_rows, out)
    return out.getvalue().decode()


def back(row: dict[str, str]) -> dict[str, Any]:
    readers = {"words": str, "n": int, "x": float, "b": json.loads}
    return {name: readers[name](cell) if cell else None for name, cell in row.items()}


@given(rows)
@slow
def test_csv(given_rows: list[Row]) -> None:
    read = csv.DictReader(io.StringIO(bytes_of(Csv, given_rows), newline=""))
    assert [back(row) for row in read] == [TABLE.full(row) for row in given_rows]


@given(rows)
@slow
def test_jsonl(given_rows: list[Row]) -> None:
    wide = [{**row, "n": max(-(2**63), min(row.get("n") or 0, 2**63 - 1))} for row in given_rows]  # type: ignore[type-var, operator]
    assert [json.loads(line) for line in bytes_of(Jsonl, wide).split("\n")[:-1]] == [TABLE.full(row) for row in wide]


@given(rows)
@slow
def test_tsv_keeps_all_but_white_space(given_rows: list[Row]) -> None:
    lines = bytes_of(Tsv, given_rows).split("\n")
    assert len(lines) == len(given_rows) + 2
    for line, row in zip(lines[1:], given_rows, strict=False):
        assert line.split("\t")[0].split() == str(row.get("words") or "").split()
