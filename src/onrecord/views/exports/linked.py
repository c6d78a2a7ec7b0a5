"""Formats of linked data and timelines: one class each, that writes the rows of a table into the document its readers expect."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, BinaryIO, ClassVar

import msgspec

from onrecord.views.exports.columns import Row, Table
from onrecord.views.exports.provenance import CONTEXT
from onrecord.views.exports.words import urn


class Document:
    """Rows in one JSON document, an item a line; what is not known is left out."""

    binary: ClassVar[bool] = False
    _before: ClassVar[bytes] = b"["
    _after: ClassVar[bytes] = b"]\n"

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write the document."""
        outfile.write(self._before)
        names, count = hashlib.sha256(), 0
        for row in self.items(rows):
            outfile.write((b",\n" if count else b"\n") + msgspec.json.encode(row))
            names.update(f"{row.get(self.table.names[0])}\n".encode())
            count += 1
        outfile.write(b"\n" + self.after(count, names.hexdigest()))

    def items(self, rows: Iterable[Row]) -> Iterable[Row]:
        """The rows as they are written."""
        return rows

    def after(self, _count: int, _digest: str, /) -> bytes:
        """What stands behind the last row; some documents say how many there are."""
        return self._after


class TimelineJs(Document):
    """TimelineJS 3: an object with the slides in `events`."""

    _before: ClassVar[bytes] = b'{"events":['
    _after: ClassVar[bytes] = b'],"scale":"human"}\n'


class SchemaOrg(Document):
    """schema.org in JSON-LD: all nodes in `@graph`."""

    _before: ClassVar[bytes] = b'{"@context":"https://schema.org","@graph":['
    _after: ClassVar[bytes] = b"]}\n"


class Prov(Document):
    """PROV-O in JSON-LD: its terms in `@context`, all nodes in `@graph`, each once."""

    _before: ClassVar[bytes] = b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":['
    _after: ClassVar[bytes] = b"]}\n"

    def items(self, rows: Iterable[Row]) -> Iterable[Row]:
        """Agents come again with every report: a node that stands there already is left out."""
        seen: set[object] = set()
        for row in rows:
            if row["@id"] not in seen:
                seen.add(row["@id"])
                yield row


class WebAnnotation(Document):
    """A Web Annotation collection with one page, which holds all annotations."""

    _before: ClassVar[bytes] = (
        b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"onrecord",'
        b'"first":{"type":"AnnotationPage","startIndex":0,"items":['
    )

    def after(self, count: int, digest: str, /) -> bytes:
        """Names of page and collection, and how many annotations there are."""
        page, whole = (urn(kind, digest) for kind in ("page", "collection"))
        return (
            f'],"id":"{page}","partOf":{{"id":"{whole}","total":{count}}}}},"id":"{whole}","total":{count}}}\n'.encode()
        )
