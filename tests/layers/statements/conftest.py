"""Statements of a sentence, in a shape that a table can hold."""

from __future__ import annotations

import pytest

from onrecord.layers.parsing.layer import parse
from onrecord.layers.statements.layer import statements


@pytest.fixture(scope="session")
def said():
    """Rows (source, cue, content, form, act) of a text's statements."""

    def rows(text):
        return [
            (
                row.source.text if row.source else None,
                row.cue.text if row.cue else None,
                " … ".join(span.text for span in row.content),
                row.form,
                row.act,
            )
            for row in statements(parse(text))
        ]

    return rows


@pytest.fixture(scope="session")
def found():
    """The statements of a text."""
    return lambda text: statements(parse(text))
