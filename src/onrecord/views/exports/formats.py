"""Formats: one class each, that writes rows of a table to an open file."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

import msgspec

from onrecord.errors import InputError
from onrecord.views.exports.columns import Row, Table, Value

if TYPE_CHECKING:
    import polars

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of one


class Csv:
    """RFC 4180: commas, CRLF, quotation marks where needed, UTF-8 without a mark; null is an empty cell.

    Text stays as it is in the report, also where a cell begins with "=", "+", "-" or "@": see docs/exports.md.
    """

    binary: ClassVar[bool] = False
    _dialect: ClassVar[dict[str, Any]] = {"delimiter": ",", "lineterminator": "\r\n"}

    def __init__(self, table: Table[Any]) -> None:
        self.table = table
        self.risky = 0  # text cells that a spreadsheet would take for a formula

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write a header and the rows."""
        text = io.TextIOWrapper(outfile, encoding="utf-8", newline="", write_through=True)
        try:
            writer = csv.writer(text, **self._dialect)
            writer.writerow(self.table.names)
            for row in rows:
                writer.writerow([self.cell(row.get(name)) for name in self.table.names])
        finally:
            text.detach()

    def cell(self, value: Value) -> Value:
        """A value as it is written."""
        if isinstance(value, str) and value.startswith(_FORMULA):
            self.risky += 1
        return str(value).lower() if isinstance(value, bool) else value


class Tsv(Csv):
    """Tab-separated without quotation marks, one line a row: tabs and line breaks inside a cell become one space."""

    _dialect: ClassVar[dict[str, Any]] = {
        "delimiter": "\t",
        "lineterminator": "\n",
        "quoting": csv.QUOTE_NONE,
        "quotechar": None,
    }

    def cell(self, value: Value) -> Value:
        """A value on one line."""
        return super().cell(" ".join(value.split()) if isinstance(value, str) else value)


class Jsonl:
    """One JSON object a line, all columns in their order, null where nothing is known."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the rows."""
        for row in rows:
            outfile.write(msgspec.json.encode(self.table.full(row)) + b"\n")


class GeoJson:
    """RFC 7946: one feature a row; no geometry where the place is a country or coarser, or not known."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write one feature collection, a feature a line."""
        outfile.write(b'{"type":"FeatureCollection","features":[')
        for number, row in enumerate(rows):
            outfile.write((b",\n" if number else b"\n") + msgspec.json.encode(self._feature(row)))
        outfile.write(b"\n]}\n")

    def _feature(self, row: Row) -> dict[str, Any]:
        lat, lon = row.get("lat"), row.get("lon")
        there = lat is not None and lon is not None
        geometry = {"type": "Point", "coordinates": [lon, lat]} if there else None
        return {
            "type": "Feature",
            "id": row.get(self.table.names[0]),
            "geometry": geometry,
            "properties": self.table.full(row),
        }


class Parquet:
    """Parquet with the types of the columns, the same for every file of a table."""

    binary: ClassVar[bool] = True

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the rows as one table."""
        made = io.BytesIO()  # what goes wrong with the file is then an error of the file, not of the library
        frame(self.table, rows).write_parquet(made)
        outfile.write(made.getbuffer())


def frame(table: Table[Any], rows: Iterable[Row]) -> polars.DataFrame:
    """Rows as a data frame with the types of the columns, also where there are none."""
    import polars

    kinds = {"text": polars.String, "int": polars.Int64, "float": polars.Float64, "bool": polars.Boolean}
    schema = {column.name: kinds[column.kind] for column in table.columns}
    cells = [tuple(row.get(name) for name in table.names) for row in rows]
    return polars.DataFrame(cells, schema=schema, orient="row", strict=False)


class Xlsx:
    """An Excel workbook with one sheet; text is stored as text, so no cell can be a formula or a link."""

    binary: ClassVar[bool] = True
    most_rows: ClassVar[int] = 1_048_576
    most_characters: ClassVar[int] = 32_767

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the rows to a sheet named like the table. Raises InputError if a sheet cannot hold them all."""
        import xlsxwriter

        made = io.BytesIO()  # as above; the rows themselves are kept in a temporary file
        with xlsxwriter.Workbook(made, {"constant_memory": True}) as book:
            book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # the same rows make the same bytes
            sheet = book.add_worksheet(self.table.name)
            sheet.freeze_panes(1, 1)
            bold = book.add_format({"bold": True})
            for place, name in enumerate(self.table.names):
                sheet.write_string(0, place, name, bold)
            for number, row in enumerate(rows, 1):
                if number >= self.most_rows:
                    raise InputError(f"a sheet of Excel holds {self.most_rows:,} rows only; use --format parquet")
                for place, name in enumerate(self.table.names):
                    self._write(sheet, number, place, row.get(name))
        outfile.write(made.getbuffer())

    def _write(self, sheet: Any, number: int, place: int, value: Value) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(number, place, value)
        elif isinstance(value, int | float):
            sheet.write_number(number, place, value)
        elif isinstance(value, str):
            cut = value if len(value) <= self.most_characters else value[: self.most_characters - 1] + "…"
            sheet.write_string(number, place, cut)
