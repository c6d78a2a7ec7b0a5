"""Bytes to text: the right characters, or an error that says what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, EmptyInput, InputError, OptionError
from onrecord.intake.decode import decode

ENGLISH = "The minister said on Wednesday that 3,000 troops would leave – “no one” would stay at the café. "
RUSSIAN = "Министр обороны заявил в среду, что войска покинут страну до конца года. Об этом сообщили агентства. " * 3
CHINESE = "国防部长星期三表示，军队将在年底前离开该国。联合国对此表示欢迎。" * 4
JAPANESE = "防衛大臣は水曜日、年末までに部隊が国を離れると述べた。" * 4

RIGHT = [
    # text, encoding
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),  # the mark goes
    (ENGLISH, "utf-16"),  # with a mark
    (ENGLISH, "utf-16-le"),  # told by its zeros
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (ENGLISH, "cp1252"),
    ("plain English, nothing but ASCII", "utf-16-le"),  # would be valid UTF-8
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "utf-16-le"),
    (CHINESE, "gb18030"),
    (JAPANESE, "iso-2022-jp"),  # seven bits: valid ASCII too
    ("first\r\nsecond\rthird\n\n\u2028 fourth \t", "utf-8"),  # newlines and edges stay
    ("قال الوزير إن 3,000 جندي سيغادرون", "utf-8"),  # from right to left
    ("the 👩‍👩‍👧‍👦 of 3,000 🇮🇶", "utf-8"),  # beyond the basic plane
    ("one NUL\0 in a report that is long enough to be read with it all the same", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), RIGHT)
def test_right(text, encoding):
    assert decode(text.encode(encoding))[0] == text


REFUSED = [
    # bytes, error, words of its message
    (b"", EmptyInput, "empty"),
    (b" \r\n\t", EmptyInput, "empty"),
    (b"\0\0\0\0", EmptyInput, "empty"),
    (b"%PDF-1.7\n...", BinaryInput, "pdftotext"),
    (b"PK\x03\x04....", BinaryInput, "unpack"),
    (b"\x1f\x8b\x08....", BinaryInput, "gunzip"),
    (b"{\\rtf1\\ansi A report}", BinaryInput, "RTF"),
    (b"\x01\x02\x03\x04 abc", BinaryInput, "control characters"),
    (bytes(range(128, 256)) * 20, InputError, "save the report as UTF-8"),
]


@pytest.mark.parametrize(("data", "error", "words"), REFUSED)
def test_refused(data, error, words):
    with pytest.raises(error, match=words):
        decode(data)


def test_damaged_utf8_keeps_its_good_characters():
    data = ENGLISH.encode() + b"\xa0\xff" + ENGLISH.encode()
    assert decode(data)[0] == ENGLISH + "\ufffd\ufffd" + ENGLISH
    assert decode((ENGLISH + "é").encode()[:-1])[0] == ENGLISH + "\ufffd"


def test_what_is_given_beats_what_is_found():
    assert decode("naïve".encode("mac-roman"), "mac-roman") == ("naïve", "mac-roman")
    with pytest.raises(InputError, match="not ascii: byte 2"):
        decode("naïve".encode(), "ascii")
    with pytest.raises(OptionError, match="klingon"):
        decode(b"abc", "klingon")
    with pytest.raises(OptionError, match="rot13"):  # a codec of Python, but not from bytes to text
        decode(b"abc", "rot13")


DECLARED = [
    # head of a page, text behind it, its encoding; labels mean what browsers take them for
    ('<meta charset="iso-8859-1">', "“quoted”", "cp1252"),
    ('<meta charset="koi8-r">', "войска", "koi8-r"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "防衛大臣", "cp932"),
    ('<?xml version="1.0" encoding="gb2312"?>', "国防部长", "gb18030"),
    ('<meta charset="iso-8859-1">', "“quoted”", "utf-8"),  # a false declaration over valid UTF-8
]


@pytest.mark.parametrize(("head", "text", "encoding"), DECLARED)
def test_declared(head, text, encoding):
    data = f"<html><head>{head}</head><body>{text}</body></html>".encode(encoding)
    assert text in decode(data, declared=True)[0]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_is_kept_to_the_last_character(text):
    if text.strip(" ") and not text.startswith(("\ufeff", "{\\rtf", "%PDF", "BZh", "GIF8")):
        assert decode(text.encode())[0] == text
