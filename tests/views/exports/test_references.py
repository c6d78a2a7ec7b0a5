"""Citations: what the readers of each format make of them, and the command."""

from __future__ import annotations

import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strike import TEXT, strike
from typer.testing import CliRunner

from made import record
from onrecord.ledger import Store
from onrecord.views.cli.app import app
from onrecord.views.exports.citations import CITATIONS
from onrecord.views.exports.columns import Row
from onrecord.views.exports.references import Bibtex, CslJson, Plain, Ris

HASH = hashlib.sha256(TEXT.encode()).hexdigest()
# Fields of an item in the schema of CSL-JSON 1.0.2 that are written.
CSL = {"id", "type", "title", "container-title", "author", "issued", "URL", "language", "note", "custom"}
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)
hostile = st.sampled_from(
    ["a {b} c", "50 % of $5 & #1_x", "C:\\new", "}", "{", "@book{x,", "ER  - ", "a\r\nTY  - BOOK", "“ü” ~^", "and"]
)
rows = st.builds(
    dict,
    key=st.from_regex(r"[fes]-[a-z2-7]{16}", fullmatch=True),
    title=words | hostile | st.none(),
    authors=st.lists(words | hostile | st.just("Ada Berg"), max_size=3),
    outlet=words | hostile | st.none(),
    published=st.dates().map(str) | st.none(),
    url=st.sampled_from(["https://a.example/x?y=1&z=%20#q_r", "https://b.example/{a}"]) | st.none(),
    language=st.sampled_from(["en", "fr"]) | st.none(),
    quote=words | hostile,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    text_sha256=st.just(HASH),
    report_id=st.just("0" * 64),
)
slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def written(format: Any, *some: Row) -> str:
    out = io.BytesIO()
    format(CITATIONS).report(some, out)
    return out.getvalue().decode()


def flat(text: object) -> str:
    return " ".join(str(text or "").split())


@given(rows, rows)
@slow
def test_bibtex_is_read_as_entries(one: Row, other: Row) -> None:
    text = written(Bibtex, one, {**other, "key": "e-other"})
    read = bibtexparser.parse_string(text)
    assert [entry.key for entry in read.entries] == [one["key"], "e-other"] and not read.failed_blocks
    entry = read.entries[0]
    assert entry.entry_type == ("article" if one["outlet"] else "misc")
    assert f"characters {one['start']}–{one['end']}" in entry["note"] and HASH in entry["note"]
    assert ("title" in entry.fields_dict) == bool(one["title"]) and ("year" in entry.fields_dict) == bool(
        one["published"]
    )


@given(rows, rows)
@slow
def test_ris_is_read_as_records(one: Row, other: Row) -> None:
    read = rispy.loads(written(Ris, one, other).replace("\r\n", "\n"))
    assert [item["id"] for item in read] == [one["key"], other["key"]]
    item = read[0]
    assert item["type_of_reference"] == "NEWS"
    assert [flat(item.get(name)) for name in ("title", "secondary_title", "abstract")] == [
        flat(one[name]) for name in ("title", "outlet", "quote")
    ]
    assert HASH in item["notes"][0] and item.get("year", "") == str(one["published"] or "")[:4]


@given(rows)
@slow
def test_csl_items_have_the_fields_of_the_schema(one: Row) -> None:
    (item,) = json.loads(written(CslJson, one))
    assert set(item) <= CSL and item["type"] == "article-newspaper"
    assert (item["custom"]["quote"], item["custom"]["text_sha256"]) == (one["quote"], HASH)
    assert all(set(name) == {"literal"} for name in item.get("author", ()))
    parts = item["issued"]["date-parts"] if "issued" in item else [[]]
    assert "-".join(f"{part:02}" for part in parts[0]).zfill(10 if parts[0] else 0) == str(one["published"] or "")


@given(rows)
@slow
def test_plain_text_quotes_the_words(one: Row) -> None:
    text = written(Plain, one)
    assert f"“{flat(one['quote'])}” (characters {one['start']}–{one['end']}" in text and text.count("\n") == 2


def test_a_body_is_one_author() -> None:
    row = {
        "authors": ["Agence France-Presse", "Jordan, Ann", "Reuters"],
        "quote": "a",
        "start": 0,
        "end": 1,
        "text_sha256": HASH,
        "key": "f",
    }
    assert "author = {Agence France-Presse and {Jordan, Ann} and {Reuters}}" in written(Bibtex, row)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cite") / "a.ledger"
    with Store(made, write=True) as store:
        for one in (record(), strike()):
            store.add(one)
    return made


def cite(path: Path, *arguments: str | Path, code: int = 0) -> str:
    done = CliRunner().invoke(app, ["cite", str(path), *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done.stderr if code else done.stdout


def test_rows_are_cited_with_their_words(path: Path) -> None:
    items = json.loads(cite(path, "2:f1", "2:e3", "1:s2", "--format", "csl-json"))
    found = [item["custom"] for item in items]
    assert [item["quote"] for item in found] == [
        "Gunmen killed 12 villagers and shot at soldiers in Kirkuk, Iraq, on 8 September 2020, Col Samir Aziz told the Tigris Post.",
        "The army will withdraw from the town.",
        "“We keep what we need & no more,” Berg <told> reporters.",
    ]
    assert TEXT[found[0]["start"] : found[0]["end"]] == found[0]["quote"] and found[0]["text_sha256"] == HASH
    assert [item["id"][0] for item in items] == ["f", "e", "s"]
    assert json.loads(cite(path, items[1]["id"], "--format", "csl-json")) == items[1:2]


def test_text_is_what_is_printed_unless_said(path: Path, tmp_path: Path) -> None:
    said = cite(path, "2:f1")
    assert said.startswith("“Twelve killed”. The Dinar, 9 September 2020. https://dinar.example/1\n“Gunmen killed 12")
    assert re.search(rf"\(characters 0–122 of the text with SHA-256 {HASH}\) \[f-\w+\]\n$", said)
    cite(path, "2:f1", "-o", tmp_path / "c.txt")
    assert (tmp_path / "c.txt").read_text(encoding="utf-8") == said


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("2:f9",), 1, "no figure f9"),
        (("2:f1", "9:f1"), 1, "no report"),
        (("2:f1", "--format", "csv"), 2, "bibtex, csl-json, ris, text"),
    ],
)
def test_what_cannot_be_cited_is_told_and_nothing_written(
    path: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    assert words in cite(path, *arguments, "-o", tmp_path / "out", code=code)
    assert list(tmp_path.iterdir()) == []
