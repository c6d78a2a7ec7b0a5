"""Formats of citations: BibTeX, CSL-JSON, RIS and plain text; one class each, that writes rows of the citations table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar

import msgspec

from onrecord.views.exports.columns import Row, Table

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# What TeX takes for a command; a brace of the text would end a field.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip
_TEX_CODE = str.maketrans(_TEX)
# BibTeX takes "and" between names, and a comma inside one, for its own marks.
_CORPORATE = re.compile(r"\band\b|,|^\S+$", re.IGNORECASE)


def _flat(words: object) -> str:
    """On one line."""
    return " ".join(str(words).split())


def _authors(row: Row) -> list[str]:
    found = row.get("authors")
    return [_flat(name) for name in found if _flat(name)] if isinstance(found, list) else []


def place_words(row: Row) -> str:
    """Which characters of which text: "characters 12–80 of the text with SHA-256 …"."""
    return f"characters {row['start']}–{row['end']} of the text with SHA-256 {row['text_sha256']}"


class Bibtex:
    """BibTeX, as its manual of 1988 and biblatex read it: an @article when the outlet is known, else @misc; one entry a row."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write an entry a row."""
        for row in rows:
            fields = ",\n".join(f"  {name} = {value}" for name, value in _bibtex(row))
            kind = "article" if row.get("outlet") else "misc"
            outfile.write(f"@{kind}{{{row['key']},\n{fields}\n}}\n\n".encode("utf-8", "replace"))


def _bibtex(row: Row) -> Iterator[tuple[str, str]]:
    year, month, day = (*str(row.get("published") or "").split("-"), "", "", "")[:3]
    authors = [f"{{{_tex(name)}}}" if _CORPORATE.search(name) else _tex(name) for name in _authors(row)]
    plain = {
        "author": " and ".join(authors),
        "title": f"{{{_tex(row['title'])}}}" if row.get("title") else "",
        "journal": _tex(row.get("outlet") or ""),
        "year": year,
        "day": day.lstrip("0"),
        "url": re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", str(row.get("url") or "")),
        "langid": {"en": "english"}.get(str(row.get("language")), ""),
        "note": f"“{_tex(row['quote'])}” ({place_words(row)})",
    }
    yield from ((name, f"{{{value}}}") for name, value in plain.items() if value)
    if month:
        yield "month", _MONTHS[int(month) - 1][:3].lower()  # a macro of every style: no braces


def _tex(words: object) -> str:
    return _flat(words).translate(_TEX_CODE)


class CslJson:
    """CSL-JSON 1.0.2: a list of items, one a row; the place of the words stands in `note` for people and in `custom` for programs."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write one list, an item a line."""
        outfile.write(b"[")
        for number, row in enumerate(rows):
            outfile.write((b",\n" if number else b"\n") + msgspec.json.encode(_csl(row)))
        outfile.write(b"\n]\n")


def _csl(row: Row) -> dict[str, Any]:
    parts = [int(part) for part in str(row.get("published") or "").split("-") if part]
    plain = {
        "title": row.get("title"),
        "container-title": row.get("outlet"),
        "author": [{"literal": name} for name in _authors(row)],
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": row.get("url"),
        "language": row.get("language"),
    }
    return {
        "id": row["key"],
        "type": "article-newspaper",
        **{name: value for name, value in plain.items() if value},
        "note": f"“{row['quote']}” ({place_words(row)})",
        "custom": {name: row[name] for name in ("quote", "start", "end", "text_sha256", "report_id")},
    }


class Ris:
    """RIS (specification of 2001 with the tags of 2011): type NEWS, one record a row, CRLF line ends."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write a record a row."""
        for row in rows:
            lines = "".join(f"{tag}  - {_flat(value)}\r\n" for tag, value in _ris(row))
            outfile.write(f"{lines}ER  - \r\n\r\n".encode("utf-8", "replace"))


def _ris(row: Row) -> Iterator[tuple[str, object]]:
    published = str(row.get("published") or "")
    yield "TY", "NEWS"
    yield "ID", row["key"]
    tagged = (
        ("TI", row.get("title")),
        *(("AU", name) for name in _authors(row)),
        ("T2", row.get("outlet")),
        ("PY", published[:4]),
        ("DA", published.replace("-", "/")),
        ("UR", row.get("url")),
        ("LA", row.get("language")),
        ("AB", row["quote"]),
        ("N1", place_words(row)),
    )
    yield from ((tag, value) for tag, value in tagged if value)


class Plain:
    """One paragraph a row, for people: author, title, outlet, day, address, the words and where they stand."""

    binary: ClassVar[bool] = False

    def __init__(self, table: Table[Any]) -> None:
        self.table = table

    def report(self, rows: Iterable[Row], outfile: BinaryIO) -> None:
        """Write a paragraph a row, a blank line between two."""
        for number, row in enumerate(rows):
            outfile.write(("\n" if number else "").encode() + f"{_plain(row)}\n".encode("utf-8", "replace"))


def _plain(row: Row) -> str:
    published = str(row.get("published") or "")
    year, month, day = (*published.split("-"), "", "", "")[:3]
    when = f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day else published or "no date"
    title = f"“{_flat(row['title'])}”" if row.get("title") else ""
    where = ", ".join(part for part in (_flat(row.get("outlet") or ""), when) if part)
    head = ". ".join(part for part in (", ".join(_authors(row)), title, where) if part)
    address = f" {row['url']}" if row.get("url") else ""
    return f"{head}.{address}\n“{_flat(row['quote'])}” ({place_words(row)}) [{row['key']}]"
