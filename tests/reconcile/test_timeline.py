"""Events of several reports that are one."""

from __future__ import annotations

from itertools import count

import pytest
from rows import row

from onrecord.concepts.rows import EventRow
from onrecord.reconcile.timeline import timeline

_NUMBERS = count(1)


def event(day="2031-05-10", **fields) -> EventRow:
    n = next(_NUMBERS)
    known = {
        "event_id": f"e-{n}", "report": n, "n": 1, "type": "ASSAULT", "trigger": "attacked", "actors": ("rebels",),
        "recipients": ("Norland’s army",), "places": ("Harbour",), "iso3": ("SWE",), "earliest": day, "latest": day, "edtf": day,
        "status": "done", "polarity": "positive", "label": "done", "quote": "", "outlet": None, "published": day, "copy_of": None,
    }  # fmt: skip
    return EventRow(**(known | fields))


@pytest.mark.parametrize(
    ("other", "clusters"),
    [
        (event(), 1),
        (event("2031-05-11"), 1),  # over night
        (event("2031-05-14"), 2),
        (event(actors=("The Rebels",)), 1),  # written otherwise
        (event(actors=("police",)), 2),
        (event(recipients=("villagers",)), 2),
        (event(places=("Hilltown",)), 2),  # another town
        (event(places=("Sweden",)), 1),  # the country that the town is in
        (event(places=()), 1),  # it is not said where
        (event(actors=(), places=("Harbour",)), 1),  # who did it is not said
        (event(earliest="2031-05-01", latest="2031-05-31"), 2),  # some time in the month
        (event(type="CONSULT"), 2),
        (event(actors=(), recipients=(), type="CONSULT"), 2),  # nobody is named: not enough but for an incident
        (event(label="planned"), 1),  # what is planned is on no timeline
        (event(earliest=None, latest=None), 1),
    ],
)
def test_clusters(other, clusters):
    assert len(timeline([event(), other], [])) == clusters


def test_somebody_with_a_name_is_the_same_in_two_towns():
    shot = event(recipients=("Ada Lund Berg",), actors=("police",))
    assert (
        len(timeline([shot, event(recipients=("Ada Lund Berg",), actors=("police",), places=("Hilltown",))], [])) == 1
    )
    assert (
        len(timeline([shot, event(recipients=("one insurgent",), actors=("police",), places=("Hilltown",))], [])) == 2
    )


def test_best_date_and_tolls():
    rows = [event(), event(), event("2031-05-11")]
    figures = [
        row(value, "toll", measure="killed", report=one.report, event=1)
        for value, one in zip((30, 40, 40), rows, strict=True)
    ]
    (cluster,) = timeline(rows, figures)
    assert (cluster.date, len(cluster.rows)) == ("2031-05-10", 3)
    assert cluster.tolls == (("killed", 30, 40, 40, None),)


def test_an_incident_without_names_goes_to_that_of_its_town_and_day():
    told = [event(), event(), event(recipients=("two clerks",), actors=("a gang",))]
    blast = {"actors": (), "recipients": (), "trigger": "blast"}
    assert [len(one.rows) for one in timeline([*told, event(**blast)], [])] == [3, 1]
    assert [len(one.rows) for one in timeline([event(**blast), event(**blast)], [])] == [2]  # one another
    apart = [event("2031-05-11", **blast), event(**blast, places=("Sweden",)), event(**blast, places=("Hilltown",))]
    for other in apart:  # near misses: another day, a whole country, another town
        assert len(timeline([event(), other], [])) == 2
    assert len(timeline([event(type="CONSULT"), event(type="CONSULT", **blast)], [])) == 2


def test_tolls_of_two_states_stay_apart():
    one = event()
    figures = [row(13, "toll", measure="killed", report=one.report, n=1, event=1, subject_iso3="USA"),
               row(170, "toll", measure="killed", report=one.report, n=2, event=1, subject_iso3="AFG"),
               row(180, "toll", measure="killed", report=one.report, n=3, event=1, subject_iso3=None)]  # fmt: skip
    (cluster,) = timeline([one], figures)
    assert [(toll.name, toll.best) for toll in cluster.tolls] == [
        ("killed", 180),
        ("killed (AFG)", 170),
        ("killed (USA)", 13),
    ]
    (cluster,) = timeline([one], figures[1:])  # near miss: one state, and those of whom nothing is said
    assert [(toll.name, toll.low, toll.high) for toll in cluster.tolls] == [("killed", 170, 180)]


def test_what_people_joined_is_one_and_what_they_parted_is_two():
    far = [event(joined="e-a"), event("2031-09-01", type="CONSULT", joined="e-a")]
    assert [len(cluster.rows) for cluster in timeline([*far, event()], [])] == [3]
    one = event(apart=("e-x",))
    assert len(timeline([one, event(event_id="e-x", apart=(one.event_id,))], [])) == 2
