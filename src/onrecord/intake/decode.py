"""Bytes to text. Newlines, spaces and every other character stay; a byte order mark, which is no character, goes."""

from __future__ import annotations

import codecs
import re

from onrecord.errors import EmptyInput, InputError, OptionError
from onrecord.intake.media import refuse_binary, refuse_controls

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# What pages mean by these labels, as browsers read them (WHATWG Encoding).
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "x-user-defined": "cp1252",
}
_SEVEN_BIT = {"iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "hz", "utf-7"}
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
GUESSED = 100_000  # bytes that the detector looks at


def decode(data: bytes, encoding: str | None = None, *, declared: bool = False) -> tuple[str, str]:
    """Text and encoding of some bytes; `declared` looks for what HTML declares of itself.

    Order: the encoding given, a byte order mark, the signs of ISO-2022 and UTF-16, UTF-8, the declaration, Windows-1252
    for text that is all but ASCII, the detector. Raises EmptyInput, BinaryInput, InputError, and OptionError for an unknown encoding.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyInput("there is nothing to read: the input is empty")
    refuse_binary(data)
    text, name = _given(data, encoding) if encoding else _found(data, declared)
    refuse_controls(text, name)
    return text, name


def _given(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), encoding
    except UnicodeDecodeError as error:
        raise InputError(
            f"the bytes are not {encoding}: byte {error.start} ({error.reason}); name another encoding"
        ) from error
    except (LookupError, ValueError) as error:
        raise OptionError(f"there is no text encoding named {encoding!r}; utf-8 and cp1252 are") from error


def _found(data: bytes, declared: bool) -> tuple[str, str]:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace"), marked
    label = _declared(data) if declared else None
    escapes = label if label in _SEVEN_BIT else "iso-2022-jp" if b"\x1b$" in data else None
    for name in (escapes, _wide(data), "utf-8", label):
        text = _strict(data, name) if name else None
        if text is not None and name:
            return text, name
    return _guessed(data)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = found[1].decode("ascii", "replace").lower()
    return _MEANT.get(label, label)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte names the script, zero for western text, 4 for Cyrillic."""
    head = data[:4096]
    for half, name in ((head[1::2], "utf-16-le"), (head[::2], "utf-16-be")):
        if 2 * max((half.count(byte) for byte in (0, *range(3, 8))), default=0) > len(half):
            return name
    return None


def _guessed(data: bytes) -> tuple[str, str]:
    """Damaged UTF-8 keeps its good characters; what is nearly ASCII is Windows-1252; the detector judges the rest."""
    good = sum(map(len, _MULTIBYTE.findall(data)))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    bad = high - good
    if good and (10 * bad <= high or (bad <= 3 and bad <= good)):
        return data.decode("utf-8", "replace"), "utf-8"
    western = _strict(data, "cp1252")
    if western is not None and 20 * high < len(data):
        return western, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESSED]).best()
    name = best.encoding if best else None
    text = _strict(data, name) if name else western
    if text is None:
        raise InputError(
            "the encoding of the bytes cannot be told: they are neither UTF-8 nor any usual one; "
            "save the report as UTF-8, or name its encoding"
        )
    return text.removeprefix("\ufeff"), name or "cp1252"
