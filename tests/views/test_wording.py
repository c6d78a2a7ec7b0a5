from __future__ import annotations

import pytest
from msgspec.structs import replace

from made import FIGURES, QUANTITIES
from onrecord.concepts.certainty import Label
from onrecord.concepts.when import When
from onrecord.views.marks import labels, mark
from onrecord.views.wording import figure_value, number, plural, quantity_value, when_words


@pytest.mark.parametrize(
    "value, words",
    [(5200, "5,200"), (0, "0"), (-2200, "−2,200"), (1.5, "1.5"), (1200000.0, "1,200,000"), (0.25, "0.25")],
)
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"low": 30, "best": 30, "high": 30, "bound": "more_than"}, "> 30"),
        ({"low": None, "best": None, "high": 1500, "bound": "at_most"}, "≤ 1,500"),
        ({"low": 40, "best": None, "high": None, "bound": "at_least"}, "≥ 40"),
        ({"low": 10000, "best": None, "high": 15000}, "10,000–15,000"),
        ({"low": 4000, "best": 4000, "high": 4000, "approx": True}, "~4,000"),
        # a rise carries its sign, as a fall does
        ({"low": 600, "best": 600, "high": 600, "role": "change"}, "+600"),
        ({"low": -600, "best": -600, "high": -600, "role": "change"}, "−600"),
        ({"low": 24, "best": None, "high": 99, "vague": "dozens"}, "dozens (24–99)"),
        ({"low": None, "best": None, "high": None, "vague": "all"}, "all"),
        ({"low": 12, "best": 12, "high": 12, "unit": "percent"}, "12%"),
        ({"low": 7e6, "best": 7e6, "high": 7e6, "unit": "USD"}, "7,000,000 USD"),
        # nothing known but the words
        ({"low": None, "best": None, "high": None}, "1,800"),
    ],
)
def test_values_of_figures(fields: dict[str, object], words: str) -> None:
    blank = replace(FIGURES[0], low=None, best=None, high=None, approx=False)
    assert figure_value(replace(blank, **fields)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"value": 3}, "3"),
        ({"value": 3, "unit": "ordinal"}, "no. 3"),
        ({"value": None, "low": 3, "high": 5, "approx": True}, "~3–5"),
        ({"value": 20, "bound": "less_than"}, "< 20"),
    ],
)
def test_values_of_quantities(fields: dict[str, object], words: str) -> None:
    assert quantity_value(replace(QUANTITIES[0], **fields)) == words  # type: ignore[arg-type]


def test_intervals() -> None:
    assert when_words(None) == ""
    assert when_words(When("2031-10-01", None, None, "open", None)) == "2031-10-01/.."
    assert when_words(When(None, None, "XXXX-09", "month", None)) == "XXXX-09"


def test_counts() -> None:
    assert (plural(1, "report"), plural(2000, "report")) == ("1 report", "2,000 reports")


def test_every_label_has_a_mark() -> None:
    assert [label for label in labels() if label != "unknown" and mark(label).name == "unknown"] == []
    assert Label
