"""Exports: tables of records and ledgers in the formats and columns that researchers use; one class a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar, NamedTuple, Protocol

from onrecord.errors import OptionError
from onrecord.views.exports.acled import ACLED
from onrecord.views.exports.answers import CONFLICTS, FACTS, PROMISES, SERIES, TIMELINE
from onrecord.views.exports.asked import Asked
from onrecord.views.exports.citations import CITATIONS
from onrecord.views.exports.claimreview import CLAIMREVIEW
from onrecord.views.exports.columns import Row, Table
from onrecord.views.exports.events import EVENTS
from onrecord.views.exports.facts import Facts
from onrecord.views.exports.figures import FIGURES
from onrecord.views.exports.followthemoney import ENTITIES
from onrecord.views.exports.followthemoney import STATEMENTS as FTM_STATEMENTS
from onrecord.views.exports.formats import Csv, GeoJson, Jsonl, Parquet, Tsv, Xlsx
from onrecord.views.exports.icews import ICEWS
from onrecord.views.exports.ledger_html import PAGE, Html
from onrecord.views.exports.linked import Prov, SchemaOrg, TimelineJs, WebAnnotation
from onrecord.views.exports.places import PLACES
from onrecord.views.exports.plover import PLOVER
from onrecord.views.exports.polecat import POLECAT
from onrecord.views.exports.provenance import PROV
from onrecord.views.exports.references import Bibtex, CslJson, Plain, Ris
from onrecord.views.exports.reports import REPORTS
from onrecord.views.exports.statements import STATEMENTS
from onrecord.views.exports.target import opened
from onrecord.views.exports.timelinejs import TIMELINEJS
from onrecord.views.exports.times import TIMES
from onrecord.views.exports.ucdp import UCDP
from onrecord.views.exports.webannotation import WEBANNOTATION

__all__ = [
    "ANSWERS", "FORMATS", "SERIES", "TABLES", "Asked", "Choice", "Writer", "export", "export_ledger", "rows", "writer",
]  # fmt: skip


class Writer(Protocol):
    """A format for a table: writes its rows to an open file."""

    binary: ClassVar[bool]
    table: Table[Any]

    def __init__(self, table: Table[Any]) -> None: ...

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the rows."""
        ...


# Rows of one record after the other, which a ledger has too (but for times), and rows that only a ledger can tell.
TABLES: dict[str, Table[Facts]] = {
    table.name: table for table in (FIGURES, EVENTS, STATEMENTS, TIMES, PLACES, REPORTS, CITATIONS)
}
ANSWERS: dict[str, Table[Asked]] = {table.name: table for table in (FACTS, SERIES, CONFLICTS, PROMISES, TIMELINE)}
_EVERY: tuple[Table[Any], ...] = (*TABLES.values(), *ANSWERS.values())
_LEDGER_ONLY = (*ANSWERS, CLAIMREVIEW.name, TIMELINEJS.name, PAGE.name)


class Choice(NamedTuple):
    """A format by its name: the class that writes it, and the tables it takes, the usual one first."""

    format: type[Writer]
    tables: tuple[Table[Any], ...]


# A format that is made of a whole ledger at once takes a table whose rows are asked of it (Table[Asked]) and writes them as it likes.
FORMATS = {
    "csv": Choice(Csv, tuple(table for table in _EVERY if table is not CITATIONS)),
    "jsonl": Choice(Jsonl, _EVERY),
    "parquet": Choice(Parquet, tuple(table for table in _EVERY if table is not CITATIONS)),
    "xlsx": Choice(Xlsx, tuple(table for table in _EVERY if table is not CITATIONS)),
    "html": Choice(Html, (PAGE,)),
    "geojson": Choice(GeoJson, (EVENTS, FIGURES, PLACES)),
    "plover": Choice(Jsonl, (PLOVER,)),
    "icews": Choice(Tsv, (ICEWS,)),
    "polecat": Choice(Tsv, (POLECAT,)),
    "acled": Choice(Csv, (ACLED,)),
    "ucdp": Choice(Csv, (UCDP,)),
    "followthemoney": Choice(Jsonl, (ENTITIES, FTM_STATEMENTS)),
    "webannotation": Choice(WebAnnotation, (WEBANNOTATION,)),
    "claimreview": Choice(SchemaOrg, (CLAIMREVIEW,)),
    "timelinejs": Choice(TimelineJs, (TIMELINEJS,)),
    "prov-o": Choice(Prov, (PROV,)),
    "bibtex": Choice(Bibtex, (CITATIONS,)),
    "csl-json": Choice(CslJson, (CITATIONS,)),
    "ris": Choice(Ris, (CITATIONS,)),
    "text": Choice(Plain, (CITATIONS,)),
}


def writer(format: str, table: str | None = None) -> Writer:
    """The writer of a format for a table. Raises OptionError for a pair that does not exist."""
    if format not in FORMATS:
        raise OptionError(f"there is no format {format!r}; there are: {', '.join(FORMATS)}")
    choice = FORMATS[format]
    names = [one.name for one in choice.tables]
    if table is not None and table not in names:
        if len(names) == 1:
            raise OptionError(f"--table does not go with {format}: its columns are its own")
        raise OptionError(f"there is no table {table!r} for {format}; there are: {', '.join(names)}")
    return choice.format(choice.tables[names.index(table) if table else 0])


def export(records: Iterable[Facts], made: Writer, output: str = "-") -> None:
    """Write rows of records to a file or standard output; a file changes only when all is written. Raises OptionError."""
    if made.table.name in _LEDGER_ONLY:
        raise OptionError(f"{made.table.name} is told by a ledger only: `onrecord add LEDGER …`, then export it")
    with opened(output, binary=made.binary) as file:
        made.report((row for facts in records for row in made.table.rows(facts)), file)


def export_ledger(asked: Asked, made: Writer, output: str = "-") -> None:
    """Write rows of a ledger in the same way. Raises OptionError for a table that a ledger does not keep."""
    with opened(output, binary=made.binary) as file:
        made.report(rows(asked, made.table), file)


def rows(asked: Asked, table: Table[Any]) -> Iterator[Row]:
    """Rows of a table for a ledger."""
    if table.name in _LEDGER_ONLY:
        return table.rows(asked)
    if table.name == TIMES.name:
        raise OptionError(
            "a ledger keeps no times; export them from the reports, or from the records of `onrecord read --jsonl`"
        )
    return (row for facts in asked.facts(origins=table is FIGURES) for row in table.rows(facts))
