"""The one line: a report goes through the layers, a record comes out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from time import perf_counter
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from onrecord.concepts.page import Page
from onrecord.concepts.record import Record
from onrecord.concepts.report import Report
from onrecord.concepts.warning import Warning
from onrecord.errors import OptionError, SpanError
from onrecord.hookspecs import Layer, hookimpl

_PLAIN = (str, int, float, bool, NoneType, ...)


@hookimpl
def onrecord_layers(model: str | None) -> Sequence[Layer]:
    """Our own layers, through the same door as anybody's."""
    from onrecord.layers.actors import Actors
    from onrecord.layers.certainty import Certainties
    from onrecord.layers.events import Events
    from onrecord.layers.figures import Figures
    from onrecord.layers.parsing import Parsing
    from onrecord.layers.places import Places
    from onrecord.layers.quantities import Quantities
    from onrecord.layers.speakers import Speakers
    from onrecord.layers.statements import Statements
    from onrecord.layers.times import Times

    return [
        Parsing(model),
        Times(),
        Quantities(),
        Places(),
        Actors(),
        Certainties(),
        Events(),
        Statements(),
        Speakers(),
        Figures(),
    ]


@cache
def plugins() -> Any:
    """The plug-in manager with our own parts and every installed package of the entry-point group `onrecord`."""
    import sys

    import pluggy

    from onrecord import hookspecs

    manager = pluggy.PluginManager("onrecord")
    manager.add_hookspecs(hookspecs)
    manager.register(sys.modules[__name__], "onrecord")
    manager.load_setuptools_entrypoints("onrecord")
    return manager


@cache
def layers(model: str | None = None) -> tuple[Layer, ...]:
    """All layers in the order in which they can run."""
    return in_order(layer for group in plugins().hook.onrecord_layers(model=model) for layer in group)


def in_order(given: Iterable[Layer]) -> tuple[Layer, ...]:
    """Sort layers so that each finds what it needs; two that could swap go by name. Raises OptionError if one cannot run."""
    waiting, found, there = sorted(given, key=lambda layer: layer.name), [], set[str]()
    while waiting:
        layer = next((layer for layer in waiting if there.issuperset(layer.needs)), None)
        if layer is None:
            lacks = "; ".join(f"{layer.name} needs {', '.join(sorted(set(layer.needs) - there))}" for layer in waiting)
            raise OptionError(f"these layers cannot run: {lacks}")
        waiting.remove(layer)
        found.append(layer)
        there.update(layer.gives)
    return tuple(found)


def read(report: Report, model: str | None = None) -> Record:
    """Read one report. A report in another language than English has an empty record with a warning.

    Raises ModelError if the parsing model cannot be loaded, SpanError if a layer breaks the law of spans.
    """
    record = Record.of(read_page(report, model)[0])
    check_spans(record)
    return record


def read_page(report: Report, model: str | None = None) -> tuple[Page, dict[str, float]]:
    """Read one report to the page behind its record, with the seconds each layer took."""
    page = Page(report, warnings=_warnings(report))
    seconds: dict[str, float] = {}
    if not _is_english(report):
        return page, seconds
    with _collector_paused():
        for layer in layers(model):
            started = perf_counter()
            page = layer(page)
            seconds[layer.name] = perf_counter() - started
    return page, seconds


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold the cyclic garbage collector while a page grows: all of it is alive until read, and looking for waste costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            _set_aside()


@cache
def _set_aside() -> None:
    """Once, after the first read: what it loaded (model, tables) stays, so later collections need not look through it."""
    gc.collect()
    gc.freeze()


def _is_english(report: Report) -> bool:
    """A report too short to tell is read as English."""
    return report.language in (None, "en")


def _warnings(report: Report) -> tuple[Warning, ...]:
    if not _is_english(report):
        said = f"the report is not in English (it looks like {report.language!r}), so nothing was read in it"
        return (Warning("not-english", said),)
    if report.published is None:
        said = "the publication date is unknown, so no relative time is resolved; give it (--published 2020-09-10)"
        return (Warning("no-published", said),)
    return ()


def check_spans(record: Record) -> None:
    """Compare every span of a record with the text at its place. Raises SpanError for the first that differs."""
    for name in Record.__struct_fields__:
        value = getattr(record, name)
        for number, row in enumerate(value if isinstance(value, tuple) else (value,)):
            _check(row, record.report.text, f"{name}[{number}]")


def _check(row: object, text: str, where: str) -> None:
    todo = [row]
    while todo:
        value: Any = todo.pop()
        if type(value) is tuple:
            todo += value
            continue
        kind: type = type(value)
        is_span, holders = _shape(kind)
        if is_span and (text[value.start : value.end] != value.text or value.start < 0):
            raise SpanError(f"{where}: the words {value.text!r} are not at {value.start}–{value.end}")
        for name in holders:
            held = getattr(value, name)
            if held:
                todo.append(held)


@cache
def _shape(kind: type) -> tuple[bool, tuple[str, ...]]:
    """Whether a kind of row is a span itself, and which of its fields may hold spans."""
    if not issubclass(kind, Struct):
        return False, ()
    holders = tuple(field.name for field in fields(kind) if not _is_plain(field.type))
    return {"start", "end", "text"} <= set(kind.__struct_fields__), holders


def _is_plain(hint: Any) -> bool:
    """Whether a field's type has room for words and numbers only."""
    hint = getattr(hint, "__value__", hint)
    parts = get_args(hint)
    return hint in _PLAIN or get_origin(hint) is Literal or (bool(parts) and all(map(_is_plain, parts)))
