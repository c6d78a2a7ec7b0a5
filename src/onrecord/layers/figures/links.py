"""How the figures of one report belong together: from–to pairs, the same fact twice, parts, and what follows by arithmetic."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.concepts.figure import Figure
from onrecord.concepts.reason import Reason
from onrecord.concepts.when import When
from onrecord.layers.figures.parts import BEHIND, INCLUDED
from onrecord.layers.figures.vocabulary import STOCKS

_FEWEST_PARTS = 2
_REACH = 60  # characters between the two ends of a from–to pair


def linked(figures: list[Figure], now: When | None) -> list[Figure]:
    """Add `pair`, `same_as` and `part_of` to the figures of a report, in text order; `now` is when a present level holds."""
    figures = _told_in_full(_summed(_paired(figures)))
    out: list[Figure] = []
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for at, figure in enumerate(figures):
        near = figures[at + 1 : at + 2] if figure.rule == BEHIND else out
        whole = figure.part_of or _whole(figure, near)
        row = figure
        if figure.role == "part":
            row = _of_whole(figure, next(f for f in figures if f.id == whole)) if whole else _alone(figure, now)
        before = alike.setdefault(_facts(row), [])
        before.append(replace(row, same_as=_same(row, before), part_of=whole))
        out.append(before[-1])
    return out


def _alone(figure: Figure, now: When | None) -> Figure:
    """A part of nothing that is counted stands for itself."""
    reason = Reason("role", "part of nothing counted")
    if figure.measure in STOCKS:
        return replace(figure, role="level", as_of=now, why=(*figure.why, reason))
    return replace(figure, role="toll", why=(*figure.why, reason))


def _of_whole(figure: Figure, whole: Figure) -> Figure:
    """A part holds when its whole does, unless its own clause tells a time."""
    own = (
        figure.as_of is not None
        and figure.as_of.linked_by is not None
        and figure.as_of.linked_by.endswith("in the clause")
    )
    return figure if own or whole.as_of is None else replace(figure, as_of=whole.as_of)


def _paired(figures: list[Figure]) -> list[Figure]:
    out = list(figures)
    for at in range(len(out) - 1):
        one, other = out[at], out[at + 1]
        if (
            one.pair is None
            and one.evidence == other.evidence
            and one.measure == other.measure
            and _from_to(one, other)
        ):
            out[at], out[at + 1] = replace(one, pair=other.id), replace(other, pair=one.id)
    return out


def _told_in_full(figures: list[Figure]) -> list[Figure]:
    """A toll told without day or place, as in a headline, has those of the row that states the same number with them."""
    out = list(figures)
    for at, figure in enumerate(figures):
        if figure.role != "toll":
            continue
        again = [f for f in figures[at + 1 :] if _number(f) == _number(figure)]
        dated = next((f for f in again if _sure_of_day(f)), None)
        if dated is not None and not _sure_of_day(figure):
            out[at] = replace(out[at], as_of=dated.as_of)
        placed = next((f for f in again if _sure_of_place(f)), None)
        if placed is not None and not _sure_of_place(figure):
            reason = Reason("place", "told with the same number behind")
            out[at] = replace(out[at], place=placed.place, place_iso3=placed.place_iso3, why=(*out[at].why, reason))
    return out


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.role, figure.low, figure.best, (figure.vague or "").lower()


def _sure_of_day(figure: Figure) -> bool:
    link = figure.as_of.linked_by if figure.as_of is not None else None
    return link is not None and link.endswith(("in the clause", "in the sentence"))


def _sure_of_place(figure: Figure) -> bool:
    sure = ("in the clause", "nearest in the sentence")
    return figure.place is not None and any(why.field == "place" and why.rule in sure for why in figure.why)


def _summed(figures: list[Figure]) -> list[Figure]:
    """Numbers behind another of the same sentence and measure that add up to it are its parts: "60 died, 30 in Herat, 20 …, 10 …"."""
    out = list(figures)
    for at in range(len(figures)):
        whole, rest = out[at], []
        for other in out[at + 1 :]:
            if (
                whole.role == "part"
                or other.evidence != whole.evidence
                or other.measure != whole.measure
                or other.role != whole.role
            ):
                break
            rest.append(other)
        if len(rest) < _FEWEST_PARTS or whole.best is None or sum(part.best or 0 for part in rest) != whole.best:
            continue
        reason = Reason("role", "numbers that add up to one before")
        if whole.place == rest[0].place:
            out[at] = replace(whole, place=None, place_iso3=_one(part.place_iso3 for part in rest))
        for number, part in enumerate(rest, at + 1):
            out[number] = replace(part, role="part", part_of=whole.id, why=(*part.why, reason))
    return out


def _one(values: Iterable[str | None]) -> str | None:
    """The value that all share."""
    found = set(values)
    return next(iter(found)) if len(found) == 1 else None


def _from_to(one: Figure, other: Figure) -> bool:
    rules = {one.rule, other.rule}
    near = one.span and other.span and other.span.start - one.span.end < _REACH
    return bool(near) and rules == {"where a change starts", "where a change leads"}


def _facts(figure: Figure) -> tuple[object, ...]:
    """What two figures that state the same fact have in common."""
    f = figure
    return (f.measure, f.role, f.low, f.best, f.high, f.vague, f.subject_iso3, f.place_iso3)


def _same(figure: Figure, alike: list[Figure]) -> str | None:
    """The first earlier figure alike that states the same fact: times that do not exclude one another."""
    if figure.role is None or figure.best is None:
        return None
    found = next((other for other in alike if _may_coincide(figure, other)), None)
    return (found.same_as or found.id) if found is not None else None


def _may_coincide(one: Figure, other: Figure) -> bool:
    a, b = one.as_of, other.as_of
    if a is None or b is None:
        return True
    return (a.earliest or "") <= (b.latest or "9999") and (b.earliest or "") <= (a.latest or "9999")


def _whole(figure: Figure, before: list[Figure]) -> str | None:
    if figure.role != "part":
        return None
    size = figure.best if figure.best is not None else figure.low
    for other in reversed(before):
        whole = other.best if other.best is not None else other.high
        if (
            other.measure == figure.measure
            and other.role != "part"
            and (figure.rule != INCLUDED or other.evidence == figure.evidence)
            and (size is None or whole is None or size <= abs(whole))
        ):
            return other.id
    return None


def derived(figures: list[Figure]) -> list[Figure]:
    """Changes that follow from a from–to pair and that the report does not give itself; marked, with the rows they come from."""
    out: list[Figure] = []
    by_id = {figure.id: figure for figure in figures}
    for figure in figures:
        other = by_id.get(figure.pair or "")
        if (
            figure.role != "level"
            or other is None
            or figure.rule != "where a change starts"
            or figure.best is None
            or other.best is None
        ):
            continue
        change = other.best - figure.best
        if change == 0 or any(f.role == "change" and f.best == change and f.measure == figure.measure for f in figures):
            continue
        sources = (figure.id, other.id)
        out.append(
            replace(
                other,
                id=f"f{len(figures) + len(out) + 1}",
                role="change",
                low=change,
                best=change,
                high=change,
                approx=figure.approx or other.approx,
                bound=None,
                vague=None,
                value_text="",
                pair=None,
                part_of=None,
                same_as=None,
                derived=True,
                sources=sources,
                span=None,
                rule="difference of a pair",
                why=(Reason("best", "difference of a pair", note=f"{other.best:,} − {figure.best:,} = {change:,}"),),
            )
        )
    return out
