"""The figures table: a reported number a row, as a researcher would type it into a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.figure import Figure
from onrecord.views.exports.columns import CERTAINTY, DATES, LEDGER, POINT, REPORT, STATES, WORDS, Column, Row, Table
from onrecord.views.exports.facts import Facts, dates, joined, point

COLUMNS = (
    Column("figure_id", "content hash, the same in every read and in a ledger"),
    *REPORT,
    *WORDS,
    Column("value_text", "the number as the report words it; empty for a derived one"),
    Column("low", "least it can be; signed for a change", "float"),
    Column("best", "the number said; empty for a range or a vague word", "float"),
    Column("high", "most it can be", "float"),
    Column("approx", '"about"', "bool"),
    Column("bound", "`at_least`, `at_most`, `more_than`, `less_than`"),
    Column("unit", "`count`, `percent`, a currency code or a unit symbol"),
    Column("measure", "what is counted: `troops`, `killed`, `displaced` …"),
    Column("scope", "what narrows the count"),
    Column(
        "role", "`level`, `target`, `change`, `total`, `toll`, `flow`, `part`, `rate`; empty if the text does not say"
    ),
    *CERTAINTY,
    Column("subject", "whose, or who was killed"),
    Column("subject_iso3", "country of the subject"),
    Column("place", "where"),
    Column("place_iso3", "country of the place"),
    *(column._replace(about=f"{column.about}, by `place_iso3`") for column in STATES),
    *POINT,
    *DATES,
    Column("speaker", "who says so"),
    Column("speaker_kind", "`named`, `office`, `anonymous`, `document`, `outlet`, `unknown`"),
    Column("relay", "outlets between the speaker and this report"),
    *LEDGER,
    Column("derived", "true for arithmetic on reported figures, which no report states", "bool"),
)


def rows(facts: Facts) -> Iterator[Row]:
    """One row a figure."""
    for figure in facts.figures:
        yield _row(figure, facts)


def _row(figure: Figure, facts: Facts) -> Row:
    place = facts.place(figure.place)
    iso3 = figure.place_iso3 or (place.iso3 if place else None)
    plain = ("low", "best", "high", "approx", "bound", "unit", "measure", "role", "derived", "rule")
    certain = ("status", "polarity", "label")
    return {
        "figure_id": facts.ids[figure.id],
        **facts.head(),
        **facts.words(figure.evidence.start, figure.evidence.end),
        **{name: getattr(figure, name) for name in (*plain, *certain)},
        "value_text": figure.value_text or None,
        "scope": joined(figure.scope),
        "subject": facts.names.actor(figure.subject) or None,
        "subject_iso3": figure.subject_iso3,
        "place": facts.names.place(figure.place) or None,
        "place_iso3": iso3,
        **facts.states(iso3, figure.as_of),
        **point(place),
        **dates(figure.as_of),
        **facts.speech(figure.speaker, figure.statement, figure.relay),
        **facts.beside(figure.id),
    }


FIGURES = Table("figures", "Reported numbers, one a row.", COLUMNS, rows)
