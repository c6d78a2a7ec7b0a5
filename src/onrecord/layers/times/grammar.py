"""The grammar of times: rules of grammar.txt as regular expressions over a report's string of word classes."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass
from functools import cache

from onrecord.errors import OptionError
from onrecord.layers.times.words import HERE, Coder, classes, literals, table
from onrecord.lexicon import sections

_ELEMENT = re.compile(r"(?:(\w+):)?(.+?)([?*+]?)")
_PREFIX = {"dates": "ABOUT", "dated": "MOD", "counted": "APPROX", "spans": "SPANMOD"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the reader that gives it meaning, its pattern over class characters."""

    name: str
    reader: str
    pattern: re.Pattern[str]


type Hit = tuple[Rule, re.Match[str]]


class Grammar:
    """All rules; `candidates` gives the rules that match at a place, longest first."""

    def __init__(self) -> None:
        files = sections(HERE / "grammar.txt")
        self._parts = {row[0]: row[1] for row in files["parts"]} | {"HOLIDAY": _holidays()}
        written = [
            (section, *row) for section in ("dates", "dated", "counted", "spans", "plain") for row in files[section]
        ]
        trees = [
            (name, reader, self._prefix(section) + self._split(pattern)) for section, name, reader, pattern in written
        ]
        names = {element[2] for _, _, tree in trees for element in tree if element[2] not in "()|"}
        literals().update(name[1:] for name in names if name.startswith("'"))
        self.coder = Coder(frozenset(names))
        self._name_chars(names)
        self.rules = [Rule(name, reader, re.compile(self._regex(tree))) for name, reader, tree in trees]
        self._starts = self._first_chars()
        lone = {char for char, rules in self._starts.items() if any(rule.pattern.fullmatch(char) for rule in rules)}
        self._start = re.compile(f"[{''.join(sorted(lone))}]|[{''.join(sorted(set(self._starts) - lone))}](?=[^ ])")

    def candidates(self, codes: str) -> Generator[tuple[int, list[Hit]], int | None]:
        """Places where a time may begin, with the rules that match there, longest first; `send` the place to go on from."""
        found = self._start.search(codes)
        while found:
            place = found.start()
            matches = [(rule, m) for rule in self._starts[codes[place]] if (m := rule.pattern.match(codes, place))]
            go_on = None
            if matches:
                matches.sort(key=lambda pair: -pair[1].end())
                go_on = yield place, matches
            found = self._start.search(codes, place + 1 if go_on is None else go_on)

    def _prefix(self, section: str) -> list[tuple[str, str, str]]:
        part = _PREFIX.get(section)
        return [("mod", "", "("), *self._split(f"<{part}>"), ("", "?", ")")] if part else []

    def _split(self, pattern: str) -> list[tuple[str, str, str]]:
        """Elements of a pattern as (name of the group, suffix, class or bracket), its parts put in."""
        found: list[tuple[str, str, str]] = []
        for word in pattern.split():
            element = _ELEMENT.fullmatch(word)
            if element is None:
                raise OptionError(f"grammar.txt: {word!r} in {pattern!r} is no element")
            group, inner, suffix = element[1] or "", element[2], element[3]
            if inner.startswith("<"):
                found += [(group, "", "("), *self._split(self._parts[inner[1:-1]]), ("", suffix, ")")]
            elif group and inner != "(":
                found += [(group, "", "("), ("", "", _class(inner)), ("", suffix, ")")]
            else:
                found.append((group, suffix, inner if inner in "()|" else _class(inner)))
        return found

    def _regex(self, tree: list[tuple[str, str, str]]) -> str:
        out = []
        for group, suffix, inner in tree:
            if inner == "(":
                out.append(f"(?P<{group}>" if group else "(?:")
            elif inner in ")|":
                out.append(inner + suffix)
            else:
                chars = "".join(sorted(char for found, char in self.coder.chars.items() if inner in found))
                if not chars:
                    raise OptionError(f"grammar.txt: no word is of class {inner!r}")
                out.append(f"[{chars}]{suffix}")
        return "".join(out)

    def _name_chars(self, names: set[str]) -> None:
        """Give every set of classes that occurs a character of its own."""
        words = [*table(), *literals(), *_SAMPLES]
        words += [str(n) for n in range(100)] + [f"{n:02}" for n in range(10)] + [str(n) for n in range(1000, 3000, 5)]
        for word in sorted(set(words)):
            for capital in (True, False):
                found = classes(word, capital) & names
                if found and found not in self.coder.chars:
                    self.coder.chars[found] = chr(0xE000 + len(self.coder.chars))

    def _first_chars(self) -> dict[str, list[Rule]]:
        """For each character the rules that can begin with it: those that some continuation lets match."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for char in _first(rule.pattern.pattern):
                found.setdefault(char, []).append(rule)
        return found


def _class(name: str) -> str:
    return {"-": "'-", ",": "',"}.get(name, name.rstrip("'") if name.startswith("'") else name)


_SAMPLES = ["9999", "9/11", "2021/22", "1st", "31st", "32nd", "1990s", "80s", "10:30", "5.30", "5.75", "1/2/2003", "1/2", "½", "2½", "q3", "3q", "h1", "fy21",
            "10t10:00", "3pm", "1,000", "365", "12345"]  # fmt: skip


def _holidays() -> str:
    """All holidays as one part of the grammar, the longest first."""
    names = sorted((row[0] for row in sections(HERE / "holidays.txt")[""]), key=lambda name: (-len(name), name))
    words = [" ".join(f"'{word}'" for word in holiday_words(name)) for name in names]
    return "( " + " | ".join(words) + " )"


def holiday_words(name: str) -> list[str]:
    """The words of a holiday's name as the tokenizer parts them."""
    spaced = re.sub(r"('s)\b", r" \1", name)
    return re.sub(r"(?<=s)' ", " ' ", re.sub(r"-", " - ", spaced)).split()


def _first(pattern: str) -> set[str]:
    """Characters that a match of a pattern can begin with, by walking its brackets, branches and optional elements."""
    chars, _, _ = _walk(pattern, 0)
    return chars


def _walk(pattern: str, i: int) -> tuple[set[str], bool, int]:
    """First characters, whether it can be empty, and where the alternatives that begin at `i` end."""
    chars: set[str] = set()
    empty, branch_empty = False, True
    while i < len(pattern) and pattern[i] != ")":
        if pattern[i] == "|":
            empty, branch_empty, i = empty or branch_empty, True, i + 1
            continue
        inner, can_skip, i = _atom(pattern, i)
        if branch_empty:
            chars |= inner
            branch_empty = can_skip
    return chars, empty or branch_empty, i


def _atom(pattern: str, i: int) -> tuple[set[str], bool, int]:
    if pattern[i] == "[":
        end = pattern.index("]", i)
        chars, can_skip, i = set(pattern[i + 1 : end]), False, end + 1
    else:
        i = pattern.index(">", i) + 1 if pattern.startswith("(?P<", i) else i + 3
        chars, can_skip, i = _walk(pattern, i)
        i += 1
    if i < len(pattern) and pattern[i] in "?*+":
        can_skip = can_skip or pattern[i] != "+"
        i += 1
    return chars, can_skip, i


@cache
def grammar() -> Grammar:
    """The grammar, compiled once a process."""
    return Grammar()
