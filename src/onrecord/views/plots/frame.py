"""Where things stand in a plot: days and values in pixels, the ticks of the time axis, and words that do not cover one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
_DAYS = (1, 2, 7, 14)
_BETWEEN = 58  # pixels between two ticks at least
_LETTER = 0.58  # width of a character in its height, on average


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True when two boxes share some ground."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Frame(NamedTuple):
    """A plot's ground: its size in pixels, first and last day, highest value."""

    width: int
    height: int
    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        """Pixels from the left."""
        return (day - self.first).days / max((self.last - self.first).days, 1) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return self.height * (1 - value / self.top)

    def when(self, pixels: float) -> int:
        """The time at some pixels from the left, as plots take it."""
        return millis(self.first) + round(pixels / self.width * (millis(self.last) - millis(self.first)))

    def value(self, pixels: float) -> float:
        """The value at some pixels from the top."""
        return round((1 - pixels / self.height) * self.top, 3)

    def ticks(self) -> list[int]:
        """Times to label: first days of months, or days for a short time."""
        days = (self.last - self.first).days
        most = max(2, self.width // _BETWEEN)
        step = next((step for step in _DAYS if days / step <= most and days < 60), None)
        if step:
            return [millis(self.first + timedelta(days=at)) for at in range(0, days + 1, step)]
        months = next((step for step in _MONTHS if days / 30.4 / step <= most), _MONTHS[-1])
        start = self.first.year * 12 + self.first.month - 1
        found = [
            date(at // 12, at % 12 + 1, 1)
            for at in range(start, self.last.year * 12 + self.last.month)
            if at % months == 0
        ]
        return [millis(day) for day in found if self.first <= day <= self.last]


def millis(day: date) -> int:
    """A day as milliseconds since 1970, as plots take times."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


class Placed(NamedTuple):
    """Words with the pixels at which they stand; `align` says which end stands there."""

    text: str
    x: float
    y: float
    align: str
    role: str


class Words:
    """Words placed one after another, each where nothing stands yet: beside its mark, in the first place that is free."""

    def __init__(self, width: float, height: float, taken: Iterable[Box] = ()) -> None:
        self._ground = Box(0, -14, width, height)
        self._taken = list(taken)
        self.placed: list[Placed] = []

    def put(self, texts: Sequence[str], x: float, y: float, role: str, size: int = 11) -> bool:
        """Write the first of some wordings that fits near a mark; false if none does."""
        for text in texts:
            long = len(text) * size * _LETTER
            for at, align, left, top in self._places(x, y, long, size):
                box = Box(left, top, left + long, top + size)
                inside = box.left >= self._ground.left and box.right <= self._ground.right
                inside = inside and box.top >= self._ground.top and box.bottom <= self._ground.bottom
                if inside and not any(box.meets(other) for other in self._taken):
                    self._taken.append(Box(box.left - 3, box.top - 1, box.right + 3, box.bottom + 1))
                    self.placed.append(Placed(text, at, top + size / 2, align, role))
                    return True
        return False

    @staticmethod
    def _places(x: float, y: float, long: float, size: int) -> list[tuple[float, str, float, float]]:
        above, below, beside = y - size - 8, y + 8, y - size / 2
        return [
            (x, "center", x - long / 2, above),
            (x + 10, "left", x + 10, beside),
            (x, "center", x - long / 2, below),
            (x - 10, "right", x - 10 - long, beside),
            (x + 4, "left", x + 4, above),
            (x - 4, "right", x - 4 - long, above),
            (x + 4, "left", x + 4, below),
            (x - 4, "right", x - 4 - long, below),
        ]
