"""The answers of a ledger as plain objects for JSON, in the columns that docs/ledger.md names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.codes import codes
from onrecord.concepts.rows import FigureRow
from onrecord.reconcile.asof import Standing
from onrecord.reconcile.compare import Finding
from onrecord.reconcile.conflicts import Conflict
from onrecord.reconcile.origins import Tree
from onrecord.reconcile.promises import Promise
from onrecord.reconcile.same import Fact
from onrecord.reconcile.series import Point
from onrecord.reconcile.timeline import Cluster

type Plain = dict[str, Any]


def member(row: FigureRow, names: Mapping[int, str]) -> Plain:
    """A figure named by report and span; `names` are given ids of reports, else their numbers."""
    span = None if row.start is None else {"start": row.start, "end": row.end, "text": row.value_text}
    return {
        "report": names.get(row.report, str(row.report)),
        "figure_id": row.figure_id,
        "outlet": row.outlet,
        "published": row.published,
        "role": row.role,
        "span": span,
    }


def same(fact: Fact, tree: Tree, names: Mapping[int, str]) -> Plain:
    """A fact with its members, origins, and why they are one."""
    row = fact.head
    return {
        "measure": row.measure,
        "role": row.role,
        "value_text": row.value_text,
        "subject": row.subject_iso3 or row.subject,
        "place": row.place_iso3 or row.place,
        "members": [member(one, names) for one in fact.rows],
        "origins": tree.count,
        "witnesses": tree.witnesses,
        "why": [
            {
                "pair": [link.one.figure_id, link.other.figure_id],
                "points": link.decision.points,
                "features": {name: {"points": say.points, "why": say.why} for name, say in link.decision.says},
            }
            for link in fact.links
        ],
    }


def tree(found: Tree, names: Mapping[int, str]) -> list[Plain]:
    """Origins with their witnesses and copies."""
    return [
        {
            "origin": origin.name,
            "kind": origin.kind,
            "why": origin.why,
            "witnesses": [
                {**member(one.row, names), "relay": one.via, "copies": [member(copy, names) for copy in one.copies]}
                for one in origin.witnesses
            ],
        }
        for origin in found.origins
    ]


def point(one: Point, iso3: str | None, measure: str, beside: Mapping[str, Finding] | None = None) -> Plain:
    """One period of a series, in the columns its users expect; `beside` is what a data set says, by name of the period."""
    numbers = codes(iso3, int(one.period.start[:4]))
    return {
        "iso3": iso3,
        "cow": numbers.cow,
        "gw": numbers.gw,
        "measure": measure,
        "scope": one.scope,
        "period": one.period.name,
        "date_start": one.period.start,
        "date_end": one.period.end,
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "basis": one.basis,
        "n_reports": one.n_reports,
        "n_origins": one.n_origins,
        "n_witnesses": one.n_witnesses,
        "conflict": one.conflict,
        "targets": one.targets,
        "carried": one.carried,
        "figure_ids": one.figure_ids,
        **({} if beside is None else {"compared": _beside(beside.get(one.period.name))}),
    }


def _beside(one: Finding | None) -> Plain | None:
    return None if one is None else {"value": one.cell.value, "kind": one.kind, "why": one.why, "line": one.cell.line}


def conflict(one: Conflict, names: Mapping[int, str], quotes: Mapping[str, str]) -> Plain:
    """Two figures side by side, with their sentences."""
    rows = [{**member(row, names), "quote": quotes[row.figure_id]} for row in (one.one, one.other)]
    return {"kind": one.kind.name, "why": one.kind.why, "measure": one.one.measure, "figures": rows}


def promise(one: Promise, names: Mapping[int, str]) -> Plain:
    """A target and what became of it."""
    return {
        "verdict": one.verdict,
        "why": one.why,
        "due": one.due,
        "measure": one.fact.head.measure,
        "value_text": one.fact.head.value_text,
        "subject": one.fact.head.subject_iso3 or one.fact.head.subject,
        "place": one.fact.head.place_iso3 or one.fact.head.place,
        "announced": [member(row, names) for row in one.fact.rows],
        "origins": one.tree.count,
        "by": member(one.by, names) if one.by else None,
    }


def cluster(one: Cluster) -> Plain:
    """An event with its reports and tolls."""
    return {
        **{name: getattr(one, name) for name in ("date", "type", "actors", "recipients", "places")},
        "tolls": [toll._asdict() for toll in one.tolls],
        "reports": sorted({row.report for row in one.rows}),
        "event_ids": [row.event_id for row in one.rows],
    }


def standing(one: Standing, names: Mapping[int, str]) -> Plain:
    """A level with its age."""
    row = one.fact.head
    return {
        "measure": row.measure,
        "scope": row.scope,
        "subject": row.subject_iso3 or row.subject,
        "place": row.place_iso3 or row.place,
        "value_text": row.value_text,
        "best": row.best,
        "held": row.date_edtf,
        "age_days": one.age,
        "origins": one.tree.count,
        "members": [member(each, names) for each in one.fact.rows],
        "targets": [member(each, names) for each in one.targets],
    }


def finding(one: Finding) -> Plain:
    """What reports say to a cell."""
    return {**one.cell._asdict(), "kind": one.kind, "why": one.why, "figure_ids": one.figure_ids}
