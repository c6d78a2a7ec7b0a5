"""What a format makes of the hand-made records, in bytes and as text to compare."""

from __future__ import annotations

import io
import zipfile

from strike import strike

from made import record
from onrecord import __version__
from onrecord.concepts.record import Record
from onrecord.views.exports import writer
from onrecord.views.exports.facts import Facts


def written(format: str, table: str | None = None, *records: Record) -> bytes:
    """The bytes of an export."""
    out = io.BytesIO()
    writing = writer(format, table)
    writing.report((row for one in records or (record(), strike()) for row in writing.table.rows(Facts(one))), out)
    return out.getvalue()


def shown(format: str, data: bytes) -> str:
    """The bytes as text without the version; a workbook as the XML of its sheet, Parquet as its schema and rows."""
    if format == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        text = sheet.replace("<row", "\n<row").replace("<c ", "\n<c ")
    elif format == "parquet":
        import polars

        frame = polars.read_parquet(io.BytesIO(data))
        lines = [f"{name}: {kind}" for name, kind in frame.schema.items()]
        text = "\n".join([*lines, *(repr(row) for row in frame.iter_rows())])
    else:
        text = data.decode().replace("\r\n", "\n")
    return text.replace(__version__, "<version>").rstrip() + "\n"
