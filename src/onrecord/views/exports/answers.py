"""Tables that only a ledger can fill: facts, series, conflicts, promises, timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.codes import codes
from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.conflicts import conflicts
from onrecord.reconcile.origins import origins
from onrecord.reconcile.promises import promises
from onrecord.reconcile.same import facts
from onrecord.reconcile.series import Point, is_level, is_target, series
from onrecord.views.exports.asked import Asked
from onrecord.views.exports.columns import Column, Row, Table
from onrecord.views.exports.facts import joined

_THING = (
    Column("measure", "what is counted: `troops`, `killed`, `displaced` …"),
    Column("scope", "what narrows the count"),
    Column("role", "`level`, `target`, `change`, `total`, `toll`, `flow`, `part`, `rate`"),
    Column("subject", "whose, or who was killed"),
    Column("subject_iso3", "country of the subject"),
    Column("place", "where"),
    Column("place_iso3", "country of the place"),
)
_VALUE = (
    Column("value_text", "the number as a report words it"),
    Column("low", "least it can be", "float"),
    Column("best", "the number said", "float"),
    Column("high", "most it can be", "float"),
    Column("unit", "`count`, `percent`, a currency code or a unit symbol"),
)
_COUNTS = (
    Column("n_reports", "how many reports say so", "int"),
    Column("n_origins", "how many origins that goes back to; unknown lineage counts as none", "int"),
    Column("n_witnesses", "how many of the reports have words of their own", "int"),
)
_FIGURES = Column("figure_ids", "`figure_id` of every figure behind it")
_NAMES = tuple(column.name for column in (*_THING, *_VALUE))


def _thing(row: FigureRow) -> Row:
    cells: Row = {name: getattr(row, name) for name in _NAMES}
    return cells | {"scope": joined(row.scope)}


def _ids(rows: Sequence[FigureRow]) -> str | None:
    return joined(row.figure_id for row in rows)


def _facts(asked: Asked) -> Iterator[Row]:
    rows = asked.figures()
    context = asked.context(rows)
    for fact in facts(rows):
        tree, head = origins(fact, context), fact.head
        yield {
            "fact_id": fact.rows[0].figure_id,
            **_thing(head),
            **{name: getattr(head, name) for name in ("date_start", "date_end", "date_edtf", "label")},
            "n_figures": len(fact.rows),
            "n_reports": len({row.report for row in fact.rows}),
            "n_origins": tree.count,
            "n_witnesses": tree.witnesses,
            "origins": joined(origin.name for origin in tree.origins if origin.kind != "unknown"),
            "first_published": next((row.published for row in fact.rows if row.published), None),
            "figure_ids": _ids(fact.rows),
        }


def _series(asked: Asked) -> Iterator[Row]:
    rows = asked.figures()
    context = asked.context(rows)
    things: dict[tuple[str, str, str, str], list[FigureRow]] = defaultdict(list)
    for row in rows:
        if is_level(row) or is_target(row):
            # Who and where stay apart unless somebody asks for them by name.
            whose = "" if asked.choice.of else row.subject_iso3 or row.subject or ""
            where = "" if asked.choice.in_ else row.place_iso3 or row.place or ""
            things[row.measure, row.unit, whose, where].append(row)
    for _, thing in sorted(things.items()):
        points = series(thing, context, asked.by)
        yield from series_rows(points, made_of(points, thing))


def made_of(points: Iterable[Point], rows: Iterable[FigureRow]) -> list[FigureRow]:
    """The figures that are in the points of a series."""
    used = {id for point in points for id in point.figure_ids}
    return [row for row in rows if row.figure_id in used]


def series_rows(points: Iterable[Point], rows: Sequence[FigureRow]) -> Iterator[Row]:
    """One row a period; `rows` are the figures that the series was made of."""
    what = _one(rows)
    for point in points:
        iso3 = what["iso3"]
        numbers = codes(str(iso3) if iso3 else None, int(point.period.start[:4]))
        yield {**_point(point), **what, "cow": numbers.cow, "gw": numbers.gw}


def _one(rows: Sequence[FigureRow]) -> Row:
    """What, whose and where, if all rows of a series say the same."""
    found: Row = {}
    names = {name: name for name in ("measure", "unit", "subject", "subject_iso3", "place")} | {"place_iso3": "iso3"}
    for name, column in names.items():
        values = {getattr(row, name) for row in rows}
        found[column] = values.pop() if len(values) == 1 else None
    return found


def _point(one: Point) -> Row:
    plain = ("low", "best", "high", "basis", "n_reports", "n_origins", "n_witnesses", "conflict")
    return {
        **{name: getattr(one, name) for name in plain},
        "basis": one.basis or None,
        "scope": joined(one.scope),
        "period": one.period.name,
        "date_start": one.period.start,
        "date_end": one.period.end,
        "targets": joined(f"{value}" for value in one.targets),
        "figure_ids": joined(one.figure_ids),
    }


_SIDE = ("figure_id", "value_text", "low", "best", "high", "role", "scope", "date_edtf", "outlet", "published", "speaker", "quote")  # fmt: skip


def _conflicts(asked: Asked) -> Iterator[Row]:
    found = conflicts(asked.figures())
    quotes = asked.quotes(row for one in found for row in (one.one, one.other))
    for one in found:
        shared = ("measure", "unit", "place_iso3")
        row: Row = {"kind": one.kind.name, "why": one.kind.why, **{name: getattr(one.one, name) for name in shared}}
        for number, side in enumerate((one.one, one.other), 1):
            cells = {name: getattr(side, name) for name in _SIDE}
            cells |= {
                "scope": joined(side.scope),
                "quote": quotes[side.figure_id],
                "speaker": side.speaker or side.source,
            }
            row |= {f"{name}_{number}": value for name, value in cells.items()}
        yield row


def _promises(asked: Asked) -> Iterator[Row]:
    rows = asked.figures()
    found = promises(rows, asked.context(rows))
    quotes = asked.quotes(row for one in found for row in (one.fact.head, one.by) if row)
    for one in found:
        head, by = one.fact.head, one.by
        yield {
            "promise_id": one.fact.rows[0].figure_id,
            "verdict": one.verdict,
            "why": one.why,
            "due": one.due,
            **_thing(head),
            "label": head.label,
            "announced": next((row.published for row in one.fact.rows if row.published), None),
            "quote": quotes[head.figure_id],
            "n_reports": len({row.report for row in one.fact.rows}),
            "n_origins": one.tree.count,
            "n_witnesses": one.tree.witnesses,
            "by_figure_id": by.figure_id if by else None,
            "by_value_text": by.value_text if by else None,
            "by_date": by.date_edtf if by else None,
            "by_quote": quotes[by.figure_id] if by else None,
            "figure_ids": _ids(one.fact.rows),
        }


def _timeline(asked: Asked) -> Iterator[Row]:
    ids = {row.number: row.id for row in asked.store.reports()}
    for one in asked.clusters():
        deaths = next((toll for toll in one.tolls if toll.name == "killed"), None)
        yield {
            "timeline_id": one.rows[0].event_id,
            "date": one.date,
            "date_start": min(row.earliest or "" for row in one.rows) or None,
            "date_end": max(row.latest or "" for row in one.rows) or None,
            "plover": one.type,
            "actors": joined(one.actors),
            "recipients": joined(one.recipients),
            "places": joined(one.places),
            "iso3": joined(code for row in one.rows for code in row.iso3),
            **({f"killed_{name}": getattr(deaths, name) for name in ("low", "best", "high")} if deaths else {}),
            "tolls": joined(f"{toll.name} {_toll(toll.low, toll.best, toll.high)}" for toll in one.tolls),
            "quote": one.rows[0].quote,
            "n_reports": len({row.report for row in one.rows}),
            "report_ids": joined(ids[row.report] for row in one.rows),
            "event_ids": joined(row.event_id for row in one.rows),
        }


def _toll(low: float, best: float, high: float) -> str:
    return f"{best:g}" if low == high else f"{best:g} ({low:g}–{high:g})"


_WHEN = (
    Column("date_start", "first day it holds"),
    Column("date_end", "last day it holds"),
    Column("date_edtf", "the same in EDTF (ISO 8601-2)"),
)
FACTS = Table(
    "facts",
    "What figures state, each fact once, whether one report tells it or many ([how they are joined](../ledger.md#same)).",
    (
        Column("fact_id", "`figure_id` of the first figure that states it"),
        *_THING,
        *_VALUE,
        *_WHEN,
        Column("label", "one word for status, polarity and who vouches for it"),
        Column("n_figures", "how many figures state it", "int"),
        *_COUNTS,
        Column("origins", "whom it goes back to ([the rule](../ledger.md#origins))"),
        Column("first_published", "when it was first told"),
        _FIGURES,
    ),
    _facts,
)
SERIES: Table[Asked] = Table(
    "series",
    "What was in place, period by period ([the rule](../ledger.md#series)); `--by` gives the period. A period without a report is empty, never 0. Without `--measure`, `--of` and `--in` every measure, owner and place has lines of its own.",
    (
        Column("iso3", "country of the place"),
        Column("cow", "Correlates of War number of the country in that year", "int"),
        Column("gw", "Gleditsch–Ward number of the country in that year", "int"),
        *_THING[:2],
        Column("period", "`2020-Q3`, `2020-09`, `2020`, or a day"),
        Column("date_start", "its first day"),
        Column("date_end", "its last day"),
        Column("low", "least of the levels in place and of the targets due", "float"),
        Column("best", "of the levels in place with the most origins the latest", "float"),
        Column("high", "most of the levels in place and of the targets due", "float"),
        Column("basis", "what it stands on, in words"),
        *_COUNTS,
        Column("conflict", "kinds of conflict among its levels"),
        _FIGURES,
        Column("targets", "targets that fall due in it"),
        Column("subject", "whose, if all figures name the same"),
        Column("subject_iso3", "country of the subject, the same way"),
        Column("place", "where, the same way"),
        _VALUE[4],
    ),
    _series,
)
_ABOUT = {
    "figure_id": "`figure_id`", "value_text": "the number as its report words it", "low": "least it can be", "best": "the number said",
    "high": "most it can be", "role": "level, total or toll", "scope": "what narrows the count", "date_edtf": "when it holds, in EDTF", "outlet": "who published the report",
    "published": "when", "speaker": "who says so", "quote": "its sentence",
}  # fmt: skip
CONFLICTS = Table(
    "conflicts",
    "Pairs of figures about one thing that cannot both hold ([what the kinds mean](../ledger.md#conflicts)).",
    (
        Column("kind", "`scope`, `rounding`, `time`, `source`, `open`"),
        Column("why", "why it is of that kind"),
        _THING[0],
        _VALUE[4],
        _THING[6],
        *(
            Column(
                f"{name}_{number}",
                f"{_ABOUT[name]}, of the {nth} figure",
                "float" if name in ("low", "best", "high") else "text",
            )
            for number, nth in ((1, "first"), (2, "second"))
            for name in _SIDE
        ),
    ),
    _conflicts,
)
PROMISES = Table(
    "promises",
    "Announced targets and what became of them ([the rule](../ledger.md#promises)).",
    (
        Column("promise_id", "`fact_id` of the target"),
        Column("verdict", "`MET`, `MISSED`, `OPEN`: worked out from later reports, nobody's judgement"),
        Column("why", "the level that decides"),
        Column("due", "last day by which it falls due"),
        *_THING,
        *_VALUE,
        Column("label", "one word for status, polarity and who vouches for it"),
        Column("announced", "when it was first told"),
        Column("quote", "the sentence that tells most of it"),
        *_COUNTS,
        Column("by_figure_id", "`figure_id` of the level that decides"),
        Column("by_value_text", "its number"),
        Column("by_date", "when it holds, in EDTF"),
        Column("by_quote", "its sentence"),
        _FIGURES,
    ),
    _promises,
)
TIMELINE = Table(
    "timeline",
    "Events told as facts, those of several reports that are one in one row, by date ([the rule](../ledger.md#timeline)).",
    (
        Column("timeline_id", "`event_id` of its first row"),
        Column("date", "the date that most reports give, in EDTF"),
        Column("date_start", "first day that any report gives"),
        Column("date_end", "last day that any report gives"),
        Column("plover", "PLOVER type"),
        Column("actors", "who did it"),
        Column("recipients", "to whom"),
        Column("places", "where"),
        Column("iso3", "countries of the places"),
        Column(
            "killed_low",
            "fewest people killed, as reports say; empty, never 0, if none gives a number, or those of two states apart (`tolls` has them)",
            "float",
        ),
        Column("killed_best", "the number most reports give, of these the latest", "float"),
        Column("killed_high", "most people killed", "float"),
        Column("tolls", "all tolls: best (lowest–highest)"),
        Column("quote", "the clause of the first report that tells it"),
        _COUNTS[0],
        Column("report_ids", "`report_id` of every report that tells it"),
        Column("event_ids", "`event_id` of every row"),
    ),
    _timeline,
)
