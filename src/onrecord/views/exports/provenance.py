"""PROV-O (W3C Recommendation of 30 April 2013) as JSON-LD: reports, the readings of them, and the figures that came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.concepts.figure import Figure
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.words import figure_words, text_urn, urn

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "oa": "http://www.w3.org/ns/oa#",
    "@vocab": "http://www.w3.org/ns/prov#",
    "label": "rdfs:label",
    "identifier": "dcterms:identifier",
    "issued": "dcterms:issued",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    **{
        name: {"@type": "@id"}
        for name in (
            "wasDerivedFrom", "wasQuotedFrom", "wasGeneratedBy", "wasAttributedTo", "wasAssociatedWith", "used", "wasRevisionOf", "alternateOf",
            "wasInfluencedBy", "specializationOf",
        )
    },
}  # fmt: skip


def _one(id: str, *kinds: str, **more: Any) -> Row:
    """A node; what is not known is left out."""
    return {
        "@id": id,
        "@type": list(kinds),
        **{name: value for name, value in more.items() if value not in (None, [], "")},
    }


def rows(facts: Facts) -> Iterator[Row]:
    """The report and its reading, then each figure with its quotation, speakers as they come."""
    figures = [figure for figure in facts.figures if not figure.derived]
    if facts.known.shown is not None and not figures:
        return
    yield from _report(facts)
    named: set[str] = set()
    for figure in figures:
        speaker = facts.names.speaker(figure.speaker, figure.statement)
        agent = urn(facts.report.id, "speaker", speaker) if speaker else None
        if agent and agent not in named:
            named.add(agent)
            yield _one(agent, "Agent", label=speaker)
        yield from _figure(figure, agent, facts)


def _report(facts: Facts) -> Iterator[Row]:
    report, text, reading = facts.report, text_urn(facts.report), urn(facts.report.id, "reading")
    tool = urn("onrecord", facts.known.version)
    outlet = urn("outlet", report.outlet) if report.outlet else None
    yield _one(tool, "SoftwareAgent", label=f"onrecord {facts.known.version}")
    if outlet:
        yield _one(outlet, "Organization", label=report.outlet)
    row = facts.known.report
    before = facts.known.reports.get(row.replaces or 0) if row else None
    if before:
        yield _one(urn(before), "Entity", identifier=before)
    yield _one(
        urn(report.id),
        "Entity",
        label=report.title,
        identifier=report.id,
        issued=report.published,
        wasAttributedTo=outlet,
        specializationOf=report.url,
        wasRevisionOf=urn(before) if before else None,
        # Which of two is the original is not known: the ledger only says which it read first.
        alternateOf=urn(facts.known.reports[row.copy_of]) if row and row.copy_of else None,
    )
    yield _one(text, "Entity", wasDerivedFrom=[urn(report.id)], label="text as it was read")
    # Of two reports with one text, whose node stands once, the reading tells which report it was.
    yield _one(reading, "Activity", used=[text, urn(report.id)], wasAssociatedWith=tool, label="reading")


def _figure(figure: Figure, speaker: str | None, facts: Facts) -> Iterator[Row]:
    made, text = facts.ids[figure.id], text_urn(facts.report)
    quote = urn(made, "quotation")
    yield _one(
        quote,
        "Entity",
        value=figure.evidence.text,
        start=figure.evidence.start,
        end=figure.evidence.end,
        wasQuotedFrom=text,
        wasAttributedTo=speaker,
    )
    judged = [urn("judgement", facts.report.id, one.number) for one in facts.known.judgements.get(made, ())]
    yield _one(
        urn(made),
        "Entity",
        identifier=made,
        label=figure_words(figure, facts),
        wasGeneratedBy=urn(facts.report.id, "reading"),
        wasDerivedFrom=[quote, text],
        wasInfluencedBy=judged,
    )
    for one in facts.known.judgements.get(made, ()):
        person = urn("person", one.who)
        yield _one(person, "Person", label=one.who)
        ended = {"@value": one.at, "@type": "xsd:dateTime"}
        yield _one(
            urn("judgement", facts.report.id, one.number),
            "Activity",
            label=" ".join(word for word in (one.verdict, one.why) if word),
            endedAtTime=ended,
            wasAssociatedWith=person,
        )


PROV = Table(
    "prov-o",
    "Where each figure comes from (`--format prov-o`): one JSON-LD document, its nodes in `@graph`. A report is an entity; its text another, named by its SHA-256; the reading is "
    "an activity of onrecord; a figure was generated by it and derived from a quotation, which was quoted from the text and is attributed to the speaker. "
    "W3C PROV-O, Recommendation of 30 April 2013.",
    (
        Column("@id", "`urn:uuid:` of a content hash; `urn:sha256:` of a text"),
        Column("@type", "`Entity`, `Activity`, `SoftwareAgent`, `Organization`, `Agent`, `Person` of PROV", "list"),
        Column("label", "`rdfs:label`: what it is, in words"),
        Column("identifier", "`dcterms:identifier`: `report_id`, `figure_id`"),
        Column("issued", "`dcterms:issued`: day of publication of a report"),
        Column("value", "`prov:value`: the words of a quotation"),
        Column("start", "`oa:start`: its first character in the text (Unicode code points)"),
        Column("end", "`oa:end`: the character after the last", "int"),
        Column("specializationOf", "of a report, the page at its address, which it is a state of"),
        Column("used", "of a reading, the text and its report", "list"),
        Column("wasAssociatedWith", "of a reading, the version of onrecord; of a judgement, who made it"),
        Column("wasAttributedTo", "of a report, the outlet; of a quotation, the speaker"),
        Column("wasQuotedFrom", "of a quotation, the text"),
        Column("wasDerivedFrom", "of a figure, quotation and text; of a text, the report", "list"),
        Column("wasGeneratedBy", "of a figure, the reading"),
        Column("wasRevisionOf", "of a report, the version before (from a ledger only)"),
        Column("alternateOf", "of a report, the one it is a copy of, or that is a copy of it (from a ledger only)"),
        Column("wasInfluencedBy", "of a figure, the judgements of people (from a ledger only)", "list"),
        Column("endedAtTime", "of a judgement, when it was made", "object"),
    ),
    rows,
)
