"""Interviews without quotation marks: questions and answers, and who "I", "we" and "you" are in them."""

from __future__ import annotations

from onrecord.concepts.parse import Parse
from onrecord.layers.actors.marks import Entity, Mark

ONE = frozenset(["i", "me", "my", "mine", "myself"])
SEVERAL = frozenset(["we", "us", "our", "ours", "ourselves"])
ADDRESSED = frozenset(["you", "your", "yours", "yourself", "yourselves"])

LONG = 100  # words of a paragraph that is too long for a question
_CLOSING = frozenset("\"”)'’")


class Interview:
    """Tells questions from answers by paragraph; the person most spoken of before the first question is the one who answers."""

    def __init__(self, parse: Parse, marks: list[Mark]) -> None:
        self.parse, self.marks = parse, marks
        self.questions = self._questions()
        self.labels = self._labels()

    def _questions(self) -> set[int]:
        """Numbers of the paragraphs that end with a question; long ones are answers with a rhetorical one."""
        found: set[int] = set()
        sizes: dict[int, int] = {}
        for sentence in self.parse.sentences:
            last = next((t for t in reversed(self.parse.words(sentence)) if t.text not in _CLOSING), None)
            sizes[sentence.paragraph] = sizes.get(sentence.paragraph, 0) + sentence.last - sentence.first
            found.discard(sentence.paragraph)
            if last is not None and last.text.endswith("?") and sizes[sentence.paragraph] <= LONG:
                found.add(sentence.paragraph)
        return found

    def _labels(self) -> dict[int, Entity]:
        """Who speaks in each paragraph of a transcript: "WALLACE: But, Governor …"; it holds until the next label."""
        by_first = {mark.first: mark for mark in self.marks if mark.form == "name" and mark.entity}
        found: dict[int, Entity] = {}
        speaker: Entity | None = None
        paragraph, labelled = -1, 0
        for sentence in self.parse.sentences:
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                mark = by_first.get(sentence.first)
                if mark and mark.last < len(self.parse.tokens) and self.parse.tokens[mark.last].text == ":":
                    speaker = mark.entity
                    labelled += 1
                if speaker is not None:
                    found[paragraph] = speaker
        return found if labelled > 2 else {}  # "Image: Ann Jones" is no transcript

    def link(self, pronouns: list[Mark]) -> None:
        """Link the pronouns of the first and second person that stand outside of quotations."""
        begin = min((self._paragraph(mark) for mark in pronouns), default=0)
        guest = self._guest(begin) or Entity("person")
        host, side = Entity("person"), Entity("people")
        for mark in pronouns:
            word, asked = mark.span.text.lower(), self._paragraph(mark) in self.questions
            label = self.labels.get(self._paragraph(mark))
            if label is not None:
                if word in ONE:
                    label.add(mark, "label of the speaker", label.marks[0].span)
            elif word in ONE:
                (host if asked else guest).add(mark, "interview", mark.span)
            elif word in SEVERAL and not asked:
                side.add(mark, "interview", mark.span)
            elif word in ADDRESSED and asked:
                guest.add(mark, "interview", mark.span)

    def _paragraph(self, mark: Mark) -> int:
        return self.parse.sentence(mark.head).paragraph

    def _guest(self, begin: int) -> Entity | None:
        counts: dict[int, int] = {}
        entities: dict[int, Entity] = {}
        for mark in self.marks:
            entity = mark.entity
            if entity is not None and entity.sort == "person" and entity.name and self._paragraph(mark) < begin + 1:
                counts[id(entity)] = counts.get(id(entity), 0) + 1
                entities[id(entity)] = entity
        best = max(counts, key=lambda key: counts[key], default=None)
        return entities[best] if best is not None else None
