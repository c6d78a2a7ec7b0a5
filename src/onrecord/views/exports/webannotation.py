"""W3C Web Annotation (Recommendation of 23 February 2017): each row as an annotation of the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.concepts.statement import Statement
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.words import event_words, figure_words, quoted, text_urn, urn

COLUMNS = (
    Column("id", "`urn:uuid:` of the row's content hash"),
    Column("type", "`Annotation`"),
    Column("motivation", "`describing`"),
    Column("generator", "`Software`: the version of onrecord that read it", "object"),
    Column("body", "a `TextualBody` that describes the row in words, then tags: `figure`, `event` or `statement`; its `figure_id` …; measure, role, type, act; label; review", "list"),
    Column("target", "the text by its SHA-256 with a TextQuoteSelector and a TextPositionSelector (code points) for the very words; the page at its address, if known, with the TextQuoteSelector alone: positions count in the text that was read, not in the page", "list"),
)  # fmt: skip
type _Spans = list[tuple[int, int]]


def rows(facts: Facts) -> Iterator[Row]:
    """Figures, events of a PLOVER type and statements, in the order of their tables."""
    for figure in facts.figures:
        if figure.derived:
            continue
        where = figure.span or figure.evidence
        tags = ("figure", figure.measure, figure.role, figure.label)
        yield _row(facts, figure.id, [(where.start, where.end)], figure_words(figure, facts), tags)
    for event in facts.events:
        if event.type:
            span = [(event.trigger.start, event.trigger.end)]
            yield _row(facts, event.id, span, event_words(event, facts), ("event", event.type, event.mode, event.label))
    for said in facts.statements:
        spans = [(part.start, part.end) for part in said.content]
        if spans:
            yield _row(facts, said.id, spans, _said(said, facts), ("statement", said.act, said.form))


def _said(said: Statement, facts: Facts) -> str:
    return f"{facts.names.speaker(said.speaker, said.id) or 'somebody'}: {said.act}"


def _row(facts: Facts, id: str, spans: _Spans, words: str, tags: tuple[str | None, ...]) -> Row:
    made = facts.ids[id]
    told = [tag for tag in (tags[0], made, *tags[1:], facts.known.reviews.get(made)) if tag]
    language = {"language": facts.report.language} if facts.report.language else {}
    return {
        "id": urn("annotation", made),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"onrecord {facts.known.version}"},
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "describing"},
            *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in told),
        ],
        "target": [target for start, end in spans for target in _targets(facts, start, end, language)],
    }


def _targets(facts: Facts, start: int, end: int, language: dict[str, str]) -> Iterator[dict[str, Any]]:
    words = quoted(facts.report.text, start, end)
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    text = {"id": text_urn(facts.report), "type": "Text", "format": "text/plain", **language}
    yield {"type": "SpecificResource", "source": text, "selector": [words, place]}
    if facts.report.url:
        yield {"type": "SpecificResource", "source": facts.report.url, "selector": words}


WEBANNOTATION = Table(
    "webannotation",
    "Figures, events and statements as annotations of their words, in one JSON-LD `AnnotationCollection` with one page "
    "(`--format webannotation`). W3C Web Annotation Data Model, Recommendation of 23 February 2017.",
    COLUMNS,
    rows,
)
