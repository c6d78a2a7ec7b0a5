"""Tables to export: columns with their types and what they hold, and the function that makes rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

type Value = str | int | float | bool | list[Any] | dict[str, Any] | None
type Row = dict[str, Value]
Kind = Literal["text", "int", "float", "bool", "list", "object"]


class Column(NamedTuple):
    """One column; `about` is what its page under docs/exports says of it."""

    name: str
    about: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table[Source]:
    """What rows to export of a source: the facts of a record, or a question to a ledger. A row lacks the columns that nothing is known for."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Source], Iterator[Row]]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns in their order."""
        return tuple(column.name for column in self.columns)

    def full(self, row: Row) -> Row:
        """A row with all columns in their order, null where nothing is known."""
        return {name: row.get(name) for name in self.names}


REPORT = (
    Column("report_id", "SHA-256 of the report's text, publication date and address"),
    Column("outlet", "who published the report"),
    Column("url", "where"),
    Column("published", "when: ISO 8601 date or datetime"),
)
WORDS = (
    Column("quote", "the very words: `report.text[start:end]`"),
    Column("start", "first character of `quote` in the report's text (Unicode code points)", "int"),
    Column("end", "character after the last", "int"),
)
DATES = (
    Column("date_start", "first day or time of the interval; empty if open or unresolved"),
    Column("date_end", "last day or time of the interval"),
    Column("date_edtf", "the same in EDTF (ISO 8601-2)"),
    Column("date_prec", "UCDP: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year", "int"),
    Column("time_precision", "ACLED: 1 a day, 2 up to a week, 3 up to a month; empty for coarser dates", "int"),
)
STATES = (
    Column("cow", "Correlates of War number of the country in that year", "int"),
    Column("gw", "Gleditsch–Ward number of the country in that year", "int"),
)
POINT = (
    Column("geonames_id", "GeoNames id of the place", "int"),
    Column("lat", "latitude; empty for a country and coarser", "float"),
    Column("lon", "longitude", "float"),
    Column("where_prec", "UCDP: 1 the place itself … 4 a first-order unit, 6 a country, 7 a sea or the air", "int"),
)
GEO = Column("geo_precision", "ACLED: 1 the place itself, 2 near it or its district, 3 a larger region", "int")
CERTAINTY = (
    Column("status", "stage: `done`, `ongoing`, `announced`, `planned`, `possible` … ([the record](../record.md))"),
    Column("polarity", "`positive`, or `negative` for what is said not to be"),
    Column("label", "one word for status, polarity and who vouches for it: `done`, `announced`, `alleged`, `denied` …"),
)
LEDGER = (
    Column("origin_id", "the origin of the fact; filled from a ledger only"),
    Column("rule", "rule that made the row"),
    Column("review", "what a reviewer decided; filled from a ledger only"),
    Column("version", "version of onrecord that read it"),
)
_RULE = Column("rule", "rule that made the row; not kept in a ledger")
EVENT_END = (
    Column("origin_id", "always empty: origins are worked out for figures"),
    _RULE,
    LEDGER[2],
    LEDGER[3],
)
PLAIN_END = (_RULE, LEDGER[3])
