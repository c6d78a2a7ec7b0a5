"""Every format of every table: golden files, the documented columns, and what their readers rely on."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import polars
import pytest
from strike import TEXT, strike
from written import shown, written

from made import record
from onrecord.errors import InputError, OptionError
from onrecord.views.exports import ANSWERS, FORMATS, TABLES, writer
from onrecord.views.exports.columns import Column, Table
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.formats import Xlsx

DOCS = Path(__file__).parents[3] / "docs"
LEDGER_ONLY = {*ANSWERS, "claimreview", "timelinejs", "page"}
PAIRS = [
    (format, table.name)
    for format, choice in FORMATS.items()
    for table in choice.tables
    if table.name not in LEDGER_ONLY
]
EVERY = {table.name: table for choice in FORMATS.values() for table in choice.tables}
OWN = {name: EVERY[name] for name in ("plover", "icews", "polecat", "acled", "ucdp")}
PUBLISHED = {
    name: names.split(",")
    for name, _, names in (
        line.partition(": ")
        for line in Path(__file__).with_name("published.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
}


def cells(format: str, table: str | None = None) -> list[dict[str, str]]:
    """Rows of a delimited format."""
    text = written(format, table).decode()
    tabs = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if format in ("icews", "polecat") else {}
    return list(csv.DictReader(io.StringIO(text, newline=""), **tabs))


@pytest.mark.parametrize(("format", "table"), PAIRS)
def test_golden(format: str, table: str, golden: Callable[[str, str], None]) -> None:
    golden(f"export-{format}-{table}.txt", shown(format, written(format, table)))


@pytest.mark.parametrize(("format", "table"), PAIRS)
def test_the_same_records_make_the_same_bytes(format: str, table: str) -> None:
    assert written(format, table) == written(format, table)


@pytest.mark.parametrize("table", EVERY.values(), ids=lambda table: table.name)
def test_docs_have_a_page_for_every_output_with_its_columns_and_no_other(table: Table[Any]) -> None:
    page = (DOCS / "exports" / f"{table.name}.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| `")]
    assert lines == [f"| `{column.name}` | {column.kind} | {column.about} |" for column in table.columns]
    formats = ", ".join(f"`{name}`" for name, choice in FORMATS.items() if table in choice.tables)
    assert page.startswith(f"# {table.name}\nFormats: {formats}. [All exports](../exports.md).\n\n{table.about}")


def test_docs_name_every_format_and_table_once() -> None:
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []
    assert [name for name in EVERY if f"(exports/{name}.md)" not in page] == []
    assert {path.stem for path in (DOCS / "exports").iterdir()} == set(EVERY)


@pytest.mark.parametrize("table", [*TABLES.values(), *OWN.values()], ids=lambda table: table.name)
def test_rows_fill_columns_of_their_table_only(table: Table[Facts]) -> None:
    shared = {
        "report_id",
        "outlet",
        "url",
        "published",
        "version",
        "quote",
        "geo_precision",
    }  # a table may leave these out
    for one in (record(), strike()):
        for row in table.rows(Facts(one)):
            extra = set(row) - set(table.names)
            assert extra <= shared | {
                "date_start",
                "date_end",
                "Placename",
                "GeoNames ID",
                "Raw Placename",
                "Feature Type",
            }


def test_figures_have_the_columns_of_the_contract() -> None:
    assert list(TABLES["figures"].names) == [*PUBLISHED["figures"], "derived"]


@pytest.mark.parametrize("name", [name for name in PUBLISHED if name in OWN])
def test_published_columns_come_first_in_their_order(name: str) -> None:
    assert list(OWN[name].names[: len(PUBLISHED[name])]) == PUBLISHED[name]


@pytest.mark.parametrize("table", TABLES)
def test_quotes_stand_in_the_text_at_their_place(table: str) -> None:
    for row in TABLES[table].rows(Facts(strike())):
        assert " […] " in str(row.get("quote", " […] ")) or TEXT[row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique_and_the_same_in_another_read(table: str) -> None:
    ids = [next(iter(row.values())) for row in TABLES[table].rows(Facts(strike()))]
    assert len(set(ids)) == len(ids)
    again = msgspec.json.decode(msgspec.json.encode(strike()), type=type(strike()))
    assert ids == [next(iter(row.values())) for row in TABLES[table].rows(Facts(again))]


def test_what_only_a_ledger_knows_is_empty() -> None:
    for table in ("figures", "events"):
        assert {(row["origin_id"], row["review"]) for row in cells("csv", table)} == {("", "")}


def test_no_count_becomes_zero() -> None:
    assert [row["fatalities"] for row in cells("acled")] == ["", "12", "", ""]
    counts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
    assert [[row[name] for name in counts] for row in cells("ucdp")] == [["", "", "12", "", "12", "12", "12"]]


def test_derived_figures_are_marked() -> None:
    assert [row["derived"] for row in cells("csv", "figures")] == ["false"] * 5 + ["true"]


def test_csv_is_rfc_4180() -> None:
    data = written("csv", "figures", strike())
    assert data.count(b"\r\n") == 3 and not data.startswith(b"\xef\xbb\xbf")
    assert b'"Gunmen killed 12 villagers' in data  # a comma inside


def test_tab_separated_rows_stand_on_one_line() -> None:
    data = written("polecat").decode()
    widths = {line.count("\t") for line in data.splitlines()}
    assert widths == {len(OWN["polecat"].columns) - 1}


def test_geojson_has_points_only_for_what_has_a_place() -> None:
    made = json.loads(written("geojson", "places"))
    assert made["type"] == "FeatureCollection"
    points = {feature["properties"]["name"]: feature["geometry"] for feature in made["features"]}
    assert points == {
        "Suvia": None,
        "Iraq": None,
        "Kirkuk": {"type": "Point", "coordinates": [44.3922, 35.4681]},
        "Hawija": {"type": "Point", "coordinates": [43.7723, 35.3258]},
    }


def test_parquet_has_the_types_of_the_columns() -> None:
    frame = polars.read_parquet(io.BytesIO(written("parquet", "figures")))
    assert frame.schema["best"] == polars.Float64 and frame.schema["cow"] == polars.Int64
    assert frame["derived"].to_list() == [False] * 5 + [True]
    empty = polars.read_parquet(io.BytesIO(written("parquet", "times", strike())))
    assert (empty.height, empty.columns) == (0, list(TABLES["times"].names))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "https://a.example", "\x01\t&<"])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(words: str) -> None:
    out = io.BytesIO()
    Xlsx(Table("t", "", (Column("a", ""),), lambda _: iter(()))).report([{"a": words}], out)
    with zipfile.ZipFile(out) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet and 't="inlineStr"' in sheet


def test_a_sheet_says_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Xlsx, "most_rows", 3)
    with pytest.raises(InputError, match="parquet"):
        written("xlsx", "figures")


def test_plans_denials_and_possibilities_are_no_facts_in_formats_that_cannot_tell() -> None:
    for name, column in (("acled", "notes"), ("ucdp", "quote")):
        assert not [row[column] for row in cells(name) if "denied" in row[column] or "withdraw" in row[column]]
    assert [(row["CAMEO Code"], row["label"]) for row in cells("icews")] == [
        ("", "alleged"), ("", "done"), ("193", "done"), ("0356", "announced"), ("145", "done"),
    ]  # fmt: skip
    contexts = {row["quote"][:9]: row["Contexts"] for row in cells("polecat")}
    assert (contexts["The army "], contexts["It denied"], contexts["Gunmen ki"]) == ("future", "negation", "")


def test_sides_kinds_and_codes() -> None:
    fight, _ = [row for row in cells("acled") if row["actor1"] == "Gunmen"]
    assert (fight["event_type"], fight["civilian_targeting"]) == ("Violence against civilians", "Civilian targeting")
    ucdp = cells("ucdp")[0]
    assert (ucdp["type_of_violence"], ucdp["deaths_civilians"], ucdp["country_id"], ucdp["where_prec"]) == (
        "3",
        "12",
        "645",
        "1",
    )
    assert ucdp["priogrid_gid"] == str(250 * 720 + 448 + 1)
    figure = cells("csv", "figures")[4]
    assert [figure[name] for name in ("cow", "gw", "date_prec", "time_precision")] == ["645", "645", "1", "1"]


@pytest.mark.parametrize(
    ("format", "table", "words"),
    [("docx", None, "no format"), ("csv", "actors", "no table"), ("geojson", "times", "no table"), ("acled", "events", "does not go")],
)  # fmt: skip
def test_what_does_not_exist_is_refused(format: str, table: str | None, words: str) -> None:
    with pytest.raises(OptionError, match=words):
        writer(format, table)


def test_exporting_records_loads_neither_spacy_nor_readers(tmp_path: Path) -> None:
    kept = tmp_path / "r.jsonl"
    kept.write_bytes(msgspec.json.encode(strike()) + b"\n")
    code = (
        "import sys\nfrom onrecord.__main__ import main\n"
        f"sys.argv = ['onrecord', 'export', '--format', 'csv', '-o', {str(tmp_path / 'o.csv')!r}, {str(kept)!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "trafilatura", "py3langid", "numpy", "polars", "xlsxwriter"} & set(done.stderr.split())
    assert (tmp_path / "o.csv").exists()
