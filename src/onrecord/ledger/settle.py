"""What a correction changes beside the fields it names, so that the row stays consistent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from onrecord.codes import country, iso3_of
from onrecord.errors import OptionError
from onrecord.ledger.dates import between, dated
from onrecord.ledger.fields import Number

type Fields = Mapping[str, Any]
_LABELS = {"ordered": "announced", "requested": "planned"}  # statuses without a label of their own name
# What a label says of status and polarity; "alleged" and "denied" say who vouches, and leave both as they are.
_NEGATED = "negated"
_VOUCHED = ("alleged", "denied")
_THERE, _PLANNED = ("done", "ongoing"), ("announced", "planned")
_STANDING = ("level", "total", "toll")


def settled(kind: str, row: Fields, given: Fields) -> dict[str, Any]:
    """The fields that a correction sets: those given and those that follow from them. Raises OptionError if they contradict one another."""
    found = dict(given)
    for rule in _RULES[kind]:
        found |= rule(row, found)
    return {name: value for name, value in found.items() if name in row}


def _values(row: Fields, given: Fields) -> dict[str, Any]:
    """`best` alone moves low and high along; a bound moves best no further than to itself."""
    named = {name: given[name] for name in ("low", "best", "high") if name in given}
    if not named:
        return _positive(row, given)
    at: dict[str, Number | None] = {name: row[name] for name in ("low", "best", "high")} | named
    if named.get("best") is not None and len(named) == 1:
        exact = len({value for value in (row["low"], row["best"], row["high"]) if value is not None}) < 2
        at = _around(at, named["best"], exact=exact)
    elif "best" not in named and at["best"] is not None:
        low, high = at["low"], at["high"]
        best = at["best"]
        at["best"] = low if low is not None and best < low else high if high is not None and best > high else best
    told = [(name, value) for name, value in at.items() if value is not None]
    for (one, first), (other, second) in pairwise(told):
        if first > second:
            raise OptionError(f"{one} ({first:,}) is above {other} ({second:,}); give both")
    role = given.get("role", row["role"])
    if role not in (None, "change") and any(value < 0 for _, value in told):
        raise OptionError(f"a {role} is not negative; if it is how many fewer, say role=change")
    more: dict[str, Any] = {"vague": None} if row["vague"] and "vague" not in given and at["best"] is not None else {}
    return at | more


def _around(at: dict[str, Number | None], best: Number, *, exact: bool) -> dict[str, Number | None]:
    """Low and high follow a new best: both when the number was exact, else those it lies beyond; an open end stays open."""
    low, high = at["low"], at["high"]
    if exact:
        return {"low": best, "best": best, "high": best}
    return {
        "low": None if low is None else min(low, best),
        "best": best,
        "high": None if high is None else max(high, best),
    }


def _positive(row: Fields, given: Fields) -> dict[str, Any]:
    """What was a change of −600 is a level of 600."""
    if given.get("role", "change") in (None, "change") or row["role"] != "change":
        return {}
    ends = [None if row[name] is None else abs(row[name]) for name in ("low", "best", "high")]
    low, best, high = ends if (row["high"] or 0) > 0 else reversed(ends)
    return {"low": low, "best": best, "high": high}


def _certainty(row: Fields, given: Fields) -> dict[str, Any]:
    """Status, polarity and label say one thing: the last two follow from the first, or the first two from the label."""
    if label := given.get("label"):
        if label in _VOUCHED:
            return {name: given.get(name, row[name]) for name in ("status", "polarity")}
        if label == _NEGATED:
            polarity, status = "negative", row["status"]
        else:
            polarity, status = "positive", label
        if given.get("polarity", polarity) != polarity:
            raise OptionError(f"label={label} and polarity={given['polarity']} contradict one another")
        return {"polarity": polarity, "status": given.get("status", status)}
    if not {"status", "polarity"} & set(given):
        stage = _stage(given.get("role"), row["label"])
        return {"status": stage, "polarity": row["polarity"], "label": stage} if stage else {}
    polarity = given.get("polarity", row["polarity"])
    status = given.get("status", row["status"])
    label = _NEGATED if polarity == "negative" else _LABELS.get(status, status)
    return {"status": status, "polarity": polarity, "label": label}


def _stage(role: str | None, label: str) -> str | None:
    """The stage of a figure whose role is corrected: what is there is no plan, and a plan is not there."""
    if role == "target" and label in _THERE:
        return "announced"
    return "done" if role in _STANDING and label in _PLANNED else None


def _owner(name: str, kind: str) -> Callable[[Fields, Fields], dict[str, Any]]:
    """Code and name of whose or where: a code brings the country's name, a country's name its code, another name leaves the code."""

    def rule(_: Fields, given: Fields) -> dict[str, Any]:
        code = f"{name}_iso3"
        if code in given and name not in given:
            if given[code] is None:
                return {}
            return {name: country(given[code]) or given[code], f"{name}_kind": given.get(f"{name}_kind", kind)}
        if name not in given or f"{name}_kind" in given:
            return {}
        if given[name] is None:
            return {f"{name}_kind": None, code: given.get(code)}
        known = iso3_of(given[name])
        if known:
            return {name: country(known), code: given.get(code, known), f"{name}_kind": kind}
        return {f"{name}_kind": "settlement" if name == "place" else None}

    return rule


def _time(one: str, first: str, last: str, names: Mapping[str, str]) -> Callable[[Fields, Fields], dict[str, Any]]:
    """One time, or its first and last day apart: interval, EDTF and precision go together."""

    def rule(row: Fields, given: Fields) -> dict[str, Any]:
        if one in given:
            if first in given or last in given:
                raise OptionError(f"give {one}, or {first} and {last}")
            if given[one] is None:
                return {first: None, last: None, **dict.fromkeys(names.values())}
            time = dated(given[one])
        elif first in given or last in given:
            start = dated(given[first]).start if given.get(first) else None if first in given else row[first]
            end = dated(given[last]).end if given.get(last) else None if last in given else row[last]
            if not start and not end:
                return {first: None, last: None, **dict.fromkeys(names.values())}
            time = between(start, end)
        else:
            return {}
        return {first: time.start, last: time.end, **{field: getattr(time, name) for name, field in names.items()}}

    return rule


_FIGURE_TIME = {"edtf": "date_edtf", "precision": "date_precision"}
_RULES: Mapping[str, tuple[Callable[[Fields, Fields], dict[str, Any]], ...]] = {
    "f": (
        _values,
        _certainty,
        _owner("subject", "state"),
        _owner("place", "country"),
        _time("as_of", "date_start", "date_end", _FIGURE_TIME),
    ),
    "e": (_certainty, _time("when", "earliest", "latest", {"edtf": "edtf"})),
    "s": (_time("said", "said_start", "said_end", {"edtf": "said_edtf"}),),
}
