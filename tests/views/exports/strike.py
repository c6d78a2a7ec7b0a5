"""A record made by hand of an attack: real countries, a place with a point, armed and civilian sides, a plan and a denial."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.concepts.actor import Actor, Mention
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.place import Place
from onrecord.concepts.record import SCHEMA, Record
from onrecord.concepts.report import Report, report_id
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.when import When

TEXT = (
    "Gunmen killed 12 villagers and shot at soldiers in Kirkuk, Iraq, on 8 September 2020, Col Samir Aziz told the Tigris Post. "
    "The army will withdraw from the town. It denied that its jets had bombed Hawija. Thousands of students rioted."
)
_ROW: dict[str, object] = {"commitment": (), "label_cue": None, "rule": "by-hand", "polarity": "positive"}
DAY = When("2020-09-08", "2020-09-08", "2020-09-08", "day", 1, "t1 in clause")


def span(words: str, nth: int = 0) -> Span:
    """The nth place where some words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def sentence(first: str, last: str) -> Span:
    start, end = span(first).start, span(last).end
    return Span(start, end, TEXT[start:end])


def actor(id: str, words: str, kind: str, sectors: tuple[str, ...], iso3: str | None = None) -> Actor:
    where = span(words)
    return Actor(id, words, kind, iso3, sectors, (), None, (Mention(where.start, where.end, words, "nominal"),))  # type: ignore[arg-type]


ACTORS = (
    actor("a1", "Gunmen", "armed_group", ("UAF",)),
    actor("a2", "12 villagers", "group", ("CVL",), "IRQ"),
    actor("a3", "soldiers", "military", ("MIL",), "IRQ"),
    replace(actor("a4", "Samir Aziz", "person", ("MIL",), "IRQ"), roles=(span("Col"),)),
    actor("a5", "The army", "military", ("MIL",), "IRQ"),
    actor("a6", "students", "group", ("EDU",)),
)


def place(id: str, words: str, kind: str, prec: int, point: tuple[float, float] | None, **fields: object) -> Place:
    where = span(words)
    lat, lon = point or (None, None)
    made = Place(id, where.start, where.end, words, words, kind, "literal", "IRQ", None, None, lat, lon, prec, 9.5, 2.25, (), "by-hand")  # type: ignore[arg-type]  # fmt: skip
    return replace(made, **fields)


PLACES = (
    place("p1", "Kirkuk", "settlement", 1, (35.4681, 44.3922), admin1="Kirkuk", geonames_id=94787),
    place("p2", "Iraq", "country", 6, None, geonames_id=99237),
    place("p3", "Hawija", "settlement", 1, (35.3258, 43.7723), admin1="Kirkuk"),
)
STATEMENTS = (
    Statement("s1", (sentence("Gunmen", "2020"),), span("told"), "tell", span("Col Samir Aziz"), "a4", "named", "indirect", "say", DAY,
              span("the Tigris Post"), ("Tigris Post",), None, "by-hand"),
)  # fmt: skip


def event(id: str, trigger: str, evidence: Span, type: str, **fields: object) -> Event:
    known: dict[str, object] = {
        **_ROW, "cameo": None, "contexts": (), "mode": None, "quad": 4, "actors": (), "recipients": (), "places": (), "when": None, "status": "done", "label": "done",
        "statement": None, "quantities": (), "background": False,
    }  # fmt: skip
    return Event(id=id, trigger=span(trigger), evidence=evidence, type=type, **(known | fields))  # type: ignore[arg-type]


FIRST = sentence("Gunmen", "Tigris Post.")
EVENTS = (
    event("e1", "killed", FIRST, "ASSAULT", actors=("a1",), recipients=("a2",), places=("p2", "p1"), when=DAY, statement="s1"),
    event("e2", "shot", FIRST, "ASSAULT", mode="firearms", actors=("a1",), recipients=("a3",), places=("p1", "p2"), when=DAY,
          cameo="193", statement="s1"),
    event("e3", "withdraw", sentence("The army", "the town."), "RETREAT", mode="withdraw", quad=2, cameo="0356", actors=("a5",),
          status="announced", label="announced"),
    event("e4", "bombed", sentence("It denied", "Hawija."), "ASSAULT", mode="aerial", actors=("a5",), places=("p3",), label="denied"),
    event("e5", "rioted", sentence("Thousands", "rioted."), "PROTEST", mode="riot", cameo="145", actors=("a6",)),
    replace(event("e6", "told", FIRST, ""), type=None),
)  # fmt: skip


def figure(id: str, words: Span | None, **fields: object) -> Figure:
    known: dict[str, object] = {
        **_ROW, "measure": "killed", "scope": (), "role": "toll", "low": 12, "best": 12, "high": 12, "approx": False, "bound": None,
        "vague": None, "value_text": words.text if words else "", "unit": "count", "subject": "a2", "subject_iso3": "IRQ", "place": "p1",
        "place_iso3": "IRQ", "as_of": DAY, "status": "done", "label": "done", "statement": "s1", "speaker": "a4",
        "relay": ("Tigris Post",), "event": "e1", "pair": None, "part_of": None, "same_as": None, "derived": False, "sources": (),
    }  # fmt: skip
    return Figure(id=id, span=words, evidence=FIRST, **(known | fields))  # type: ignore[arg-type]


FIGURES = (
    figure("f1", span("12"), scope=("civilian", "male")),
    figure("f2", None, derived=True, sources=("f1",), measure="wounded", role="change", low=-1.5, best=None, high=0.25, as_of=None,
           place=None, place_iso3=None, subject=None, subject_iso3=None, speaker=None, statement=None, relay=(), event=None),
)  # fmt: skip


def strike() -> Record:
    """The record with all its rows."""
    report = Report(
        report_id(TEXT, "2020-09-09", "https://dinar.example/1"), "7", "Twelve killed", "The Dinar", "https://dinar.example/1", (),
        "2020-09-09", "given", None, "en", TEXT, "text/plain", "0" * 64,
    )  # fmt: skip
    return Record(SCHEMA, report, (), PLACES, ACTORS, (), STATEMENTS, EVENTS, FIGURES, ())
