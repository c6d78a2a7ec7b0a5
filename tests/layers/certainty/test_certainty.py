"""Labels of event words: for every family two sentences it must catch and a near miss it must not."""

from __future__ import annotations

import pytest

from onrecord.intake.text import report_of
from onrecord.reader import read_page

LABELS = [
    # tense and aspect
    ("The minister resigned on Monday.", "resigned", "done"),
    ("Troops are leaving the base.", "leaving", "ongoing"),
    ("The army has left the town.", "left", "done"),
    # future
    ("The company will close two plants.", "close", "announced"),
    ("Lawmakers are going to vote next week.", "vote", "announced"),
    ("Carmaker to close two plants", "close", "announced"),
    ("Carmaker to close two plants, unions say", "close", "announced"),
    ("Airline to be sold by March, owner confirms", "sold", "announced"),
    ("To close the plants was wrong, unions say", "close", "done"),  # near miss: no one's headline
    ("The will was read aloud by a lawyer.", "read", "done"),  # near miss: a noun
    # plans, vows, orders, expectations
    ("The government plans to build a dam.", "build", "planned"),
    ("The general vowed to retake the city.", "retake", "announced"),
    ("The court ordered him to pay a fine.", "pay", "announced"),
    ("Officials are considering closing the border.", "closing", "possible"),
    ("Exports are expected to fall this year.", "fall", "planned"),
    ("He managed to reach the border.", "reach", "done"),  # near miss: an implicative
    # failing, preventing, trying
    ("The rebels failed to take the airport.", "take", "negated"),
    ("Police prevented the crowd from entering the square.", "entering", "negated"),
    ("They tried to cross the river.", "cross", "attempted"),
    ("A guard was hurt during an operation to arrest a smuggler.", "arrest", "attempted"),  # what a raid is for is not yet done
    ("She did not forget to lock the door.", "lock", "done"),  # near miss: twice turned
    ("The factory stopped making engines.", "making", "done"),  # near miss: it had made them
    # possible
    ("The storm could reach the coast.", "reach", "possible"),
    ("The talks may resume in June.", "resume", "possible"),
    ("Investors fear a recession.", "recession", "possible"),
    # hearsay
    ("The guards allegedly beat two prisoners.", "beat", "alleged"),
    ("He was held over the alleged attack.", "attack", "alleged"),
    ("He was held over the recent attack.", "attack", "done"),  # near miss
    ("The ministry claimed that the rebels had shelled a school.", "shelled", "alleged"),
    ("The ministry said that the rebels had shelled a school.", "shelled", "done"),  # near miss
    ("Two officers were accused of beating a prisoner.", "beating", "alleged"),
    # a noun before a noun stands as after "of"
    ("She received a death threat.", "death", "threatened"),
    ("The company published a merger plan.", "merger", "planned"),
    ("The company published a merger report.", "merger", "done"),  # near miss
    # denial and negation
    ("Iran denied that it had attacked the ship.", "attacked", "denied"),
    ("The minister denied taking bribes.", "taking", "denied"),
    ("The court denied the request.", "request", "done"),  # near miss: it was put forward
    ("No survivors were found.", "found", "negated"),
    ("They left without paying.", "paying", "negated"),
    ("Nobody claimed the money.", "claimed", "negated"),
    ("The president never signed the bill.", "signed", "negated"),
    # conditions
    ("If the army attacks, the rebels will retreat.", "attacks", "conditional"),
    ("If the army attacks, the rebels will retreat.", "retreat", "conditional"),
    ("Unless they pay, the clinic closes.", "pay", "conditional"),
    ("When the army attacked, the rebels retreated.", "attacked", "done"),  # near miss
    # factives, results, purposes
    ("He regretted that the talks had collapsed.", "collapsed", "done"),
    ("Shares rose to close at a record.", "close", "done"),
    ("He flew to Geneva to sign the treaty.", "sign", "planned"),
    ("Thousands gathered to protest against the law.", "protest", "done"),
    # questions and requests
    ("Did the army attack the village?", "attack", "unknown"),
    ("Lawmakers urged the president to resign.", "resign", "unknown"),
    ("Why did the army attack the village?", "attack", "done"),  # near miss: taken for granted
]  # fmt: skip


def certainty(text: str, word: str):
    page = read_page(report_of(text))[0]
    token = next(t for t in page.parse.tokens if t.text == word)
    return page.certainty[token.i]


@pytest.mark.parametrize(("text", "word", "label"), LABELS)
def test_label(text, word, label):
    assert certainty(text, word).label == label


def test_every_row_keeps_its_reason():
    found = certainty("The guards allegedly beat two prisoners.", "beat")
    assert found.label_cue is not None
    assert found.label_cue.text == "allegedly"
    assert found.why[0].rule == "hearsay adverb"


def test_a_denial_does_not_turn_the_event_round():
    found = certainty("Iran denied that it had attacked the ship.", "attacked")
    assert (found.status, found.polarity) == ("done", "positive")
    assert found.commitment[-1].polarity == "negative"
