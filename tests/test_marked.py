"""The marked-text notation reads back what it writes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marked import Mark, parse, render

WORD = st.text(st.characters(blacklist_characters='[]{}"\n', blacklist_categories=("Cs",)), min_size=1, max_size=8)
FIELDS = st.dictionaries(
    st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.from_regex(r"[a-z0-9 ]{1,6}", fullmatch=True), max_size=2
)


@given(st.lists(st.tuples(WORD, WORD, FIELDS), max_size=4), WORD)
def test_marks_survive_writing_and_reading(parts, tail):
    text, marks = "", []
    for before, inside, fields in parts:
        text += before
        marks.append(Mark(len(text), len(text) + len(inside), inside, fields))
        text += inside
    text += tail
    assert parse(render(text, tuple(marks))) == (text, tuple(marks))
