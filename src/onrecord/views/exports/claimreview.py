"""schema.org Claim and ClaimReview: what is claimed, by whom and where it appeared, and what people decided about the reading.

onrecord rates nothing: whether a claim is true is for people to say. A ClaimReview is written only for a row that somebody judged, says
that it is about the reading, and has no rating.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.codes import country
from onrecord.concepts.judgement import Judgement
from onrecord.concepts.rows import ReportRow
from onrecord.reconcile.origins import Origin, origins
from onrecord.reconcile.same import Fact, facts
from onrecord.views.exports.asked import Asked
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.words import figure_row_words, urn

ASPECT = "whether the row says what the report says"


def rows(asked: Asked) -> Iterator[Row]:
    """One claim a fact, and its reviews."""
    figures = asked.figures()
    context, judged, kinds = asked.context(figures), asked.judgements(), asked.kinds()
    reports = {row.number: row for row in asked.store.reports()}
    quotes = asked.quotes(figures)
    for fact in facts(figures):
        authors = [_author(one, kinds) for one in origins(fact, context).origins if one.kind != "unknown" and one.name]
        claim = _claim(fact, authors, quotes, reports)
        yield claim
        yield from _reviews(fact, claim, judged)


def _claim(
    fact: Fact, authors: list[dict[str, str]], quotes: Mapping[str, str], reports: Mapping[int, ReportRow]
) -> Row:
    head = fact.head
    appearances = [_appearance(quotes[row.figure_id], reports[row.report]) for row in fact.rows]
    return {
        "@type": "Claim",
        "@id": urn("claim", fact.rows[0].figure_id),
        "identifier": fact.rows[0].figure_id,
        "name": figure_row_words(head),
        "text": quotes[head.figure_id],
        "author": authors,
        "datePublished": next((row.published for row in fact.rows if row.published), None),
        "firstAppearance": appearances[0],
        "appearance": appearances,
    }


def _author(origin: Origin, kinds: Mapping[tuple[int, str], str]) -> dict[str, str]:
    """Who a claim goes back to: a person or an organization, or neither where the report does not tell which."""
    if origin.kind == "speaker":
        kind = kinds.get((origin.witnesses[0].row.report, origin.name), "group")
        type = "Person" if kind == "person" else None if kind in ("group", "anonymous") else "Organization"
    else:
        type = "Organization"
    return {**({"@type": type} if type else {}), "name": country(origin.name) or origin.name}


def _appearance(quote: str, report: ReportRow) -> dict[str, Any]:
    outlet = report.outlet or report.agency
    known = {
        "headline": report.title,
        "url": report.url,
        "datePublished": report.published,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    found = {name: value for name, value in known.items() if value}
    return {"@type": "NewsArticle", "identifier": report.id, **found, "text": quote}


def _reviews(fact: Fact, claim: Row, judged: Mapping[str, Sequence[Judgement]]) -> Iterator[Row]:
    for row in fact.rows:
        for one in judged.get(row.figure_id, ()):
            yield {
                "@type": "ClaimReview",
                "@id": urn("judgement", one.report, one.number),
                "itemReviewed": {"@id": claim["@id"]},
                "claimReviewed": claim["name"],
                "reviewAspect": ASPECT,
                "reviewBody": f"{one.verdict}: {one.why}" if one.why else one.verdict,
                "author": [{"@type": "Person", "name": one.who}],
                "datePublished": one.at,
            }


CLAIMREVIEW = Table(
    "claimreview",
    "What is claimed, as schema.org has it (`--format claimreview`): one JSON-LD document, a `Claim` a fact in `@graph`, with whom it goes back to and where it appeared. A "
    "`ClaimReview` is there only for a figure that somebody judged, and is about the reading: `reviewAspect` says so. There is no `reviewRating`, since "
    "nobody rated anything; whoever checks the claim adds it.",
    (
        Column("@type", "`Claim` or `ClaimReview`"),
        Column("@id", "`urn:uuid:` of a content hash"),
        Column("identifier", "of a claim, its `fact_id`"),
        Column("name", "of a claim, the figure in words"),
        Column("text", "the sentence that tells most of it"),
        Column("author", "of a claim, its origins; of a review, who judged", "list"),
        Column("datePublished", "of a claim, when it was first told; of a review, when it was made"),
        Column(
            "firstAppearance",
            "a `NewsArticle` with headline, url, datePublished, publisher, and the sentence as text",
            "object",
        ),
        Column("appearance", "all of them", "list"),
        Column("itemReviewed", "of a review, the claim", "object"),
        Column("claimReviewed", "of a review, the claim in words"),
        Column("reviewAspect", f"`{ASPECT}`"),
        Column("reviewBody", "what was decided, and why"),
    ),
    rows,
)
