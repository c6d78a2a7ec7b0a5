"""Publication dates from addresses, datelines and head lines; dates as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OptionError
from onrecord.intake.dates import iso_time, loose_time, path_day, written
from onrecord.intake.text import report_of

BODY = "\n\nThe bank closed on Monday, officials said."

SAID = [
    # text, url, date, where it stands
    ("ROME, Sept. 9, 2020 (AP) — The bank closed.", None, "2020-09-09", "dateline"),
    ("KABUL, Afghanistan (May 1. 2013)\nThe bank closed.", None, "2013-05-01", "dateline"),
    (
        "2013-05-S-001\nFor Immediate Release\n\nKABUL, Afghanistan (May 1) – The bank closed.",
        None,
        "2013-05-01",
        "dateline",
    ),
    ("Bank closes\n\nFriday, September 11, 2020" + BODY, None, "2020-09-11", "text"),
    ("Bank closes\nPublished: 11 September 2020 14:05 GMT" + BODY, None, "2020-09-11", "text"),
    ("Bank closes\nBy Ann Lee | September 11, 2020" + BODY, None, "2020-09-11", "text"),
    ("For Immediate Release: September 11, 2020" + BODY, None, "2020-09-11", "text"),
    ("2020-09-11" + BODY, None, "2020-09-11", "text"),
    ("May 6: Operations in the North\n2010-05-CA-028\nFor Immediate Release" + BODY, None, "2010-05-06", "text"),
    ("Morning Update, May 6, 2010\n2010-05-CA-028" + BODY, None, "2010-05-06", "text"),
    ("The bank closed.", "https://example.org/news/2020/09/10/bank", "2020-09-10", "url"),
    ("https://example.org/news/2020/9/10/bank" + BODY, None, "2020-09-10", "url"),
    # near misses
    ("ROME, Sept 9 (AP) — The bank closed.", None, None, "unknown"),  # no year
    ("Remembering September 11, 2001" + BODY, None, None, "unknown"),  # a headline about a day
    ("Updated September 11, 2020" + BODY, None, None, "unknown"),  # not when it was published
    ("September 11" + BODY, None, None, "unknown"),
    ("2013-06-S-001\n\nKABUL, Afghanistan (May 1) – The bank closed.", None, None, "unknown"),  # another month
    ("The bank closed on September 9, 2020.", None, None, "unknown"),
    ("February 30, 2020" + BODY, None, None, "unknown"),  # no such day
    ("The bank closed.", "https://example.org/story/20201399/12345678", None, "unknown"),
]


@pytest.mark.parametrize(("text", "url", "published", "where"), SAID)
def test_said(text, url, published, where):
    report = report_of(text, url=url)
    assert (report.published, report.published_from) == (published, where)


def test_given_beats_all():
    report = report_of("ROME, Sept. 9, 2020 (AP) — The bank closed.", published="2020-09-10T12:00:00Z")
    assert (report.published, report.published_from, report.dateline.date) == (
        "2020-09-10T12:00:00Z",
        "given",
        "2020-09-09",
    )
    with pytest.raises(OptionError, match=r"ISO 8601.*yesterday"):
        report_of("The bank closed.", published="yesterday")


TIMES = [
    # as written, ISO 8601
    ("2020-09-10", "2020-09-10"),
    ("2020-09-10T12:00:00Z", "2020-09-10T12:00:00Z"),
    ("2020-09-10 12:00:00.250+0200", "2020-09-10T12:00:00.250+02:00"),
    ("2020-09-10T12:00", "2020-09-10T12:00"),
    ("2020-09", None),
    ("2020-09-31", None),
    ("2020-W37-4", None),
    ("10/09/2020", None),  # two readings
    ("0001-01-01", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "expected"), TIMES)
def test_iso_time(value, expected):
    assert iso_time(value) == expected


LOOSE = [
    ("Thu, 10 Sep 2020 12:00:00 GMT", "2020-09-10T12:00:00+00:00"),
    ("September 10, 2020, 3:05 pm", "2020-09-10"),
    ("20200910", "2020-09-10"),
    ("1599739200", "2020-09-10T12:00:00Z"),
    ("1599739200000", "2020-09-10T12:00:00Z"),
    ("2020-09-10T12:00:00.1234567Z", "2020-09-10T12:00:00.1234567Z"),
    ("last week", None),
    ("99999999999999999999", None),
]


@pytest.mark.parametrize(("value", "expected"), LOOSE)
def test_loose_time(value, expected):
    assert loose_time(value) == expected


PATHS = [
    ("https://example.org/2020/09/10/bank.html", "2020-09-10"),
    ("https://example.org/2020-09-10/bank", "2020-09-10"),
    ("https://example.org/world/20200910/bank", "2020-09-10"),
    ("https://example.org/world/2020/sep/10/bank", "2020-09-10"),
    ("https://example.org/2020/09/bank", None),
    ("https://example.org/bank?date=/2020/09/10/", None),
    ("https://example.org/20209910/bank", None),
]


@pytest.mark.parametrize(("url", "expected"), PATHS)
def test_path_day(url, expected):
    assert path_day(url) == expected


@given(st.text())
def test_no_words_upset_the_dates(words):
    loose_time(words)
    iso_time(words)
    written(words)
    path_day(words)
