"""Numerals: digits and number words put together to one number ("1.2 million", "two dozen", "tens of thousands")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.concepts.parse import Parse
from onrecord.layers.quantities.words import numerals

type Number = int | float

# What is no number though it has digits: an ISO date, a clock time, a numeric date, a version or address, a telephone number.
_NOT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?|[0-9]{1,2}:[0-9]{2}(?:[:.][0-9]+)*|[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}"
    r"|[0-9]+(?:\.[0-9]+){2,}(?!,)|[0-9]{3}[ )-]{1,2}[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{4}\b"
)
_POINT = r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})+|[0-9]{1,3}(?: 000)+(?![0-9,.])"
_COMMA = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]{1,2}(?![0-9])"
_REST = r"[0-9]+\.[0-9]+|[0-9]+|(?<![\w.])\.[0-9]+"
_TAIL = r"(?P<vulgar>[½⅓¼¾⅔⅛])?(?P<order>(?:st|nd|rd|th)\b)?"
_PATTERN = (
    r"(?=[0-9.½⅓¼¾⅔⅛])(?:(?P<skip>" + _NOT + r")|(?:(?P<whole>[0-9]+) )?(?P<over>[0-9]{1,3})/(?P<under>[0-9]{1,3})(?![0-9/])|(?:(?P<number>%s)|(?=[½⅓¼¾⅔⅛]))"
    + _TAIL + ")"
)  # fmt: skip
_DIGITS = re.compile(_PATTERN % f"{_POINT}|{_REST}")
_DIGITS_COMMA = re.compile(_PATTERN % f"{_COMMA}|{_POINT}|{_REST}")
# A text uses the decimal comma if a comma before one or two digits stands before a percent sign, a scale or a currency, and no point does.
_USES_COMMA = re.compile(r"\b[0-9]+,[0-9]{1,2}\s?(?:%|per ?cent|million|billion|euro|€)|\b[0-9]{1,3}\.[0-9]{3},[0-9]")
_USES_POINT = re.compile(r"\b[0-9]+\.[0-9]{1,2}\s?(?:%|per ?cent|million|billion|euro|€)|[0-9],[0-9]{3}\.[0-9]")
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅔": 2 / 3, "⅛": 1 / 8}
_PARTS = {2: 1, 3: 2, 4: 3, 5: 4, 8: 7, 10: 9, 16: 15}
_NEVER_PARTS = {(9, 11), (24, 7), (7, 7), (7, 11)}
# No report counts or pays so much: a longer run of digits is a code, a longer run of scale words a jest.
_TOO_MUCH = 10**18


class Atom(NamedTuple):
    """A run of digits or one number word; `kind` as in lexicon/numbers.txt, or `digits`, `share` (1/2), `order` (5th)."""

    start: int
    end: int
    kind: str
    value: Number
    word: str


class Numeral(NamedTuple):
    """A number as written: `kind` is `number`, `vague`, `share` (a part of one), `order` or `times`; `plain` only digits."""

    start: int
    end: int
    kind: str
    value: Number | None
    low: int | None
    plain: bool
    scale: int = 1


def numerals_of(parse: Parse) -> Iterator[Numeral]:
    """Every numeral of a text, in text order."""
    atoms = _atoms(parse)
    at = 0
    while at < len(atoms):
        numeral, at = _compose(parse.text, atoms, at)
        if numeral is not None and (numeral.value or 0) < _TOO_MUCH and (numeral.low or 0) < _TOO_MUCH:
            yield numeral


def _atoms(parse: Parse) -> list[Atom]:
    text = parse.text
    found = []
    words = numerals().words
    for token in parse.tokens:
        entry = words.get(token.lower)
        if entry is not None:
            found.append(Atom(token.start, token.end, entry[0], entry[1], token.lower))
    comma = "," in text and _USES_COMMA.search(text) and not _USES_POINT.search(text)
    for match in (_DIGITS_COMMA if comma else _DIGITS).finditer(text):
        atom = _digits(match, bool(comma))
        if atom is not None:
            found.append(atom)
    found.sort()
    return found


def _digits(match: re.Match[str], comma: bool) -> Atom | None:
    if match["skip"]:
        return None
    start, end = match.span()
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if not 0 < over <= _PARTS.get(under, 0) or (over, under) in _NEVER_PARTS:
            return None
        base = whole(float(match["whole"] or 0))
        return Atom(start, end, "digits" if base else "share", base + over / under, "")
    digits = (match["number"] or "0").translate({160: None, 0x202F: None, 0x2009: None, 32: None})
    if comma and re.fullmatch(_COMMA, digits):
        digits = digits.replace(".", "").replace(",", ".")
    value: Number = whole(float(digits.replace(",", "")))
    if match["vulgar"]:
        return Atom(start, end, "digits" if value else "share", value + _VULGAR[match["vulgar"]], "")
    return Atom(start, end, "order" if match["order"] else "digits", value, "")


def _compose(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    """One numeral out of the atoms from number `at` on, and the number of the next atom."""
    kind = atoms[at].kind
    if kind in ("digits", "small", "ten", "scale"):
        return _cardinal(text, atoms, at)
    if kind in ("vague", "leading"):
        return _vague(text, atoms, at)
    if kind in ("part", "share"):
        return _part(text, atoms, at)
    atom = atoms[at]
    kind = {"ordinal": "order", "order": "order"}.get(kind, kind)
    return Numeral(atom.start, atom.end, kind, atom.value, None, False), at + 1


def _cardinal(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    first = last = atoms[at]
    amount = _Sum(first)
    start = _with_article(text, first.start) if first.kind == "scale" else first.start
    if first.word == "dozen" and start == first.start and text[:start].rstrip()[-1:] in ("s", "’"):
        return None, at + 1  # "a baker's dozen"
    at += 1
    while at < len(atoms):
        atom, gap = atoms[at], text[last.end : atoms[at].start]
        if atom.kind == "part" and last is first and first.kind == "small" and gap in (" ", "-"):
            return _share(text, atoms, at, (start, first.value))
        if not amount.take(last, atom, gap):
            break
        last, at = atom, at + 1
    plain = last is first and first.kind == "digits"
    scale = 1000 if plain and text[last.end - 4 : last.end] == ",000" else amount.scale
    return Numeral(start, last.end, "number", whole(amount.total + amount.current), None, plain, scale), at


class _Sum:
    """A number put together word by word: `current` is what the next scale multiplies, `total` what is done."""

    def __init__(self, first: Atom) -> None:
        self.total: Number = 0
        self.current: Number = first.value
        self.scale = 1
        if first.kind == "scale":
            self.scale = int(first.value)
            if first.value >= 1000:
                self.total, self.current = first.value, 0

    def take(self, last: Atom, atom: Atom, gap: str) -> bool:
        """Add a word if it goes on with the number."""
        if atom.kind == "scale" and gap in (" ", "-", "\u00a0", "-a-", ""):
            self._multiply(int(atom.value))
        elif atom.kind in ("small", "ten") and _adds(last, atom, gap):
            self.current += atom.value
        elif atom.word == "half" and gap in (" and a ", "-and-a-", " and one "):
            # "five and a half", and "a million and a half", which is half a million more
            self.current += 0.5 * last.value if last.kind == "scale" else 0.5
        else:
            return False
        return True

    def _multiply(self, scale: int) -> None:
        if scale < 1000 and scale != 12:
            self.current = (self.current or 1) * scale
        elif self.current:
            self.total, self.current = self.total + self.current * scale, 0
        else:
            self.total *= scale
        self.scale *= scale


def _adds(last: Atom, atom: Atom, gap: str) -> bool:
    """True if the word adds to the number before it: "twenty-eight", "six hundred (and) forty"."""
    if last.kind == "ten":
        return atom.kind == "small" and 0 < atom.value < 10 and gap in ("-", " ", "‑", "–")
    return last.kind == "scale" and last.value != 12 and gap in (" ", " and ")


def _with_article(text: str, start: int) -> int:
    """Where "a dozen" begins."""
    before = text[max(0, start - 4) : start].lower()
    for article in ("a ", "an "):
        if before.endswith(article) and not before[: -len(article)][-1:].isalnum():
            return start - len(article)
    return start


def _vague(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    first = last = atoms[at]
    low = int(first.value)
    start = first.start
    at += 1
    if first.kind == "leading":
        word = text[:start].rstrip()[-12:].lower().rpartition(" ")[2] if start else ""
        if first.word == "few" and word not in numerals().before_few:
            return None, at
        start = _with_article(text, start)
        if first.word in ("couple", "handful") and start == first.start:
            return None, at
    while at < len(atoms):
        atom, gap = atoms[at], text[last.end : atoms[at].start]
        if atom.kind == "vague" and gap == " of " and first.kind == "vague":
            low *= numerals().sizes.get(atom.word, 1)
        elif (
            first.kind == "leading" and gap in (" ", " of ") and (atom.kind == "scale" or atom.word in numerals().sizes)
        ):
            low *= int(atom.value) if atom.kind == "scale" else numerals().sizes[atom.word]
        else:
            break
        last, at = atom, at + 1
    if first.word == "tens" and last is first:
        return None, at
    return Numeral(start, last.end, "vague", None, low, False), at


def _part(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    atom = atoms[at]
    if atom.kind == "share":
        return Numeral(atom.start, atom.end, "share", atom.value, None, False), at + 1
    start = _with_article(text, atom.start)
    return _share(text, atoms, at, (start, 1))


def _share(text: str, atoms: list[Atom], at: int, lead: tuple[int, Number]) -> tuple[Numeral | None, int]:
    """A fraction word with its numerator; "half a million" is a plain number."""
    start, over = lead
    atom = atoms[at]
    value = over / atom.value
    following = atoms[at + 1] if at + 1 < len(atoms) else None
    if following and following.kind == "scale" and text[atom.end : following.start] in (" a ", "-", "-a-", " of a "):
        return Numeral(start, following.end, "number", whole(value * following.value), None, False), at + 2
    single = over == 1 and not atom.word.endswith("s") and atom.word != "half"
    bare = single and start == atom.start
    kind = "order" if bare else "either" if single and text[start : atom.start].lower() in ("a ", "an ") else "share"
    return Numeral(start, atom.end, kind, atom.value if kind == "order" else value, None, False), at + 1


def whole(value: float) -> Number:
    """The number without floating-point dust, an int where it is whole."""
    value = round(value, 9)
    return int(value) if value < _TOO_MUCH and value == int(value) else value
