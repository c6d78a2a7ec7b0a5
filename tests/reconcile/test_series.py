"""Series, promises, conflicts, as-of: the rules one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import context, row

from onrecord.errors import OptionError
from onrecord.reconcile.asof import held, known
from onrecord.reconcile.conflicts import conflicts
from onrecord.reconcile.periods import fitting, period_of, through
from onrecord.reconcile.promises import promises
from onrecord.reconcile.series import series, undated

PLAN = row(1200, "target", held="2031-10-01/2031-10-31", told="2031-05-10")


def points(*rows, by="quarter", **more):
    return series(rows, context(rows), by, **more)


def cells(*rows, by="quarter", **more):
    return [(p.period.name, p.low, p.best, p.high) for p in points(*rows, by=by, **more)]


def test_a_period_without_a_report_is_empty():
    rows = (row(1800, held="2031-02-01", told="2031-02-01"), row(1500, held="2031-08-01", told="2031-08-01"))
    assert cells(*rows) == [("2031-Q1", 1800, 1800, 1800), ("2031-Q2", None, None, None), ("2031-Q3", 1500, 1500, 1500)]


def test_a_carried_level_is_shown_as_such():
    rows = (row(1800, held="2031-02-01", told="2031-02-01"), row(1500, held="2031-08-01", told="2031-08-01"))
    empty = points(*rows, carry=True)[1]
    assert (empty.best, empty.carried, empty.n_reports, empty.low) == (1800, "2031-Q1", 0, None)
    assert empty.basis == "carried from 2031-Q1"


def test_best_is_the_latest_of_those_with_most_origins():
    twice = [row(1800, held="2031-04-02", told="2031-04-02") for _ in range(2)]
    once = row(1700, held="2031-06-20", told="2031-06-20")
    assert cells(*twice, once) == [("2031-Q2", 1700, 1800, 1800)]
    assert cells(twice[0], once) == [("2031-Q2", 1700, 1700, 1800)]


def test_an_origin_of_several_facts_of_a_period_counts_once():
    general = {"speaker": "Ann Lee", "speaker_kind": "named", "report": 901}
    one = points(row(1800, held="2031-05-10", **general), row(1200, "target", held="2031-06-30", **general))[0]
    assert (one.n_origins, one.n_witnesses, one.n_reports) == (1, 1, 1)
    outlet = [row(1800 - 100 * n, held=f"2031-0{4 + n}-10", told=f"2031-0{4 + n}-10", outlet="Daily") for n in (0, 1)]
    assert points(*outlet)[0][8:11] == (2, 1, 2)  # reports, origins, witnesses
    apart = [row(1800, held="2031-04-10", told="2031-04-10"), row(1500, held="2031-06-10", told="2031-06-10")]
    assert points(*apart)[0].n_origins == 2  # near miss: two outlets


def test_a_plan_is_never_best():
    assert cells(PLAN) == [("2031-Q4", 1200, None, 1200)]
    assert points(PLAN)[0].targets == (1200,)
    level = row(1800, held="2031-10-05", told="2031-10-05")
    assert cells(PLAN, level) == [("2031-Q4", 1200, 1800, 1800)]


@pytest.mark.parametrize(
    "other",
    [
        row(600, "change", held="2031-04-02"),  # a change
        row(40, "toll", held="2031-04-02"),  # a toll
        row(9000, "total", held="2031-04-02"),  # a total
        row(900, held="2031-04-02", status="possible", label="possible"),  # what might be
        row(900, held="2031-04-02", polarity="negative", label="negated"),  # what is not
        row(900, held="2031-04-02", label="denied"),  # what is denied
    ],
)
def test_what_never_enters(other):
    assert cells(other) == []
    assert cells(row(1800, held="2031-04-02"), other) == [("2031-Q2", 1800, 1800, 1800)]


def test_a_year_is_no_quarter():
    """One number for a year must not stand in all four quarters; it stands in the series by year."""
    year = row(1800, held="2031-01-01/2031-12-31")
    assert cells(year) == []
    assert undated([year], "quarter") == [year]
    assert cells(year, by="year") == [("2031", 1800, 1800, 1800)]


def test_scopes_stay_apart():
    rows = (row(1800, held="2031-04-02", scope=("active duty",)), row(2100, held="2031-04-02"))
    assert [(p.scope, p.best) for p in points(*rows)] == [((), 2100), (("active duty",), 1800)]


def test_levels_are_never_added_up():
    rows = [row(value, held="2031-04-02") for value in (1800, 700, 250)]
    assert [p.high for p in points(*rows)] == [1800]


LEVELS = st.lists(
    st.builds(
        row,
        st.sampled_from([900, 1200, 1800]),
        st.sampled_from(["level", "target", "change"]),
        st.sampled_from(["2031-02-01", "2031-05-10", "2031-12-31", "2031-01-01/2031-12-31", None]),
    ),
    max_size=8,
)


@given(LEVELS, st.sampled_from(["month", "quarter", "year", "change"]))
def test_laws_of_a_series(rows, by):
    found = points(*rows, by=by)
    levels = {one.best for one in rows if one.role == "level"}
    for point in found:
        assert point.best is None or point.best in levels
        assert (point.low is None) == (point.n_reports == 0)
        assert point.n_origins <= point.n_witnesses
        if point.best is not None:
            assert point.low <= point.best <= point.high


@given(st.dates(), st.sampled_from(["day", "month", "quarter", "year"]))
def test_a_day_is_in_its_period(day, by):
    period = period_of(day.isoformat(), by)
    assert period.start <= day.isoformat() <= period.end
    assert period_of(period.start, by) == period_of(period.end, by) == period


def test_periods_follow_one_another():
    names = [p.name for p in through(period_of("2031-11-05", "quarter"), period_of("2032-04-01", "quarter"), "quarter")]
    assert names == ["2031-Q4", "2032-Q1", "2032-Q2"]
    with pytest.raises(OptionError, match="goes by"):
        period_of("2031-11-05", "week")


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2031-03-30", "2031-04-05", "2031-Q2"),  # a week over the edge is where it ends
        ("2031-01-01", "2031-12-31", None),  # a year is no quarter
        (None, "2031-03-30", "2031-Q1"),  # until then
        ("2031-03-30T12:00", None, "2031-Q1"),  # from then on
        (None, None, None),
    ],
)
def test_what_period_a_time_belongs_to(start, end, name):
    found = fitting(start, end, "quarter")
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("later", "verdict", "why"),
    [
        ([], "OPEN", "no later report"),
        ([row(1200, held="2031-10-20", told="2031-10-20")], "MET", "in time"),
        (
            [row(1150, held="2031-10-20", told="2031-10-20")],
            "MET",
            "in time",
        ),  # beyond it, in the direction of the plan
        ([row(1200, held="2031-11-20", told="2031-11-20")], "MET", "20 days after"),
        ([row(1700, held="2031-11-20", told="2031-11-20")], "MISSED", "still 1,700"),
        (
            [row(1700, held="2031-11-20", told="2031-11-20"), row(1200, held="2031-12-20", told="2031-12-20")],
            "MISSED",
            "1,200 only on 2031-12-20",
        ),
        (
            [row(1200, held="2031-11-20", told="2031-11-20"), row(1700, held="2031-12-20", told="2031-12-20")],
            "MET",
            "20 days after",
        ),  # near miss: it went up again
        ([row(1700, held="2031-08-20", told="2031-08-20")], "OPEN", "no later"),  # it is not due yet
        ([row(1200, held="2031-10-20", told="2031-10-20", place_iso3="FIN")], "OPEN", "no later"),  # elsewhere
        ([row(1200, held="2032-10-20", told="2032-10-20")], "OPEN", "too late to tell"),  # a year later
    ],
)
def test_promises(later, verdict, why):
    start = row(1800, held="2031-05-09", told="2031-05-09")
    rows = [PLAN, start, *later]
    (found,) = promises(rows, context(rows))
    assert (found.verdict, found.due) == (verdict, "2031-10-31")
    assert why in found.why


def killed(value, **fields):
    known = {"measure": "killed", "held": "2031-05-10", "place": "Harbour", "place_kind": "settlement"}
    return row(value, "toll", **(known | fields))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (row(1800, held="2031-05-10"), row(1200, held="2031-05-10"), "source"),  # two outlets differ
        (row(1800, held="2031-05-10"), row(1800, held="2031-05-11"), None),
        (row(1762, held="2031-05-10"), row(1800, held="2031-05-10"), "rounding"),
        (row(1800, held="2031-05-10", scope=("active duty",)), row(2100, held="2031-05-10"), "scope"),
        (row(1800, held="2031-05-10"), row(1200, held="2031-05-25", told="2031-05-25"), "time"),
        (row(1800, held="2031-05-10"), row(1200, held="2031-09-25", told="2031-09-25"), None),  # it has changed since
        (row(1800, held="2031-05-10"), row(1200, held="2031-05-10", place_iso3="FIN"), None),
        (row(1800, held="2031-05-10"), row(1200, held="2031-05-10", subject_iso3="DNK"), None),
        (row(1800, held="2031-05-10"), row(1200, "target", held="2031-05-10"), None),  # what is, and what shall be
        (row(1800, held="2031-05-10", bound="more_than"), row(2300, held="2031-05-10"), None),  # more than 1,800
        (row(1800, held="2031-05-10", outlet="A"), row(1200, held="2031-05-10", outlet="A"), "open"),
        (row(4, "toll", held="2031-05-10"), row(7, "toll", held="2031-05-10"), None),  # two incidents, as far as one knows
        (killed(4), killed(7), "source"),
        (killed(4), killed(7, told="2031-05-12"), "time"),  # tolls rise
        (killed(7), killed(4, told="2031-05-12"), "source"),  # but do not fall
        (killed(4), killed(70), None),  # too far apart to be one incident
        (killed(4), killed(7, measure="missiles"), None),  # no toll of people
        (killed(4, report=1), killed(7, report=1), None),  # one report tells of two incidents
        (killed(4, report=1, speaker="Ada Berg"), killed(7, report=1, speaker="Ida Lund"), "source"),  # or names two who differ
        (killed(4, event_type="ASSAULT"), killed(7, event_type="ACCIDENT"), None),
        (row(1800, held="2031-05-10"), row(1200, held="2031-05-10", subject_iso3=None, subject="allies"), None),  # another's
        (row(180, "total", held="2031-01-01/2031-05-10"), row(120, "total", held="2031-01-01/2031-05-10"), "source"),
        (row(180, "total", held="2031-01-01/2031-05-10"), row(120, "total", held="2031-05-01/2031-05-10"), None),  # another period
        (row(10, held="2031-05-10"), row(9, held="2031-05-10"), "source"),  # ten is no rounded nine
    ],
)  # fmt: skip
def test_conflicts(one, other, kind):
    found = conflicts([one, other])
    assert [conflict.kind.name for conflict in found] == ([kind] if kind else [])
    assert all(conflict.kind.why for conflict in found)


def test_what_held_and_what_was_known():
    rows = [row(1800, held="2031-05-09", told="2031-05-09"), PLAN, row(1500, held="2031-07-01", told="2031-09-01")]
    (standing,) = held(rows, context(rows), "2031-08-01")
    assert (standing.fact.rows[0].best, standing.age) == (1500, 31)
    assert [one.best for one in standing.targets] == [1200]
    # On 1 August nobody had told yet.
    then = known(rows, "2031-08-01")
    assert [(found.fact.rows[0].best, found.age) for found in held(then, context(then), "2031-08-01")] == [(1800, 84)]
    assert held(rows, context(rows), "2031-01-01") == []
