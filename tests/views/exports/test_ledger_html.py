"""The page of a ledger: whole, self-contained, with the sentence behind every number; looked at in a browser where there is one."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord.views.cli.app import app
from onrecord.views.exports.ledger_html import write
from onrecord.views.ledger.choose import Choice

HOSTILE = "<script>alert(1)</script> “&amp;” <img src=x onerror=alert(2)>"
REPORTS = [
    ("Harbour Post", "2031-03-10", "Norway has 5,200 troops in Mali, the ministry said on Monday. It will cut them to 3,000 by the end of September, General Ada Berg announced."),
    ("Hill Times", "2031-03-11", "Norway will reduce its force in Mali to 3,000 troops by the end of September. Norway currently has 5,200 troops in Mali."),
    ("Harbour Post", "2031-10-02", "Norway now has 3,000 troops in Mali, the ministry said on Thursday."),
    ("Valley Herald", "2031-10-03", "Norway has 3,900 troops in Mali, the opposition said on Friday."),
    (HOSTILE, "2031-10-04", f"{HOSTILE} A bomb killed 12 soldiers in Gao on Friday, the ministry said."),
]  # fmt: skip
EVERYTHING = Choice()
VOID = {"meta", "input", "br"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "mali.ledger"
    with onrecord.open(path) as led:
        for outlet, published, text in REPORTS:
            led.add(text, outlet=outlet, published=published)
    return path


def page_of(ledger, choice=EVERYTHING):
    with onrecord.open(ledger) as led:
        file = io.BytesIO()
        write(led, file, choice)
    return file.getvalue().decode()


@pytest.fixture(scope="module")
def page(ledger):
    return page_of(ledger)


class Reader(HTMLParser):
    """Takes a page as a browser does: checks nesting, collects ids, links, and attributes that could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.ids, self.links, self.loads = [], [], [], []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if tag == "a" else []
        self.loads += [
            (tag, name) for name in known if name in ("src", "srcset", "data", "poster", "action", "xlink:href")
        ]
        assert not [name for name in known if name.startswith("on")]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def reader(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_nothing_is_loaded(page, reader):
    assert reader.loads == []
    assert "default-src 'none'" in page and not re.search(r"url\(|@import|<link|<iframe", page)


def test_every_link_leads_to_a_row_of_the_page(reader):
    assert len(reader.ids) == len(set(reader.ids))
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside and inside <= set(reader.ids)
    assert (
        len([link for link in reader.links if link.startswith("#f-")]) > 8
    )  # marks of charts, promises, conflicts, origins


def test_the_same_ledger_makes_the_same_page(ledger, page):
    assert page_of(ledger) == page


def test_every_figure_has_its_sentence_with_the_number_marked(ledger, page):
    with onrecord.open(ledger) as led:
        for row in led.figures:
            assert f'id="{row.figure_id}"' in page
    assert "<q>Norway has <mark>5,200</mark> troops in Mali, the ministry said on Monday.</q>" in page


def test_it_answers(page):
    for words in (
        "Troops of Norway in Mali, by month",
        "✓ MET",
        "3,900",
        "the opposition",
        "witnesses",
        "no report",
        "12",
    ):
        assert words in page, words


def test_nothing_in_a_report_becomes_markup(page):
    assert page.count("<script>") == 1 and "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_choice_is_said_and_holds(ledger):
    page = page_of(ledger, Choice(measure="killed"))
    assert "Only figures measure killed." in page
    assert "5,200" not in page.partition('<section id="figures">')[2].partition("</section>")[0]


def test_what_people_decided_is_said(ledger, tmp_path):
    copy = tmp_path / "copy.ledger"
    copy.write_bytes(ledger.read_bytes())
    done = CliRunner().invoke(app, ["correct", str(copy), "1:f1", "best=5300", "--why", "the ministry says so"])
    assert done.exit_code == 0, done.output
    assert "corrected: best was 5200" in page_of(copy)


def test_an_empty_ledger_says_what_to_do(tmp_path):
    from onrecord.ledger import Store

    Store(tmp_path / "a.ledger", write=True).close()
    page = page_of(tmp_path / "a.ledger")
    assert "add some with `onrecord add`" in page


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic")  # fmt: skip


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_a_browser_runs_it(ledger, page, tmp_path):
    """The script runs under the page's own policy: rows are closed, counted, and the one that the address names is open."""
    with onrecord.open(ledger) as led:
        figure, count = led.figures[0].figure_id, len(led.figures)
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    address = f"{(tmp_path / 'page.html').as_uri()}#{figure}"
    command = [
        BROWSER,
        *QUIET,
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=3000",
        "--dump-dom",
        address,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert re.search(r'<html[^>]* class="js"', done.stdout)
    assert re.search(rf'<tbody id="{figure}" class="open">', done.stdout)
    assert done.stdout.count('class="open"') == 1
    assert re.search(rf'id="count"[^>]*>{count} of {count}<', done.stdout)
