"""The facts that a ledger keeps are those that joining all of its figures at once would make, whatever came in what order."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.concepts.report import report_id
from onrecord.errors import OptionError
from onrecord.ledger import judge
from onrecord.reconcile import same
from onrecord.reconcile.features import decide
from onrecord.reconcile.nearby import box, reach
from onrecord.reconcile.same import facts, linked
from onrecord.views.ledger.stored import stored
from views import made

ME = judge.By("me")
DAYS = ("2031-05-10", "2031-05-12", "2031-06-01", "2031-07-15")
SPECS = st.tuples(
    st.sampled_from([20, 1800, 1850, 1900]),
    st.sampled_from(["level", "target", None]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from([None, "SWE", "FIN"]),
    st.sampled_from([None, "NOR", "DNK"]),
    st.booleans(),
)
REPORTS = st.lists(
    st.tuples(st.sampled_from([None, *DAYS]), st.lists(SPECS, min_size=1, max_size=2)), min_size=2, max_size=8
)


def record(number, told, specs):
    """A report with some figures, at places of the text made by hand."""
    text = f"{made.TEXT} Edition {number}."
    report = replace(made.record().report, id=report_id(text, told, None), text=text, published=told)
    figures = [
        replace(
            figure, id=f"f{n}", low=value, best=value, high=value, role=role, as_of=made.day(held) if held else None, place=None,
            place_iso3=place, subject=None, subject_iso3=subject, approx=approx, pair=None, part_of=None, same_as=None,
        )
        for n, (figure, (value, role, held, place, subject, approx)) in enumerate(zip(made.FIGURES, specs, strict=False), 1)
    ]  # fmt: skip
    return replace(made.record(), report=report, figures=tuple(figures))


def parted(found):
    return sorted(sorted(row.figure_id for row in fact.rows) for fact in found)


def holds(store):
    rows = store.figures()
    assert all(row.fact for row in rows)
    assert parted(facts(rows)) == parted(facts([replace(row, fact=0) for row in rows]))
    assert store.verify() == []


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from([2, 3, 120]), st.data())
def test_facts_kept_are_facts_joined_at_once(reports, large, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(same, "LARGE", large)
        _joined_at_once(reports, data)


def _joined_at_once(reports, data):
    with tempfile.TemporaryDirectory() as folder, stored(Path(folder) / "a.ledger", write=True) as store:
        for number, (told, specs) in enumerate(reports):
            store.add(record(number, told, specs))
            if data.draw(st.booleans()):
                store.join()
        store.join()
        holds(store)
        for verdict in data.draw(
            st.lists(st.sampled_from(["reject", "same", "not same", "correct", "undo", "remove"]), max_size=5)
        ):
            rows = store.figures()
            if len(rows) < 2:
                break
            one, other = data.draw(st.permutations(rows))[:2]
            decided(store, verdict, f"{one.report}:f{one.n}", f"{other.report}:f{other.n}")
            holds(store)


def decided(store, verdict, one, other):
    if verdict == "remove":
        store.remove(int(one.split(":")[0]))
        return
    with suppress(OptionError), store.judging() as ledger:  # what was said before may stand against it
        row, second = judge.target(ledger, one), judge.target(ledger, other)
        if verdict == "correct":
            judge.correct(ledger, row, {"best": 1800}, ME)
        elif verdict == "reject":
            judge.review(ledger, "reject", row, ME)
        elif verdict == "undo":
            if ledger.execute("SELECT 1 FROM standing").fetchone():
                judge.undo(ledger, None, ME)
        else:
            judge.pair(ledger, verdict, row, second, ME)


ROWS = st.builds(
    lambda number, told, spec: (number, told, spec), st.integers(1, 9), st.sampled_from([None, *DAYS]), SPECS
)  # fmt: skip


def test_rows_lie_in_reach_of_what_they_are_linked_with(tmp_path):
    with stored(tmp_path / "a.ledger", write=True) as store:
        specs = [
            (v, r, h, p, s, a)
            for v in (1800, 1900)
            for r in ("level", None)
            for h in (None, *DAYS)
            for p in ("SWE", None)
            for s in ("NOR",)
            for a in (True, False)
        ]
        for number, spec in enumerate(specs):
            store.add(record(number, DAYS[number % 4], [spec]))
        rows = store.figures()
    for one in rows:
        for other in rows:
            if one is not other and linked(one, other):
                assert any(meets(box(other), side) for side in reach(one)), (one, other)


def meets(box, reach):
    return all(box[at] <= reach[at + 1] and box[at + 1] >= reach[at] for at in range(0, 8, 2))


def test_a_row_is_most_like_itself(tmp_path):
    """What is alike in all that is looked at is joined first: no other link may be surer."""
    with stored(tmp_path / "a.ledger", write=True) as store:
        for number, value in enumerate((20, 1800, 1850)):
            for place in ("SWE", None):
                store.add(record(2 * number + bool(place), DAYS[0], [(value, "level", DAYS[0], place, "NOR", False)]))
        rows = store.figures()
    for one in rows:
        assert all(decide(one, one).points >= decide(one, other).points for other in rows)


def test_a_new_rule_joins_anew(tmp_path):
    path = tmp_path / "a.ledger"
    with stored(path, write=True) as store:
        store.add(record(1, DAYS[0], [(1800, "level", DAYS[0], "SWE", "NOR", False)]))
        store.add(record(2, DAYS[0], [(1800, "level", DAYS[0], "SWE", "NOR", False)]))
        store.join()
        store._ledger.execute("UPDATE joining SET rules = 'older'")
        store._ledger.execute("UPDATE figure_row SET fact = NULL")
    with stored(path) as store:  # what was joined by other rules is not shown, but joined for the answer
        assert [len(fact.rows) for fact in facts(store.figures())] == [2]
        assert not any(row.fact for row in store.figures())
    with stored(path, write=True) as store:
        store.join()
        assert len({row.fact for row in store.figures()}) == 1


def test_a_removed_report_leaves_no_name(tmp_path):
    with stored(tmp_path / "a.ledger", write=True) as store:
        store.add(record(1, DAYS[0], [(1800, "level", DAYS[0], "SWE", "NOR", False)]))
        store.remove(1)
        tables = ("person", "spot", "signature", "nearby", "unjoined", "figure_row")
        assert [store._ledger.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [0] * 6
