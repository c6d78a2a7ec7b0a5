"""Statements by family: sentences that must give one, and near misses that must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.layers.parsing.layer import parse
from onrecord.layers.statements.layer import statements

S = "say"
DIRECT = [
    # cue after, before, inside; one statement each
    ("“We will stay,” the mayor said.", [("the mayor", "said", "We will stay", "direct", S)]),
    ("The mayor said: “We will stay.”", [("The mayor", "said", "We will stay.", "direct", S)]),
    ("“We will stay,” said Anna Meier, “and rebuild.”", [("Anna Meier", "said", "We will stay … and rebuild.", "direct", S)]),
    ("“We will stay,” the mayor said. “It is home.”", [("the mayor", "said", "We will stay … It is home.", "direct", S)]),
    # a colon after a verb that is no cue
    (
        "The coach shook his head: “We were never in the game.”",
        [("The coach", "shook", "We were never in the game.", "direct", S)],
    ),
    # what follows on the other side of the cue is the author's
    ("“He really came,” Anna said, and the doors closed behind her.", [("Anna", "said", "He really came", "direct", S)]),
    # near misses: titles and words in marks
    ("The film “Lawrence of Arabia” was shown in the camp.", []),
    ("The so-called “safe zone” was shelled.", []),
]  # fmt: skip
INDIRECT = [
    ("The army said it had left the town.", [("The army", "said", "it had left the town", "indirect", S)]),
    ("Two soldiers died, the army said, and four were hurt.",
     [("the army", "said", "Two soldiers died … and four were hurt", "indirect", S)]),
    ("The mine has closed, the agency reported on Friday.", [("the agency", "reported", "The mine has closed", "indirect", S)]),
    ("As the minister said, the war is over.", [("the minister", "said", "the war is over", "indirect", S)]),
    # aside of the author, and a second cue with a subject it inherits
    ("The army said it had killed ten fighters, adding that two soldiers died.",
     [("The army", "said", "it had killed ten fighters", "indirect", S),
      ("The army", "adding", "two soldiers died", "indirect", S)]),
    ("The minister, who said he was tired, resigned.", [("who", "said", "he was tired", "indirect", S)]),
    ("The mayor says she likes the plan and calls it fair.",
     [("The mayor", "says", "she likes the plan", "indirect", S), ("The mayor", "calls", "it fair", "indirect", S)]),
    # what did happen after what was said would
    ("The senator said he would come, but did not show up.", [("The senator", "said", "he would come", "indirect", S)]),
    # the parser loses these clauses
    ("The mayor told the court he was ill.", [("The mayor", "told", "he was ill", "indirect", S)]),
    ("Officials have not said when the base will reopen.",
     [("Officials", "said", "when the base will reopen", "indirect", S)]),
    ("The ministry said in a statement that the road was open.",
     [("The ministry", "said", "the road was open", "indirect", S)]),
    # passives
    ("It was announced that the talks had failed.", [(None, "announced", "the talks had failed", "indirect", "announce")]),
    ("He was quoted as saying that the war was over.", [("He", "saying", "the war was over", "indirect", S)]),
    ("The leader is said to be ill.", [(None, "said", "The leader … to be ill", "indirect", S)]),
    ("The leader is believed to have fled.", [(None, "believed", "The leader … to have fled", "indirect", "believe")]),
    # two speakers taken for a part of what they said
    ("The strike killed six people, medics and residents said.",
     [("medics and residents", "said", "The strike killed six people", "indirect", S)]),
    ("The United States has cut its forces in Mali by 2,000, to about 12,000 troops, the top American commander, Gen. Ada S. Berg, said Monday.",
     [("Gen. Ada S. Berg", "said", "The United States has cut its forces in Mali by 2,000, to about 12,000 troops, the top American commander", "indirect", S)]),
    ("The premier vowed to hunt them down and repeated that the troops would leave.",
     [("The premier", "vowed", "to hunt them down", "indirect", "promise"),
      ("The premier", "repeated", "the troops would leave", "indirect", S)]),
    # near misses: nothing is said
    ("The soldiers left the town at dawn.", []),
    ("He told the time by the sun.", []),
]  # fmt: skip
SOURCES = [
    ("According to the army, the road is closed.", [("the army", "According to", "the road is closed", "indirect", S)]),
    (
        "Ten people, according to medics, were hurt.",
        [("medics", "according to", "Ten people … were hurt", "indirect", S)],
    ),
    ("The road is closed, according to the army.", [("the army", "according to", "The road is closed", "indirect", S)]),
    ("The report said ten people died.", [("The report", "said", "ten people died", "indirect", S)]),
    # near miss
    ("The players lined up according to their height.", None),
]
NOUNS = [
    ("The minister’s claim that the dam was safe was false.",
     [("The minister", "claim", "the dam was safe", "indirect", "claim")]),
    ("Her promise to lower taxes was kept.", [("Her", "promise", "to lower taxes", "indirect", "promise")]),
    ("Officials made no statement that the road was open.",
     [("Officials", "statement", "the road was open", "indirect", S)]),
    # near misses: nobody owns it, nothing is claimed
    ("A promise is a promise.", []),
    ("The claim that he filed was rejected by the insurer.", None),
]  # fmt: skip
ACTS = [
    ("The group denied responsibility for the attack.", "responsibility for the attack", "deny"),
    ("Iran denied that it had sent weapons.", "it had sent weapons", "deny"),
    ("Israel accused the group of firing rockets.", "the group of firing rockets", "accuse"),
    ("The court ordered the army to leave the camp.", "to leave the camp", "order"),
    ("The envoy asked for more time.", "more time", "ask"),
    ("Rebels threatened to attack the capital.", "to attack the capital", "threaten"),
    ("The premier vowed to fight on.", "to fight on", "promise"),
    ("The premier promised that taxes would fall.", "taxes would fall", "promise"),
    ("The union called for a strike.", "a strike", "propose"),
    ("Experts warned that the dam could burst.", "the dam could burst", "warn"),
    ("The villagers think the rebels will return.", "the rebels will return", "believe"),
    ("The ministry plans to send more troops.", "to send more troops", "intend"),
    ("The airline wants to cut jobs.", "to cut jobs", "intend"),
    ("The minister described the raid as a failure.", "the raid as a failure", "say"),
    ("The mayor declined to comment.", "to comment", "refuse"),
    ("The state’s local affiliate claimed responsibility for the attack.", "responsibility for the attack", "claim"),
    ("The president ordered 3,000 troops to the border.", "3,000 troops to the border", "order"),
]
# What cue words mean beside things, in war, in commands and negations of speaking.
UNSAID = [
    "The earthquake claimed the lives of ten people.",
    "Gunners shot down two drones over the city.",
    "The militia defended the city against the rebels.",
    "The high stakes underscore the need for talks.",
    "Do not expect the road to open soon.",
    "He left without saying where he would go.",
    "Everybody knows the road is closed.",
]
HEADLINES = [
    ("US to cut troops: Pentagon\n\nThousands are to leave.", ("Pentagon", ":", "US to cut troops")),
    ("Minister: Troops will stay\n\nThey are there for good.", ("Minister", ":", "Troops will stay")),
]


@pytest.mark.parametrize(("text", "rows"), DIRECT + INDIRECT)
def test_said(said, text, rows):
    assert said(text) == rows


@pytest.mark.parametrize(("text", "rows"), SOURCES + NOUNS)
def test_sources_and_nouns(said, text, rows):
    found = said(text)
    assert found == rows if rows is not None else all(row[1] not in ("according to", "claim") for row in found)


@pytest.mark.parametrize(("text", "content", "act"), ACTS)
def test_act(said, text, content, act):
    assert [(row[2], row[4]) for row in said(text)] == [(content, act)]


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said(said, text):
    assert said(text) == []


KINDS = [
    ("The newspaper said the mine had closed.", "outlet"),
    ("The state news agency said the mine had closed.", "outlet"),
    ("Deutsche Welle said the mine had closed.", "outlet"),
    ("The Northern Herald said the mine had closed.", "outlet"),
    ("An unnamed minister said the mine had closed.", "anonymous"),
    ("Residents said the mine had closed.", "anonymous"),
    ("The minister said the mine had closed.", "office"),
    ("A survey said the mine had closed.", "document"),
    ("Anna Meier said the mine had closed.", "named"),
    # near misses: a refugee agency is no outlet, a pronoun is anybody
    ("The refugee agency said the mine had closed.", "office"),
    ("She said the mine had closed.", "unknown"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_by_the_form_of_the_source(found, text, kind):
    assert [row.speaker_kind for row in found(text)] == [kind]


@pytest.mark.parametrize(("text", "row"), HEADLINES)
def test_headline(said, text, row):
    assert said(text)[0][:3] == row


def test_a_headline_without_a_source_is_no_statement(said):
    assert said("The bridge: a history\n\nIt was built in a year.") == []


def test_a_speaker_of_his_own_words_is_no_second_source(said):
    """ "I think" is a hedge of the speaker."""
    assert len(said("“I think we will win,” the coach said.")) == 1


def test_quotation_over_paragraphs(found):
    text = (
        "“We came by night,” the driver said. “The road was empty.\n\n“At dawn they let us in.”\n\nThe road is closed."
    )
    rows = found(text)
    assert [span.text for span in rows[0].content] == [
        "We came by night",
        "The road was empty.",
        "At dawn they let us in.",
    ]
    assert len(rows) == 1


def test_quotation_whose_cue_comes_in_the_second_paragraph(found):
    rows = found("“We came by night.\n\n“At dawn they let us in,” the driver told reporters.")
    assert [span.text for span in rows[0].content] == ["We came by night.", "At dawn they let us in"]


def test_transcript(said):
    rows = said("The talk was long.\n\nSMITH: Will you stay?\n\nJONES: We will see about that.")
    assert [row[:3] for row in rows] == [("SMITH", ":", "Will you stay?"), ("JONES", ":", "We will see about that")]


def test_nested_sources(found):
    outer, inner = found("The paper reported that officials had told the mayor the bridge would close.")
    assert (inner.source.text, inner.parent) == ("officials", outer.id)


RELAYS = [
    ("“We want peace,” the envoy told the BBC.", ("BBC",), "the BBC"),
    ("In an interview with CNN, the general said the mission was over.", ("CNN",), "an interview with CNN"),
    ("Speaking to Reuters, the official said that talks had begun.", ("Reuters",), "Reuters"),
    ("Interfax quoted the minister as saying that the war was over.", ("Interfax",), None),
    ("Mr. Miller, speaking on Fox News, said the troops would stay.", ("Fox News",), "Fox News"),
    # near miss: a venue, but no outlet
    ("The envoy told the council that talks had begun.", (), "the council"),
]


@pytest.mark.parametrize(("text", "relay", "venue"), RELAYS)
def test_relay(found, text, relay, venue):
    row = found(text)[0]
    assert row.relay == relay
    assert (row.venue.text if row.venue else None) == venue


CHAINS = [
    # the source and the relay of the first of two remarks that close a sentence
    ("Peru will cut its force in Chad from 900 to 500 in May, its commander in the region announced on Friday, CNN reported.", "its commander in the region", ("CNN",)),
    ("Some 2,000 troops will leave Chad within weeks, the ministry's spokesman announced, the BBC reported on Monday.", "the ministry's spokesman", ("BBC",)),
    ("Peru will withdraw 400 soldiers by May, a defence official confirmed on Friday, Reuters reported.", "a defence official", ("Reuters",)),
    ("Peru bought 36 jets, a deal announced on Friday, Reuters reported.", "Reuters", ()),  # near miss: a deal says nothing
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "relay"), CHAINS)
def test_chains(found, text, source, relay):
    rows = found(text)
    inner = min(rows, key=lambda row: row.cue.start)
    assert (inner.source.text, inner.relay) == (source, relay)


def test_an_outlet_that_reports_anothers_words_is_their_relay(found):
    rows = found("The plant will close in May, its owner announced on Monday, Reuters reported.")
    owner = next(row for row in rows if row.cue.text == "announced")
    assert owner.relay == ("Reuters",)
    assert next(row for row in rows if row.id == owner.parent).speaker_kind == "outlet"


def test_an_agency_that_closes_the_sentence_reports_all_of_it(found):
    outer, inner = found("The ministry said its planes had struck 24 targets, Interfax news agency reported.")
    assert outer.content[0].text == "The ministry said its planes had struck 24 targets"
    assert (inner.content[0].text, inner.parent, inner.relay) == (
        "its planes had struck 24 targets",
        outer.id,
        ("Interfax",),
    )


def test_every_statement_says_why(found):
    for row in found("“We will stay,” the mayor told CNN. He added that the school would open."):
        assert {"content", "source"} <= {reason.field for reason in row.why}
        assert row.rule


PIECES = ["“", "”", '"', "'", "‘", "’", "he said", "The army", "that", "according to", ",", ".", ":", "\n\n", "\n", "told reporters",
          "leave", "adding", "«", "»", "CNN", "was quoted as saying", "-", "plans to go"]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_any_text_gives_sound_statements(text):
    rows = statements(parse(text))
    assert [row.id for row in rows] == [f"s{number}" for number in range(1, len(rows) + 1)]
    for row in rows:
        assert row.content
        places = [(span.start, span.end) for span in row.content]
        assert places == sorted(places)
        for span in filter(None, (*row.content, row.cue, row.source, row.venue)):
            assert text[span.start : span.end] == span.text != ""
        assert row.parent != row.id
