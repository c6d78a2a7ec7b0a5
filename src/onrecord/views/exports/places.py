"""The places table: every mention of a place with what it was resolved to."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.views.exports.columns import GEO, PLAIN_END, POINT, REPORT, STATES, WORDS, Column, Row, Table
from onrecord.views.exports.facts import Facts, point

COLUMNS = (
    Column(
        "place_id", "content hash, the same in every read; empty from a ledger, which does not keep where places stand"
    ),
    *REPORT,
    *WORDS,
    Column("name", "canonical name; empty if it is not known which place is meant"),
    Column("kind", "`country`, `admin1`, `admin2`, `settlement`, `facility`, `region`, `natural`, `body`, `other`"),
    Column("use", "`literal`, `demonym`, `embedded`, `metonym`; not kept in a ledger"),
    Column("iso3", "ISO 3166-1 alpha-3 code of the country"),
    *(column._replace(about=column.about.replace("that year", "the year of publication")) for column in STATES),
    Column("admin1", "first-order unit"),
    *POINT,
    GEO,
    Column("score", "how well the resolution fits; not kept in a ledger", "float"),
    Column("margin", "by how much it beats the next; not kept in a ledger", "float"),
    *PLAIN_END,
)


_NOT_KEPT = dict.fromkeys(("place_id", "start", "end", "use", "score", "margin", "rule"))


def rows(facts: Facts) -> Iterator[Row]:
    """One row a mention; of a ledger the places that its rows refer to, without where they stand."""
    for place in facts.record.places:
        if place.id not in facts.ids:
            continue
        yield {
            "place_id": facts.ids[place.id],
            **facts.head(),
            **facts.words(place.start, place.end),
            **{
                name: getattr(place, name)
                for name in ("name", "kind", "use", "iso3", "admin1", "score", "margin", "rule")
            },
            **(_NOT_KEPT if facts.known.report else {}),
            **facts.states(place.iso3, None),
            **point(place),
        }


PLACES = Table("places", "Every mention of a place, one a row.", COLUMNS, rows)
