"""A ledger opens in Datasette: every table and view, rows by their columns, and the search of texts."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from ledger.kept import record, story
from onrecord.ledger import Store
from onrecord.views.ledger.stored import stored

DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("datasette") / "iraq.ledger"
    with stored(made, write=True) as store:
        for one in (record(), record(story(1), url="https://a.example/1"), record(story(2), url="https://a.example/2")):
            store.add(one)
    return made


def asked(path: Path, *addresses: str, **more: Any) -> list[Any]:
    """Answers to some addresses, from a server in this process."""

    async def every() -> list[Any]:
        served = Datasette([str(path)], **more)
        return [await served.client.get(address) for address in addresses]

    talk: Coroutine[Any, Any, list[Any]] = every()
    return asyncio.run(talk)


def test_every_table_and_view_is_shown(path: Path) -> None:
    (home,) = asked(path, "/iraq.json")
    tables = [table["name"] for table in home.json()["tables"]]
    views = [view["name"] for view in home.json()["views"]]
    assert {"report", "judgement", "words"} <= set(tables) and {"figures", "figure", "event", "statement"} <= set(views)
    addresses = [f"/iraq/{name}" for name in (*tables, *views)]
    assert [answer.status_code for answer in asked(path, "/", *addresses)] == [200] * (len(addresses) + 1)


def test_rows_are_chosen_by_their_columns(path: Path) -> None:
    figures, report = asked(path, "/iraq/figures.json?measure=troops&_shape=objects", "/iraq/report/1")
    with Store(path) as store:
        ids = [row.figure_id for row in store.figures(measure="troops")]
    assert [row["figure_id"] for row in figures.json()["rows"]] == ids != []
    assert report.status_code == 200


def test_texts_are_searched_as_the_docs_say(path: Path) -> None:
    with Store(path) as store:
        wanted = sorted({hit.number for hit in store.search("garrison")})
        row = store.report(str(wanted[0]))
    address = re.search(r"`(/iraq/report\?\S+)`", DOCS.read_text(encoding="utf-8"))
    assert address
    page = address[1].replace("troops", "garrison")
    shown, found = asked(path, page, page.replace("?", ".json?") + "&_shape=objects")
    assert shown.status_code == 200 and row.id in shown.text
    assert [one["number"] for one in found.json()["rows"]] == wanted


def test_the_metadata_of_the_docs_give_a_search_box(path: Path) -> None:
    told = re.search(r"^    (\{\"databases\".*\})$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert told
    (page,) = asked(path, "/iraq/report?_search=garrison", metadata=json.loads(told[1]))
    assert page.status_code == 200 and 'name="_search"' in page.text
