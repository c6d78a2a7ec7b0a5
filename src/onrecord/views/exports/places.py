"""The places table: every mention of a place with what it was resolved to."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.concepts.record import Record
from onrecord.views.exports.columns import GEO, PLAIN_END, POINT, REPORT, STATES, WORDS, Column, Row, Table
from onrecord.views.exports.facts import Facts, point

COLUMNS = (
    Column("place_id", "content hash, the same in every read"),
    *REPORT,
    *WORDS,
    Column("name", "canonical name; empty if it is not known which place is meant"),
    Column("kind", "`country`, `admin1`, `admin2`, `settlement`, `facility`, `region`, `natural`, `body`, `other`"),
    Column("use", "`literal`, `demonym`, `embedded`, `metonym`"),
    Column("iso3", "ISO 3166-1 alpha-3 code of the country"),
    *(column._replace(about=column.about.replace("that year", "the year of publication")) for column in STATES),
    Column("admin1", "first-order unit"),
    *POINT,
    GEO,
    Column("score", "how well the resolution fits", "float"),
    Column("margin", "by how much it beats the next", "float"),
    *PLAIN_END,
)


def rows(record: Record) -> Iterator[Row]:
    """One row a mention."""
    facts = Facts(record)
    for place in record.places:
        yield {
            "place_id": facts.ids[place.id],
            **facts.head(),
            **facts.words(place.start, place.end),
            **{
                name: getattr(place, name)
                for name in ("name", "kind", "use", "iso3", "admin1", "score", "margin", "rule")
            },
            **facts.states(place.iso3, None),
            **point(place),
        }


PLACES = Table("places", "Every mention of a place, one a row.", COLUMNS, rows)
