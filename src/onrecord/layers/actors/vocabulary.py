"""The words of the layer, read once from the lexicon folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon

_LAST = re.compile(r"[ -]")
_FIRST = re.compile(r"[^\s/'-]+|.")
HERE = Path(__file__).parent / "lexicon"


class Noun(NamedTuple):
    """A noun that stands for a person or a body: its kind of actor, its PLOVER sectors and its marks."""

    kind: str
    sectors: tuple[str, ...]
    marks: frozenset[str]
    plain: bool = True  # False: a body only inside a name


class Known(NamedTuple):
    """A body known by name."""

    name: str
    kind: str
    sectors: tuple[str, ...]
    iso3: str | None


class Vocabulary(NamedTuple):
    """All words; nouns are keyed by their lower-case singular, `ends` by the last word of nouns of several words."""

    persons: dict[str, Noun]
    bodies: dict[str, Noun]
    plurals: dict[str, str]
    ends: frozenset[str]
    openings: frozenset[str]  # first words of nouns like "secretary of state"
    heads: frozenset[str]  # last words of all nouns, singular and irregular plural
    titles: frozenset[str]
    known: dict[str, Known]
    starts: dict[str, list[int]]  # first word of a known body -> lengths of the names that begin so, longest first
    gender: dict[str, str]
    particles: frozenset[str]
    generations: frozenset[str]
    endings: frozenset[str]
    place_heads: frozenset[str]
    anonymous: frozenset[str]
    sources: frozenset[str]
    pleonastic: frozenset[str]
    speech: frozenset[str]
    deeds: frozenset[str]
    modifiers: dict[str, str]
    capitals: frozenset[str]
    nicknames: frozenset[tuple[str, str]]
    effects: frozenset[str]
    things: frozenset[str]
    directions: frozenset[str]
    prefixes: frozenset[str]
    doubtful: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read the lexicon files."""
    persons, plurals = _persons()
    bodies = _bodies()
    known = _known()
    words = {name: _section("families.txt", name) for name in lexicon.sections(HERE / "families.txt") if name}
    nouns = [*persons, *bodies]
    starts: dict[str, list[int]] = {}
    for name in sorted(known, key=len, reverse=True):
        for first in {_FIRST.match(name)[0], name.split(" ")[0]}:  # type: ignore[index]
            sizes = starts.setdefault(first, [])
            if len(name) not in sizes:
                sizes.append(len(name))
    return Vocabulary(
        persons=persons,
        bodies=bodies,
        plurals=plurals,
        ends=frozenset(noun.rsplit(" ", 1)[1] for noun in nouns if " " in noun),
        openings=frozenset(noun.split(" ")[0] for noun in nouns if " of " in noun or " in " in noun),
        heads=frozenset([_LAST.split(noun)[-1] for noun in nouns] + nouns + list(plurals)),
        titles=frozenset(noun for noun, entry in persons.items() if "title" in entry.marks),
        known=known,
        starts=starts,
        gender=dict.fromkeys(_section("given_names.txt", "women"), "f")
        | dict.fromkeys(_section("given_names.txt", "men"), "m"),
        particles=words["family name particles"],
        generations=words["generations"],
        endings=words["organisation endings"],
        place_heads=words["place heads"],
        anonymous=words["anonymous marks"],
        sources=words["source nouns"],
        pleonastic=words["pleonastic verbs"] | words["pleonastic adjectives"],
        speech=words["speech verbs"],
        deeds=words["deeds"],
        modifiers={word: sector for word, _, sector in (pair.partition("=") for pair in words["modifiers"])},
        capitals=lexicon.words(HERE / "capitals.txt"),
        nicknames=frozenset((short, full) for short, _, full in (pair.partition("=") for pair in words["nicknames"])),
        effects=words["effects"],
        things=words["things"],
        directions=words["directions"],
        prefixes=words["prefixes"],
        doubtful=words["doubtful persons"],
    )


def named(name: str) -> frozenset[str]:
    """A small set of nouns, by its section in sets.txt."""
    return frozenset(noun for row in lexicon.sections(HERE / "sets.txt")[name] for noun in " ".join(row).split("|"))


def _section(file: str, section: str) -> frozenset[str]:
    return frozenset(word for row in lexicon.sections(HERE / file)[section] for word in " ".join(row).split())


def _persons() -> tuple[dict[str, Noun], dict[str, str]]:
    """Person nouns and their irregular plurals; a noun in two sections keeps its first sector and the marks of both."""
    found: dict[str, Noun] = {}
    plurals: dict[str, str] = {}
    for section, rows in lexicon.sections(HERE / "persons.txt").items():
        if section == "plurals":
            plurals = {row[0]: row[1] for row in rows}
            continue
        sectors = () if section in ("none", "") else (section,)
        for row in rows:
            marks = frozenset(row[1].split()) if len(row) > 1 else frozenset[str]()
            for noun in row[0].split("|"):
                before = found.get(noun)
                found[noun] = before._replace(marks=before.marks | marks) if before else Noun("person", sectors, marks)
    return found, plurals


def _bodies() -> dict[str, Noun]:
    """Body nouns; a noun in two sections is of the first, and only in names if it stands in that section as well."""
    found: dict[str, Noun] = {}
    for section, rows in lexicon.sections(HERE / "bodies.txt").items():
        for row in rows:
            *nouns, sectors = row if section != "only in names" else (*row, "-")
            for noun in "|".join(nouns).split("|"):
                if section == "only in names":
                    entry = found.get(noun, Noun("organisation", (), frozenset()))
                    found[noun] = entry._replace(plain=False)
                else:
                    codes = () if sectors == "-" else tuple(sectors.split())
                    found.setdefault(noun, Noun(section, codes, frozenset()))
    return found


def _known() -> dict[str, Known]:
    """Bodies by each of their names, outlets among them."""
    found: dict[str, Known] = {}
    for bodies, kind, sectors, iso3 in lexicon.rows(HERE / "organisations.txt"):
        codes = () if sectors == "-" else tuple(sectors.split())
        for names in bodies.split(";"):
            main, *others = names.split("|")
            for name in (main, *others):
                found.setdefault(name, Known(main, kind, codes, None if iso3 == "-" else iso3))
    for row in lexicon.rows(HERE / "outlets.txt"):
        main, *others = row[0].split("|")
        for name in (main, *others):
            found.setdefault(name, Known(main, "outlet", ("JRN",), None))
    return found
