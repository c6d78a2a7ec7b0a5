"""Tables of a ledger in Python: rows that are looked up when they are needed, and data frames in the columns of the exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from onrecord.errors import OptionError

if TYPE_CHECKING:
    import polars

    from onrecord.views.exports.columns import Row
    from onrecord.views.exports.columns import Table as Exported
    from onrecord.views.tables.shape import Table

MOST = 20  # rows that a notebook shows
_CHUNK = 500  # rows that are finished at once while a table is gone through


class Rows[T](Sequence[T]):
    """Rows of a ledger: go through them, count them, take some (`rows[:10]`), or make a data frame of them.

    Nothing is read from the ledger before it is needed. A data frame has the columns of the export of the same name (docs/exports).
    """

    def __init__(
        self,
        table: Exported[Any],
        load: Callable[[], Sequence[T]],
        cells: Callable[[Sequence[T]], Iterator[Row]],
        show: Callable[[Sequence[T]], Table],
        finish: Callable[[Sequence[T]], Sequence[T]] = lambda rows: rows,
    ) -> None:
        self._table, self._load, self._cells, self._show, self._finish = table, load, cells, show, finish

    @cached_property
    def _rows(self) -> Sequence[T]:
        return self._load()

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        for start in range(0, len(self._rows), _CHUNK):
            yield from self._finish(self._rows[start : start + _CHUNK])

    @overload
    def __getitem__(self, which: int) -> T: ...

    @overload
    def __getitem__(self, which: slice) -> Rows[T]: ...

    def __getitem__(self, which: int | slice) -> T | Rows[T]:
        if isinstance(which, slice):
            some = self._rows[which]
            return Rows(self._table, lambda: some, self._cells, self._show, self._finish)
        return self._finish([self._rows[which]])[0]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that a data frame has."""
        return self._table.names

    def to_dicts(self) -> list[Row]:
        """A dictionary a row, with all columns, None where nothing is known."""
        return [self._table.full(row) for row in self._cells(self._rows)]

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame."""
        from onrecord.views.exports.formats import frame

        return frame(self._table, self._cells(self._rows))

    def to_arrow(self) -> Any:
        """An Arrow table (pyarrow). Raises OptionError if pyarrow is not installed."""
        _needed("pyarrow")
        return self.to_polars().to_arrow()

    def to_pandas(self) -> Any:
        """A pandas data frame; whole numbers that may be missing are pandas' own Int64. Raises OptionError if pandas is not installed."""
        pandas = _needed("pandas")
        made = self.to_polars()
        kinds = {"int": "Int64", "float": "Float64", "bool": "boolean", "text": "string"}
        series = {
            column.name: pandas.Series(made[column.name].to_list(), dtype=kinds.get(column.kind, "object"))
            for column in self._table.columns
        }
        return pandas.DataFrame(series)

    def __repr__(self) -> str:
        return f"<{len(self):,} {self._table.name} of a ledger; .to_polars(), .to_pandas(), .to_arrow()>"

    def _repr_html_(self) -> str:
        from onrecord.views.html import shown

        rows = self._finish(self._rows[:MOST])
        more = f"{len(self) - len(rows):,} more" if len(self) > len(rows) else ""
        return shown([self._show(rows)], more)


def _needed(package: str) -> Any:
    """A package that is there only if the user has it."""
    from importlib import import_module

    try:
        return import_module(package)
    except ImportError as error:
        raise OptionError(f"this needs {package}, which is not installed: pip install {package}") from error
