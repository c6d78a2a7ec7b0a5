"""Actors of different reports that are one: people by name, office and state, bodies by name and state, states by code.

Two people of one surname are never made one: a surname alone joins a full name only if no other full name fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord import lexicon
from onrecord.concepts.rows import ActorRow
from onrecord.reconcile import days, names
from onrecord.reconcile.features import NEAR, Decision, Feature, Say, weigh

THRESHOLD = 3.0
_YEARS = 5 * 365
_SMALL = lexicon.words(Path(__file__).parent / "lexicon" / "small_words.txt")
_NAMELESS = ("anonymous", "group")  # kinds that are described, not named


class Who(NamedTuple):
    """Rows that are one actor, with the fullest name, the state, all roles, and why each row was joined."""

    name: str
    kind: str
    iso3: str | None
    roles: tuple[str, ...]
    rows: tuple[ActorRow, ...]
    why: tuple[tuple[tuple[str, Say], ...], ...]


def name(one: ActorRow, other: ActorRow) -> Say | None:
    """A name in full in both; one with an initial; a surname beside a full name. Two first names are two people."""
    if one.kind == "state" == other.kind:
        same = one.iso3 == other.iso3 if one.iso3 and other.iso3 else one.name == other.name
        return Say(THRESHOLD, f"{one.name}, {other.name}") if same else _never(one, other)
    mine, theirs = sorted((_words(one), _words(other)), key=len)
    if one.kind != "person":
        return Say(THRESHOLD, f"{one.name}, {other.name}") if mine == theirs else _never(one, other)
    if mine[-1] != theirs[-1]:
        return _never(one, other)
    if len(mine) == 1:
        return Say(1.0, f"{one.name}, {other.name}: one a surname")
    first, second = mine[0], theirs[0]
    if first == second:
        return Say(THRESHOLD, f"{one.name}, {other.name}")
    initial = min(len(first), len(second)) == 1 and first[0] == second[0]
    return Say(2.0, f"{one.name}, {other.name}: an initial") if initial else _never(one, other)


def kind(one: ActorRow, other: ActorRow) -> Say | None:
    """A person is no body, a state no company."""
    return None if one.kind == other.kind else Say(0.0, f"{one.kind}, {other.kind}", never=True)


def state(one: ActorRow, other: ActorRow) -> Say | None:
    """Whose: the same state, or two."""
    if not one.iso3 or not other.iso3:
        return None
    return Say(1.0, f"{one.iso3} in both") if one.iso3 == other.iso3 else Say(-2.0, f"{one.iso3}, {other.iso3}")


def role(one: ActorRow, other: ActorRow) -> Say | None:
    """A word of office that both bear."""
    shared = sorted(_offices(one) & _offices(other))
    return Say(1.5, f"{', '.join(shared)} in both") if shared else None


def sector(one: ActorRow, other: ActorRow) -> Say | None:
    """Government, military, media …: one that both belong to."""
    shared = sorted(set(one.sectors) & set(other.sectors))
    return Say(0.5, f"{', '.join(shared)} in both") if shared and one.kind == "person" else None


def time(one: ActorRow, other: ActorRow) -> Say | None:
    """When they are told of: news of one month speak of the same people; after five years another may bear the name."""
    gap = days.between((one.published, one.published), (other.published, other.published))
    if gap is None or one.kind != "person":
        return None
    return Say(0.5, f"{gap} days apart") if gap <= NEAR else Say(-0.5, f"{gap} days apart") if gap > _YEARS else None


FEATURES = tuple(Feature(look) for look in (kind, name, state, role, sector, time))


def decide(one: ActorRow, other: ActorRow) -> Decision:
    """Whether two rows are one actor, and what each feature said."""
    return weigh(FEATURES, one, other, THRESHOLD)


def actors(rows: Iterable[ActorRow]) -> list[Who]:
    """Actors of several reports, by the number of reports, the most told of first."""
    blocks: dict[tuple[str, str], list[ActorRow]] = defaultdict(list)
    for row in rows:
        if is_named(row):
            blocks[row.kind, row.iso3 or row.name if row.kind == "state" else _words(row)[-1]].append(row)
    found = [who for block in blocks.values() for who in _groups(block)]
    told = [who for who in found if len({row.report for row in who.rows}) > 1]
    return sorted(told, key=lambda who: (-len({row.report for row in who.rows}), who.name))


def is_named(row: ActorRow) -> bool:
    """True for an actor with a name of its own: "two officials", "the Afghan commander", "President", "Police" have none."""
    plain = row.name.removeprefix("the ").replace("-", " ").replace("'", " ").replace("’", " ").split()
    capital = all(word[:1].isupper() or word.lower() in names.PARTICLES for word in plain)
    own = row.kind not in _NAMELESS and bool(plain) and plain[0][:1].isupper() and capital and bool(_words(row))
    return own and not (
        names.ends_in_office(row.name) if row.kind == "person" else not row.iso3 and names.is_common(row.name)
    )


def _groups(block: Sequence[ActorRow]) -> list[Who]:
    """Full names first, in text order; then each surname, if exactly one group fits it."""
    groups: list[tuple[list[ActorRow], list[tuple[tuple[str, Say], ...]]]] = []
    alone = []
    for row in sorted(block, key=lambda row: (row.published or "9999", row.report, row.n)):
        if row.kind == "person" and len(_words(row)) == 1:
            alone.append(row)
            continue
        fits = [(group, says) for group in groups if (says := _fit(group[0], row))]
        if fits:
            fits[0][0][0].append(row)
            fits[0][0][1].append(fits[0][1])
        else:
            groups.append(([row], []))
    for row in alone:
        fits = [(group, says) for group in groups if (says := _fit(group[0], row))]
        if len(fits) == 1:
            fits[0][0][0].append(row)
            fits[0][0][1].append(fits[0][1])
    return [_who(rows, why) for rows, why in groups]


def _fit(rows: Sequence[ActorRow], row: ActorRow) -> tuple[tuple[str, Say], ...] | None:
    """What makes a row one with a group: with one of its unlike rows."""
    unlike = {(_words(one), one.iso3, one.roles): one for one in reversed(rows)}
    for one in list(unlike.values())[:8]:
        decision = decide(one, row)
        if decision.same:
            return decision.says
    return None


def _who(rows: Sequence[ActorRow], why: Sequence[tuple[tuple[str, Say], ...]]) -> Who:
    often = Counter(row.name for row in rows)
    fullest = max(
        rows, key=lambda row: (row.kind == "person" and len(_words(row)), often[row.name], -row.report, -row.n)
    )
    iso3 = next((row.iso3 for row in rows if row.iso3), None)
    roles = tuple(dict.fromkeys(role for row in rows for role in row.roles))
    return Who(fullest.name, fullest.kind, iso3, roles, tuple(rows), tuple(why))


def _never(one: ActorRow, other: ActorRow) -> Say:
    return Say(0.0, f"{one.name}, {other.name}", never=True)


def _words(row: ActorRow) -> tuple[str, ...]:
    """The words of a name: a person's without titles, a body's without "the"."""
    if row.kind == "person":
        return names.person(row.name)
    return tuple(word for word in row.name.lower().replace(".", "").split() if word != "the")


def _offices(row: ActorRow) -> set[str]:
    return {
        word
        for role in row.roles
        for word in role.lower().replace(".", "").split()
        if word not in _SMALL and len(word) > 2
    }
