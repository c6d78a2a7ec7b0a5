"""Whom a fact goes back to, and how many that are."""

from __future__ import annotations

from rows import context, row

from onrecord.reconcile.names import body, one_body, one_person, outlet
from onrecord.reconcile.origins import origins
from onrecord.reconcile.same import Fact

DAY = "2031-05-10"


def tree(*rows, **reports):
    return origins(Fact(rows, ()), context(rows, **reports))


def test_outlets_in_their_own_voice_are_origins():
    assert tree(row(1800, held=DAY), row(1800, held=DAY)).count == 2


def test_one_speaker_in_many_outlets_is_one():
    said = [row(1800, held=DAY, speaker=name, speaker_kind="named") for name in ("Ada Berg", "Colonel Berg", "Berg")]
    assert tree(*said).count == 1
    assert tree(*said).witnesses == 3


def test_two_first_names_are_two_people():
    assert tree(*(row(1800, speaker=name, speaker_kind="named") for name in ("Ada Berg", "Ida Berg"))).count == 2


def test_the_same_speaker_on_another_occasion_is_another_origin():
    assert (
        tree(*(row(1800, speaker="Ada Berg", speaker_kind="named", told=day) for day in (DAY, "2031-06-10"))).count == 2
    )


def test_reports_on_one_plan_have_one_origin():
    assert (
        tree(
            row(1200, "target"), row(1200, "target"), row(1200, "target", speaker="Ada Berg", speaker_kind="named")
        ).count
        == 1
    )


def test_a_level_told_with_the_plan_goes_with_it():
    rows = [row(1800, held=DAY, report=report, evidence_start=5) for report in (801, 802)]
    plans = [row(1200, "target", report=report, evidence_start=5) for report in (801, 802)]
    assert origins(Fact(tuple(rows), ()), context(rows + plans)).count == 1


def test_a_newspaper_that_has_it_from_another_is_no_origin():
    first = row(1800, held=DAY, outlet="Radio Fjord")
    assert tree(first, row(1800, held=DAY, relay=("the Radio Fjord",))).count == 1
    # It draws on the other one elsewhere in the same report.
    second = row(1800, held=DAY)
    assert tree(first, second, **{f"r{second.report}": {"relays": ("Radio Fjord",)}}).count == 1
    # It draws on one that does not state this fact.
    assert tree(first, second, **{f"r{second.report}": {"relays": ("Suvia Post",)}}).count == 2


def test_what_another_outlet_has_from_somebody_goes_back_to_them():
    first = row(1800, held=DAY, outlet="Radio Fjord", speaker="Ada Berg", speaker_kind="named")
    second = row(1800, held=DAY, relay=("Radio Fjord",))
    assert [(one.name, len(one.witnesses)) for one in tree(first, second).origins] == [("Ada Berg", 2)]


def test_a_body_is_one_origin_whoever_speaks_for_it():
    said = [
        row(1800, held=DAY, speaker="the Pentagon", speaker_kind="office"),
        row(1800, held=DAY, speaker="a Pentagon spokesman", speaker_kind="anonymous"),
        row(1800, held=DAY, speaker="Ada Berg", speaker_kind="named", speaker_roles=("Pentagon spokeswoman",)),
    ]
    assert tree(*said).count == 1
    other = row(1800, held=DAY, speaker="two State Department officials", speaker_kind="anonymous")
    assert tree(said[0], other).count == 2


def test_unnamed_people_who_tell_of_a_plan_go_with_it():
    levels = [row(1800, held=DAY, report=report, evidence_start=5) for report in (811, 812)]
    unnamed = row(1800, held=DAY, report=813, evidence_start=5, speaker="senior officials", speaker_kind="anonymous")
    plans = [row(1200, "target", report=report, evidence_start=5) for report in (811, 812)]
    plans.append(row(1200, "target", report=813, evidence_start=90))
    assert origins(Fact((*levels, unnamed), ()), context([*levels, unnamed, *plans])).count == 1


def test_copies_are_no_witnesses():
    rows = [row(1800, held=DAY) for _ in range(3)]
    marks = {f"r{one.report}": {"copy_of": rows[0].report, "copy_kind": "copy"} for one in rows[1:]}
    found = tree(*rows, **marks)
    assert (found.count, found.witnesses, len(found.origins[0].witnesses[0].copies)) == (1, 1, 2)


def test_outlets_with_one_agency_story_are_one_origin():
    rows = [row(1800, held=DAY) for _ in range(2)]
    assert tree(*rows, **{f"r{one.report}": {"agency": "Fjord Press"} for one in rows}).count == 1


def test_unknown_lineage_counts_as_none():
    anonymous = row(1800, held=DAY, speaker="a senior official", speaker_kind="anonymous")
    assert tree(anonymous).count == 0
    assert tree(row(1800, outlet=None), row(1800, outlet=None)).count == 0
    assert tree(anonymous, row(1800, held=DAY)).count == 1


def test_bodies():
    assert body("two senior Defense Department officials") == {"defense", "department"}
    assert one_body(body("the U.S. military"), body("the military"))
    assert not one_body(body("Defense Department"), body("State Department"))
    assert not body("U.S. officials") and not body("Ada Berg") and not body(None)


def test_names():
    assert outlet("www.bbc.com") == outlet("BBC News") == outlet("the BBC") == "bbc"
    assert outlet("CNN (Web News)") == outlet("CNN")
    assert outlet("Suvia Post") != outlet("Norland Post")
    assert one_person("President Donald Berg", "Berg") and not one_person("Ada Berg", "Ida Berg")
    assert not one_person("Berg", "Lund") and not one_person("", "")
