"""Figures as rows, written short."""

from __future__ import annotations

from itertools import count

from onrecord.concepts.rows import FigureRow, ReportRow
from onrecord.reconcile.origins import Context

_NUMBERS = count(1)


def row(value, role="level", held=None, told="2031-05-10", **fields) -> FigureRow:
    """A figure: 1,800 troops of Norland (NOR) in Suvia (SWE); `held` is a day, or first and last day parted by "/"."""
    n = next(_NUMBERS)
    first, _, last = (held or "").partition("/")
    known = {
        "figure_id": f"f-{n:06}", "report": n, "n": 1, "measure": "troops", "role": role, "low": value, "best": value, "high": value,
        "value_text": "" if value is None else f"{value:,}", "subject": "Norland", "subject_iso3": "NOR", "place": "Suvia", "place_kind": "country",
        "place_iso3": "SWE", "date_start": first or None, "date_end": last or first or None, "date_edtf": held, "status": "done",
        "label": "done", "outlet": f"Outlet {n}", "published": told,
    }  # fmt: skip
    if role in ("target", "change") and "status" not in fields:
        known |= {"status": "announced", "label": "announced"}
    if "report" in fields and "n" not in fields:
        known["n"] = n
    return FigureRow(**(known | fields))


def context(rows, **reports) -> Context:
    """What is known of the reports of rows; `r7={...}` gives fields of report 7."""
    made = [
        report(one.report, outlet=one.outlet, published=one.published, **reports.get(f"r{one.report}", {}))
        for one in rows
    ]
    return Context.of(made, rows)


def report(number, **fields) -> ReportRow:
    known = dict.fromkeys(ReportRow.__struct_fields__) | {
        "number": number, "id": f"id{number}", "figures": 1, "events": 0, "statements": 0, "relays": (),
    }  # fmt: skip
    return ReportRow(**(known | fields))
