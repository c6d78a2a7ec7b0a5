"""`onrecord layers`: what each layer needs and gives, and how long it takes on a report."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from onrecord.concepts.report import Report
from onrecord.intake.known import Known
from onrecord.reader import layers, read_page
from onrecord.views.cli.tasks import Task, report, tasks
from onrecord.views.wording import plural

SAMPLE = Path(__file__).with_name("sample.txt")
ROUNDS = 7  # readings after the first, which loads models and tables


def reports(sources: list[str] | None) -> list[Report]:
    """Reports to measure on: those given, or the bundled one. Raises InputError."""
    if not sources:
        return [report(Task(str(SAMPLE)), Known())]
    return [report(task, Known()) for task in tasks(sources, jsonl=False)]


def measure(reports: list[Report], model: str | None) -> list[dict[str, Any]]:
    """For each layer what it needs and gives, its rows and its milliseconds a report: the median of several readings."""
    times: dict[str, list[float]] = {}
    for one in reports:
        read_page(one, model)
    for _ in range(ROUNDS):
        pages = [read_page(one, model) for one in reports]
        for layer in layers(model):
            times.setdefault(layer.name, []).append(sum(seconds.get(layer.name, 0.0) for _, seconds in pages))
    return [
        {
            "name": layer.name,
            "needs": list(layer.needs),
            "gives": list(layer.gives),
            "ms_per_report": round(1000 * median(times[layer.name]) / len(reports), 2),
        }
        for layer in layers(model)
    ]


def show(rows: list[dict[str, Any]], reports: list[Report], console: Console) -> None:
    """Print the layers in the order in which they run."""
    lines = Grid.grid(padding=(0, 2, 0, 0))
    for number in range(4):
        lines.add_column(justify="right" if number == 3 else "left", max_width=40)
    lines.add_row(*(Text(title, "dim") for title in ("layer", "needs", "gives", "ms a report")))
    for row in rows:
        lines.add_row(
            Text(row["name"], "bold"), ", ".join(row["needs"]), ", ".join(row["gives"]), f"{row['ms_per_report']:,.2f}"
        )
    total = sum(row["ms_per_report"] for row in rows)
    lines.add_row(Text("all"), "", "", Text(f"{total:,.2f}", "bold"))
    console.print(lines)
    words = sum(len(one.text.split()) for one in reports)
    console.print(
        Text(f"median of {ROUNDS} readings, models loaded; {plural(len(reports), 'report')}, {words:,} words", "dim")
    )


def as_json(rows: list[dict[str, Any]]) -> bytes:
    """The same as JSON."""
    return msgspec.json.encode({"layers": rows})
