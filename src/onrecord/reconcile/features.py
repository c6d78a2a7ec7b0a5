"""Are two figures of different reports one fact? A table of features, each with its weight and its reason in words.

A feature looks at one thing of both rows and says `for` (its weight counts), `against` (its cost counts), `never` (they are two facts,
whatever else agrees), or nothing. Two rows are linked when nothing says never and the sum reaches THRESHOLD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values

THRESHOLD = 5.0
NEAR = 31  # days within which a standing number is taken for the same standing number
SOON = 45  # days within which reports speak of one announcement
INCIDENT = 3  # days within which reports speak of one incident
PLANS = ("target", "change")
RARE = 3  # telling digits of a number that hardly two things share in one week
MERE = {
    "additional",
    "extra",
    "further",
    "remaining",
    "current",
    "existing",
    "new",
}  # words of scope that narrow nobody down
COUNTED = ("toll", "part")  # roles of what happened once, in one place


class Say(NamedTuple):
    """What a feature says of two rows: how much it counts, whether it forbids, and why."""

    points: float
    why: str
    never: bool = False


class Feature[T](NamedTuple):
    """One feature: its docstring is its public explanation."""

    look: Callable[[T, T], Say | None]

    @property
    def name(self) -> str:
        """What it looks at."""
        return self.look.__name__.rstrip("_")


def _never(why: str) -> Say:
    return Say(0.0, why, never=True)


def judged(one: FigureRow, other: FigureRow) -> Say | None:
    """What people joined is one fact and what they parted is two, whatever else is to be said."""
    names = [row.joined or row.figure_id for row in (one, other)]
    if names[0] == names[1]:
        return Say(THRESHOLD, "joined by hand")
    return _never("parted by hand") if names[0] in other.apart or names[1] in one.apart else None


def measure(one: FigureRow, other: FigureRow) -> Say | None:
    """Two things counted are two facts."""
    return None if one.measure == other.measure else _never(f"{one.measure}, {other.measure}")


def value(one: FigureRow, other: FigureRow) -> Say | None:
    """Values agree within their own rounding; the more digits a number has, the more it says."""
    how = values.agreement(one, other)
    if how is None:
        return _never(f"{values.words(one)}, {values.words(other)}")
    if how == "equal":
        digits = values.telling(values.amount(one) or 0)
        return Say(1.5 + 0.5 * min(digits, 3), f"{values.words(one)} in both")
    return Say(0.5, f"{values.words(one)} and {values.words(other)} {how}")


def role(one: FigureRow, other: FigureRow) -> Say | None:
    """A level, a target and a change are never one fact; a number whose role the text leaves open may be any."""
    if one.role == other.role and one.role:
        return Say(1.5, f"{one.role} in both")
    if one.role and other.role:
        return _never(f"{one.role}, {other.role}")
    return Say(-0.5, "role left open")


def polarity(one: FigureRow, other: FigureRow) -> Say | None:
    """What is said to be and what is said not to be are two facts."""
    return None if one.polarity == other.polarity else _never(f"{one.polarity}, {other.polarity}")


def scope(one: FigureRow, other: FigureRow) -> Say | None:
    """Other people counted, another fact: active duty is not active duty with reserves. "Additional" narrows nobody down."""
    mine, theirs = (sorted(set(row.scope) - MERE) for row in (one, other))
    if mine == theirs:
        return Say(0.5, f"{', '.join(mine)} in both") if mine else None
    if mine and theirs:
        return _never(f"{', '.join(mine)}; {', '.join(theirs)}")
    return Say(-1.0, f"only one says {', '.join(mine or theirs)}")


def subject(one: FigureRow, other: FigureRow) -> Say | None:
    """Whose it is: another state's or another body's is another fact."""
    if one.subject_iso3 and other.subject_iso3:
        same = one.subject_iso3 == other.subject_iso3
        return Say(1.0, f"{one.subject_iso3} in both") if same else _never(f"{one.subject_iso3}, {other.subject_iso3}")
    if one.subject and other.subject and not (one.subject_iso3 or other.subject_iso3):
        alike = fuzz.token_set_ratio(one.subject.lower(), other.subject.lower())
        return (
            Say(0.5, f"{one.subject}, {other.subject}") if alike >= 80 else Say(-0.5, f"{one.subject}, {other.subject}")
        )
    return None


def place(one: FigureRow, other: FigureRow) -> Say | None:
    """Where it is: another country is another fact, and so is another town, but for plans; a town and its country are seldom one."""
    if not one.place_iso3 or not other.place_iso3:
        if one.place and one.place == other.place:
            return Say(1.0, f"{one.place} in both")
        neither = not (one.place or other.place or one.place_iso3 or other.place_iso3)
        rare = values.telling(values.amount(one) or 0) >= RARE
        return Say(-0.5 if neither and rare else -1.5, "the place is not known in both")
    if one.place_iso3 != other.place_iso3:
        return _never(f"{one.place_iso3}, {other.place_iso3}")
    wide = [row.place_kind in (None, "country") for row in (one, other)]
    if all(wide):
        return Say(1.5, f"{one.place_iso3} in both")
    if any(wide):
        return Say(-2.5 if one.role in ("level", "part") else 0.5, f"{one.place} and {other.place}")
    same = one.place == other.place
    if not same and one.place_kind == other.place_kind:
        # A plan for a country is often told with the towns it touches.
        return Say(-1.0, f"{one.place}, {other.place}") if one.role in PLANS else _never(f"{one.place}, {other.place}")
    return Say(2.0 if same else 0.0, f"{one.place}, {other.place}")


def as_of(one: FigureRow, other: FigureRow) -> Say | None:
    """When it holds. Levels stand for a month; tolls belong to one incident of three days; plans must fall due in one time, but
    for targets announced together: "by the end of 2016" and "in 2017" are one plan in two reports of a day.
    """
    gap = days.between(days.held(one), days.held(other))
    if gap is None:
        return Say(-0.5, "the time is not known in both")
    limit = NEAR
    if "toll" in (one.role, other.role):
        limit = INCIDENT
    elif one.role in PLANS and other.role in PLANS:
        limit = NEAR if one.role == "target" and _announced_together(one, other) else 0
    if gap > limit:
        return _never(f"{gap} days between {one.date_edtf or one.date_start} and {other.date_edtf or other.date_start}")
    return Say(
        1.0 if gap <= INCIDENT else 0.5, f"{gap} days apart" if gap else f"both {one.date_edtf or one.date_start}"
    )


def _announced_together(one: FigureRow, other: FigureRow) -> bool:
    gap = days.between(days.told(one), days.told(other))
    return gap is not None and gap <= INCIDENT


def published(one: FigureRow, other: FigureRow) -> Say | None:
    """When it was told: news of one day speak of one thing; a plan told again months later is another, unless it falls due at the same time."""
    gap = days.between(days.told(one), days.told(other))
    if gap is None:
        return Say(-1.0, "the day of publication is not known in both")
    dated = all(any(days.held(row)) for row in (one, other))
    if gap > SOON and not dated:
        return _never(f"published {gap} days apart, and one without a date")
    if gap <= INCIDENT:
        return Say(1.0, f"published {gap} days apart")
    return Say(0.5 if gap <= NEAR else 0.0, f"published {gap} days apart")


def few(one: FigureRow, other: FigureRow) -> Say | None:
    """A number under a hundred, or a vague word, is that of many things: tolls must tell of one town or area, others whose it is."""
    amounts = [values.amount(row) for row in (one, other)]
    if any(amount is not None and values.telling(amount) for amount in amounts):
        return None
    if one.role in COUNTED and other.role in COUNTED:
        same = one.place and one.place == other.place and one.place_kind not in (None, "country")
        return None if same else Say(-3.5, "a small number, not said to be of one town or area")
    whose = one.subject_iso3 or one.subject
    return None if whose and whose == (other.subject_iso3 or other.subject) else Say(-2.0, "a small number of whom?")


def event(one: FigureRow, other: FigureRow) -> Say | None:
    """What happened: an arrest and a killing are two."""
    if not one.event_type or not other.event_type:
        return None
    same = one.event_type == other.event_type
    return Say(0.5 if same else -0.5, f"{one.event_type}, {other.event_type}")


FEATURES = tuple(
    Feature(look) for look in (measure, value, role, polarity, scope, subject, place, as_of, published, few, event)
)


class Decision(NamedTuple):
    """Whether two rows are one fact, the sum of points, and what each feature said."""

    same: bool
    points: float
    says: tuple[tuple[str, Say], ...]

    @property
    def never(self) -> bool:
        """True when a feature forbids the link."""
        return any(say.never for _, say in self.says)


def decide(one: FigureRow, other: FigureRow) -> Decision:
    """Look at two rows; stops at the first feature that forbids. A person's word goes before all features."""
    if one.joined or one.apart:
        say = judged(one, other)
        if say:
            return Decision(not say.never, say.points, (("judged", say),))
    return weigh(FEATURES, one, other, THRESHOLD)


def weigh[T](features: Iterable[Feature[T]], one: T, other: T, threshold: float) -> Decision:
    """What features say of two rows of a kind; stops at the first that forbids."""
    says: list[tuple[str, Say]] = []
    for feature in features:
        say = feature.look(one, other)
        if say:
            says.append((feature.name, say))
            if say.never:
                return Decision(False, 0.0, tuple(says))
    points = sum(say.points for _, say in says)
    return Decision(points >= threshold, points, tuple(says))
