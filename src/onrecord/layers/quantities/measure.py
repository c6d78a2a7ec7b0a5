"""Units: currency before a number, letters glued to it, the unit and the "per" behind it."""

from __future__ import annotations

import re

from onrecord.concepts.parse import Parse
from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.numeral import Numeral, whole
from onrecord.layers.quantities.words import nouns, numerals, units

_MONEY = re.compile(
    r"(?:(?<![^\W\d_])(?P<before>[A-Z][A-Za-z.]{0,3}) ?)?(?P<sign>[$€£¥₹₪₩₽₺₴₦₱₫฿₸₾₼₲₡₵₿])(?P<behind>[A-Z]{1,2})? ?$"
    r"|(?<![^\W\d_])(?P<letters>[A-Z][A-Za-z/.]{0,4}=?)(?P<gap> ?)$"
)
_SPACED = frozenset({"Rs", "Rp", "Tk", "RM", "Rs."})  # short signs that may stand apart from the digits
_WORD = re.compile(
    r"(?P<gap>\. |[ \u00a0-]|/|)(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+[²³]?(?:[23](?![0-9]))?|[%‰€£¥$¢₹°º](?:[CF]\b)?)"
)
_FEET = re.compile(r"['′](?!\w)")
_PER = re.compile(
    r" ?/ ?([^\W\d_]+[²³23]?)|[ -]+(?:per|every|each)[ -]([^\W\d_]+)"
    r"|[ -]an?[ -]([^\W\d_]+)(?! (?:after|before|later|earlier|ago|when)\b)"
)
_OF = re.compile(r"(?: of)? an? | of ")
_OF_PLAIN = re.compile(r" of ")
_OLD = re.compile(r"[ -]olds?\b| of age\b")
_METRES = re.compile(r" (?:tall|long|wide|deep|high|away|above|below|from|off|thick|across|down|up|race|sprint|freestyle|hurdles|relay|dash|butterfly|backstroke|final|in (?:length|height|width|depth|diameter))\b")  # fmt: skip


def measure(parse: Parse, numeral: Numeral) -> Found | None:
    """A number with its unit; None if the signs that touch it make it part of a name or a code."""
    text = parse.text
    found = Found(numeral.start, numeral.end, numeral.kind)
    found.value, found.low, found.plain, found.scale = numeral.value, numeral.low, numeral.plain, numeral.scale
    if numeral.kind == "vague":
        found.vague = text[numeral.start : numeral.end].lower()
    if not (_before(text, found) and _glued(text, found)):
        return None
    if found.unit == "count" and found.kind in ("number", "vague", "share"):
        _unit(parse, found)
    if found.kind in ("number", "vague"):
        _per(text, found)
    elif found.kind in ("times", "order"):
        found.unit = "times" if found.kind == "times" else "ordinal"
    elif found.kind == "share" and found.unit == "count":
        found.unit = "fraction"
    return found


def _before(text: str, found: Found) -> bool:
    """Read currency, sign or hyphen before the number; False if they make it a part of something else."""
    start = found.start
    before = text[start - 1 : start]
    if before in ("", "(", "“", '"', "[", "‘", "—", "~", "≈", "<", ">", "±", ",", "…"):
        return True
    if found.kind not in ("number", "share"):
        return not (before.isalnum() or before in "/_@#&=")
    if _currency(text, found):
        return True
    if before.isspace():
        _minus(text, found)
        return True
    if before in "-–−":
        return _hyphen(text, found)
    if before in "'’":
        return not (found.plain and found.value is not None and found.end - start == 2)
    return before == "/" and text[start - 2 : start - 1].isdigit()


def _currency(text: str, found: Found) -> bool:
    start = found.start
    tail = text[max(0, start - 9) : start]
    if tail[-1:] == "-" and found.end > start:
        tail = tail[:-1] if tail[-2:-1] in "$€£" else tail
    if (
        not tail
        or not (tail[-1].isspace() or tail[-1].isalpha() or tail[-1] in "$€£¥=₹₪₩₽₺₴₦₱₫฿./")
        or tail.endswith("  ")
    ):
        return False
    match = _MONEY.search(tail)
    if match is None:
        return False
    signs = units().before
    base = start - len(tail)
    if match["sign"]:
        sign, before, behind = match["sign"], match["before"] or "", match["behind"] or ""
        for given, at in (
            (before + sign + behind, match.start()),
            (sign + behind, match.start("sign")),
            (sign, match.start("sign")),
        ):
            if given in signs and not (behind and given == sign):
                found.start = found.begin = base + at
                found.unit = signs[given]
                break
    else:
        letters = match["letters"]
        spaced = bool(match["gap"])
        short = len(letters) <= 2 and letters not in _SPACED
        big = not found.plain or (found.value or 0) >= 20 or text[found.end : found.end + 1].isalpha()
        if (
            letters not in signs
            or (short and (spaced or not big))
            or (spaced and letters in ("ALL", "CUP", "TRY", "TOP", "PEN"))
        ):
            return False
        found.start = found.begin = base + match.start()
        found.unit = signs[letters]
    if found.unit == "count":
        return False
    found.because("unit", "currency before the number", text, (found.start, start))
    found.plain = False
    return True


def _minus(text: str, found: Found) -> None:
    word = text[max(0, found.start - 6) : found.start].lower()
    if word.endswith("minus ") and found.value is not None:
        _negative(text, found, found.start - 6)


def _negative(text: str, found: Found, start: int) -> None:
    found.value = -(found.value or 0)
    found.because("value", "minus sign", text, (start, found.start))
    found.start = found.begin = start
    found.signed, found.plain = True, False


def _hyphen(text: str, found: Found) -> bool:
    """A hyphen right before the number: a minus sign, a range, "minus-130", "sub-500", or a code such as MK-84."""
    at = found.start - 1
    word = re.search(r"[^\s(]*$", text[max(0, at - 10) : at])
    left = word[0].lower() if word else ""
    if not left:
        if (
            found.kind == "number"
            and text[at] in "-−"
            and found.plain
            and not text[max(0, at - 2) : at].strip().isdigit()
        ):
            _negative(text, found, at)
        return True
    if left == "minus":
        _negative(text, found, at - 5)
        return True
    if left in ("sub", "under", "over", "plus"):
        found.bound = "less_than" if left in ("sub", "under") else "more_than"
        found.because("bound", f"{left}-", text, (at - len(left), at))
        return True
    return left[-1].isdigit() or left in numerals().words or left[-1] in "%$€£" or text[at] == "–" or (
        bool(re.search(r"[0-9][a-zµ%°]*$", left)))  # fmt: skip


def _glued(text: str, found: Found) -> bool:
    """Read a scale that is glued to digits ("25k", "$31b"); False if other letters make the number part of a name."""
    after = text[found.end : found.end + 1]
    if not (after.isalpha() or after == "_") or not text[found.end - 1 : found.end].isdigit():
        return True
    match = _WORD.match(text, found.end)
    letters = match["word"] if match else ""
    money = found.unit != "count"
    scale = numerals().glued.get(letters.lower())
    if scale and _is_scale(text, found, letters, money):
        found.value = whole((found.value or 0) * scale)
        found.end = found.stop = found.end + len(letters)
        found.plain, found.scale = False, scale
        return True
    if letters == "s" and found.plain and (found.value or 0) >= 20:
        return False  # a decade or the age of a group: "1990s", "in their 30s"
    table = units()
    return letters in table.symbols or letters in table.glued or letters.lower() in table.longest


def _is_scale(text: str, found: Found, letters: str, money: bool) -> bool:
    """True if the letters multiply: "m", "b" and "t" are units too, "mm" a scale of money alone."""
    if letters in ("mm", "MM", "t", "T"):
        return money
    if letters not in ("m", "M") or money:
        return True
    after = text[found.end + 1 : found.end + 40]
    if letters == "M":
        return True
    if _METRES.match(after) or after[:1] in "-/²2³3":
        return False
    word = re.match(r" ([a-z]+)", after)
    return (
        word is None
        or word[1].endswith("s")
        or word[1] in ("people", "men", "women", "children", "in", "of", "to", "by")
    )


def _unit(parse: Parse, found: Found) -> None:
    """Read the unit behind a number."""
    text, table = parse.text, units()
    at = found.end
    if found.kind != "number" or found.scale > 1:
        article = (_OF if found.kind == "share" else _OF_PLAIN).match(text, at)
        at = article.end() - 1 if article else at
    if (
        found.value is not None
        and _FEET.match(text, at)
        and found.plain
        and text[found.start - 1 : found.start] not in "'‘\""
    ):
        _set_unit(text, found, "ft", (at, at + 1))
        return
    words: list[str] = []
    ends: list[int] = []
    gaps: list[str] = []
    most = 1
    while len(words) < most:
        match = _WORD.match(text, ends[-1] if ends else at)
        if match is None or (gaps and match["gap"] == "" and match["word"].isalpha()):
            break
        if not gaps and match["gap"] == ". ":
            return
        if not words:
            word = match["word"]
            most = max(table.longest.get(word, 0), table.longest.get(word.lower(), 0))
            if not most:
                return
        gaps.append("/" if match["gap"] == "/" else " ")
        words.append(match["word"])
        ends.append(match.end())
    for count in range(len(words), 0, -1):
        key = "".join(gap + word for gap, word in zip(gaps[:count], words[:count], strict=True))[1:]
        symbol = table.symbols.get(key) or table.names.get(key.lower())
        if symbol is None and ends[0] - len(words[0]) == found.end:
            symbol = table.glued.get(key)
        if symbol and _is_unit(parse, found, symbol, key, ends[count - 1]):
            _set_unit(text, found, symbol, (ends[0] - len(words[0]), ends[count - 1]))
            return


def _is_unit(parse: Parse, found: Found, symbol: str, key: str, end: int) -> bool:
    """False where the word is not used as a unit: a verb ("the 12 won"), a proper name, a single letter in running text."""
    token = parse.at(end - 1)
    if token is None or (len(key) == 1 and not key.isalpha()):
        return True
    after = parse.text[end : end + 2]
    if (after[:1] == "-" and after[1:].isdigit()) or (
        key[0].isupper() and found.plain and 1900 <= (found.value or 0) < 2100 and key.istitle()
    ):
        return False
    if token.tag in ("VBD", "VBZ", "VBP", "VB", "MD", "IN") and token.start > found.end:
        return False
    if (
        symbol in units().money
        and found.vague is None
        and symbol in ("KRW", "BRL", "PEN", "CRC")
        and (found.value or 0) < 100
    ):
        return False
    return not (symbol == "second" and token.tag == "JJ") and parse.text[end : end + 1] not in ("'", "’")


def _set_unit(text: str, found: Found, symbol: str, span: tuple[int, int]) -> None:
    found.hyphen = text[found.end : span[0]] in ("-", "‑")
    found.plain = False
    if symbol == "lb" and ("£" in text or (found.value is not None and found.value >= 1_000_000)):
        symbol = "GBP"
    old = _OLD.match(text, span[1]) if symbol in ("year", "month", "week", "day") else None
    if old:
        symbol = f"{symbol} of age"
    found.unit = symbol
    if span[0] == found.end and not text[span[0]].isspace():
        found.end = span[1]  # a symbol that touches the digits belongs to the number's words: "8.5kW", "5%"
    found.stop = old.end() if old else span[1]
    found.because("unit", "unit behind the number", text, span)


def _per(text: str, found: Found) -> None:
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
    if under is None or (found.unit in table.times and not match[2]):
        return
    found.unit = f"{found.unit}/{under}"
    found.stop = match.end()
    found.plain = False
    found.because("unit", "rate", text, match.span())
