"""Exports: tables of records in the formats and columns that researchers use; one class a format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.concepts.record import Record
from onrecord.errors import OptionError
from onrecord.views.exports.acled import ACLED
from onrecord.views.exports.columns import Table
from onrecord.views.exports.events import EVENTS
from onrecord.views.exports.figures import FIGURES
from onrecord.views.exports.formats import Csv, GeoJson, Jsonl, Parquet, Tsv, Xlsx
from onrecord.views.exports.icews import ICEWS
from onrecord.views.exports.places import PLACES
from onrecord.views.exports.plover import PLOVER
from onrecord.views.exports.polecat import POLECAT
from onrecord.views.exports.statements import STATEMENTS
from onrecord.views.exports.target import opened
from onrecord.views.exports.times import TIMES
from onrecord.views.exports.ucdp import UCDP

type Writer = Csv | Jsonl | GeoJson | Parquet | Xlsx
type Format = type[Csv] | type[Jsonl] | type[GeoJson] | type[Parquet] | type[Xlsx]

TABLES = {table.name: table for table in (FIGURES, EVENTS, STATEMENTS, TIMES, PLACES)}


class Choice(NamedTuple):
    """A format by its name: the class that writes it, and the tables it takes, the usual one first."""

    format: Format
    tables: tuple[Table, ...]


FORMATS = {
    "csv": Choice(Csv, (*TABLES.values(),)),
    "jsonl": Choice(Jsonl, (*TABLES.values(),)),
    "parquet": Choice(Parquet, (*TABLES.values(),)),
    "xlsx": Choice(Xlsx, (*TABLES.values(),)),
    "geojson": Choice(GeoJson, (EVENTS, FIGURES, PLACES)),
    "plover": Choice(Jsonl, (PLOVER,)),
    "icews": Choice(Tsv, (ICEWS,)),
    "polecat": Choice(Tsv, (POLECAT,)),
    "acled": Choice(Csv, (ACLED,)),
    "ucdp": Choice(Csv, (UCDP,)),
}


def writer(format: str, table: str | None = None) -> Writer:
    """The writer of a format for a table. Raises OptionError for a pair that does not exist."""
    if format not in FORMATS:
        raise OptionError(f"there is no format {format!r}; there are: {', '.join(FORMATS)}")
    choice = FORMATS[format]
    names = [one.name for one in choice.tables]
    if table is not None and table not in names:
        if len(names) == 1:
            raise OptionError(f"--table does not go with {format}: its rows are events, its columns are its own")
        raise OptionError(f"there is no table {table!r} for {format}; there are: {', '.join(names)}")
    return choice.format(choice.tables[names.index(table) if table else 0])


def export(records: Iterable[Record], made: Writer, output: str = "-") -> None:
    """Write rows of records to a file or standard output; a file changes only when all is written."""
    with opened(output, binary=made.binary) as file:
        made.report((row for record in records for row in made.table.rows(record)), file)
