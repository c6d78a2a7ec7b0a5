"""Times: for every family two sentences it must catch and a near miss it must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.concepts.page import Page
from onrecord.concepts.timex import Timex
from onrecord.intake.text import report_of
from onrecord.layers.parsing import Parsing
from onrecord.layers.times import Times
from onrecord.layers.times.grammar import grammar
from onrecord.layers.times.periods import Period
from onrecord.layers.times.readers import READERS
from onrecord.layers.times.words import table


def times(text: str, published: str | None = None, outlet: str | None = None) -> tuple[Timex, ...]:
    page = Parsing()(Page(report_of(text, published=published, outlet=outlet)))
    return Times()(page).times


def shown(time: Timex) -> tuple[str, str, str | None]:
    """Words, TIMEX3 value, and the days as `first..last`."""
    days = f"{(time.when.earliest or '')[:10]}..{(time.when.latest or '')[:10]}" if time.when else None
    if time.when and days == f"{days[:10]}..{days[:10]}":
        days = days[:10]
    return time.text, time.timex, days


# (sentence, published, [(words, TIMEX3 value, days)])
ROWS = [
    # dates told in full
    ("The pact was signed on 9 September 2020.", None, [("9 September 2020", "2020-09-09", "2020-09-09")]),
    ("It opened on Tuesday, Oct. 26, 2021.", None, [("Tuesday, Oct. 26, 2021", "2021-10-26", "2021-10-26")]),
    ("The log begins 2019-03-07.", None, [("2019-03-07", "2019-03-07", "2019-03-07")]),
    ("General April Summers met 12 envoys.", "2020-05-05", []),  # near miss: a name
    # years, decades, centuries
    ("In 2003 the army left.", None, [("2003", "2003", "2003-01-01..2003-12-31")]),
    ("The bridge dates from the late 1970s.", None, [("the late 1970s", "197", "1977-01-01..1979-12-31")]),
    ("It was built in the 19th century.", None, [("the 19th century", "18", "1800-01-01..1899-12-31")]),
    ("He sold 2003 tickets.", "2020-05-05", []),  # near miss: a count
    ("She lives in flat 1984 of the tower.", "2020-05-05", []),  # near miss: a number of a flat
    # months and days without a year: the tense tells
    ("The envoy resigned in March.", "2021-01-20", [("March", "2020-03", "2020-03-01..2020-03-31")]),
    ("The envoy will resign in March.", "2021-01-20", [("March", "2021-03", "2021-03-01..2021-03-31")]),
    ("They agreed in June to sell the mine.", "2021-01-20", [("June", "2020-06", "2020-06-01..2020-06-30")]),
    ("Soldiers may march home.", "2021-01-20", []),  # near miss: verbs
    # weekdays, and a weekday named on that weekday
    ("The court ruled on Wednesday.", "2020-09-09", [("Wednesday", "2020-09-09", "2020-09-09")]),
    ("The court will rule on Friday.", "2020-09-09", [("Friday", "2020-09-11", "2020-09-11")]),
    ("The court ruled last Wednesday.", "2020-09-09", [("last Wednesday", "2020-09-02", "2020-09-02")]),
    ("The vote follows Monday's protest.", "2020-09-09", [("Monday", "2020-09-07", "2020-09-07")]),
    ("The envoys meet on Thursday.", "2020-09-09", [("Thursday", "2020-09-10", "2020-09-10")]),
    ("The ship was towed to Friday Harbor.", "2020-09-09", []),  # near miss: a place
    # the day behind the purpose of a deed is the deed's; that of a plan lies ahead
    ("Police held two in a raid targeting a gang Friday.", "2020-09-09", [("Friday", "2020-09-04", "2020-09-04")]),
    ("It began an operation to free the miners Thursday.", "2020-09-09", [("Thursday", "2020-09-03", "2020-09-03")]),
    ("It approved a plan to free the miners Thursday.", "2020-09-09", [("Thursday", "2020-09-10", "2020-09-10")]),
    # clock times and parts of the day
    ("The train left at 3 p.m. Tuesday.", "2020-09-09", [("3 p.m. Tuesday", "2020-09-08T15:00", "2020-09-08")]),
    ("Shelling began Saturday morning.", "2020-09-09", [("Saturday morning", "2020-09-05TMO", "2020-09-05")]),
    ("Sirens rang at 0635 GMT on Monday.", "2020-09-09", [("0635 GMT on Monday", "2020-09-07T06:35", "2020-09-07")]),
    ("Overnight, a pipe burst.", "2020-09-09", [("Overnight", "2020-09-09TNI", "2020-09-08..2020-09-09")]),
    ("The verse is Luke 10:35.", "2020-09-09", []),  # near miss: a verse
    # deictic days and calendar units
    ("They met yesterday.", "2020-03-01", [("yesterday", "2020-02-29", "2020-02-29")]),
    ("Talks resume next week.", "2020-09-09", [("next week", "2020-W38", "2020-09-14..2020-09-20")]),
    ("It rained last month.", "2020-01-09", [("last month", "2019-12", "2019-12-01..2019-12-31")]),
    ("Rockets fell this year.", "2020-09-09", [("this year", "2020", "2020-01-01..2020-09-09")]),
    ("Prices will rise this quarter.", "2020-08-09", [("this quarter", "2020-Q3", "2020-08-09..2020-09-30")]),
    ("The last of the men was seen next to it.", "2020-09-09", []),  # near miss: "last" without a unit
    # counted from now
    ("He left three years ago.", "2020-09-09", [("three years ago", "2017", "2017-01-01..2017-12-31")]),
    ("He left ten days ago.", "2020-09-09", [("ten days ago", "2020-08-30", "2020-08-30")]),
    # counted from the time told before
    ("The truce began July 26; it broke two days later.", "2014-08-04",
     [("July 26", "2014-07-26", "2014-07-26"), ("two days later", "2014-07-28", "2014-07-28")]),
    ("It was signed on 26 July 2014 and broke the next day.", None,
     [("26 July 2014", "2014-07-26", "2014-07-26"), ("the next day", "2014-07-27", "2014-07-27")]),
    ("Net fell in the third quarter from a year earlier.", "2016-10-20",
     [("the third quarter", "2016-Q3", "2016-07-01..2016-09-30"), ("a year earlier", "2015-Q3", "2015-07-01..2015-09-30")]),
    # lengths, free and tied
    ("He was jailed for 18 months.", "2020-09-09", [("18 months", "P18M", None)]),
    ("A two-year term and a 10-hour flight.", None, [("two-year", "P2Y", None), ("10-hour", "PT10H", None)]),
    ("It took two and a half years.", None, [("two and a half years", "P2Y6M", None)]),
    ("Over the past three weeks he slept.", "2017-09-13", [("the past three weeks", "P3W", "2017-08-23..2017-09-13")]),
    ("A ruling could come in a few days.", "2020-09-10", [("a few days", "PXD", "2020-09-11..2020-09-15")]),
    ("It must be sold within 90 days.", "2020-01-01", [("90 days", "P90D", "2020-01-01..2020-03-31")]),
    ("It is the worst storm in 40 years.", "2021-10-12", [("40 years", "P40Y", "1981-10-12..2021-10-12")]),
    ("The boy is six years old and paid $2 a year.", "2020-09-09", []),  # near miss: an age, a rate
    # parts of months and years
    ("By early 2019 it was gone.", None, [("early 2019", "2019", "2019-01-01..2019-04-30")]),
    ("It opened in late May.", "2020-06-30", [("late May", "2020-05", "2020-05-21..2020-05-31")]),
    ("It will end by the end of the month.", "2023-08-21", [("the end of the month", "2023-08", "2023-08-25..2023-08-31")]),
    ("He came early and left late.", "2020-06-30", []),  # near miss: no date beside it
    # ranges
    ("They stayed from June to August.", "2021-07-10",
     [("June", "2020-06", "2020-06-01..2020-06-30"), ("August", "2020-08", "2020-08-01..2020-08-31")]),
    ("Talks ran Sept. 9–11.", "2020-09-20", [("Sept. 9–11", "2020-09-09/2020-09-11", "2020-09-09..2020-09-11")]),
    ("Between 2014 and 2016 it grew.", None,
     [("2014", "2014", "2014-01-01..2014-12-31"), ("2016", "2016", "2016-01-01..2016-12-31")]),
    ("The score was 9–11.", "2020-09-20", []),  # near miss: a score
    # quarters, halves, seasons
    ("It opens in the first half of 2013.", None, [("the first half of 2013", "2013-H1", "2013-01-01..2013-06-30")]),
    ("Sales rose in Q3 2016.", None, [("Q3 2016", "2016-Q3", "2016-07-01..2016-09-30")]),
    ("Fires raged last summer.", "2022-07-11", [("last summer", "2021-SU", "2021-06-01..2021-08-31")]),
    ("It fell by a quarter near Spring Hill.", "2022-07-11", []),  # near miss: a fraction, a name
    # fiscal years
    ("Congress set aside $3 billion for fiscal 2021.", None, [("fiscal 2021", "2021", "2020-10-01..2021-09-30")]),
    ("India's exports grew in the financial year 2019-20.", None,
     [("the financial year 2019-20", "2019/2020", "2019-04-01..2020-03-31")]),
    # holidays
    ("A man died on New Year's Eve.", "2021-01-04", [("New Year's Eve", "2020-12-31", "2020-12-31")]),
    ("Shops will close on Thanksgiving.", "2020-11-02", [("Thanksgiving", "2020-11-26", "2020-11-26")]),
    ("The truce held over Eid al-Fitr.", "2020-06-02", [("Eid al-Fitr", "2020-05-24", "2020-05-24")]),
    # days that became names
    ("It is the worst attack since 9/11.", "2010-05-05", [("9/11", "2001-09-11", "2001-09-11")]),
    # sets
    ("He reports to the police every Friday.", "2020-03-02", [("every Friday", "XXXX-WXX-5", None)]),
    ("They train twice a week.", "2020-03-02", [("twice a week", "P1W", None)]),
    ("He reads the Daily Star.", "2020-03-02", []),  # near miss: a name
    # a quotation's own day
    ("“We will reopen tomorrow,” the spokesman said on Monday.", "2023-11-15",
     [("tomorrow", "2023-11-14", "2023-11-14"), ("Monday", "2023-11-13", "2023-11-13")]),
    ("The spokesman said on Monday that he liked it.", "2023-11-15", [("Monday", "2023-11-13", "2023-11-13")]),
    # nouns with a date of their own have happened, occasions may lie ahead
    ("The talks follow a June accord.", "2021-10-10", [("June", "2021-06", "2021-06-01..2021-06-30")]),
    ("Sunday's election will be close.", "2022-06-15", [("Sunday", "2022-06-19", "2022-06-19")]),
    ("After Monday's debate he is resting.", "2016-09-30", [("Monday", "2016-09-26", "2016-09-26")]),
    # what was planned and then overtaken; what is put off
    ("The bid had been due to expire Friday.", "1999-10-25", [("Friday", "1999-10-22", "1999-10-22")]),
    ("The talks were put off until Thursday.", "2021-03-15", [("Thursday", "2021-03-18", "2021-03-18")]),
    ("Talks lasted until Thursday.", "2021-03-15", [("Thursday", "2021-03-11", "2021-03-11")]),  # near miss
    # lengths that end with a day or month told
    ("Net rose in the three months ended June 30.", "2020-09-09",
     [("the three months", "P3M", "2020-04-01..2020-06-30"), ("June 30", "2020-06-30", "2020-06-30")]),
    ("In the 12 months to May, rents rose.", "2022-06-15",
     [("the 12 months", "P12M", "2021-06-01..2022-05-31"), ("May", "2022-05", "2022-05-01..2022-05-31")]),
    ("The three months were hard on June.", "2022-06-15", [("The three months", "P3M", None), ("June", "2022-06", "2022-06-01..2022-06-30")]),
    # weeks of a month, weekdays of a month, days of this month
    ("The first week of October will be dry.", "2020-09-09", [("The first week of October", "2020-10", "2020-10-01..2020-10-07")]),
    ("It was held on the second Monday of May 2019.", None, [("the second Monday of May 2019", "2019-05-13", "2019-05-13")]),
    ("They meet on the first Monday of every month.", "2020-09-09", [("the first Monday of every month", "P1M", None)]),
    ("On the 20th, he will return.", "2023-11-15", [("the 20th", "2023-11-20", "2023-11-20")]),
    ("On the 20th floor, he slept.", "2023-11-15", []),  # near miss: a rank
    # told too coarsely to count days from
    ("It was settled last week and broke the next day.", "2018-12-26",
     [("last week", "2018-W51", "2018-12-17..2018-12-23"), ("the next day", "XXXX-XX-XX", None)]),
    # more than one way to say a clock time
    ("Kick-off is at 7.30pm on Saturday.", "2023-11-15", [("7.30pm on Saturday", "2023-11-18T19:30", "2023-11-18")]),
    ("It fell on the morning of Oct. 7.", "2023-11-15", [("the morning of Oct. 7", "2023-10-07TMO", "2023-10-07")]),
    ("He must act by 6 o'clock this afternoon.", "2023-11-15", [("6 o'clock this afternoon", "2023-11-15T18:00", "2023-11-15")]),
    ("Their late-night shows won.", "2023-11-15", []),  # near miss: a kind
    # fiscal parts
    ("India's output fell in the first quarter of fiscal 2020-21.", "2020-09-09",
     [("the first quarter of fiscal 2020-21", "2021-Q1", "2020-04-01..2020-06-30")]),
    # names that hold a word of time
    ("Theresa May met the Sunday Times.", "2023-11-15", []),
    ("The annual March for Peace was long.", "2023-11-15", []),
    ("Her $12-an-hour job is a day-to-day thing.", "2023-11-15", []),
    ("The quarter was sealed off.", "2023-11-15", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_words_values_and_days(text: str, published: str | None, expected: list[tuple[str, str, str | None]]) -> None:
    assert [shown(time) for time in times(text, published)] == expected


def test_nothing_relative_is_guessed_without_a_publication_date() -> None:
    text = "Last month he left; on Friday, in March or Jan. 15 she returns tomorrow, three years ago this week."
    for time in times(text):
        assert not time.resolved and time.when is None, time
        assert time.why[0].note


def test_numeric_dates_by_outlet_or_with_both_readings() -> None:
    assert times("Filed 03/04/2020.", outlet="The Guardian")[0].timex == "2020-04-03"
    assert times("Filed 03/04/2020.", outlet="USA Today")[0].timex == "2020-03-04"
    unknown = times("Filed 03/04/2020.")[0]
    assert unknown.when is None and not unknown.resolved
    assert [reading.earliest for reading in unknown.readings] == ["2020-03-04", "2020-04-03"]
    assert times("Filed 25/04/2020.")[0].timex == "2020-04-25"  # near miss: only one reading


def test_clock_times_keep_their_zone() -> None:
    time = times("The vote is at 5 p.m. EST on Nov. 9.", "2020-11-05")[0]
    assert time.when is not None and time.when.earliest == "2020-11-09T17:00-05:00"
    assert time.when.precision == "instant"


SEED = [
    ("September", "2020-09"), ("Wednesday", "2020-09-09"), ("2003", "2003"), ("Last month", "2020-08"), ("as soon as possible", "FUTURE_REF"),
    ("2016", "2016"), ("March", "2020-03"), ("the month of September", "2020-09"), ("the last seven or eight months", "P8M"),
    ("this year", "2020"), ("a few days", "PXD"),
]  # fmt: skip
SEED_TEXT = (Path(__file__).parents[2] / "seed.txt").read_text(encoding="utf-8")
UNDATED = {
    "September": "XXXX-09", "Wednesday": "XXXX-WXX-3", "March": "XXXX-03", "the month of September": "XXXX-09", "Last month": "XXXX-XX",
    "this year": "XXXX",
}  # fmt: skip


@pytest.mark.parametrize("published", ["2020-09-10", "2020-09-09"])
def test_seed_report(published: str) -> None:
    found = times(SEED_TEXT, published)
    assert [(time.text, time.timex) for time in found] == SEED
    by_words = {time.text: time for time in found}
    assert by_words["Wednesday"].anchor == "publication"
    assert by_words["the month of September"].anchor == "speech"
    assert by_words["the last seven or eight months"].mod == "APPROX"
    assert by_words["this year"].when.edtf == "2020"
    few = by_words["a few days"].when
    assert few.earliest > published and few.latest > few.earliest


def test_seed_report_without_a_date() -> None:
    found = times(SEED_TEXT)
    assert [(time.text, time.timex) for time in found] == [(words, UNDATED.get(words, value)) for words, value in SEED]
    assert {time.text for time in found if time.when} == {"2003", "2016"}


def test_grammar_and_readers_fit_together() -> None:
    used = {rule.reader for rule in grammar().rules}
    assert used == set(READERS)


WORDS = [
    *sorted(table()),
    "the",
    "of",
    "to",
    "and",
    "in",
    "by",
    "within",
    "for",
    "-",
    ",",
    "9999",
    "31",
    "2019",
    "1,000,000",
    "0000",
    "9/11",
]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from([None, "1970-01-01", "2020-02-29"]))
def test_any_words_of_time_are_read_without_an_error(words: list[str], published: str | None) -> None:
    text = "Read: " + " ".join(words)
    found = times(text, published)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert [time.start for time in found] == sorted(time.start for time in found)
    for time in found:
        if time.when and time.when.earliest and time.when.latest:
            assert time.when.earliest <= time.when.latest


UNITS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


@given(st.sampled_from(UNITS), st.dates(date(1000, 1, 1), date(2900, 12, 31)), st.integers(-8, 8))
def test_units_tile_the_calendar(unit: str, day: date, steps: int) -> None:
    period = Period.around(unit, day)
    assert period.first <= day <= period.last or unit == "weekend"
    assert period.shift(steps).shift(-steps) == period
    if unit != "weekend":
        assert (period.shift(1).first - period.last).days == 1
