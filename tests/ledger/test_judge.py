"""Judgements: what may be said of a row, and how it is seen from then on."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import record

from onrecord.concepts.judgement import Judgement
from onrecord.errors import LedgerError, OptionError
from onrecord.ledger import Store, judge
from onrecord.ledger.dates import dated
from onrecord.ledger.judged import Judged, standing
from onrecord.ledger.settle import settled

ME = judge.By("me", "read it again")


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.ledger", write=True) as found:
        found.add(record())
        yield found


def say(store, verdict, name, **fields):
    with store.judging() as ledger:
        row = judge.target(ledger, name)
        return (
            judge.correct(ledger, row, fields, ME) if verdict == "correct" else judge.review(ledger, verdict, row, ME)
        )


def undo(store, which=None):
    with store.judging() as ledger:
        row = judge.target(ledger, which) if isinstance(which, str) else which
        return judge.undo(ledger, row, ME)[1].number


def figure(store, n=1):
    return next((row for row in store.figures() if row.n == n), None)


def test_a_rejected_figure_is_left_out_until_that_is_taken_back(store):
    say(store, "accept", "1:f1")
    assert figure(store).review == "accepted"
    say(store, "reject", "1:f1")
    assert figure(store) is None
    assert store.figures_with_rejected()[0].review == "rejected"
    undo(store, "1:f1")
    assert figure(store).review == "accepted"
    undo(store, 1)
    assert figure(store).review is None
    assert store.verify() == []


def test_a_corrected_value_is_the_value_and_the_read_one_stays_visible(store):
    say(store, "correct", "1:f1", best=1750, role="target", as_of="2031-10", subject_iso3="NOR")
    row = figure(store)
    assert (row.low, row.best, row.high, row.role, row.subject, row.subject_iso3) == (
        1750,
        1750,
        1750,
        "target",
        "Norway",
        "NOR",
    )
    assert (row.date_start, row.date_end, row.date_edtf, row.date_precision) == (
        "2031-10-01",
        "2031-10-31",
        "2031-10",
        "month",
    )
    assert row.review == "corrected" and dict(row.was)["best"] == 1800 and dict(row.was)["role"] == "level"
    assert row.value_text == "1,800"
    say(store, "accept", "1:f1")
    assert figure(store).review == "corrected"
    undo(store, 1)
    assert (figure(store).best, figure(store).review) == (1800, "accepted")


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"role": "target"}, "announced"),  # it was told as done
        ({"role": "target", "label": "possible"}, "possible"),
        ({"role": "total"}, "done"),
        ({"label": "negated"}, "negated"),
        ({"status": "ordered"}, "announced"),
        ({"polarity": "negative"}, "negated"),
    ],
)
def test_role_and_stage_go_together(store, fields, label):
    say(store, "correct", "1:f1", **fields)
    row = figure(store)
    assert row.label == label and row.polarity == ("negative" if label == "negated" else "positive")


def test_a_plan_that_is_there_is_no_plan(store):
    say(store, "correct", "1:f2", role="level")
    assert (figure(store, 2).label, figure(store, 2).status) == ("done", "done")


def test_a_later_correction_adds_to_an_earlier_one(store):
    say(store, "correct", "1:f1", best=1750)
    say(store, "correct", "1:f1", measure="fighters")
    assert (figure(store).best, figure(store).measure) == (1750, "fighters")
    say(store, "correct", "1:f1", best=1800)
    assert (figure(store).best, dict(figure(store).was)) == (1800, {"measure": "troops"})


def test_a_row_is_found_by_its_corrected_value_alone(store):
    say(store, "correct", "1:f1", measure="fighters")
    assert [row.n for row in store.figures(measure="fighters")] == [1]
    assert 1 not in [row.n for row in store.figures(measure="troops")]


def test_judgements_hold_again_when_a_report_comes_back(store):
    say(store, "correct", "1:f1", best=1750)
    say(store, "reject", "1:f2")
    store.remove(1)
    assert store.verify() == []
    store.add(record())
    assert figure(store).best == 1750 and figure(store, 2) is None


def test_events_are_judged_too(store):
    say(store, "correct", "1:e1", type="mobilize", when="2031-09", actors="Norland, Suvia")
    say(store, "reject", "1:e2")
    event = store.events()[0]
    assert (event.type, event.earliest, event.latest, event.edtf) == ("MOBILIZE", "2031-09-01", "2031-09-30", "2031-09")
    assert event.actors == ("Norland", "Suvia") and event.review == "corrected"
    assert [row.n for row in store.events()] == [1, 3]


def test_statements_are_judged_too(store):
    number = say(store, "correct", "1:s1", speaker="Ada Berg", act="promise")
    assert store.judgements()[number - 1][0].fields == {"speaker": "Ada Berg", "act": "promise"}
    assert store.verify() == []


def test_every_judgement_is_listed_with_its_row(store):
    say(store, "correct", "1:f1", best=1750)
    undo(store)
    (one, name, _, undone, was), (back, *_) = store.judgements()
    assert (undone, was["best"]) == (2, 1800)
    assert (one.number, one.verdict, one.fields, one.who, one.why, name) == (
        1, "correct", {"low": 1750, "best": 1750, "high": 1750}, "me", "read it again", "1:f1",
    )  # fmt: skip
    assert one.at.endswith("+00:00") and back.undoes == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": "taget"}, "role must be one of level, target"),
        ({"best": "many"}, "a number like 3000"),
        ({"best": "nan"}, "a number like 3000"),
        ({"best": "1e400"}, "a number like 3000"),
        ({"best": 10**40}, "a number like 3000"),
        ({"low": 5000, "best": 3000}, r"low \(5,000\) is above best \(3,000\)"),
        ({"best": -600}, "is not negative"),
        ({"subject_iso3": "Norland"}, "ISO 3166-1"),
        ({"as_of": "soon"}, "as_of: 'soon' is no time like 2020-09-10"),
        ({"as_of": "2031-02-30"}, "as_of:"),
        ({"date_start": "2031-10-05", "date_end": "2031-10-01"}, "ends .* before it begins"),
        ({"value_text": "1,750"}, "nothing that can be corrected; a figure has measure"),
        ({"measure": "none"}, "cannot be left open"),
        ({"label": "done", "polarity": "negative"}, "contradict"),
        ({"best": 1800}, "says so already"),
        ({}, "names fields"),
    ],
)
def test_what_makes_no_sense_is_refused(store, fields, words):
    with pytest.raises(OptionError, match=words):
        say(store, "correct", "1:f1", **fields)
    assert store.judgements() == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("1:f99", "report 1 has no figure f99; it has f1 to"),
        ("9:f1", "no report"),
        ("f-abc", "no row"),
        ("7", "like 7:f3"),
    ],
)
def test_a_row_that_is_not_there(store, name, words):
    with pytest.raises(LedgerError, match=words), store.judging() as ledger:
        judge.target(ledger, name)


def test_rows_go_by_their_ids_too(store):
    with store.judging() as ledger:
        for name in ("1:f2", "1:e1", "1:s1"):
            row = judge.target(ledger, name)
            assert judge.target(ledger, row.id) == row


def test_nothing_is_taken_back_twice(store):
    say(store, "accept", "1:f1")
    undo(store)
    for which, words in (
        (1, "already"),
        (2, "undo itself"),
        (3, "no judgement 3"),
        ("1:f1", "to take back"),
        (None, "to take back"),
    ):
        with pytest.raises(LedgerError, match=words):
            undo(store, which)


def test_a_judgement_of_a_row_that_is_gone_is_found_until_it_is_taken_back(store):
    with store.judging() as ledger:
        row = judge.target(ledger, "1:f1")
        judge.review(ledger, "accept", row._replace(id="f-gone"), ME)
    assert store.verify() == ["judgement 1: there is no row f-gone; `undo` takes the judgement back"]
    undo(store, 1)
    assert store.verify() == []


def pairs(store, verdict, one, other):
    with store.judging() as ledger:
        judge.pair(ledger, verdict, judge.target(ledger, one), judge.target(ledger, other), ME)


def test_what_is_joined_and_parted_shows_in_the_rows(store):
    pairs(store, "same", "1:f1", "1:f3")
    pairs(store, "not same", "1:f1", "1:f2")
    one, two, three = (figure(store, n) for n in (1, 2, 3))
    assert one.joined == three.joined != None  # noqa: E711
    assert two.joined is None and two.apart == (one.joined,) and one.apart == three.apart == (two.figure_id,)


def test_what_contradicts_an_earlier_judgement_is_refused(store):
    pairs(store, "same", "1:f1", "1:f2")
    pairs(store, "same", "1:f2", "1:f3")
    with pytest.raises(OptionError, match="cannot be not same: others join them"):
        pairs(store, "not same", "1:f1", "1:f3")
    pairs(store, "not same", "1:f2", "1:f3")  # the last word about a pair holds
    pairs(store, "not same", "1:f1", "1:f3")
    with pytest.raises(OptionError, match="judgement 4 says"):
        pairs(store, "same", "1:f2", "1:f3")
    with pytest.raises(OptionError, match="one row"):
        pairs(store, "same", "1:f1", "1:f1")
    with pytest.raises(OptionError, match="two figures, or two events"):
        pairs(store, "same", "1:f1", "1:e1")


def test_the_views_say_the_same_as_the_program(store):
    say(store, "correct", "1:f1", best=1750)
    say(store, "correct", "1:f1", best=1700)
    say(store, "reject", "1:f2")
    say(store, "accept", "1:f3")
    with sqlite3.connect(store.path) as ledger:
        reviews = [row[0] for row in ledger.execute("SELECT review FROM figures WHERE n <= 3 ORDER BY n")]
        right = ledger.execute("SELECT value, judgement FROM correction WHERE field = 'best'").fetchall()
    assert (reviews, right) == (["corrected", "rejected", "accepted"], [(1700, 2)])


ROW = {"low": 100, "best": 120, "high": 140, "vague": None, "role": "level", "date_start": "2031-01-01", "date_end": "2031-03-31",
       "date_edtf": "2031-01-01/2031-03-31", "date_precision": "days", "status": "done", "polarity": "positive", "label": "done",
       "subject": "Norway", "subject_iso3": "NOR", "subject_kind": "state", "place": None, "place_iso3": None, "place_kind": None}  # fmt: skip
VALUES = st.dictionaries(st.sampled_from(["low", "best", "high"]), st.none() | st.integers(0, 300), min_size=1)
DAYS = st.dictionaries(
    st.sampled_from(["date_start", "date_end"]), st.none() | st.dates().map(lambda day: day.isoformat()), min_size=1
)


@given(st.lists(VALUES | DAYS, max_size=5))
@settings(deadline=None)
def test_whatever_is_corrected_the_row_stays_consistent(corrections):
    row = dict(ROW)
    for given_ in corrections:
        try:
            row |= settled("f", row, given_)
        except OptionError:
            continue
        assert all(row[name] == value for name, value in given_.items() if name in ("low", "best", "high"))
        known = [row[name] for name in ("low", "best", "high") if row[name] is not None]
        assert known == sorted(known)
        if row["date_start"] and row["date_end"]:
            assert row["date_start"] <= row["date_end"]
        if row["date_edtf"]:
            time = dated(row["date_edtf"])
            assert (time.start, time.end) == (row["date_start"], row["date_end"])


VERDICTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "correct", "same", "not same", "undo"]),
        st.integers(0, 3),
        st.integers(1, 12),
    ),
    max_size=12,
)


def log(drawn):
    found = []
    for number, (verdict, row, n) in enumerate(drawn, 1):
        known = {"number": number, "verdict": verdict, "report": "r", "target": f"f-{row}", "who": "me", "at": ""}
        if verdict == "correct":
            known["fields"] = {"best": n}
        if verdict in ("same", "not same"):
            known |= {"other": f"f-{(row + 1 + n % 4) % 5}"}
        if verdict == "undo":
            if n >= number:
                continue
            known["undoes"] = n
        found.append(Judgement(**known))
    return found


@given(VERDICTS)
@settings(deadline=None)
def test_taking_everything_back_leaves_nothing(drawn):
    made = log(drawn)
    undone = [
        Judgement(
            number=100 + one.number, verdict="undo", report="r", target=one.target, undoes=one.number, who="me", at=""
        )
        for one in standing(made)
    ]
    assert not Judged([*made, *undone])


@given(VERDICTS)
@settings(max_examples=50, deadline=None)
def test_an_undone_judgement_counts_as_never_made(drawn):
    made = log(drawn)
    left, right = Judged(made), Judged(standing(made))
    assert (left.right, left.joined, left.apart) == (right.right, right.joined, right.apart)
    assert [left.review(f"f-{n}") for n in range(5)] == [right.review(f"f-{n}") for n in range(5)]
