"""Names of persons, bodies and peoples: what the parse marks, put right by the words in and around it, and what it missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.concepts.parse import Parse
from onrecord.layers.actors.acronyms import bracketed, spelled_out
from onrecord.layers.actors.bodies import KnownBodies
from onrecord.layers.actors.extents import Extents
from onrecord.layers.actors.labels import DOUBTFUL, Labels
from onrecord.layers.actors.vocabulary import Known, Vocabulary

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
_CLOSED = frozenset({"MD", "IN", "DT", "PRP", "PRP$", "CC", "RB", "WRB", "WP", "CD", "UH", "TO"})


class Found:
    """A name under way: tokens `first` to `last` (exclusive), what it is, and the body it is known as."""

    __slots__ = ("first", "known", "label", "last", "text")

    def __init__(self, first: int, last: int, label: str, text: str, known: Known | None = None) -> None:
        self.first, self.last, self.label, self.text, self.known = first, last, label, text, known


class Finder:
    """Finds the names of one report; `toponyms` are the places, end by start."""

    def __init__(self, parse: Parse, words: Vocabulary, toponyms: Mapping[int, int]) -> None:
        self.parse, self.tokens, self.words = parse, parse.tokens, words
        self.labels = Labels(parse, words, toponyms)
        self.taken: dict[int, Found] = {}  # by token
        self.found: list[Found] = []
        self.extents = Extents(parse, words, self.taken)

    def names(self) -> list[Found]:
        """All names in text order."""
        for first, last, known in KnownBodies(self.parse, self.words, self.extents).found():
            self._keep(first, last, "BODY", known)
        for name in self.parse.names:
            if name.label in NAMES:
                self._take(name.first, name.last, name.label)
        self._titled()
        self._acronyms()
        self._agree()
        self._repeats()
        self.found = [name for name in self.found if name.label not in DOUBTFUL]
        self.found.sort(key=lambda name: name.first)
        return self.found

    def text(self, first: int, last: int) -> str:
        """The words of some tokens."""
        return self.parse.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _keep(self, first: int, last: int, label: str, known: Known | None = None) -> None:
        found = Found(first, last, label, self.text(first, last), known)
        self.found.append(found)
        for i in range(first, last):
            self.taken[i] = found

    def _take(self, first: int, last: int, label: str) -> None:
        first, last = self.extents.trim(first, last)
        if label == "PERSON":
            first = self.extents.after_titles(first, last)
            first, last = self.extents.whole(first, last)
        if first >= last or any(i in self.taken for i in range(first, last)):
            return
        for i in range(first + 1, last - 1):  # "the Labour Party's Ann Smith" is two names
            if self.tokens[i].tag == "POS" and label == "PERSON" and i + 2 < last:
                self._take(first, i, "ORG")
                self._take(i + 1, last, "PERSON")
                return
        decided = self.labels.of(first, last, label)
        if decided:
            self._keep(first, last, decided)

    def _titled(self) -> None:
        """Capitalised words after "Mr", "President", "Gen." that the parse has not marked."""
        titles, tokens = self.words.titles, self.tokens
        for i in range(1, len(tokens)):
            token, before = tokens[i], tokens[i - 1]
            if token.tag != "NNP" or i in self.taken or not before.text[0].isupper():
                continue
            word = before.lower.rstrip(".")
            if (
                word in titles
                and token.lower.rstrip(".") not in titles
                and token.text[0].isupper()
                and before.sent == token.sent
            ):
                last = i + 1
                while (
                    last < len(tokens)
                    and tokens[last].tag == "NNP"
                    and last not in self.taken
                    and tokens[last].sent == token.sent
                ):
                    last += 1
                if not self.labels.ends_as_body(tokens[i:last]) and tokens[last - 1].lower not in self.words.bodies:
                    self._keep(i, last, "PERSON")

    def _acronyms(self) -> None:
        """Acronyms in brackets name a body when the words before them do; so do those that act on their own."""
        defined: dict[str, bool] = {}
        for word in bracketed(self.parse):
            before = self.taken.get(word.i - 2)
            if before is None:
                full = spelled_out(self.parse, word)
                if full and not any(i in self.taken for i in range(*full)):
                    self._keep(*full, "BODY")
                    before = self.found[-1]
            body = before is not None and before.label == "BODY"
            if before is None or body:
                defined.setdefault(word.text, body)
            if body and word.i not in self.taken:
                self._keep(word.i, word.i + 1, "BODY")
        acting = {
            name.text
            for name in self.found
            if name.label == "BODY" and self.tokens[name.first].dep not in ("compound", "nmod")
        }
        for name in self.found:
            if (
                name.known
                or name.label not in ("BODY", "PERSON")
                or not name.text.isupper()
                or name.last - name.first > 1
            ):
                continue
            body = defined.get(name.text, name.text in acting or self._body_behind(name))
            name.label = "BODY" if body else "LAW"

    def _body_behind(self, name: Found) -> bool:
        head = self.tokens[name.first].head
        return head.tag not in ("NN", "NNS") or head.lower in self.words.bodies or head.lemma in self.words.persons

    def _agree(self) -> None:
        """One name is one thing throughout a report: by the family names of persons, then by most votes."""
        families = self._families()
        votes: dict[str, Counter[str]] = {}
        for name in self.found:
            if name.known is None:
                votes.setdefault(name.text, Counter())[name.label] += 1
        for name in self.found:
            if name.known is not None or name.label == "PERSON":
                continue
            if name.last - name.first == 1 and name.text in families:
                if name.label != "PLACE" or (
                    name.first > families[name.text] and not self._after_preposition(name.first)
                ):
                    name.label = "PERSON"
                continue
            best = votes[name.text]
            if len(best) > 1 and name.label != "PLACE":
                name.label = max(sorted(best), key=lambda label: (best[label], label == "PERSON"))

    def _families(self) -> dict[str, int]:
        """Family and given names of persons named in full, with the number of the word where that happens first."""
        found: dict[str, int] = {}
        for name in self.found:
            if name.label == "PERSON" and name.last - name.first > 1:
                last = self.tokens[name.last - 1]
                for token in (last, self.tokens[name.first]):
                    if token.text[0].isupper() and token.lower not in self.words.generations:
                        found.setdefault(token.text, name.first)
        return found

    def _after_preposition(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].tag in ("IN", "TO")

    def _repeats(self) -> None:
        """Later mentions of the names found, which the parse missed."""
        again: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
        for name in self.found:
            if name.label in ("PERSON", "BODY"):
                texts = tuple(token.text for token in self.tokens[name.first : name.last])
                again.setdefault(texts[0], []).append((texts, name))
                if name.label == "PERSON" and len(texts) > 1 and texts[-1][0].isupper():
                    again.setdefault(texts[-1], []).append((texts[-1:], name))
                    if texts[0].lower() in self.words.gender:
                        again.setdefault(texts[0], []).append((texts[:1], name))
        for token in self.tokens:
            if token.text not in again or token.i in self.taken or token.tag in _CLOSED:
                continue
            for texts, name in sorted(again[token.text], key=lambda entry: -len(entry[0])):
                last = token.i + len(texts)
                if tuple(t.text for t in self.tokens[token.i : last]) == texts and not any(
                    i in self.taken for i in range(token.i, last)
                ):
                    self._keep(token.i, last, name.label, name.known if self.text(token.i, last) == name.text else None)
                    break
