"""What touches the digits: currency signs and hyphens before them, scales glued behind them."""

from __future__ import annotations

import re

from onrecord.layers.quantities.found import Found
from onrecord.layers.quantities.numeral import whole
from onrecord.layers.quantities.units import WORD
from onrecord.layers.quantities.words import beside, numerals, units

_MONEY = re.compile(
    r"(?:(?<![^\W\d_])(?P<before>[A-Z][A-Za-z.]{0,3}) ?)?(?P<sign>[$€£¥₹₪₩₽₺₴₦₱₫฿₸₾₼₲₡₵₿])(?P<behind>[A-Z]{1,2})? ?$"
    r"|(?<![^\W\d_])(?P<letters>[A-Z][A-Za-z/.]{0,4}=?)(?P<gap> ?)$"
)
_LENGTH = re.compile(r" in (?:[0-9]|length|height|width|depth|diameter)")
_OPENING = frozenset({"", "(", "“", '"', "[", "‘", "—", "~", "≈", "<", ">", "±", ",", "…"})
_LAST = "$€£¥=₹₪₩₽₺₴₦₱₫฿./"


def before(text: str, found: Found) -> bool:
    """Read currency, sign or hyphen before the number; False if they make it a part of something else."""
    start = found.start
    touching = text[start - 1 : start]
    if touching in _OPENING:
        return True
    if found.kind not in ("number", "share"):
        return not (touching.isalnum() or touching in "/_@#&=")
    if _currency(text, found):
        return True
    if touching.isspace():
        _minus(text, found)
        return True
    if touching in "-–−":
        return _hyphen(text, found)
    if touching in "'’":
        return not (found.plain and found.value is not None and found.end - start == 2)
    return touching == "/" and text[start - 2 : start - 1].isdigit()


def _currency(text: str, found: Found) -> bool:
    """Read "$", "US $", "C$", "Rs", "USD" before the number into its unit and span."""
    start = found.start
    tail = text[max(0, start - 9) : start]
    if not (tail[-1].isspace() or tail[-1].isalpha() or tail[-1] in _LAST) or tail.endswith("  "):
        return False
    match = _MONEY.search(tail)
    read = None if match is None else _by_sign(match) if match["sign"] else _by_letters(text, found, match)
    if read is None:
        return False
    found.unit = read[0]
    found.start = found.begin = start - len(tail) + read[1]
    found.because("unit", "currency before the number", text, (found.start, start))
    found.plain = False
    return True


def _by_sign(match: re.Match[str]) -> tuple[str, int] | None:
    """Currency and place of the longest known sign: "AU $" before "$"."""
    signs = units().before
    sign, letters, behind = match["sign"], match["before"] or "", match["behind"] or ""
    for given, at in (
        (letters + sign + behind, match.start()),
        (sign + behind, match.start("sign")),
        (sign, match.start("sign")),
    ):
        if given in signs and not (behind and given == sign):
            return signs[given], at
    return None


def _by_letters(text: str, found: Found, match: re.Match[str]) -> tuple[str, int] | None:
    """Currency of a code or a short sign in letters; short ones must touch the digits of a price, not of a name (R2)."""
    letters, apart = match["letters"], bool(match["gap"])
    signs = units().before
    if letters not in signs or (apart and letters in beside("codes that are words")):
        return None
    if len(letters) <= 2 and letters not in beside("spaced signs"):
        price = not found.plain or (found.value or 0) >= 20 or text[found.end : found.end + 1].isalpha()
        if apart or not price:
            return None
    return signs[letters], match.start()


def _minus(text: str, found: Found) -> None:
    """Read "minus 40"."""
    word = text[max(0, found.start - 6) : found.start].lower()
    if (
        word.endswith("minus ")
        and not text[max(0, found.start - 12) : found.start - 6].lower().endswith((" or ", "/"))
        and found.value is not None
    ):
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


def glued(text: str, found: Found) -> bool:
    """Read a scale that is glued to digits ("25k", "$31b"); False if other letters make the number part of a name."""
    after = text[found.end : found.end + 1]
    if not (after.isalpha() or after == "_") or not text[found.end - 1 : found.end].isdigit():
        return True
    match = WORD.match(text, found.end)
    letters = match["word"] if match else ""
    money = found.unit != "count"
    scale = numerals().glued.get(letters.lower())
    if scale and _is_scale(text, found, letters, money):
        found.value = whole((found.value or 0) * scale)
        found.end = found.stop = found.end + len(letters)
        found.plain, found.scale = False, scale
        return True
    if letters == "s" and isinstance(found.value, int):
        return False  # a decade, the age of a group or a model: "1990s", "in their 30s", "Model 3s"
    table = units()
    known = letters in table.symbols or letters in table.glued or letters.lower() in table.names
    return known or table.longest.get(letters, 0) > 1


def _is_scale(text: str, found: Found, letters: str, money: bool) -> bool:
    """True if the letters multiply: "m", "b" and "t" are units too, "mm" a scale of money alone."""
    if letters in ("mm", "MM", "t", "T"):
        return money
    if letters not in ("m", "M") or money:
        return True
    after = text[found.end + 1 : found.end + 40]
    if letters == "M":
        return True
    word = re.match(r" ([a-z]+)", after)
    if _LENGTH.match(after) or after[:1] in ("-", "/", "²", "2", "³", "3") or (word and word[1] in beside("metres")):
        return False
    return word is None or word[1].endswith("s") or word[1] in beside("millions")
