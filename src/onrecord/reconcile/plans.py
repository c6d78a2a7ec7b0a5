"""Plans told as if they stood: "is keeping 5,500 beyond his term" reads like a level, and is the target of the day's other reports."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.concepts.rows import FigureRow
from onrecord.reconcile import days, values
from onrecord.reconcile.features import INCIDENT, Decision, Say

type Group = Sequence[FigureRow]


def plan_of(levels: Group, plans: list[Group], standing: list[Group]) -> tuple[Group, Decision] | None:
    """The targets that some levels restate, if another level stands that day.

    All of the levels must hold on the day they are told, with a target of the same number told within three days by more reports, one of
    which gives another level of the same thing. Of two plans that fit, the one told by more
    reports is it; as many leave it open.
    """
    told = _reports(levels)
    fits = [plan for plan in plans if _reports(plan) > told and all(_restates(row, plan) for row in levels)]
    fits.sort(key=_reports, reverse=True)
    if not fits or not all(map(_is_telling, levels)) or (len(fits) > 1 and _reports(fits[0]) == _reports(fits[1])):
        return None
    reports = {row.report for row in fits[0]}
    other = next((group for group in standing if _stands(group, levels[0], reports)), None)
    if other is None:
        return None
    why = f"told as if it stood, but {values.words(other[0])} stood then, and others give {values.words(levels[0])} as a target"
    return fits[0], Decision(True, 0.0, (("role", Say(0.0, why)),))


def _reports(group: Group) -> int:
    return len({row.report for row in group})


def alike(one: FigureRow, other: FigureRow) -> bool:
    """The same thing counted in the same place for the same subject, as far as known."""
    same = one.measure == other.measure and one.unit == other.unit and one.place_iso3 == other.place_iso3
    subjects = {one.subject_iso3, other.subject_iso3} - {None}
    return same and one.place_iso3 is not None and len(subjects) < 2 and set(one.scope) == set(other.scope)


def _is_telling(row: FigureRow) -> bool:
    """A number that two reports hardly share by chance, or one end of "from … to …"."""
    return row.pair is not None or values.telling(values.amount(row) or 0) > 1


def _restates(row: FigureRow, plan: Group) -> bool:
    if row.role != "level" or not _soon(days.between(days.held(row), days.told(row))):
        return False
    return any(
        alike(row, target)
        and values.agreement(row, target) == "equal"
        and _soon(days.between(days.told(row), days.told(target)))
        for target in plan
    )


def _stands(group: Group, level: FigureRow, reports: set[int]) -> bool:
    """Another level, by two reports at least, one of them telling the plan too."""
    told = {row.report for row in group if alike(row, level) and _soon(days.between(days.told(row), days.told(level)))}
    return len(told) > 1 and bool(told & reports) and all(values.agreement(row, level) is None for row in group)


def _soon(gap: int | None) -> bool:
    return gap is not None and gap <= INCIDENT
