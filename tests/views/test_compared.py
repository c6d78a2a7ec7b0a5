"""The table of a comparison: what is surely wrong first, what is the same of many cells once."""

from __future__ import annotations

from onrecord.reconcile.compare import Cell, Finding
from onrecord.views.ledger.compared import findings


def found(place, period, kind, value=1.0, why="because", line=2):
    return Finding(Cell(line, place, period, value), kind, why)


def shown(*cells):
    table = findings(cells, "quarter")
    return [[cell.text for cell in row.cells[1:5]] for block in table.blocks for row in block.rows], table.notes


def test_mistakes_come_before_what_is_not_known():
    rows, notes = shown(
        found("IRQ", "2020-Q1", "unsupported"), found("IRQ", "2020-Q2", "supported"), found("IRQ", "2020-Q3", "contradicted", 5200.0)
    )  # fmt: skip
    assert rows == [["IRQ", "2020-Q3", "5,200", "contradicted"], ["IRQ", "2020-Q1", "1", "unsupported"]]
    assert notes == ("1 supported, 1 unsupported, 1 contradicted",)


def test_cells_of_which_the_same_is_said_are_one_line():
    blanks = [found("IRQ", f"2020-Q{quarter}", "blank as zero", 0.0) for quarter in (1, 2, 4)]
    rows, _ = shown(
        *blanks, found("IRQ", "2020-Q3", "unsupported", 7.0), found("IRQ", "2021-Q1", "unsupported", 9.0, "another")
    )
    assert rows[0] == ["IRQ", "2020-Q1–2020-Q4", "0", "blank as zero"]
    assert [row[1] for row in rows[1:]] == ["2020-Q3", "2021-Q1"]


def test_countries_of_which_no_report_tells_are_named_once():
    silent = [found(place, "2020-Q1", "unsupported") for place in ("ALB", "AGO", "ARG", "ARM")]
    rows, notes = shown(found("IRQ", "2020-Q1", "contradicted"), found("IRQ", "2020-Q2", "unsupported"), *silent)
    assert [row[0] for row in rows] == ["IRQ", "IRQ"]
    assert notes[1] == "no report tells of 4 places (4 cells): ALB, AGO, ARG, ARM"
    assert len(shown(*silent[:3])[0]) == 3


def test_a_data_set_without_cells():
    assert shown() == ([], ("no cells",))
