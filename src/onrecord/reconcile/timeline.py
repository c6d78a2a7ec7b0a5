"""Timeline: events of several reports that are one, with their best date and the span of their tolls."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.codes import country
from onrecord.concepts.rows import EventRow, FigureRow
from onrecord.reconcile import days, values

_TOLD_AS_FACT = ("done", "ongoing", "alleged")
DAY = 1  # days by which reports of one event differ: night falls, time zones
_INCIDENTS = (
    "ASSAULT",
    "PROTEST",
)  # what is told of one day in one town without a name is one, unless names tell it apart
_ALIKE = 85  # of 100: names of one actor


class Toll(NamedTuple):
    """Lowest, best (told by most reports, then the latest) and highest number of one measure; `whose` where those of two states are told."""

    measure: str
    low: float
    best: float
    high: float
    whose: str | None = None

    @property
    def name(self) -> str:
        """What is counted, in a word or two."""
        return f"{self.measure} ({self.whose})" if self.whose else self.measure


class Cluster(NamedTuple):
    """Rows of one event: best date, and where, the reports' rows, tolls."""

    date: str | None
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    rows: tuple[EventRow, ...]
    tolls: tuple[Toll, ...]


def timeline(rows: Iterable[EventRow], figures: Iterable[FigureRow]) -> list[Cluster]:
    """Events told as facts and dated to a day or some, those that are one together, by date; what people joined or parted stays so."""
    blocks: dict[tuple[str | None, tuple[str, ...]], list[EventRow]] = defaultdict(list)
    joined: dict[str, list[EventRow]] = defaultdict(list)
    for row in rows:
        named = row.actors or row.recipients or row.places
        if named and row.label in _TOLD_AS_FACT and row.earliest and row.latest and row.polarity == "positive":
            if row.joined:
                joined[row.joined].append(row)
            # Those joined by hand go where the first of them goes.
            first = joined[row.joined][0] if row.joined else row
            blocks[first.type, first.iso3[:1]].append(row)
    tolls: dict[tuple[int, int], list[FigureRow]] = defaultdict(list)
    for figure in figures:
        if figure.event and figure.role in ("toll", "total") and values.amount(figure) is not None:
            tolls[figure.report, figure.event].append(figure)
    found = [cluster for block in blocks.values() for cluster in _clusters(block)]
    made = [_cluster(group, tolls) for group in found]
    return sorted(made, key=lambda one: (one.date or "", one.rows[0].report, one.rows[0].n))


def _clusters(block: list[EventRow]) -> list[list[EventRow]]:
    block.sort(key=lambda row: ((row.earliest or "")[:10], row.report, row.n))
    hands: dict[str, list[EventRow]] = defaultdict(list)
    for row in block:
        if row.joined:
            hands[row.joined].append(row)
    groups: list[list[EventRow]] = []
    for row in block:
        if row.joined:
            continue
        near = [group for group in (*hands.values(), *reversed(groups[-50:])) if _admits(group, row)]
        if near:
            near[0].append(row)
        else:
            groups.append([row])
    return [*_scenes(groups), *hands.values()]


def _scenes(groups: list[list[EventRow]]) -> list[list[EventRow]]:
    """Rows that name nobody ("the blast") go to the incident of their town and day that most rows tell, else to one another."""
    named: dict[tuple[str, str], list[EventRow]] = {}
    for group in sorted((group for group in groups if not _nameless(group[0])), key=len, reverse=True):
        for key in (key for row in group for key in _scene(row)):
            named.setdefault(key, group)
    kept = []
    for group in groups:
        keys = _scene(group[0])
        home = next((named[key] for key in keys if key in named), group)
        if home is group or not _nameless(group[0]) or any(_parted(row, home) for row in group):
            kept.append(group)
            named.update({key: group for key in keys if key not in named})
        else:
            home.extend(group)
    return kept


def _nameless(row: EventRow) -> bool:
    return not row.actors and not row.recipients


def _scene(row: EventRow) -> list[tuple[str, str]]:
    """Day and towns of an incident; none for what is told of a country, or of several days."""
    if row.type not in _INCIDENTS or not row.earliest or row.earliest[:10] != (row.latest or "")[:10]:
        return []
    whole = {country(code) for code in row.iso3}
    return [(row.earliest[:10], place) for place in row.places if place not in whole]


def _parted(row: EventRow, group: list[EventRow]) -> bool:
    return bool(row.apart) and any((other.joined or other.event_id) in row.apart for other in group)


def _admits(group: list[EventRow], row: EventRow) -> bool:
    """A row goes with all rows of a group, or with one of those that people joined, and people parted it from none."""
    if _parted(row, group):
        return False
    return (any if group[0].joined else all)(_one(other, row) for other in group)


def _one(one: EventRow, other: EventRow) -> bool:
    """One event: about the same day, no other people on either side, and no other place but for somebody with a name."""
    gap = days.between((one.earliest, one.latest), (other.earliest, other.latest))
    if gap is None or gap > DAY or _wide(one) != _wide(other):
        return False
    sides = [(a, b) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients)) if a and b]
    if not sides or not all(_share(*side) for side in sides):
        return False
    if len(sides) == 1 and _wide(one):
        return False
    named = any(_share(*(_proper(side) for side in pair)) for pair in sides)
    nowhere = len(sides) == 2 and not one.places and not other.places
    return named or nowhere or _agree(one, other)


def _agree(one: EventRow, other: EventRow) -> bool:
    """Places that both name, or that one leaves open or gives as the whole country."""
    mine, theirs = set(one.places), set(other.places)
    whole = {name for code in (*one.iso3, *other.iso3) if (name := country(code))}
    if not mine and not theirs:
        return False
    return bool(mine & theirs) or mine <= whole or theirs <= whole


def _proper(names: Sequence[str]) -> list[str]:
    """Names of somebody: every word of them is one."""
    return [name for name in names if " " in name and all(word[:1].isupper() for word in name.split())]


def _wide(row: EventRow) -> bool:
    """True for an event that is dated to more than a week: it is no single day's."""
    return days.number(row.latest or "") - days.number(row.earliest or "") > 7


def _share(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(fuzz.token_set_ratio(a.lower(), b.lower()) >= _ALIKE for a in mine for b in theirs)


def _cluster(group: list[EventRow], tolls: Mapping[tuple[int, int], list[FigureRow]]) -> Cluster:
    said = [figure for row in group for figure in tolls.get((row.report, row.n), ())]
    return Cluster(
        _best_date(group),
        group[0].type or "",
        _names(row.actors for row in group),
        _names(row.recipients for row in group),
        _names(row.places for row in group),
        tuple(group),
        tuple(toll for measure in sorted({row.measure for row in said}) for toll in _tolls(measure, said)),
    )


def _best_date(group: list[EventRow]) -> str | None:
    """The date that most reports give, the narrowest and earliest of these."""
    count = Counter((row.earliest, row.latest, row.edtf) for row in group)
    first, last, edtf = min(
        count, key=lambda when: (-count[when], days.number(when[1] or "") - days.number(when[0] or ""), when[0] or "")
    )
    return edtf or f"{first}/{last}"


def _names(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _tolls(measure: str, said: list[FigureRow]) -> list[Toll]:
    """One toll, or one for each state whose people are told of and one for those of whom that is not said."""
    rows = [row for row in said if row.measure == measure]
    states = sorted({row.subject_iso3 for row in rows if row.subject_iso3})
    if len(states) < 2:
        return [_toll(measure, rows)]
    apart = [(state, [row for row in rows if row.subject_iso3 == state]) for state in (None, *states)]
    return [_toll(measure, some)._replace(whose=state) for state, some in apart if some]


def _toll(measure: str, rows: list[FigureRow]) -> Toll:
    numbers = [values.amount(row) or 0.0 for row in rows]
    reports = Counter(numbers)
    best = max(zip(rows, numbers, strict=True), key=lambda pair: (reports[pair[1]], pair[0].published or ""))[1]
    return Toll(measure, min(numbers), best, max(numbers))
