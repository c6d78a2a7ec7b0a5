"""What some bytes are: HTML, text, or something that no reader of reports can use."""

from __future__ import annotations

import re

from onrecord.errors import BinaryInput

HTML, TEXT = "text/html", "text/plain"
_HTML_NAMES = {"text/html", "application/xhtml+xml", ".html", ".htm", ".xhtml", ".shtml"}
_JSONL_NAMES = {"application/jsonl", "application/x-ndjson", "application/x-jsonlines", ".jsonl", ".ndjson"}
# First bytes of what people hand in by mistake; what to do about it.
_SIGNATURES = (
    (b"%PDF-", "a PDF file", "turn it into text first (pdftotext does)"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text"),
    (b"\x1f\x8b", "compressed by gzip", "unpack it first (gunzip)"),
    (b"BZh", "compressed by bzip2", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ\0", "compressed by xz", "unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd", "unpack it first (unzstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save it as text"),
    (b"\x89PNG\r\n", "a PNG image", "onrecord reads no images"),
    (b"\xff\xd8\xff", "a JPEG image", "onrecord reads no images"),
    (b"GIF8", "a GIF image", "onrecord reads no images"),
    (b"\x7fELF", "a program", "hand in the report's text"),
    (b"SQLite format 3\0", "an SQLite database", "hand in the report's text"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
)
_MARKUP = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|script|p|h[1-6])\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(r"<(?:[a-z][a-z0-9]*|/[a-z][a-z0-9]*|!doctype)\b[^<>]*>", re.IGNORECASE)


def refuse_binary(data: bytes) -> None:
    """Raise BinaryInput, saying what it is, for the bytes of a known file format that is not text."""
    for start, what, advice in _SIGNATURES:
        if data.startswith(start):
            raise BinaryInput(f"this is {what}, not text: {advice}")


def refuse_controls(text: str, encoding: str) -> None:
    """Raise BinaryInput for decoded bytes that are control characters in good part."""
    head = text[:100_000]
    controls = sum(head.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")
    if 50 * controls > len(head):
        raise BinaryInput(
            f"this is not text: there are {controls} control characters among its first {len(head)} (read as {encoding}); "
            "hand in text, HTML or JSONL"
        )


def kind_of(text: str, name: str | None) -> str:
    """HTML or plain text, by what stands there; `name` is a media type or a file's suffix and tips the balance."""
    if _MARKUP.match(text[:5_000]):
        return HTML
    return HTML if name in _HTML_NAMES and _ANY_TAG.search(text) else TEXT


def is_jsonl(name: str | None) -> bool:
    """True for a media type or a file's suffix of JSON lines."""
    return name in _JSONL_NAMES
