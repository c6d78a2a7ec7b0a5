"""Names of places as look-up keys: one key for the spellings of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    | dict.fromkeys("-‐‑–—/", " ")
    | dict.fromkeys("'’‘ʻʼʿʾ`´.,", "")
)
_ROMANISED = ("\u0304", "\u0323", "h\u0327", "H\u0327")  # macron, dot below, h with cedilla: marks of romanisation only
_LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and", "twp": "township", "co": "county"}
_ARTICLE = re.compile(r"(?:al|el|ar|as|at|az|an|ad|ash|ath) (?=\w{3})")
# Words that say what a unit is and may be left out of its name: "Anbar province", "County Cork", "the city of Mosul".
_UNIT = (
    "county|parish|province|governorate|district|region|oblast|krai|kray|raion|rayon|state|prefecture|department|municipality|"
    "borough|canton|voivodeship|division|republic|territory|island|city|town|village|township|shahrestan|ostan|wilaya|"
    "muhafazat|subdistrict|sub district|metropolitan area|census area|autonomous region|autonomous republic|emirate|"
    "respublika|comarca|regency|kreis|landkreis|powiat|departamento|provincia|distrito|concelho|gmina|metropolitan city"
)
_BEFORE = re.compile(rf"(?!district of columbia)(?:(?:{_UNIT}) (?:of |de |do |da |del |d)?)(?=\w{{2}})")
_AFTER = re.compile(rf" (?:{_UNIT})$")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A name without case, accents, apostrophes, hyphens, a leading "the"; "St." and the like written out."""
    text = text.casefold().translate(_LETTERS)
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in letters if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    words = [_LONG.get(word, word) for word in text.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def plain(name: str) -> str:
    """A romanised name as English-language reports spell it: "Kandahār" is Kandahar, "Ḩamāh" Hamah; other accents stay ("São Paulo")."""
    parts = unicodedata.normalize("NFD", name)
    if not any(mark in parts for mark in _ROMANISED):
        return name
    letters = "".join(c for c in parts if not unicodedata.combining(c) and c not in "‘’ʻʼʿʾ`")
    return unicodedata.normalize("NFC", letters)


def without_unit(key: str) -> str:
    """A key without the word for the kind of unit before or behind it; the key itself if it has none."""
    return _AFTER.sub("", _BEFORE.sub("", key, count=1), count=1)


def without_article(key: str) -> str:
    """A key without an Arabic article at its beginning; the key itself if it has none."""
    return _ARTICLE.sub("", key, count=1) if _ARTICLE.match(key) else key
