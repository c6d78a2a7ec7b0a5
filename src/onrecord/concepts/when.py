"""When: an interval of time with its precision; the value of every time an onrecord row holds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Precision = Literal[
    "instant", "day", "days", "week", "month", "quarter", "season", "year", "decade", "century", "open", "none"
]


class When(Struct, frozen=True):
    """First and last day (ISO 8601, or with a clock time) of an interval; null at an open end.

    `edtf` is ISO 8601-2 level 1 with the seasons, quarters and halves of level 2; `date_prec` is UCDP GED's code
    (1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; null beyond or open).
    """

    earliest: str | None
    latest: str | None
    edtf: str | None
    precision: Precision
    date_prec: int | None
    linked_by: str | None = None
