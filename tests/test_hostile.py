"""Hostile and odd text through the whole read: it never raises, never slips an offset, and takes time in step with its length."""

import io
import time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.concepts.record import Record
from onrecord.errors import InputError
from onrecord.layers.parsing.layer import parse
from onrecord.reader import check_spans
from onrecord.views import terminal

CLAUSES = [
    "General Frank Miller, commander of US forces in Iraq, said on Wednesday that the United States will reduce its troops from 5,200 to 3,000",
    "The minister, who had denied it a day earlier, told reporters that “about 40 people – most of them women – were killed” in Tuesday's attack",
    "“We will not leave,” he said. “Not this year,” he added, according to the Daily Nation",
    "Police in Lagos arrested between 10 and 15 men last week, up from a few in early 2019",
    "If Turkey invades northern Syria, sanctions worth $1.85 billion could be imposed by Jan. 15, two officials familiar with the talks said",
    "At least 12 of the 30 fighters were wounded near Kismayo, Somalia, the AP reported, citing a statement by the army's spokesman, Col. Ali Noor",
    "No weapons were found, the inspectors' report says, and Baghdad did not confirm the U.N. claim",
    "Q. Will you withdraw? A. Yes, by the end of the month. Mr. Trump: I said so in 2017-2018",
]
ODDITIES = [
    "", " ", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", "\t", "\f", "\v", "\0", "\x1c", "\x85", "\u2028", "\u2029", "\xa0", "\u3000",
    "\u200b", "\u200d", "\u2060", "\ufeff", "\u200f", "\u202e", "\xad", "\ufffd", "\u0301\u0301", "e\u0301\u0323", "İ", "ß", "ﬁ", "ǅ",
    ",", ",,,,", ";", ":", ".", "...", "…", "-", "--", "—", "–", "/", "\\", "|", "*", "#", "%", "$", "€", "£5", "&amp;", "&#8217;",
    "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", "“‘\"«", "»\"’”", "(", ")", "((", "))", "[", "]", "{", "}", "<", ">",
    "<p>", "</p>", "<br/>", "<a href='x'>", "<!--", "&nbsp;", "🇮🇶", "👩‍👩‍👧‍👦", "🙂", "قالت الحركة", "部隊", "войска", "٣٬٠٠٠", "𝟑", "½", "²",
    "1", "0", "00", "3,000", "3.000,5", "1,2,3,4", "1e400", "999999999999999999999999", "-5", "+7", "10-15-20", "5/6/7", "1/0", "12:61", "25:99",
    "31 February 2019", "2020-02-30", "99/99/99", "Sept. 0", "Monday", "Monday Tuesday", "the 1400s", "9/11", "0000", "9999", "in 9999", "year 0",
    "-44 BC", "10000 years ago", "a million years later", "next decade", "the end of the end of May", "hundred thousand million", "half a dozen dozen",
    "two two two", "from to", "between and", "$", "$ million", "per", "percent", "5 percent percent", "minus", "said", "said said", "that that",
    "he", "who", "its", "his", "not not", "according to", "according to according to", "U.S.", "U.S", "S.", "Mr.", "Gen.", "Gen. Gen.", "the", "of of of",
    "• ", "1. ", "a) ", "| 3,000 | Iraq | 2019 |", "NAME:", "Q:", "A:", "Q.", "By", "(Reuters) -", "BAGHDAD, Sept 9 (Agency) —", "[TEXT]", "http://a.b/c?d=1",
    "a@b.cd", "#tag", "@name", "AAA", "a" * 300, "7" * 60, "I", "VII", "iPhone 11", "82nd", "G7", "_", "~", "^", "\x7f", "\x01",
]  # fmt: skip
GAPS = ["", " ", " ", " ", "\n", "\n\n", "\r\n", ", ", ". ", " and ", "\xa0", "\u200b"]
DATES = [None, "2020-09-10", "2020-02-29T23:59:59Z", "1999-12-31", "1800-01-01", "2199-12-31"]
HABITS = [
    str,
    str,
    str,
    str.upper,
    str.lower,
    str.title,
    lambda text: text[::-1],
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(".", ""),
]


@st.composite
def cut_clauses(draw):
    words = draw(st.sampled_from(CLAUSES)).split(" ")
    first = draw(st.integers(0, len(words) - 1))
    return " ".join(words[first : first + draw(st.integers(1, 25))])


@st.composite
def hostile(draw):
    """Pieces of real clauses and odd pieces, many times over now and then, in an odd habit of writing."""
    piece = st.sampled_from(CLAUSES) | cut_clauses() | st.sampled_from(ODDITIES) | st.text(max_size=5)
    parts = []
    for part in draw(st.lists(piece, min_size=1, max_size=14)):
        times = draw(st.sampled_from([1, 1, 1, 1, 1, 2, 3, 30])) if len(part) < 10 else 1
        parts += [part * times, draw(st.sampled_from(GAPS))]
    return draw(st.sampled_from(HABITS))("".join(parts))


def check(text, published=None):
    """Read a text and hold the record to the laws; a refusal with a reason is an answer."""
    try:
        record = onrecord.read(text.encode("utf-8", "surrogatepass"), published=published)
    except InputError:
        return None
    check_spans(record)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    return record


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile(), st.sampled_from(DATES))
def test_any_mixture_is_read_or_refused(text, published):
    check(text, published)


LONG = 4_000
# A text of about so many characters of one odd kind.
KINDS = {
    "one line": lambda n: (" ".join(CLAUSES) + " ") * (n // 1000),
    "one word": lambda n: "withdraw" * (n // 8),
    "one number": lambda n: "There were " + "7" * n + " troops in Iraq, and 3,000 stayed.",
    "grouped number": lambda n: "There were 1" + ",000" * (n // 4) + " troops in Iraq.",
    "number words": lambda n: "hundred thousand million two " * (n // 29),
    "numbers": lambda n: "3,000 " * (n // 6),
    "ranges": lambda n: "10-15-20 to 30 – 40 or " * (n // 23),
    "money": lambda n: "$5 million per barrel " * (n // 22),
    "dates": lambda n: "2019-05-06 May 6, 2019 Monday last week " * (n // 40),
    "date list": lambda n: "Monday, " * (n // 8),
    "years": lambda n: "2017-2018/2019 " * (n // 15),
    "commas": lambda n: "Iraq" + "," * n + " said",
    "dots": lambda n: "." * n,
    "dashes": lambda n: "troops — " * (n // 9),
    "spaces": lambda n: "The army" + " " * n + "left.",
    "newlines": lambda n: "The army" + "\n" * n + "left.",
    "short lines": lambda n: "a\n" * (n // 2),
    "mixed newlines": lambda n: "He left.\r\n\rShe said so.\n\f\v" * (n // 27),
    "open quotes": lambda n: "“" * n,
    "straight quotes": lambda n: '"a" ' * (n // 4),
    "nested quotes": lambda n: "He said “she said ‘they said \"we said «no»\"’” " * (n // 46),
    "unclosed quotes": lambda n: "“He said ‘she told \"them " * (n // 25),
    "quotes with cues": lambda n: "“No,” he said. " * (n // 15),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "bracketed words": lambda n: "(Iraq [Syria] " * (n // 14),
    "names": lambda n: "John Smith met Ali Noor and " * (n // 28),
    "name chain": lambda n: "Iraq of " * (n // 8),
    "pronouns": lambda n: "He told her that they had seen his. " * (n // 36),
    "said": lambda n: "he said that " * (n // 13),
    "sources": lambda n: "according to officials, " * (n // 24),
    "verbs": lambda n: "attacked and killed " * (n // 20),
    "negations": lambda n: "It is not true that they did not deny that " * (n // 43),
    "conditions": lambda n: "if it may be possible that he could " * (n // 36),
    "places": lambda n: "Paris, Texas, Iraq, " * (n // 20),
    "initials": lambda n: "U.S. A. B. " * (n // 11),
    "titles": lambda n: "Gen. Mr. Dr. " * (n // 13),
    "questions": lambda n: "Q. Why? A. No. " * (n // 15),
    "labels": lambda n: "NAME: no.\n" * (n // 10),
    "combining marks": lambda n: "e" + "\u0301" * n,
    "zero width": lambda n: "tr\u200boo\u200bps " * (n // 9),
    "right to left": lambda n: "قالت الحركة 3000 " * (n // 17),
    "emoji": lambda n: "👩‍👩‍👧‍👦 3 " * (n // 10),
    "capitals": lambda n: (CLAUSES[0].upper() + ". ") * (n // 140),
    "table": lambda n: "| Iraq | 3,000 | 2019 | troops |\n" * (n // 33),
    "list": lambda n: "• 12 killed in Basra\n" * (n // 21),
    "HTML": lambda n: "<p>3,000 troops<br/>&nbsp;" * (n // 26),
    "hyphens": lambda n: "well-" * (n // 5),
    "slashes": lambda n: "5/6/" * (n // 4),
    "apostrophes": lambda n: "'s " * (n // 3),
    "and": lambda n: "troops and " * (n // 11),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_long_runs_of_one_kind(kind):
    started = time.process_time()
    check(KINDS[kind](LONG), "2020-09-10")
    # A twentieth of this is usual; what compares everything with everything takes far more.
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "words",
    ["7" * 5_000, "1" + ",000" * 1_000, "12 " + "trillion " * 40, "1." + "5" * 400, "1e400", "²", "1/" + "0" * 5_000],
)
def test_absurd_numbers_are_read_or_left(words):
    record = check(f"There were {words} troops in Iraq in 2019, and 3,000 of them left.", "2020-09-10")
    assert all(row.value is None or row.value < 10**18 for row in record.quantities)
    assert any(row.value == 3000 for row in record.quantities)


def test_a_sentence_without_end_is_cut():
    found = parse("he said that " * 400)
    assert len(found.tokens) == 1200
    assert max(one.last - one.first for one in found.sentences) <= 200


def test_rendering_takes_what_reading_takes():
    text = " ".join(ODDITIES) + " ".join(CLAUSES)
    record = check(text, "2020-09-10")
    out = io.StringIO()
    console = terminal.console_for(out)
    terminal.show(record, "odd.txt", console)
    terminal.write(console, out)
    assert "Checks" in out.getvalue() and "\0" not in out.getvalue() and "\u202e" not in out.getvalue()
    assert "<!--" not in record._repr_html_()
