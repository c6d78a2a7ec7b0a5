"""What can be corrected: the fields of figures, events and statements, what each may hold, and how a value is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, get_args

from onrecord.codes import iso3_of
from onrecord.concepts.actor import ActorKind
from onrecord.concepts.certainty import Label, Polarity, Status
from onrecord.concepts.event import TYPES
from onrecord.concepts.figure import Role
from onrecord.concepts.place import PlaceKind
from onrecord.concepts.quantity import Bound
from onrecord.concepts.statement import Form, SpeakerKind
from onrecord.errors import OptionError
from onrecord.ledger.dates import dated

type Number = int | float
# The controlled list; any other counted noun is a measure by its lemma.
MEASURES = (
    "aircraft", "attacks", "bases", "contractors", "detained", "displaced", "fighters", "hostages", "killed", "missiles", "missing",
    "money", "police", "ships", "strikes", "troops", "vehicles", "wounded",
)  # fmt: skip
_NONE = ("none", "null", "-", "")
_LEMMA = re.compile(r"[^\W\d_][\w' -]*")
_MOST = 1e15  # beyond it whole numbers are no longer told apart
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


class Field(NamedTuple):
    """One field: how its value is read (raising ValueError that says what it may hold), and whether it may be left open."""

    read: Callable[[Any], Any]
    open: bool = True


def _choice(values: Iterable[str]) -> Callable[[Any], str]:
    there = tuple(values)

    def read(value: Any) -> str:
        word = str(value).strip()
        found = next((one for one in there if one.lower() == word.lower().replace(" ", "_")), None)
        if found is None:
            raise ValueError(f"one of {', '.join(there)}")
        return found

    return read


def _number(value: Any) -> Number:
    try:
        number = (
            value
            if isinstance(value, int | float)
            else float(str(value).strip().replace(",", "").replace("_", "").replace("−", "-"))
        )
        if isinstance(value, bool) or not abs(number) <= _MOST:  # not a number is no number either
            raise ValueError
    except (ValueError, OverflowError):
        raise ValueError("a number like 3000 or 2.5") from None
    return int(number) if number == int(number) else number


def _flag(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in (*_YES, *_NO):
        raise ValueError("yes or no")
    return word in _YES


def _code(value: Any) -> str:
    found = iso3_of(str(value))
    if found is None:
        raise ValueError("an ISO 3166-1 code of a country like USA, or its name")
    return found


def _text(value: Any) -> str:
    words = " ".join(str(value).split())
    if not words:
        raise ValueError("some words")
    return words


def _lemma(value: Any) -> str:
    word = _text(value).lower()
    if not _LEMMA.fullmatch(word):
        raise ValueError(f"a word: {', '.join(MEASURES)}, or the noun that is counted")
    return word


def _list(read: Callable[[Any], str]) -> Callable[[Any], list[str]]:
    def each(value: Any) -> list[str]:
        parts = value.split(",") if isinstance(value, str) else list(value)
        return [read(part) for part in parts if str(part).strip()]

    return each


def _time(value: Any) -> str:
    """A time is kept as it is written; what it means is worked out when the correction is settled."""
    text = str(value).strip()
    dated(text)
    return text


_CERTAIN = {
    "status": Field(_choice(get_args(Status)), open=False),
    "polarity": Field(_choice(get_args(Polarity)), open=False),
    "label": Field(_choice(get_args(Label)), open=False),
}
_SPEAKING = {
    "speaker": Field(_text),
    "speaker_kind": Field(_choice(get_args(SpeakerKind))),
    "relay": Field(_list(_text)),
}
_FIGURE = {
    "measure": Field(_lemma, open=False),
    "scope": Field(_list(_text)),
    "role": Field(_choice(get_args(Role))),
    **{name: Field(_number) for name in ("low", "best", "high")},
    "approx": Field(_flag, open=False),
    "bound": Field(_choice(get_args(Bound))),
    "vague": Field(_text),
    "unit": Field(_text, open=False),
    "subject": Field(_text),
    "subject_kind": Field(_choice(get_args(ActorKind))),
    "subject_iso3": Field(_code),
    "place": Field(_text),
    "place_kind": Field(_choice(get_args(PlaceKind))),
    "place_iso3": Field(_code),
    "as_of": Field(_time),
    "date_start": Field(_time),
    "date_end": Field(_time),
    **_CERTAIN,
    **_SPEAKING,
}
_EVENT = {
    "type": Field(_choice(TYPES), open=False),
    **{name: Field(_list(_text)) for name in ("actors", "recipients", "places")},
    "iso3": Field(_list(_code)),
    "when": Field(_time),
    "earliest": Field(_time),
    "latest": Field(_time),
    **_CERTAIN,
}
_STATEMENT = {
    **_SPEAKING,
    "act": Field(_lemma, open=False),
    "form": Field(_choice(get_args(Form)), open=False),
    "said": Field(_time),
}
KINDS: Mapping[str, Mapping[str, Field]] = {"f": _FIGURE, "e": _EVENT, "s": _STATEMENT}
NAMES = {"f": "figure", "e": "event", "s": "statement"}
LISTS = ("scope", "relay", "actors", "recipients", "places", "iso3")


def read(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Values of some fields of a row of a kind, "none" for one that is left open. Raises OptionError that says what a field may hold."""
    there = KINDS[kind]
    found: dict[str, Any] = {}
    for name, value in given.items():
        if name not in there:
            raise OptionError(f"{name!r} is nothing that can be corrected; a {NAMES[kind]} has {', '.join(there)}")
        field = there[name]
        if value is None or (isinstance(value, str) and value.strip().lower() in _NONE):
            if not field.open:
                raise OptionError(f"{name} cannot be left open")
            found[name] = [] if name in LISTS else None
            continue
        try:
            found[name] = field.read(value)
        except OptionError as error:
            raise OptionError(f"{name}: {error}") from error
        except ValueError as error:
            hint = f"; {name}=none leaves it open" if field.open else ""
            raise OptionError(f"{name} must be {error}; {value!r} is not{hint}") from None
    return found
