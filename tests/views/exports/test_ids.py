"""Content hashes as ids: the same in every read and in a ledger; never the same for two rows."""

from __future__ import annotations

import msgspec
import pytest
from strike import strike

from made import record
from onrecord.concepts.ids import content_ids
from onrecord.concepts.record import Record
from onrecord.ledger.rows import content_ids as ids_of_rows
from onrecord.ledger.rows import rows_of

BOTH = pytest.mark.parametrize("made", [record(), strike()], ids=["garrison", "strike"])


@BOTH
def test_every_row_has_one_of_its_own(made: Record) -> None:
    ids = content_ids(made)
    rows = [row.id for table in ("times", "places", "statements", "events", "figures") for row in getattr(made, table)]
    assert sorted(ids) == sorted(rows)
    assert len(set(ids.values())) == len(rows)


@BOTH
def test_a_ledger_has_the_same(made: Record) -> None:
    ids = set(content_ids(made).values())
    kept = rows_of(made)
    found = {row["id"] for row in kept["figure"]}
    for kind, table in (("s", "statement"), ("e", "event")):
        found |= set(ids_of_rows(made.report.id, kind, kept[table]).values())
    assert found == {id for id in ids if id[0] in "sef"}


def test_two_rows_on_the_same_words_are_told_apart_by_their_order() -> None:
    made = strike()
    twice = msgspec.structs.replace(made, events=(*made.events, msgspec.structs.replace(made.events[0], id="e9")))
    before, after = content_ids(made), content_ids(twice)
    assert {id: after[id] for id in before} == before
    assert after["e9"] != after["e1"]


def test_another_report_has_other_ids() -> None:
    made = strike()
    other = msgspec.structs.replace(made, report=msgspec.structs.replace(made.report, id="0" * 64))
    assert not set(content_ids(made).values()) & set(content_ids(other).values())
