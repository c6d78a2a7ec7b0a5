"""Files, folders, standard input: a stable order, and errors in their place."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.concepts.report import Report
from onrecord.errors import InputError, OptionError
from onrecord.intake import Known, from_bytes, from_text, open_report, read_path, sources

TEXT = "The bank closed on Monday, officials said.\r\nIt had 3,000 customers. "


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_bytes(b"Two.")
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "c.jsonl").write_bytes(b'{"text": "Three."}\n{"text": 4}\n')
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".hidden").write_bytes(b"Hidden.")
    return tmp_path


def said(one):
    return one.text if isinstance(one, Report) else type(one).__name__


def test_a_folder_in_the_order_of_its_paths(folder):
    assert [said(one) for one in sources([folder])] == [TEXT, "Two.", "Three.", "BadLine", "BinaryInput"]


def test_errors_name_the_file(folder):
    errors = [str(one) for one in sources([folder / "none.txt", folder]) if isinstance(one, InputError)]
    assert [name in error for name, error in zip(["none.txt", "c.jsonl, line 2", "d.png"], errors, strict=True)] == [
        True
    ] * 3


def test_standard_input():
    assert [said(one) for one in sources(["-"], stdin=io.BytesIO(TEXT.encode()))] == [TEXT]
    assert [said(one) for one in sources(["-"], stdin=io.BytesIO(b""))] == ["EmptyInput"]
    lines = io.BytesIO(b'{"text": "One."}\n{"text": "Two."}')
    assert [said(one) for one in sources(["-"], jsonl=True, stdin=lines)] == ["One.", "Two."]


def test_open_report_takes_text_paths_and_bytes(folder):
    assert open_report(TEXT).text == TEXT
    assert open_report(TEXT.encode()).text == TEXT
    assert open_report(folder / "a.txt").text == TEXT
    assert open_report(str(folder / "a.txt")).text == TEXT
    with pytest.raises(InputError, match=r"none\.txt"):
        open_report("none.txt")  # meant as a file
    with pytest.raises(InputError, match="directory"):
        open_report(str(folder))
    with pytest.raises(InputError, match="--jsonl"):
        open_report(folder / "c.jsonl")
    with pytest.raises(InputError, match="null"):
        read_path("a\0b")
    with pytest.raises(OptionError, match="not int"):
        open_report(5)


def test_lone_surrogates_are_refused():
    with pytest.raises(InputError, match=r"character 4 .* surrogate"):
        from_text("The \ud83d bank.")


def test_megabytes_are_read():
    text = TEXT * 100_000
    assert from_bytes(text.encode()).text == text
    assert from_bytes((text + "é").encode("cp1252")).text == text + "é"


ANY = st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
MARKUP = st.lists(
    st.sampled_from(["<html>", "<p>", "</p>", "<meta charset=", "'koi8-r'", ">", "<script type='application/ld+json'>"])
    | st.sampled_from(['{"@type":"NewsArticle","datePublished":', '"2020-09-09"', "}", "[", "</script>", "<time datetime='"])
    | st.text(max_size=10),
    max_size=12,
).map("".join)  # fmt: skip


@given(ANY, st.sampled_from([None, ".html", ".txt", "text/html; charset=latin-1"]))
@example(b"\xff\xfe\x00\xd8", None)
@example(b"\xff\xfe\0\0", None)
@example(b"\x1b$B", None)
@example(b"<html>\0", None)
def test_any_bytes_give_a_report_or_an_input_error(data, media_type):
    try:
        report = from_bytes(data, Known(media_type=media_type))
    except InputError as error:
        assert str(error)
    else:
        report.text.encode()


@given(MARKUP)
@example("\x1f<script type='application/ld+json'></script>A title")
def test_any_markup_gives_a_report_or_an_input_error(markup):
    try:
        from_text(f"<html>{markup}")
    except InputError as error:
        assert str(error)


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_planted_span_stays_where_it_is(before, after, encoding):
    planted = "ROME, Sept. 9, 2020 (AP) — The bank closed, its 3,000 customers said. "
    text = before + planted * 3 + after
    try:
        report = from_bytes(text.encode(encoding))
    except (InputError, UnicodeEncodeError):
        return
    if report.media_type == "text/plain":
        expected = text.removeprefix("\ufeff") if encoding != "utf-16" else text
        assert report.text in (text, expected)
        assert report.text.find(planted) == len(before) - (len(text) - len(report.text))
        for span in (report.dateline, report.dateline and report.dateline.place_span):
            assert span is None or report.text[span.start : span.end] == span.text
