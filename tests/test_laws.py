"""Laws of the whole read, on whatever layers there are: spans, sameness, independence, text order, JSON and back."""

import os
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.concepts.record import Record
from onrecord.errors import InputError, SpanError
from onrecord.reader import check_spans

REPORTS = {
    "wire": (
        "NAIROBI, Sept. 9 (Agency) — Kenya will reduce its troops in Somalia from 3,600 to 2,000 by December, its defence "
        "minister announced on Wednesday, the Daily Nation reported.\n\n“We have decided to act,” Grace Odhiambo told "
        "reporters. She added that about 400 soldiers had left last month.\n\nNo civilians were killed in Tuesday’s attack, "
        "according to the police. At least 12 fighters died near Kismayo in March, the minister said."
    ),
    "newlines": "The army withdrew on Monday.\r\n\r\nIt had 3,000 troops.\rTwo dozen stayed.\n\u2028\u2029 On Friday 5 percent left.",
    "emoji": "🇮🇶👩‍👩‍👧‍👦 Iraq's army said 3,000 of its troops 🚀 left Mosul on 5 May 2019. 𝟑 of them stayed 🙂.",
    "right to left": "The group said (\u200fقالت الحركة\u200f) that 40 fighters left Aleppo on 3 March 2016; الجيش denied it on Friday.",
    "shouting": "THREE MEN WERE ARRESTED IN LAGOS ON MONDAY, POLICE SAID. THEY HAD STOLEN $2.5 MILLION IN 2019.",
    "NUL": "The army withdrew\0 on Monday 4 May 2020, and 3,000 troops\0\0 were sent to Basra, officials said on that day.",
    "short": "3,000",
    "no words": "—  … ?! \n\n 💥",
    "foreign": "Die Regierung will die Zahl ihrer Soldaten im Irak bis Ende September von 5.200 auf 3.000 verringern, sagte ein "
    "Sprecher am Mittwoch in Berlin.",
}
TIMES = [None, "2020-09-10"]
TABLES = ("times", "places", "actors", "quantities", "statements", "events", "figures")


def encoded(text, published="2020-09-10"):
    return msgspec.json.encode(onrecord.read(text, published=published))


@pytest.mark.parametrize("published", TIMES)
@pytest.mark.parametrize("name", REPORTS)
def test_spans_equal_their_text_and_json_comes_back(name, published):
    record = onrecord.read(REPORTS[name], published=published)
    assert record.report.text == REPORTS[name]
    check_spans(record)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def spans_in(value):
    """Every span in the JSON of a record."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans_in(item)


def test_a_span_that_slipped_is_found_wherever_it_stands():
    kept = msgspec.json.decode(encoded(REPORTS["wire"]))
    for span in list(spans_in(kept)):
        span["start"] -= 1
        with pytest.raises(SpanError, match=r"\[\d+\]: the words"):
            check_spans(msgspec.convert(kept, Record))
        span["start"] += 1
    check_spans(msgspec.convert(kept, Record))


@pytest.mark.parametrize("name", REPORTS)
def test_ids_are_in_text_order(name):
    record = onrecord.read(REPORTS[name], published="2020-09-10")
    for table in TABLES:
        numbers = [int(row.id.lstrip("abcdefghijklmnopqrstuvwxyz")) for row in getattr(record, table)]
        assert numbers == list(range(1, len(numbers) + 1)), table


def test_the_same_bytes_in_another_process():
    """Another process hashes otherwise and reads in another order; the bytes are the same."""
    code = (
        "import sys, msgspec, onrecord\n"
        "for text in msgspec.json.decode(sys.stdin.buffer.read()):\n"
        "    sys.stdout.buffer.write(msgspec.json.encode(onrecord.read(text, published='2020-09-10')) + b'\\n')"
    )
    texts = list(REPORTS.values())[::-1]
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=msgspec.json.encode(texts),
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    assert done.stdout.splitlines() == [encoded(text) for text in texts]


def test_reading_one_report_never_changes_another():
    alone = encoded(REPORTS["wire"])
    for other in REPORTS.values():
        encoded(other, "1999-12-31")
        assert encoded(REPORTS["wire"]) == alone


def test_warnings_say_what_could_not_be_done():
    def slugs(text, published):
        return [warning.slug for warning in onrecord.read(text, published=published).warnings]

    assert "no-published" in slugs(REPORTS["wire"], None)
    assert "no-published" not in slugs(REPORTS["wire"], "2020-09-10")
    assert slugs(REPORTS["foreign"], None) == ["not-english"]
    foreign = onrecord.read(REPORTS["foreign"])
    assert not any(getattr(foreign, table) for table in TABLES)


PIECES = st.lists(st.sampled_from(list(REPORTS["wire"].split(" "))) | st.text(max_size=6), max_size=25)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.sampled_from([" ", "\r\n", "\n\n", "\xa0"]), st.sampled_from(TIMES))
def test_any_text_is_read_or_refused(pieces, gap, published):
    text = gap.join(pieces)
    try:
        record = onrecord.read(text.encode("utf-8", "surrogatepass"), published=published)
    except InputError:
        return
    check_spans(record)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
