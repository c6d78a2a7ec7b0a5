"""A record made by hand, with a row of every kind and most labels: what the views have to show."""

from __future__ import annotations

from onrecord.concepts.actor import Actor, Mention
from onrecord.concepts.certainty import Commitment
from onrecord.concepts.event import Event
from onrecord.concepts.figure import Figure
from onrecord.concepts.place import Place
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.reason import Reason
from onrecord.concepts.record import SCHEMA, Record
from onrecord.concepts.report import Report, report_id
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.timex import Timex
from onrecord.concepts.warning import Warning
from onrecord.concepts.when import When

TEXT = (
    "Norland will cut its garrison in Suvia from 1,800 to 1,200 soldiers in October, Colonel Ada Berg "
    "said on Monday, Radio Fjord reported.\n\n"
    "“We keep what we need & no more,” Berg <told> reporters. Rebels allegedly fired a few rockets at the base last spring. "
    "The ministry denied that 40 soldiers had been killed. A full withdrawal could follow.\n"
)


def span(words: str, nth: int = 0) -> Span:
    """The nth place where some words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def sentence(first: str, last: str) -> Span:
    """From the first words to the last."""
    start, end = span(first).start, span(last).end
    return Span(start, end, TEXT[start:end])


def day(first: str, last: str | None = None, linked_by: str | None = None) -> When:
    """A day, or an interval."""
    edtf = first if last is None else f"{first}/{last}"
    return When(first, last or first, edtf, "day" if last is None else "days", 1 if last is None else 4, linked_by)


OCTOBER = When("2031-10-01", "2031-10-31", "2031-10", "month", 4, "t1 in clause")
S1 = sentence("Norland will", "Fjord reported.")
S3 = sentence("Rebels allegedly", "last spring.")
S4 = sentence("The ministry denied", "been killed.")


def figure(id: str, words: Span, evidence: Span, **fields: object) -> Figure:
    """A figure of which only what matters is given."""
    known: dict[str, object] = {
        "measure": "troops", "scope": (), "role": "level", "low": None, "best": None, "high": None, "approx": False, "bound": None,
        "vague": None, "value_text": words.text, "unit": "count", "subject": "a1", "subject_iso3": None, "place": "p1",
        "place_iso3": None, "as_of": None, "status": "done", "polarity": "positive", "commitment": (), "label": "done",
        "label_cue": None, "statement": None, "speaker": None, "relay": (), "event": None, "pair": None, "part_of": None,
        "same_as": None, "derived": False, "sources": (), "rule": "by-hand",
    }  # fmt: skip
    return Figure(id=id, span=words, evidence=evidence, **(known | fields))  # type: ignore[arg-type]


FIGURES = (
    figure("f1", span("1,800"), S1, low=1800, best=1800, high=1800, approx=True, as_of=day("2031-09-15"), statement="s1", speaker="a2",
           relay=("Radio Fjord",), pair="f2"),
    figure("f2", span("1,200"), S1, low=1200, best=1200, high=1200, role="target", as_of=OCTOBER, status="announced", label="announced",
           label_cue=span("will"), statement="s1", speaker="a2", relay=("Radio Fjord",), pair="f1",
           why=(Reason("role", "from-to", (span("from"), span("to", 0)), "the second number of a cut"),
                Reason("as_of", "time in clause", (span("in October"),)))),
    figure("f3", span("a few"), S3, measure="rockets", role="toll", low=3, vague="a few", subject="a3", label="alleged",
           label_cue=span("allegedly"), commitment=(Commitment("author", "none", "positive"),)),
    figure("f4", span("40"), S4, measure="killed", role="toll", low=40, best=40, high=40, label="denied", label_cue=span("denied"),
           statement="s3", same_as="f1", scope=("male",)),
)  # fmt: skip


def timex(id: str, words: str, value: str, when: When | None, **fields: object) -> Timex:
    """An expression of time."""
    where = span(words)
    known: dict[str, object] = {
        "type": "date",
        "mod": None,
        "anchor": "publication",
        "resolved": when is not None,
        "rule": "by-hand",
    }
    return Timex(
        id=id, start=where.start, end=where.end, text=words, timex=value, when=when, **(known | fields)  # type: ignore[arg-type]
    )  # fmt: skip


TIMES = (
    timex("t1", "October", "2031-10", OCTOBER),
    timex("t2", "Monday", "2031-09-15", day("2031-09-15")),
    timex("t3", "last spring", "XXXX-SP", None, anchor="none",
          why=(Reason("when", "season", (span("last spring"),), "which spring is meant the report does not say"),)),
)  # fmt: skip


def quantity(id: str, words: str, **fields: object) -> Quantity:
    """A number with what it counts."""
    where = span(words)
    known: dict[str, object] = {
        "value": None, "low": None, "high": None, "approx": False, "bound": None, "vague": None, "unit": "count", "of": None,
        "of_lemma": None, "of_span": None, "about": None, "rule": "by-hand",
    }  # fmt: skip
    return Quantity(id=id, start=where.start, end=where.end, text=words, **(known | fields))  # type: ignore[arg-type]


QUANTITIES = (
    quantity("q1", "1,800", value=1800, of="soldiers", of_lemma="soldier", of_span=span("soldiers")),
    quantity("q2", "1,200", value=1200, of="soldiers", of_lemma="soldier", of_span=span("soldiers")),
    quantity("q3", "a few", low=3, vague="a few", of="rockets", of_lemma="rocket", of_span=span("rockets")),
    quantity("q4", "40", value=40, of="soldiers", of_lemma="soldier", of_span=span("soldiers", 1)),
)


def actor(id: str, name: str, kind: str, *forms: Span, iso3: str | None = None, roles: tuple[Span, ...] = ()) -> Actor:
    """An actor and where it is named."""
    mentions = tuple(Mention(form.start, form.end, form.text, "name") for form in forms)
    return Actor(id, name, kind, iso3, ("MIL",) if kind != "group" else (), roles, None, mentions)  # type: ignore[arg-type]


ACTORS = (
    actor("a1", "Norland", "state", span("Norland")),
    actor("a2", "Ada Berg", "person", span("Ada Berg"), span("Berg", 1), roles=(span("Colonel"),)),
    actor("a3", "Rebels", "armed_group", span("Rebels")),
)
_SUVIA = span("Suvia")
PLACES = (
    Place("p1", _SUVIA.start, _SUVIA.end, "Suvia", "Suvia", "country", "literal", None, None, None, None, None, 6, None, None, (),
          "by-hand"),
)  # fmt: skip


def statement(id: str, cue: Span, *content: Span, **fields: object) -> Statement:
    """Who said what."""
    known: dict[str, object] = {
        "cue_lemma": "say", "source": None, "speaker": None, "speaker_kind": "named", "form": "indirect", "act": "say",
        "said_at": None, "venue": None, "relay": (), "parent": None, "rule": "by-hand",
    }  # fmt: skip
    return Statement(id=id, cue=cue, content=content, **(known | fields))  # type: ignore[arg-type]


STATEMENTS = (
    statement("s1", span("said"), sentence("Norland will", "in October"), speaker="a2", said_at=day("2031-09-15"), relay=("Radio Fjord",)),
    statement("s2", span("told"), sentence("We keep", "no more"), speaker="a2", form="direct"),
    statement("s3", span("denied"), sentence("40 soldiers", "been killed"), source=span("The ministry"), act="deny", speaker_kind="office"),
)  # fmt: skip


def event(id: str, trigger: str, evidence: Span, **fields: object) -> Event:
    """Who did what to whom."""
    known: dict[str, object] = {
        "type": None, "mode": None, "contexts": (), "cameo": None, "quad": None, "actors": (), "recipients": (), "places": (),
        "when": None, "status": "done", "polarity": "positive", "commitment": (), "label": "done", "label_cue": None,
        "statement": None, "quantities": (), "background": False, "rule": "by-hand",
    }  # fmt: skip
    return Event(id=id, trigger=span(trigger), evidence=evidence, **(known | fields))  # type: ignore[arg-type]


EVENTS = (
    event(
        "e1",
        "cut",
        S1,
        type="RETREAT",
        actors=("a1",),
        places=("p1",),
        when=OCTOBER,
        label="announced",
        status="announced",
    ),
    event("e2", "fired", S3, type="ASSAULT", actors=("a3",), recipients=("a1",), label="alleged"),
    event("e3", "withdrawal", sentence("A full", "follow."), type="RETREAT", label="possible", status="possible"),
)


def record(text: str = TEXT) -> Record:
    """The record with all its rows; for another text one without rows."""
    report = Report(
        report_id(text, "2031-09-16", None), None, "Norland halves <garrison>" if text == TEXT else None, "Suvia Post", None,
        ("R. Holm",), "2031-09-16", "given", None, "en", text, "text/plain", "0" * 64,
    )  # fmt: skip
    if text != TEXT:
        return Record(SCHEMA, report, (), (), (), (), (), (), (), ())
    warnings = (Warning("odd", "a warning in one sentence"),)
    return Record(SCHEMA, report, TIMES, PLACES, ACTORS, QUANTITIES, STATEMENTS, EVENTS, FIGURES, warnings)
