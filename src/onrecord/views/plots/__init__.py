"""Plots: a Vega-Lite specification for a series and one for a timeline, and the file it is drawn to."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import InputError, OptionError

SUFFIXES = (".png", ".svg", ".html")


def check(path: Path) -> None:
    """Raise OptionError for a file name that says no format, InputError for a folder that is not there: before anything is computed."""
    if path.suffix.lower() not in SUFFIXES:
        raise OptionError(f"--plot takes a file that ends in {', '.join(SUFFIXES)}, not {path.name!r}")
    if not path.resolve().parent.is_dir():
        raise InputError(f"{path}: cannot be written: there is no folder {path.resolve().parent}")
