"""Exports of a ledger: the same columns as of records, with what only a ledger knows; nothing left by a failed one."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import polars
import pytest
from msgspec.structs import replace
from strike import TEXT, strike
from typer.testing import CliRunner

import onrecord
from made import record
from onrecord.concepts.record import Record
from onrecord.concepts.report import report_id
from onrecord.errors import InputError, OptionError
from onrecord.ledger import Store
from onrecord.ledger.rows import rows_of
from onrecord.views import exports
from onrecord.views.cli.app import app
from onrecord.views.exports import ANSWERS, FORMATS, Asked, export, export_ledger, writer
from onrecord.views.exports.facts import Facts
from onrecord.views.ledger.choose import Choice
from onrecord.views.ledger.opened import Ledger

PAIRS = [(format, table.name) for format, choice in FORMATS.items() for table in choice.tables if table.name != "times"]
ALL = Choice()
SAME = ("figures", "events", "statements")


def again(made: Record, outlet: str, day: str, url: str) -> Record:
    """The same words in another outlet on another day."""
    report = made.report
    other = replace(report, outlet=outlet, published=day, url=url, id_given=None)
    return replace(made, report=replace(other, id=report_id(report.text, day, url)))


def copied() -> Record:
    return again(strike(), "The Copyist", "2020-09-10", "https://copy.example/1")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger") / "of any name.txt"
    with Store(made, write=True) as store:
        for one in (record(), strike(), copied()):
            store.add(one, reader="onrecord 0.0.9")
    return made


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A second ledger of the same reports."""
    made = tmp_path_factory.mktemp("twin") / "of any name.txt"
    with Store(made, write=True) as store:
        for one in (record(), strike(), copied()):
            store.add(one, reader="onrecord 0.0.9")
    with onrecord.open(made) as opened:
        yield opened


@pytest.fixture(scope="module")
def led(path: Path) -> Iterator[Ledger]:
    with onrecord.open(path) as opened:
        yield opened


def written(led: Ledger, format: str, table: str | None = None, choice: Choice = ALL, by: str = "quarter") -> bytes:
    out = io.BytesIO()
    made = writer(format, table)
    made.report(exports.rows(Asked(led, choice, by), made.table), out)
    return out.getvalue()


def cells(led: Ledger, table: str, choice: Choice = ALL) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(led, "jsonl", table, choice).splitlines()]


def run(*arguments: str | Path, code: int = 0) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stderr


@pytest.mark.parametrize("made", [record(), strike()], ids=["garrison", "strike"])
def test_a_report_comes_back_as_it_went_in(made: Record, tmp_path: Path) -> None:
    with Store(tmp_path / "a.ledger", write=True) as store:
        store.add(made)
        (whole,) = store.records()
    assert rows_of(whole.record) == rows_of(made)
    assert whole.record.report == made.report


@pytest.mark.parametrize("table", SAME)
def test_rows_are_those_of_the_records(led: Ledger, table: str) -> None:
    """What a ledger does not keep is empty, what only it knows is there; all else is the same."""
    from_records = [
        row
        for one in (record(), strike(), copied())
        for row in exports.TABLES[table].rows(Facts(one))
        if not row.get("derived")
    ]
    kept = cells(led, table)
    for row, mine in zip(kept, from_records, strict=True):
        differs = {name for name, value in row.items() if value != mine.get(name)}
        assert differs <= {"version", "origin_id", "rule", "venue"}
        assert row["version"] == "0.0.9"


def test_copies_go_back_to_one_origin(led: Ledger) -> None:
    rows = [row for row in cells(led, "figures") if row["measure"] == "killed" and row["best"] == 12]
    assert len({row["figure_id"] for row in rows}) == 2 and len({row["origin_id"] for row in rows}) == 1
    reports = {row["outlet"]: row for row in cells(led, "reports")}
    assert reports["The Copyist"]["copy_of"] == reports["The Dinar"]["report_id"]
    assert reports["The Copyist"]["copy_kind"] == "same text"


@pytest.mark.parametrize(("format", "table"), PAIRS)
def test_the_same_reports_make_the_same_bytes(led: Ledger, twin: Ledger, format: str, table: str) -> None:
    assert written(led, format, table) == written(twin, format, table)


@pytest.mark.parametrize(("format", "table"), [pair for pair in PAIRS if pair[0] != "html"])
def test_an_empty_ledger_makes_an_empty_document(tmp_path: Path, format: str, table: str) -> None:
    Store(tmp_path / "e.ledger", write=True).close()
    with onrecord.open(tmp_path / "e.ledger") as empty:
        data = written(empty, format, table)
    if format in ("geojson", "webannotation", "claimreview", "timelinejs", "prov-o", "csl-json"):
        json.loads(data)
    elif format in ("csv", "acled", "ucdp", "icews", "polecat"):
        assert len(data.splitlines()) == 1
    elif format == "parquet":
        assert polars.read_parquet(io.BytesIO(data)).height == 0


@pytest.mark.parametrize("table", [name for name in (*exports.TABLES, *ANSWERS) if name not in ("times", "citations")])
def test_parquet_and_csv_hold_the_same(led: Ledger, table: str) -> None:
    frame = polars.read_parquet(io.BytesIO(written(led, "parquet", table)))
    rows = list(csv.DictReader(io.StringIO(written(led, "csv", table).decode(), newline="")))
    names = [column.name for column in writer("csv", table).table.columns]
    assert frame.columns == names and (not rows or list(rows[0]) == names)
    assert frame.height == len(rows) > 0 or table in ("conflicts", "series")


@pytest.mark.parametrize(
    ("choice", "figures", "events"),
    [
        (Choice(in_="IRQ"), 2, 6),  # the protest has no place
        (Choice(in_="Kirkuk"), 2, 4),
        (Choice(of="norl"), 3, 2),  # a part of the name; the rockets are not theirs
        (Choice(measure="killed"), 3, 2),  # events that a figure belongs to
        (Choice(in_="IRQ", known="2020-09-09"), 1, 3),
    ],
)
def test_what_was_asked_for_is_chosen(led: Ledger, choice: Choice, figures: int, events: int) -> None:
    assert (len(cells(led, "figures", choice)), len(cells(led, "events", choice))) == (figures, events)
    spoken = {row["statement_id"] for row in cells(led, "statements", choice)}
    assert spoken < {row["statement_id"] for row in cells(led, "statements")}
    assert len(written(led, "prov-o", None, choice)) < len(written(led, "prov-o"))


def test_nothing_that_fits_is_told(led: Ledger, tmp_path: Path) -> None:
    for table in ("figures", "events", "facts", "timeline"):
        with pytest.raises(OptionError, match="XXX"):
            export_ledger(Asked(led, Choice(in_="XXX")), writer("csv", table), str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_rejected_rows_are_left_out_and_corrected_values_used(tmp_path: Path) -> None:
    with onrecord.open(tmp_path / "j.ledger") as led:
        for one in (record(), strike()):
            led.store(write=True).add(one)
        ids = {(row.measure, row.best): row.figure_id for row in led.store().figures()}
        led.reject(ids["troops", 1800], who="ada", why="a plan")
        led.correct(ids["killed", 12], best=13, place="Mosul", place_iso3="IRQ", as_of="2020-09", who="ada")
        led.accept(ids["troops", 1200], who="ada", why="checked")
        rows = {row["figure_id"]: row for row in cells(led, "figures")}
        right = rows[ids["killed", 12]]
        assert ids["troops", 1800] not in rows
        assert [right[name] for name in ("low", "best", "place", "lat", "date_end", "date_prec", "review")] == [
            13, 13, "Mosul", None, "2020-09-30", 4, "corrected",
        ]  # fmt: skip
        assert rows[ids["troops", 1200]]["review"] == "accepted"
        led.reject("2:e2", who="ada")
        led.correct("2:e4", places=["Mosul"], when="2020-09", label="done", who="ada")
        led.correct("1:s3", speaker="Jo Lind", said="2031-09-16", who="ada")
        events = {row["trigger"]: row for row in cells(led, "events")}
        assert "shot" not in events and events["killed"]["review"] is None
        assert [events["bombed"][name] for name in ("place", "lat", "date_edtf", "event_date", "label", "review")] == [
            "Mosul", None, "2020-09", None, "done", "corrected",
        ]  # fmt: skip
        assert [row["speaker"] for row in cells(led, "statements")] == ["Ada Berg", "Ada Berg", "Jo Lind", "Samir Aziz"]
        assert len(written(led, "ucdp").splitlines()) == 2  # the dead of the corrected figure: its event stands
        claims = json.loads(written(led, "claimreview"))["@graph"]
        reviews = [one for one in claims if one["@type"] == "ClaimReview"]
        assert {one["reviewBody"] for one in reviews} == {"accept: checked", "correct"}
        assert {one["author"][0]["name"] for one in reviews} == {"ada"}
        for text in (written(led, name).decode() for name in ("followthemoney", "webannotation", "prov-o")):
            assert "13 civilian male killed" in text and "1,800 troops" not in text
        assert "checked" in written(led, "prov-o").decode()


def test_no_claim_is_rated(led: Ledger) -> None:
    claims = json.loads(written(led, "claimreview"))["@graph"]
    assert {one["@type"] for one in claims} == {"Claim"}
    assert "reviewRating" not in json.dumps(claims)


class Stopped(Exception):
    pass


@pytest.mark.parametrize("old", [b"kept", None])
@pytest.mark.parametrize(("format", "table"), PAIRS)
def test_a_failed_export_leaves_the_old_file_or_none(
    led: Ledger, tmp_path: Path, format: str, table: str, old: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    if old:
        out.write_bytes(old)
    rows = list(exports.rows(Asked(led, Choice()), writer(format, table).table))[:1]

    def failing(*_: object) -> Iterator[Any]:
        yield from rows
        raise InputError("the disk is gone")

    monkeypatch.setattr(exports, "rows", failing)
    with pytest.raises(InputError, match="gone"):
        export_ledger(Asked(led, Choice()), writer(format, table), str(out))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == ([("out", old)] if old else [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_is_told(path: Path, format: str) -> None:
    said = run("export", path, "--format", format, "-o", "/dev/full", code=1)
    assert "cannot be written: No space left on device" in said and "mistake" not in said


def test_annotations_point_at_their_words(led: Ledger) -> None:
    whole = json.loads(written(led, "webannotation"))
    page = whole["first"]
    assert (whole["type"], page["type"], page["partOf"]["id"]) == (
        "AnnotationCollection",
        "AnnotationPage",
        whole["id"],
    )
    assert whole["total"] == len(page["items"]) == len({one["id"] for one in page["items"]})
    texts = {}
    for one in led.store().records():
        target = json.loads(written(led, "jsonl", "reports").splitlines()[one.number - 1])
        texts[f"urn:sha256:{target['text_sha256']}"] = one.record.report.text
    for target in (target for one in page["items"] for target in one["target"]):
        selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
        words = selectors[0]
        if isinstance(target["source"], str):  # a page: no positions
            assert len(selectors) == 1 and target["source"].startswith("https://")
            continue
        text, place = texts[target["source"]["id"]], selectors[1]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"]) and text[place["end"] :].startswith(words["suffix"])


def test_every_node_of_the_provenance_is_there(led: Ledger) -> None:
    whole = json.loads(written(led, "prov-o"))
    nodes = {one["@id"]: one for one in whole["@graph"]}
    assert len(nodes) == len(whole["@graph"])
    links = {name for name, term in whole["@context"].items() if isinstance(term, dict) and term.get("@type") == "@id"}
    for node in nodes.values():
        assert set(node) <= {*whole["@context"], "@id", "@type", "value", "endedAtTime"}
        for name in links & set(node):
            targets = node[name] if isinstance(node[name], list) else [node[name]]
            assert name == "specializationOf" or all(target in nodes for target in targets)


def test_every_entity_that_is_named_is_there(led: Ledger) -> None:
    entities = [json.loads(line) for line in written(led, "followthemoney").splitlines()]
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for one in entities:
        assert all(isinstance(value, str) and value for values in one["properties"].values() for value in values)
        for name in ("proof", "document", "entity", "involved", "resolved"):
            assert set(one["properties"].get(name, ())) <= ids
        assert one["schema"] == "Article" or "name" in one["properties"] or one["schema"] == "Documentation"
    statements = [json.loads(line) for line in written(led, "followthemoney", "ftm-statements").splitlines()]
    assert len(statements) == sum(len(values) for one in entities for values in one["properties"].values())
    assert len({one["id"] for one in statements}) == len(statements)


def test_slides_have_dates_and_escaped_words(tmp_path: Path) -> None:
    made = strike()
    named = replace(made.report, outlet="<b>Dinar</b>", url="javascript:alert(1)")
    with onrecord.open(tmp_path / "t.ledger") as led:
        led.store(write=True).add(replace(made, report=replace(named, id=report_id(TEXT, named.published, named.url))))
        slides = json.loads(written(led, "timelinejs"))["events"]
    assert slides and {"start_date", "text", "group", "display_date", "unique_id", "autolink"} <= set(slides[0])
    assert slides[0]["start_date"] == {"year": 2020, "month": 9, "day": 8} and "end_date" not in slides[0]
    assert "&lt;b&gt;Dinar" in slides[0]["text"]["text"] and "javascript" not in slides[0]["text"]["text"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "csv", "--table", "times"), "keeps no times"),
        (("--format", "csv", "--published", "2020-01-01"), "this is a ledger"),
        (("--format", "csv", "--by", "year"), "--table series"),
        (("--format", "csv", "--table", "series", "--by", "week"), "goes by"),
        (("--format", "csv", "--known-on", "soon"), "soon"),
    ],
)
def test_wrong_usage_is_exit_code_2(path: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in run("export", path, *arguments, code=2)


def test_what_a_ledger_alone_can_tell_and_choose(path: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Nothing happened in Norland on Monday, officials said.", encoding="utf-8")
    for table in ("series", "facts"):
        assert "ledger only" in run("export", tmp_path / "r.txt", "--format", "csv", "--table", table, code=2)
    assert "ledger only" in run("export", tmp_path / "r.txt", "--format", "timelinejs", code=2)
    assert "none" in run("export", tmp_path / "r.txt", "--format", "csv", "--in", "IRQ", code=2)
    assert "alone" in run("export", path, tmp_path / "r.txt", "--format", "csv", code=2)


def test_the_command_finds_a_ledger_by_its_content_without_the_reader(path: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom onrecord.__main__ import main\n"
        f"sys.argv = ['onrecord', 'export', '--format', 'csv', '--in', 'IRQ', '-o', {str(tmp_path / 'o.csv')!r}, {str(path)!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "trafilatura", "py3langid", "numpy", "polars", "xlsxwriter", "rensa"} & set(
        done.stderr.split()
    )
    assert len((tmp_path / "o.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_another_database_is_no_ledger(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as other:
        other.execute("CREATE TABLE t (a)")
        other.commit()
    assert "no ledger of onrecord" in run("export", tmp_path / "a.db", "--format", "csv", code=1)


def test_one_failed_record_leaves_nothing_of_the_others(tmp_path: Path) -> None:
    def facts() -> Iterator[Facts]:
        yield Facts(strike())
        raise Stopped

    for format, choice in FORMATS.items():
        if choice.tables[0].name in (*ANSWERS, "claimreview", "timelinejs", "page"):
            continue
        with pytest.raises(Stopped):
            export(facts(), writer(format), str(tmp_path / "out"))
        assert list(tmp_path.iterdir()) == []
