"""Values as people write them: numbers, intervals, places and speakers of a record in few words."""

from __future__ import annotations

from onrecord.concepts.figure import Figure
from onrecord.concepts.quantity import Quantity
from onrecord.concepts.record import Record
from onrecord.concepts.rows import FigureRow
from onrecord.concepts.timex import Timex
from onrecord.concepts.when import When

_BOUND = {"at_least": "≥ ", "at_most": "≤ ", "more_than": "> ", "less_than": "< "}
_CONTROLS: dict[int, int | None] = {0x7F: 0x2421, **{code: 0x2400 + code for code in range(0x20)}}
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
# Line ends and tabs are white space; marks that turn the writing direction could make a terminal show other words than stand there.
_CONTROLS |= dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), 0x20)
_CONTROLS |= dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], None)
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


def clean(text: str) -> str:
    """Text of a report made safe for one line of a terminal: no control characters, single spaces."""
    shown = text.translate(_CONTROLS)
    words = " ".join(shown.split())
    return f"{' ' if shown[:1].isspace() else ''}{words}{' ' if words and shown[-1:].isspace() else ''}"


def number(value: float) -> str:
    """A number with thousands parted by commas and a true minus sign."""
    digits = f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
    return digits.replace("-", "−")


def figure_value(figure: Figure | FigureRow) -> str:
    """What a figure says: "5,200", "~4,000", "≥ 30", "10,000–15,000", "a few (3+)"; a change carries its sign."""
    same = figure.low == figure.high or figure.bound is not None
    words = _amount(figure.best, None if same else figure.low, None if same else figure.high, figure.vague)
    if figure.best is None and same and not figure.vague:
        words = _amount(figure.low if figure.low is not None else figure.high, None, None, None)
    if figure.role == "change" and (figure.best or figure.low or 0) > 0:
        words = f"+{words}"
    return with_unit(_hedged(words or figure.value_text, figure.approx, figure.bound), figure.unit)


def quantity_value(quantity: Quantity) -> str:
    """What a quantity says, written as a figure's value is."""
    value = quantity.value
    words = _amount(
        value, quantity.low if value is None else None, quantity.high if value is None else None, quantity.vague
    )
    return with_unit(_hedged(words or quantity.text, quantity.approx, quantity.bound), quantity.unit)


def _amount(value: float | None, low: float | None, high: float | None, vague: str | None) -> str:
    if value is not None:
        return number(value)
    span = ""
    if low is not None and high is not None:
        span = number(low) if low == high else f"{number(low)}–{number(high)}"
    elif low is not None:
        span = f"{number(low)}+"
    elif high is not None:
        span = f"≤ {number(high)}"
    if vague:
        return f"{clean(vague)} ({span})" if span else clean(vague)
    return span


def _hedged(words: str, approx: bool, bound: str | None) -> str:
    sign = _BOUND.get(bound or "", "")
    if sign and (words.endswith("+") or words.startswith("≤")):
        words = words.removesuffix("+").removeprefix("≤ ")
    return f"{sign}{'~' if approx and not sign else ''}{words}"


def with_unit(words: str, unit: str) -> str:
    """A value with its unit: nothing for a count, "%" for percent, the symbol behind the rest."""
    if unit == "count":
        return words
    if unit == "percent":
        return f"{words}%"
    if unit == "ordinal":
        return f"no. {words}"
    return f"{words} {unit}"


def when_words(when: When | None) -> str:
    """An interval in EDTF, or its first and last day when it has none."""
    if when is None:
        return ""
    if when.edtf:
        return when.edtf
    return "/".join(day or ".." for day in (when.earliest, when.latest)) if when.earliest or when.latest else ""


def time_words(time: Timex) -> str:
    """What a time means: its interval, else its TIMEX3 value."""
    value = f"{time.timex} {time.mod}" if time.mod and time.when is None else time.timex
    return when_words(time.when) or value


def plural(count: int, word: str, more: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{count:,} {word if count == 1 else more or word + 's'}"


def about(record: Record) -> list[str]:
    """What is known of a report: outlet, authors, publication date and where it comes from, dateline, length."""
    report = record.report
    published = "publication date unknown"
    if report.published:
        date, _, time = report.published.partition("T")
        published = f"published {date}{f' {time[:5]}{time[8:]}' if time else ''} ({report.published_from})"
    dateline = f"dateline {report.dateline.text}" if report.dateline else ""
    facts = (report.outlet, ", ".join(report.authors), published, dateline, plural(len(report.text.split()), "word"))
    return [fact for fact in facts if fact]
