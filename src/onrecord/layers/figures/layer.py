"""Page to Page with figures."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as replace_struct

from onrecord.concepts.certainty import Certainty
from onrecord.concepts.figure import Figure
from onrecord.concepts.page import Page
from onrecord.concepts.parse import Token
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.reason import Reason
from onrecord.concepts.span import Span
from onrecord.concepts.statement import Statement
from onrecord.concepts.when import When
from onrecord.layers.figures.asof import as_of, is_past, present
from onrecord.layers.figures.context import Context
from onrecord.layers.figures.decision import Decision, Measure
from onrecord.layers.figures.later import told_later
from onrecord.layers.figures.levels import KNOWN_PLACE, asked_for
from onrecord.layers.figures.links import derived, linked
from onrecord.layers.figures.measure import OPEN, TOLD, measure_of
from onrecord.layers.figures.money import MONEY, is_money, money_of
from onrecord.layers.figures.multiples import multiplied
from onrecord.layers.figures.numberless import numberless
from onrecord.layers.figures.parts import WHOLE
from onrecord.layers.figures.role import TELLING, role_of
from onrecord.layers.figures.site import Site, locate
from onrecord.layers.figures.value import value_of
from onrecord.layers.figures.vocabulary import DOUBTS, NOUNS, OPEN_CHANGES, named
from onrecord.layers.figures.where import place_of
from onrecord.layers.figures.who import subject_of

_NO_SCOPE = named("no scope")
_COUNTED_IN = frozenset({"with", "including", "counting", "plus", "and"})
_RESERVES = named("reserves")
_TOPIC_REACH = 600  # characters over which a bare number may continue the measure of the figure before it
_UNKNOWN = Certainty("unknown", "positive", (), "unknown")
_PLAIN = frozenset({"done", "ongoing", "unknown"})
_ANNOUNCED = Certainty("announced", "positive", (), "announced")
_DONE = Certainty("done", "positive", (), "done")


class Figures:
    """The reported numbers that matter, one row each."""

    name = "figures"
    needs: tuple[str, ...] = (
        "parse",
        "quantities",
        "times",
        "places",
        "actors",
        "statements",
        "speakers",
        "certainty",
        "events",
    )
    gives = ("figures",)

    def __call__(self, page: Page) -> Page:
        """Read the figures of a page."""
        context = Context(page)
        rows: list[Figure] = []
        starts: Quantity | None = None
        vague = list(numberless(page))
        every = sorted((*page.quantities, *vague), key=lambda quantity: quantity.start) if vague else page.quantities
        for quantity in every:
            if quantity.unit != "count" and "/" not in quantity.unit and not is_money(quantity.unit):
                continue
            figure = _figure(f"f{len(rows) + 1}", quantity, rows[-1] if rows else None, context)
            if figure is None:
                starts = quantity
                continue
            if starts is not None and figure.rule == "where a change leads":
                start = _start(starts, figure, context)
                if start is not None:
                    rows.append(start)
                    figure = replace_struct(figure, id=f"f{len(rows) + 1}")
            starts = None
            rows.append(figure)
        rows = linked(rows, present(context))
        known = (*rows, *derived(rows))
        return replace(page, figures=(*known, *multiplied(rows, context, len(known))))


def _start(quantity: Quantity, end: Figure, context: Context) -> Figure | None:
    """The number that a change starts from, where only the number it leads to names what is counted: "from 5,000 to 3,000 men"."""
    site = locate(context.parse, quantity)
    if site is None or site.lead != "from" or site.noun is not None or quantity.unit != end.unit:
        return None
    if not end.evidence.start <= quantity.start < end.evidence.end:
        return None
    measure = Measure(end.measure, "the measure told behind", (), site.verb.word if site.verb else site.top)
    role = role_of(site, measure, context)
    return _row(end.id, site, measure, role, (end, context)) if role.rule == "where a change starts" else None


def _figure(number: str, quantity: Quantity, last: Figure | None, context: Context) -> Figure | None:
    site = locate(context.parse, quantity)
    if site is None:
        return None
    if is_money(quantity.unit):
        sum_of = money_of(site, context)
        return _row(number, site, *sum_of, (None, context)) if sum_of else None
    measure = measure_of(site, _topic(quantity, last, context))
    role = role_of(site, measure, context) if measure is not None else None
    if role is None or role.role is None:
        later = told_later(site, context)
        if later is not None:
            measure, role = later, Decision("toll", 1, later.rule, later.cues)
    if measure is None or role is None:
        return None
    if quantity.rule == "a number of" and role.role not in ("toll", "total", "change"):
        return None
    if measure.rule == OPEN and not _matters(role):
        return None
    if last is not None and measure.rule == TOLD and last.role == "target" and role.rule == "where a change leads":
        role = role._replace(role="target")  # a cap that is lowered again is still a cap
    return _row(number, site, measure, role, (last, context))


def _topic(quantity: Quantity, last: Figure | None, context: Context) -> str | None:
    """The measure that a bare number may go on with: that of the figure before it, if no other count stands between."""
    if last is None or last.measure == MONEY or last.span is None or quantity.start - last.evidence.end >= _TOPIC_REACH:
        return None
    between = context.counts_between(last.span.end, quantity.start)
    return None if between else last.measure


def _matters(role: Decision) -> bool:
    """True for a role that makes a number of any other thing worth a row."""
    moved = role.rule != "sent or taken away" or any(cue.lemma in OPEN_CHANGES for cue in role.cues)
    return role.rule in TELLING and moved


def _row(number: str, site: Site, measure: Measure, role: Decision, around: tuple[Figure | None, Context]) -> Figure:
    last, context = around
    quantity = site.quantity
    value = value_of(quantity, role.sign if role.role == "change" else 1)
    owner = subject_of(site, measure, last, context)
    place, place_reason = place_of(site, measure, context, owner)
    statement = context.statement_at(quantity.start, quantity.end)
    said = context.voucher(statement)
    certainty = _certainty(site, measure, role, said, context)
    text = context.parse.text
    when = _when(site, measure, role, around)
    known = (owner.reason, place_reason, _dated(when, context))
    return Figure(
        id=number,
        measure=measure.name,
        scope=_scope(site),
        role=role.role,
        low=value.low,
        best=value.best,
        high=value.high,
        approx=quantity.approx,
        bound=quantity.bound,
        vague=quantity.vague,
        value_text=quantity.text,
        unit=quantity.unit,
        subject=owner.actor,
        subject_iso3=owner.iso3,
        place=place.id if place else None,
        place_iso3=place.iso3 if place else None,
        as_of=when,
        status=certainty.status,
        polarity=certainty.polarity,
        commitment=certainty.commitment,
        label=certainty.label,
        label_cue=certainty.label_cue,
        statement=statement.id if statement else None,
        speaker=said.speaker if said else None,
        relay=said.relay if said else (),
        event=context.event_of([measure.anchor, *role.cues, *(step.word for step in site.steps)]),
        pair=None,
        part_of=None,
        same_as=None,
        derived=False,
        sources=(),
        evidence=Span.of(text, site.sentence.start, site.sentence.end),
        span=Span(quantity.start, quantity.end, quantity.text),
        rule=role.rule,
        why=(*_told(measure, role, text), *(reason for reason in known if reason), *certainty.why),
    )


def _when(site: Site, measure: Measure, role: Decision, around: tuple[Figure | None, Context]) -> When | None:
    """When a number holds; "the number was 8,892" held then, as told before."""
    last, context = around
    when = as_of(site, measure, role, context)
    going_on = measure.rule == TOLD or (site.noun is not None and site.noun.start < site.sentence.start)
    levels = role.role == "level" and last is not None and last.role == "level"
    if going_on and levels and last is not None and is_past(site) and when == present(context):
        return last.as_of
    return when


def _told(measure: Measure, role: Decision, text: str) -> tuple[Reason, Reason]:
    return Reason("measure", measure.rule, _spans(measure.cues, text)), Reason(
        "role", role.rule, _spans(role.cues, text)
    )


def _dated(when: When | None, context: Context) -> Reason | None:
    """Why a number holds when it does: the time of the report that says so, or the day that stands for it."""
    if when is None or when.linked_by is None:
        return None
    name, _, how = when.linked_by.partition(" ")
    time = next((time for time in context.page.times if time.id == name), None)
    if time is None:
        return Reason("as_of", when.linked_by)
    return Reason("as_of", how, (Span(time.start, time.end, time.text),))


def _certainty(site: Site, measure: Measure, role: Decision, said: Statement | None, context: Context) -> Certainty:
    """The certainty of the clause; what simply is, or is counted as having happened, is done though its clause is not yet.

    What somebody merely said is done, with its speaker; what somebody claimed is alleged.
    """
    found = context.certainty(measure.anchor) or _UNKNOWN
    if site.before(1) == ["not"] or site.before(2)[:1] == ["not"]:
        return replace_struct(found, polarity="negative", label="negated", why=(Reason("label", "not so many"),))
    not_yet = {"possible", "threatened", "conditional", "planned", "announced"}
    is_so = role.role == "level" and (found.label in _PLAIN | not_yet or role.rule in (KNOWN_PLACE, WHOLE))
    told = measure.anchor.tag == "VBD" and found.label in ("announced", "planned")
    if is_so or (role.role in ("toll", "total", "part", "flow") and (found.label in _PLAIN or told)):
        found = _DONE
    asking = asked_for(site) if role.role in ("change", "target") and found.label in _PLAIN else None
    if asking is not None:
        cue = Span.of(context.parse.text, asking.start, asking.end)
        asked = (Reason("label", "asked for", (cue,)),)
        return replace_struct(found, status="requested", label="unknown", label_cue=cue, why=asked)
    if role.role == "target" and found.label in _PLAIN:
        found = _ANNOUNCED  # a cap that was set, a size that was decided: not yet a level
    doubt = context.unchecked(measure.anchor) if role.role in ("toll", "total") and said is not None else None
    if doubt is not None and found.label == "done":
        cue = Span.of(context.parse.text, doubt.start, doubt.end)
        return replace_struct(
            found, label="alleged", label_cue=cue, why=(Reason("label", "could not be checked", (cue,)),)
        )
    if said is not None and said.cue_lemma in DOUBTS and found.label == "done":
        why = Reason("label", "claimed, not vouched for", (said.cue,) if said.cue else ())
        return replace_struct(found, label="alleged", label_cue=said.cue, why=(why,))
    return found


def _spans(tokens: tuple[Token, ...], text: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, token.start, token.end) for token in tokens)


def _scope(site: Site) -> tuple[str, ...]:
    """Words before the counted noun that narrow who is counted, as they stand; not those that are its own name ("service member")."""
    noun = site.noun
    if noun is None:
        return ()
    inner = [
        c for c in noun.children if c.dep in ("amod", "compound", "nmod") and site.last < c.i < noun.i and not c.ent
    ]
    narrow = [c for c in inner if c.tag[:2] in ("JJ", "NN", "VB") and c.lower not in _NO_SCOPE]
    named = (_hyphened(c, site) for c in narrow if f"{c.lower} {noun.lemma.lower()}" not in NOUNS)
    return (*named, *_reserves(site))


def _hyphened(word: Token, site: Site) -> str:
    """ "active-duty": a word with what is tied to it by a hyphen."""
    at = word.i - site.sentence.first
    tied = at > 1 and site.words[at - 1].lower == "-" and site.words[at - 2].i > site.last
    return f"{site.words[at - 2].lower}-{word.lower}" if tied else word.lower


def _reserves(site: Site) -> tuple[str, ...]:
    """ "with guard and reserve the number was 8,892", "including reservists": said to be counted too."""
    for word in site.words:
        if word.lower in _COUNTED_IN and any(
            t.lower in _RESERVES for t in site.words[word.i + 1 - site.sentence.first :][:9]
        ):
            return ("with guard and reserve",)
    return ()
