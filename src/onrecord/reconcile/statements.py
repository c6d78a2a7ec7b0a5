"""Statements of different reports that are one: the same speaker, on the same occasion, in words that are alike.

As with figures a table of features decides; two statements are one with THRESHOLD points and nothing that says never.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.rows import StatementRow
from onrecord.reconcile import days, names
from onrecord.reconcile.features import INCIDENT, Decision, Feature, Say, weigh

THRESHOLD = 4.5
_ALIKE, _NEARLY = 0.6, 0.4  # shares of the shorter one's telling words that stand in the other
_FEWEST = 4  # shared words without which words alone say little
_RUN = 5  # words in a row that make a quotation the same
_EDGES = 8  # members that another statement is held against
_WORD = re.compile(r"[a-z0-9][a-z0-9,.'’-]*[a-z0-9]|[a-z0-9]")
_SMALL = lexicon.words(Path(__file__).parent / "lexicon" / "small_words.txt")
_OPPOSED = ("deny", "refuse")


class Said(NamedTuple):
    """Statements that are one, in the order of publication, and why each was joined to those before it."""

    rows: tuple[StatementRow, ...]
    why: tuple[tuple[tuple[str, Say], ...], ...]


def speaker(one: StatementRow, other: StatementRow) -> Say | None:
    """Who says it: one person, one state or one body."""
    mine, theirs = one.speaker or one.source or "", other.speaker or other.source or ""
    unnamed = "anonymous" in (one.speaker_kind, other.speaker_kind)
    if not unnamed and names.one_person(mine, theirs):
        return Say(2.0, f"{mine}, {theirs}")
    if names.one_body(names.body(mine), names.body(theirs)):
        return Say(1.0, f"{mine} and {theirs} speak for one body")
    return Say(0.0, f"{mine}, {theirs}", never=True)


def occasion(one: StatementRow, other: StatementRow) -> Say | None:
    """When it was said: within three days, by the day of saying, else of publication."""
    gap = days.between(_when(one), _when(other))
    if gap is None:
        return Say(-1.0, "the day is not known of both")
    return Say(1.0, f"{gap} days apart") if gap <= INCIDENT else Say(0.0, f"{gap} days apart", never=True)


def act(one: StatementRow, other: StatementRow) -> Say | None:
    """What is done by it: a denial is no claim, a refusal no promise."""
    if (one.act in _OPPOSED) != (other.act in _OPPOSED):
        return Say(0.0, f"{one.act}, {other.act}", never=True)
    return Say(1.0, f"{one.act} in both") if one.act == other.act and one.act != "say" else None


def words(one: StatementRow, other: StatementRow) -> Say | None:
    """The telling words that both have, as a share of the shorter one's."""
    mine, theirs = telling(one.quote), telling(other.quote)
    fewest = min(len(mine), len(theirs))
    shared = len(mine & theirs)
    if fewest == 0:
        return Say(0.0, "no telling words", never=True)
    share = shared / fewest
    said = f"{shared} of {fewest} telling words in both"
    if shared < _FEWEST:
        return Say(0.5, said) if share == 1 and shared > 1 else Say(0.0, said, never=True)
    if share < _NEARLY:
        return Say(0.0, said, never=True)
    return Say(2.0 if share >= _ALIKE else 1.0, said)


def numbers(one: StatementRow, other: StatementRow) -> Say | None:
    """Numbers that both name, or that only differ."""
    mine, theirs = ({word for word in telling(row.quote) if word[0].isdigit()} for row in (one, other))
    if not mine or not theirs:
        return None
    shared = sorted(mine & theirs)
    return Say(1.0, f"{', '.join(shared)} in both") if shared else Say(-2.0, "other numbers")


def quotation(one: StatementRow, other: StatementRow) -> Say | None:
    """Five words in a row that stand in both, quoted in one of them at least."""
    if one.form == other.form == "indirect":
        return None
    shared = _runs(one.quote) & _runs(other.quote)
    return Say(2.0, f"both have “{min(shared)}”") if shared else None


FEATURES = tuple(Feature(look) for look in (speaker, occasion, act, words, numbers, quotation))


def decide(one: StatementRow, other: StatementRow) -> Decision:
    """Whether two statements are one, and what each feature said."""
    return weigh(FEATURES, one, other, THRESHOLD)


def statements(rows: Iterable[StatementRow]) -> list[Said]:
    """Statements that several reports tell, each with its rows; in the order of their first rows."""
    blocks: dict[str, list[StatementRow]] = defaultdict(list)
    for row in rows:
        for key in _keys(row):
            blocks[key].append(row)
    found: dict[tuple[str, ...], Said] = {}
    for block in blocks.values():
        for said in _groups(sorted(block, key=_order)):
            found.setdefault(tuple(row.statement_id for row in said.rows), said)
    return sorted(found.values(), key=lambda said: _order(said.rows[0]))


class _Group(NamedTuple):
    rows: list[StatementRow]
    why: list[tuple[tuple[str, Say], ...]]
    last: int


def _groups(block: Sequence[StatementRow]) -> list[Said]:
    """Join each statement to a group of the last days with which it agrees; those of one report stay apart."""
    groups: list[_Group] = []
    for row in block:
        found = None
        for group in reversed(groups):
            if _day(row) - group.last > INCIDENT:
                break
            found = _fit(group, row)
            if found:
                group.rows.append(row)
                group.why.append(found)
                break
        if found is None:
            groups.append(_Group([row], [], _day(row)))
    return [Said(tuple(group.rows), tuple(group.why)) for group in groups if len(group.rows) > 1]


def _fit(group: _Group, row: StatementRow) -> tuple[tuple[str, Say], ...] | None:
    """What makes a statement one with those of a group; None when it is not, or when one of them forbids it."""
    if any(row.report == one.report for one in group.rows):
        return None
    decisions = [decide(one, row) for one in (group.rows[0], *group.rows[1:][-_EDGES:])]
    if any(decision.never for decision in decisions):
        return None
    return next((decision.says for decision in decisions if decision.same), None)


def _keys(row: StatementRow) -> list[str]:
    """Blocks in which a statement is looked for: its speaker's last name, the words of the body."""
    name = row.speaker or row.source or ""
    body = names.body(name)
    if body:
        return sorted(body)
    person = names.person(name)
    own = [word for word in name.replace("The ", "").split() if word[:1].isupper()]
    return [person[-1]] if person and own and row.speaker_kind != "anonymous" else []


def _order(row: StatementRow) -> tuple[int, int, int]:
    return _day(row), row.report, row.n


def _day(row: StatementRow) -> int:
    first = _when(row)[0]
    return days.number(first) if first else 0


def _when(row: StatementRow) -> tuple[str | None, str | None]:
    if row.said_start or row.said_end:
        return row.said_start, row.said_end
    return row.published, row.published


@cache
def telling(quote: str) -> frozenset[str]:
    """The words of a statement that tell something, without their endings: "troops" and "troop" are one."""
    return frozenset(_stem(word) for word in _WORD.findall(quote.lower()) if word not in _SMALL)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word[0].isdigit():
            return word.removesuffix(ending)
    return word


@cache
def _runs(quote: str) -> frozenset[str]:
    found = _WORD.findall(quote.lower())
    return frozenset(" ".join(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1))
