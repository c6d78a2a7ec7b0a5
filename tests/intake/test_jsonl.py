"""JSON lines: reports, and errors that name line and field."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.concepts.report import Report
from onrecord.errors import BadLine
from onrecord.intake import read_jsonl
from onrecord.intake.jsonl import read_line, report_of_line


def test_a_full_line():
    report = read_line(
        b'{"id": 7, "text": "The bank\\r\\n closed. \\ud83c\\uddee", "published": "2020-09-10T12:00:00Z", "title": "Bank", '
        b'"outlet": "Daily", "url": "https://example.org/a", "more": [1]}'
    )
    assert report.text == "The bank\r\n closed. \U0001f1ee"
    assert (report.id_given, report.published, report.published_from) == ("7", "2020-09-10T12:00:00Z", "given")
    assert (report.title, report.outlet, report.url) == ("Bank", "Daily", "https://example.org/a")


def test_null_and_empty_fields_are_unknown():
    report = report_of_line({"id": None, "text": "The bank closed.", "published": None, "title": "", "url": None})
    assert (report.id_given, report.published, report.title, report.url) == (None, None, None, None)


BAD = [
    # line, words of the message
    (b'{"id": 1}', 'field "text" is missing'),
    (b"{}", "no fields"),
    (b'{"text": 5}', 'field "text" must be a string, not a number'),
    (b'{"text": null}', 'field "text" must be a string, not null'),
    (b'{"text": " \\n"}', 'field "text": .*empty'),
    (b'{"text": "a", "title": ["b"]}', 'field "title" must be a string, not a list'),
    (b'{"text": "a", "url": {}}', 'field "url" must be a string, not an object'),
    (b'{"text": "a", "id": true}', 'field "id" must be a string or a number, not true or false'),
    (b'{"text": "a", "published": 2020}', 'field "published" must be a string'),
    (b'{"text": "a", "published": "Sept 9"}', 'field "published": .*ISO 8601.*Sept 9'),
    (b'{"text": "a", "published": "2020-02-30"}', 'field "published"'),
    (b"[1, 2]", "this one is a list"),
    (b'"text"', "this one is a string"),
    (b'{"text": "a"', "not JSON"),
    (b"text", "not JSON"),
    (b'{"text": "\xff"}', "not UTF-8"),
    (b'{"text": "\\ud83d"}', "surrogate"),
    (b'{"text": "a \\udc00 b"}', "surrogate"),
    (b"[" * 100_000, "too deeply"),
]


@pytest.mark.parametrize(("line", "words"), BAD)
def test_bad_lines(line, words):
    with pytest.raises(BadLine, match=f"^corpus.jsonl, line 3: .*{words}") as caught:
        read_line(line, 3, "corpus.jsonl")
    assert (caught.value.line, caught.value.kind) == (3, "line")


def test_errors_come_in_their_place_and_blank_lines_count():
    lines = [b'\xef\xbb\xbf{"text": "First."}\r\n', b"\n", b"oops\n", '{"text": "Second."}']
    found = list(read_jsonl(lines))
    assert [one.text if isinstance(one, Report) else one.line for one in found] == ["First.", 3, "Second."]


def test_lines_are_read_as_they_come():
    endless = (b'{"text": "Report %d."}' % number for number in itertools.count())
    assert [one.text for one in itertools.islice(read_jsonl(endless), 3)] == ["Report 0.", "Report 1.", "Report 2."]


@given(st.lists(st.binary() | st.text()))
def test_any_lines_give_reports_or_errors(lines):
    for one in read_jsonl(lines):
        assert isinstance(one, Report | BadLine)
