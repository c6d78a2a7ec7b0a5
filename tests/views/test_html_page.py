from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from made import TEXT, record
from onrecord.views.html import page, style

VOID = {"br", "meta", "link", "img", "hr", "input"}


class Reader(HTMLParser):
    """Takes a page as a browser does: checks nesting, collects links, ids and the text inside class "text"."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.text, self.links, self.ids, self.tags = "", set[str](), list[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        inside = known.get("class") == "text" or (bool(self.open) and self.open[-1][1])
        self.open.append((tag, inside))
        self.tags.add(tag)
        self.links |= {(known["href"] or "")[1:]} if "href" in known else set()
        self.ids += [known["id"] or ""] if "id" in known else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data if self.open and self.open[-1][1] else ""


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_the_record_as_html(golden: Callable[[str, str], None]) -> None:
    golden("record.html", page(record()).replace(style(), "").replace("><", ">\n<") + "\n")


def test_text_is_intact_when_tags_are_stripped() -> None:
    assert read(page(record())).text == TEXT


@given(st.text(min_size=1).map(lambda text: text.replace("\0", "")))
def test_any_text_is_intact_when_tags_are_stripped(text: str) -> None:
    assert read(page(record(text))).text == text


def test_nothing_in_a_report_becomes_markup() -> None:
    html = page(record("<script>alert(1)</script> & <img src=x onerror=alert(1)> \" ' &lt;"))
    assert not {"script", "img"} & read(html).tags
    assert "&lt;script&gt;" in html and "&amp;lt;" in html


def test_what_html_cannot_hold_is_shown_as_unknown() -> None:
    assert "a\ufffdb\ufffdc" in page(record("a\0b\ud800c"))
    page(record("a\ud800")).encode()


def test_every_link_leads_somewhere_and_ids_are_unique() -> None:
    reader = read(page(record()))
    assert reader.links <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))


def test_it_is_self_contained_and_knows_light_and_dark() -> None:
    html = page(record())
    assert not {"script", "link", "img", "iframe"} & read(html).tags
    assert "http" not in html and "url(" not in html and "@import" not in html
    assert html.count("prefers-color-scheme: dark") == 2


@pytest.mark.parametrize("label, words", [("f4", "not <del>40</del>"), ("f3", "◐ alleged"), ("f2", "○ announced")])
def test_status_is_said_in_words_and_marks(label: str, words: str) -> None:
    row = page(record()).partition(f'-{label}">{"<td"}')[2].partition("</tr>")[0]
    assert words in row


def test_notebooks_show_records() -> None:
    assert onrecord.read("Spain sent 40 soldiers.")._repr_html_().startswith('<div class="onrecord"')  # type: ignore[attr-defined]


def test_importing_onrecord_loads_no_parser_and_no_view() -> None:
    code = (
        "import sys, onrecord; sys.exit(any(name in sys.modules for name in ('spacy', 'rich', 'onrecord.views.html')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
