"""Golden files: what a view prints is compared with tests/views/golden; a differing one is written to tests/views/actual."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_SCRUBS = ((re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"), (re.compile(r"\bor-[0-9a-f]{8}\b"), "or-<id>"))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name."""

    def compare(name: str, made: str) -> None:
        for pattern, instead in _SCRUBS:
            made = pattern.sub(instead, made)
        kept = HERE / "golden" / name
        if not kept.exists() or kept.read_text(encoding="utf-8") != made:
            actual = HERE / "actual" / name
            actual.parent.mkdir(exist_ok=True)
            actual.write_text(made, encoding="utf-8")
            pytest.fail(
                f"{name} differs from its golden file; compare tests/views/golden/{name} with tests/views/actual/{name}"
            )

    return compare
