"""Who speaks, of what kind, when and through whom: the actor behind the source, the time of the cue."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read

SEED = (Path(__file__).parents[2] / "seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seed():
    return read(report_of(SEED, published="2020-09-10"))


def rows_of(text, published="2020-09-10"):
    record = read(report_of(text, published=published))
    names = {actor.id: actor.name for actor in record.actors}
    return [(names.get(row.speaker), row) for row in record.statements]


# first words of the content, the speaker's name, kinds that are right, day or month, outlets
SAID = [
    ("The United States will", "its commander", "Frank McKenzie", ("office", "named"), "2020-09-09", ("CNN",)),
    ("This reduced footprint", "General", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("the decision has been", "He", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("he planned to pull", "United States President", "Donald Trump", ("named",), "2020-08", ("BBC",)),
    ("In recognition of", "McKenzie", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("the United States will continue", "McKenzie", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("the troop reductions", "he", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("Over the last seven", "he", "Frank McKenzie", ("named",), "2020-09-09", ()),
    ("there could also be", "An unidentified", "official", ("anonymous",), None, ()),
]


@pytest.mark.parametrize(("begins", "source", "name", "kinds", "day", "relay"), SAID)
def test_seed(seed, begins, source, name, kinds, day, relay):
    rows = [s for s in seed.statements if s.content[0].text.startswith(begins) and s.source.text.startswith(source)]
    assert len(rows) == 1
    row = rows[0]
    names = {actor.id: actor.name for actor in seed.actors}
    assert name in names[row.speaker]
    assert row.speaker_kind in kinds
    assert (row.said_at.edtf if row.said_at else None) == day
    assert row.relay == relay


def test_nothing_is_dated_without_a_publication_date():
    record = read(report_of(SEED))
    assert all(row.said_at is None for row in record.statements)


TIMES = [
    # the time hangs on the cue, before or after it
    ("The minister said on Monday that the bridge was safe.", "2020-09-07"),
    ("On Tuesday, the army announced that the town had fallen.", "2020-09-08"),
    # near miss: the time belongs to what was said
    ("The minister said that the bridge would open on Monday.", None),
    # near miss: how long, not when
    ("The minister said for years that the bridge was safe.", None),
]


@pytest.mark.parametrize(("text", "day"), TIMES)
def test_said_at(text, day):
    _, row = rows_of(text)[0]
    assert (row.said_at.edtf if row.said_at else None) == day


def test_two_days_of_one_speaker_leave_the_rest_undated():
    text = (
        "John Miller said on Monday that the dam had burst. Miller said on Tuesday that two villages were flooded. "
        "Miller said that help was on its way."
    )
    days = [row.said_at.edtf if row.said_at else None for _, row in rows_of(text)]
    assert days == ["2020-09-07", "2020-09-08", None]


KINDS = [
    ("Anna Schmidt, the finance minister, said taxes would rise.", "named"),
    ("Reuters reported that the mine had closed.", "outlet"),
    ("Two officials said the mine had closed.", "anonymous"),
    ("The report said the mine had closed.", "document"),
    ("It was announced that the mine had closed.", "unknown"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    _, row = rows_of(text)[0]
    assert row.speaker_kind == kind


def test_a_source_is_the_actor_of_its_head():
    """ "A spokesman for X" is not X."""
    name, row = rows_of("A spokesman for Siemens said the plant would close.")[0]
    assert row.source.text == "A spokesman for Siemens"
    assert name != "Siemens"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kremlin, which had first reported two deaths, was silent.", "Kremlin"),  # "which" is the body before it
        ("Kenya, which said it would help, sent ten ships.", "Kenya"),  # and a state
    ],
)
def test_a_relative_pronoun_speaks_for_its_noun(text, name):
    record = read(report_of(text, published="2020-09-10"))
    speaker = next(actor for actor in record.actors if actor.id == record.statements[0].speaker)
    assert name in speaker.name or name in [mention.text for mention in speaker.mentions]
