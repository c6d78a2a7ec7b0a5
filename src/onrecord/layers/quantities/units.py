"""The unit behind a number, and its rate: "per month", "a barrel"."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Parse
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.words import beside, nouns, units

WORD = re.compile(
    r"(?P<gap>\.?[ \u00a0-]|/|)(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+[²³]?(?:[23](?![0-9]))?|[%‰€£¥$¢₹°º](?:[CF]\b)?)"
)
_FEET = re.compile(r"['′](?!\w)")
_PER = re.compile(
    r" ?/ ?([^\W\d_]+[²³23]?)|[ -]+per[ -]([^\W\d_]+)"
    r"|[ -](?:an?|every|each)[ -]([^\W\d_]+)(?! (?:after|before|later|earlier|ago|when)\b)"
)
_OLD = re.compile(r"[ -]olds?\b| of age\b")
_OF_A = re.compile(r"(?: of)? an? | of ")
_OF = re.compile(r" of ")
_ABBREVIATED = re.compile(r"\.[ -][a-z]")  # "6 ft. tall": the full stop is the unit's
_MORE = re.compile(r"[ -]?(plus|odd|\+)(?=[ -][^\W\d_])")
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "IN"})


def unit(parse: Parse, found: Found) -> None:
    """Read the unit behind a number."""
    text, table = parse.text, units()
    at = _behind(text, found)
    if found.plain and _FEET.match(text, at) and text[found.start - 1 : found.start] not in "'‘\"":
        _set_unit(text, found, "ft", (at, at + 1))
        return
    words = _words(text, at)
    start = words[0].start("word") if words else at
    for count in range(len(words), 0, -1):
        key = "".join(("/" if word["gap"] == "/" else " ") + word["word"] for word in words[:count])[1:]
        symbol = table.symbols.get(key) or table.names.get(key.lower())
        if symbol is None and start == found.end:
            symbol = table.glued.get(key)
        if symbol and _is_unit(parse, found, symbol, (start, words[count - 1].end())):
            _set_unit(text, found, symbol, (start, words[count - 1].end()))
            return


def _behind(text: str, found: Found) -> int:
    """Where a unit would begin: "millions of dollars", "half an hour", "30-plus years"."""
    if found.kind == "either":
        between = _OF_A.match(text, found.end)
        return between.end() - 1 if between and between[0] != " of " else len(text)
    if found.kind != "number" or found.scale > 1:
        between = (_OF_A if found.kind == "share" else _OF).match(text, found.end)
        return between.end() - 1 if between else found.end
    more = _MORE.match(text, found.end)
    if more is None or WORD.match(text, more.end()) is None:
        return found.end
    if more[1] == "odd":
        found.approx = True
    else:
        found.bound = "at_least"
    found.because("bound", more[1], text, more.span(1))
    return more.end()


def _words(text: str, at: int) -> list[re.Match[str]]:
    """The words behind a number that may be one unit together."""
    found: list[re.Match[str]] = []
    most = 1
    while len(found) < most:
        match = WORD.match(text, at)
        if match is None or (found and match["gap"] == "" and match["word"].isalpha()):
            break
        if not found:
            longest = units().longest
            most = max(longest.get(match["word"], 0), longest.get(match["word"].lower(), 0))
            if not most or match["gap"][:1] == ".":
                break
        found.append(match)
        at = match.end()
    return found


def _is_unit(parse: Parse, found: Found, symbol: str, span: tuple[int, int]) -> bool:
    """False where the word is not used as a unit: a verb ("the 12 won"), a proper name, a part of a code ("F-15")."""
    text, end = parse.text, span[1]
    token = parse.at(end - 1)
    key = text[span[0] : end]
    if token is None or (len(key) == 1 and not key.isalpha()):
        return True
    value = found.value or 0
    if symbol in ("°C", "°F") and len(key) == 1 and span[0] > found.end and not isinstance(found.value, int):
        return False
    year = found.plain and 1900 <= value < 2100 and key.istitle()
    if year or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()) or text[end : end + 1] in ("'", "’"):
        return False
    if token.tag in _VERBS and token.start > found.end:
        return False
    return not (symbol in beside("unsure units") and found.vague is None and value < 100) and not (
        symbol == "second" and token.tag == "JJ"
    )


def _set_unit(text: str, found: Found, symbol: str, span: tuple[int, int]) -> None:
    """Write a unit into a number; "pounds" are money in a text with "£", and years are an age before "old"."""
    found.hyphen = text[found.end : span[0]] in ("-", "‑")
    found.plain = False
    if symbol == "lb" and _is_money(text, found, span):
        symbol = "GBP"
    old = _OLD.match(text, span[1]) if symbol in ("year", "month", "week", "day") else None
    if old:
        symbol = f"{symbol} of age"
    found.unit = symbol
    if span[0] == found.end and not text[span[0]].isspace():
        found.end = span[1]  # a symbol that touches the digits belongs to the number's words: "8.5kW", "5%"
    stop = old.end() if old else span[1]
    found.stop = stop + 1 if _ABBREVIATED.match(text, stop) else stop
    found.because("unit", "unit behind the number", text, span)


def _is_money(text: str, found: Found, span: tuple[int, int]) -> bool:
    """True for pounds that are money: by the sum, by a "£" anywhere in the text, by "cost" or "paid" before them."""
    if text[span[0] : span[1]].lower() not in ("pound", "pounds") or text[span[1] : span[1] + 4] == " of ":
        return False
    near = re.split(r"[.;]", text[max(0, found.start - 40) : found.start])[-1].split()
    return "£" in text or (found.value or 0) >= 1_000_000 or not beside("paid").isdisjoint(near)


def rate_behind(text: str, found: Found, at: int) -> None:
    """Read the rate of a thing counted: "10,000 people a year", "20 burglaries per week"."""
    match = _PER.match(text, at) if found.unit == "count" else None
    if match is not None:
        word = (match[1] or match[2] or match[3]).lower()
        under = units().names.get(word)
        if under in units().times:
            found.unit = f"count/{under}"
            found.because("unit", "rate", text, match.span())


def rate(text: str, found: Found) -> None:
    """Read "per month", "a barrel", "/gram" behind number and unit."""
    if found.unit == "percent":
        return
    match = _PER.match(text, found.stop)
    if match is None:
        return
    word = (match[1] or match[2] or match[3]).rstrip(".")
    table = units()
    under = (
        table.symbols.get(word)
        or table.names.get(word.lower())
        or (word.lower() if word.lower() in nouns("per") or match[2] else None)
    )
    if under is None or (found.unit in table.times and under not in table.times):
        return
    unit = f"{found.unit}/{under}"
    found.unit = table.compound.get(unit, unit)
    found.stop = match.end()
    found.plain = False
    found.because("unit", "rate", text, match.span())
