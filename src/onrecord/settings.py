"""Settings: one table of (name, default, help); arguments beat the environment (ONRECORD_NAME), which beats the default."""

from __future__ import annotations

import os
from typing import NamedTuple

from onrecord.errors import OptionError


class Setting(NamedTuple):
    """One setting."""

    name: str
    default: str | None
    help: str


SETTINGS = (
    Setting(
        "model",
        None,
        "spaCy English pipeline to parse with: an installed package or a folder; the bundled one if not given",
    ),
)


def setting(name: str, given: str | None = None) -> str | None:
    """The value of a setting. Raises OptionError for a name that is not in the table."""
    for row in SETTINGS:
        if row.name == name:
            return given or os.environ.get(f"ONRECORD_{name.upper()}") or row.default
    raise OptionError(f"there is no setting named {name!r}; known: {', '.join(row.name for row in SETTINGS)}")
