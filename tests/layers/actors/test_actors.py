"""Who is spoken of: for every family of rules two sentences that it must catch and a near miss that it must not."""

from __future__ import annotations

import re

import pytest
from acting import actors_in, chains
from hypothesis import example, given, settings
from hypothesis import strategies as st

# text; words of the first mention; words of the second; are the two one actor?
LINKS = [
    # names and their shortenings
    ("Ann Jones spoke first. Later Jones left.", "Ann Jones", "Jones left", True),
    ("The Boeing Company cut jobs. Boeing said no more.", "The Boeing Company", "Boeing said", True),
    ("Ann Jones spoke. Her rival Peter Smith did not.", "Ann Jones", "Peter Smith", False),
    ("Mr. Hall met Mrs. Hall.", "Hall met", "Hall.", False),  # near miss: two people of one name
    # acronyms and brackets
    ("The Harbour Workers Union (HWU) called a strike. The HWU has 400 members.", "The Harbour Workers Union", "HWU has", True),
    ("ISIS [Islamic State group] lost the town. The Islamic State group fled.", "ISIS", "Islamic State group fled", True),
    ("The Harbour Workers Union met the Dock Owners League (DOL).", "The Harbour Workers Union", "DOL", False),
    # titles, appositions, predicates, offices
    ("President Ann Jones spoke. The president then left.", "Ann Jones", "The president", True),
    ("The army chief, Peter Smith, resigned.", "The army chief", "Peter Smith", True),
    ("Peter Smith, a former teacher, was hurt. The teacher was taken away.", "Peter Smith", "The teacher", True),
    ("The ministry’s spokesman spoke. General Peter Smith was not there.", "The ministry’s spokesman", "Peter Smith", False),
    ("The commander ordered a retreat. On Friday General Peter Smith said it was over.", "The commander", "Peter Smith", True),
    ("President Ann Jones met President Peter Smith. Reporters waited. It rained. Nobody came. The president slept.",
     "Ann Jones", "The president slept", False),  # near miss: two presidents
    # nominals
    ("A young teacher was hurt. The teacher was taken to hospital.", "A young teacher", "The teacher", True),
    ("The Harbour Workers Union called a strike. The union has 400 members.", "The Harbour Workers Union", "The union", True),
    ("A French teacher met a German teacher. The German teacher spoke.", "A French teacher", "The German teacher", False),
    # pronouns
    ("Ann Jones said that she would resign.", "Ann Jones", "she", True),
    ("Peter Smith hit the wall because he was tired.", "Peter Smith", "he", True),
    ("The workers said they would strike.", "The workers", "they", True),
    ("Peter Smith met Ann Jones because she had asked.", "Peter Smith", "she", False),
    ("Peter Smith saw him.", "Peter Smith", "him", False),  # near miss: not reflexive
    ("Peter Smith and Ann Jones said they were glad.", "Peter Smith and Ann Jones", "they", True),
    ("France said it would pay.", "France", "it", True),
    ("France said it was clear that snow would fall.", "France", "it was", False),  # near miss: "it" stands for nothing
    ("The senator, who spoke on Friday, said he was tired.", "The senator", "he", True),
    ("The refugees crossed into Poland. Poland fed them.", "The refugees", "them", True),
    # bodies by a plain noun, and by a name before it
    ("The Church of Scientology sued. The church lost.", "The Church of Scientology", "The church", True),
    ("The Clean Rivers Fund paid. The fund is small.", "The Clean Rivers Fund", "The fund", True),
    ("The Clean Rivers Fund paid. The church is small.", "The Clean Rivers Fund", "The church", False),
    # states
    ("French minister Ann Jones spoke. She said France and her country’s farms would gain.", "France and", "her country", True),
    ("Ann Jones spoke. She said France and her country would gain.", "France and", "her country", False),
    ("Iraq asked for help. The government of Iraq was silent.", "Iraq asked", "The government", True),
    ("The Iraqi government fell. The government had lost a vote in Iraq.", "Iraq.", "The government", False),
    # offices of several words, nominees, lists
    ("Ann Jones, the head of the Harbour Workers Union, spoke. Jones was glad.", "the head", "Jones was", True),
    ("Ann Jones led in the polls. The Republican nominee smiled.", "Ann Jones", "The Republican nominee", True),
    ("Ann Jones met Peter Smith. The Republican nominee smiled.", "Ann Jones", "The Republican nominee", False),
    ("Bob Jones resigned. Robert Jones had led the firm.", "Bob Jones", "Robert Jones", True),
    # speakers
    ('"I will not go," Peter Smith said.', "Peter Smith", "I", True),
    ('"I will not go," Ann Jones told Peter Smith.', "Peter Smith", "I", False),
    # states and forces
    ("US troops left. The United States will send no more, and America agreed.", "The United States", "America", True),
    ("French forces advanced. The French forces met no one.", "French forces", "The French forces", True),
    ("French forces advanced. The German forces stayed.", "French forces", "The German forces", False),
]  # fmt: skip


def start_of(text: str, words: str) -> int:
    """Where whole words stand."""
    found = re.search(rf"\b{re.escape(words)}(?!\w)", text)
    assert found
    return found.start()


@pytest.mark.parametrize(
    ("text", "one", "other", "same"), LINKS, ids=[f"{row[1]} = {row[2]}: {row[3]}" for row in LINKS]
)
def test_links(text: str, one: str, other: str, same: bool) -> None:
    at = [start_of(text, one), start_of(text, other)]
    found = [
        {
            number
            for number, actor in enumerate(actors_in(text))
            for m in actor.mentions
            if m.start <= start < m.end or m.start - 4 == start
        }
        for start in at
    ]
    assert bool(found[0] & found[1]) == same


# text; words of a mention; kind, sectors, state
TRAITS = [
    ("The Kremlin did not reply.", "Kremlin", "government", ("GOV",), "RUS"),
    ("Hezbollah denied it.", "Hezbollah", "armed_group", ("REB", "PTY"), "LBN"),
    ("Reuters reported the strike.", "Reuters", "outlet", ("JRN",), None),
    ("The Ministry of Health closed schools.", "The Ministry of Health", "government", ("GOV",), None),
    ("Kenyan police arrested two men.", "Kenyan police", "police", ("COP",), "KEN"),
    ("Iraqi soldiers left the base.", "Iraqi soldiers", "military", ("MIL",), "IRQ"),
    ("Gunmen attacked a bus.", "Gunmen", "armed_group", ("UAF",), None),
    ("Reporters waited outside.", "Reporters", "group", ("JRN",), None),
    ("French Foreign Minister Ann Jones spoke.", "Ann Jones", "person", ("GOV",), "FRA"),
    ("Google cut 400 jobs.", "Google", "company", ("BUS",), "USA"),
    ("France sent ships.", "France", "state", ("GOV",), "FRA"),
    ("Saddam Hussein fell.", "Saddam Hussein", "person", ("GOV",), "IRQ"),
    ("President Mubarak resigned.", "Mubarak", "person", ("GOV",), "EGY"),
    ("Carlos Mubarak sells cars.", "Carlos Mubarak", "person", (), None),  # near miss: the name alone is no leader
    ("Libyan leader Omar Hadi spoke.", "Omar Hadi", "person", ("GOV",), "LBY"),
    ("Former French minister Ann Jones spoke.", "Ann Jones", "person", ("ELI",), "FRA"),
    ("Thousands of Kenyans marched.", "Kenyans", "group", ("CVL",), "KEN"),
    ("US forces in Iraq left.", "US forces in Iraq", "military", ("MIL",), "USA"),
    ("Iraqi raids killed ten.", "Iraqi", "state", ("GOV",), "IRQ"),
    ("UN Secretary-General Kofi Annan spoke.", "Kofi Annan", "person", ("IGO", "GOV"), None),
    ("Hezbollah commanders met.", "Hezbollah commanders", "armed_group", ("REB", "PTY"), "LBN"),
    # anonymous sources
    ("An unidentified official said talks had failed.", "An unidentified official", "anonymous", ("GOV",), None),
    (
        "Two people familiar with the matter said talks had failed.",
        "Two people familiar with the matter",
        "anonymous",
        ("CVL",),
        None,
    ),
    ("Residents said shells had hit the town.", "Residents", "anonymous", ("CVL",), None),
    ("Residents fled the town.", "Residents", "group", ("CVL",), None),  # near miss: not a source
    # what only persons suffer tells a person, whatever the noun may mean else
    ("Police detained an individual near the gate.", "an individual", "person", ("CVL",), None),
    ("Police arrested a suspected forger.", "a suspected forger", "person", (), None),
]


@pytest.mark.parametrize(("text", "words", "kind", "sectors", "iso3"), TRAITS, ids=[row[1] for row in TRAITS])
def test_traits(text: str, words: str, kind: str, sectors: tuple[str, ...], iso3: str | None) -> None:
    actor = next(
        actor for actor in actors_in(text) if any(mention.text in (words, f"The {words}") for mention in actor.mentions)
    )
    assert (actor.kind, actor.sectors, actor.iso3) == (kind, sectors, iso3)


# text; names of persons; names of bodies: the labels of the parse put right
NAMES = [
    ("Mr. Boland said no. Mrs. Kaya agreed.", {"Boland", "Kaya"}, set()),
    ("The Mayor of Leeds met Imam Farouk Hadi.", {"Farouk Hadi"}, set()),
    ("Tareeq Hadi, 34, was hurt.", {"Tareeq Hadi"}, set()),
    ("The Labour Party's Ann Jones spoke.", {"Ann Jones"}, {"Labour Party"}),
    ("Interior Minister Ann Jones spoke.", {"Ann Jones"}, set()),  # near miss: "Interior" is no body
    ("The Clean Harbour Act was passed.", set(), set()),  # near miss: a law
    ("The Harbour Workers Union called a strike.", set(), {"Harbour Workers Union"}),
    ("The solid waste management (SWM) plan failed.", set(), set()),  # near miss: an acronym of a thing
]


@pytest.mark.parametrize(("text", "persons", "bodies"), NAMES, ids=[row[0] for row in NAMES])
def test_names(text: str, persons: set[str], bodies: set[str]) -> None:
    named = [
        (actor.kind, mention.text.removeprefix("The ").removeprefix("the "))
        for actor in actors_in(text)
        for mention in actor.mentions
        if mention.form == "name"
    ]
    assert {words for kind, words in named if kind == "person"} == persons
    assert {words for kind, words in named if kind not in ("person", "state", "group")} == bodies


def test_what_nobody_does_to_persons_makes_no_person() -> None:
    assert not actors_in("They bought a printer and hung a poster.")


def test_roles_and_membership() -> None:
    text = "Peter Smith, a spokesman for the Harbour Workers Union, said no."
    person, body = actors_in(text)[:2]
    assert [role.text for role in person.roles] == ["spokesman"]
    assert person.member_of == body.id


HEADS = [
    # the name stands behind the body, and the parser takes it for the body's
    ("The head of US Central Command, Gen. Ann Lee, said no.", "head", "Ann Lee"),
    ("Troops stay, the chief of the Harbour Agency, Ann Lee, said on Friday.", "chief", "Ann Lee"),
    (
        "A friend of the head of US Central Command, Gen. Ann Lee and two others left.",
        "head",
        None,
    ),  # near miss: no closing comma
]


@pytest.mark.parametrize(("text", "role", "name"), HEADS)
def test_a_name_behind_a_body_is_its_head(text, role, name) -> None:
    holders = [actor.name for actor in actors_in(text) if any(role == given.text for given in actor.roles)]
    assert holders == ([name] if name else [])


def test_an_interview_knows_who_answers() -> None:
    text = (
        "Ann Jones builds boats. The Tribune interviewed her.\n\nWhy do you build boats?\n\nI have always liked the sea. My mother"
        " took me along.\n\nHow many have you built?\n\nI think about thirty. We sold most of them."
    )
    guest = next(chain for chain in chains(text) if "Ann Jones" in chain)
    assert guest.count("I") == 2
    assert {"you", "My", "me", "her"} <= set(guest)
    assert "We" not in guest


def test_a_transcript_names_its_speakers() -> None:
    text = "ANN JONES: I was there.\n\nPETER SMITH: I was too. I saw it.\n\nJONES: I know.\n\nSMITH: I do not."
    ann, peter = (chain for chain in chains(text) if "I" in chain)
    assert (ann.count("I"), peter.count("I")) == (2, 3)


def test_a_caption_is_no_transcript() -> None:
    text = "Ann Jones: a life at sea\n\nPeter Smith says I, you and we are words. I know it. I said so. You said so. We did."
    assert not any("I" in chain and "Ann Jones" in chain and "Peter Smith" in chain for chain in chains(text))


def test_every_link_has_its_reason() -> None:
    for actor in actors_in("Ann Jones said she would resign. Jones, the mayor, then left. The mayor was ill."):
        reasons = [reason for reason in actor.why if reason.field == "mentions"]
        assert len(reasons) >= len(actor.mentions) - 1
        assert all(reason.rule and reason.cues for reason in reasons)


WORDS = [
    "Ann Jones",
    "he",
    "she",
    "they",
    "The minister",
    "said",
    "and",
    "the group",
    "Paris",
    '"',
    "I",
    ",",
    ".",
    "of",
    "it",
    "Acme Corp",
    "(",
    "HWU",
    ")",
]


@settings(max_examples=40, deadline=None)
@example(["The minister", "Paris", "Ann Jones", "said", "Paris"])  # a person and a capital
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_laws(words: list[str]) -> None:
    """Spans hold their words, ids go up, no mention stands twice, members exist, and a second reading gives the same."""
    text = " ".join(words)
    actors = actors_in(text)
    spans = [(m.start, m.end) for actor in actors for m in actor.mentions]
    assert all(text[m.start : m.end] == m.text for actor in actors for m in actor.mentions)
    assert len(spans) == len(set(spans))
    assert [actor.id for actor in actors] == [f"a{number}" for number in range(1, len(actors) + 1)]
    assert {actor.member_of for actor in actors} - {None} <= {actor.id for actor in actors}
    actors_in.cache_clear()
    assert actors_in(text) == actors
