"""Effects: what a word does to the certainty of the thing it governs, read from the lexicon."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.concepts.certainty import Status
from onrecord.concepts.parse import Token
from onrecord.errors import OptionError
from onrecord.lexicon import sections

FOLDER = Path(__file__).parent / "lexicon"
CERTAIN, PROBABLE, POSSIBLE, NONE = 3, 2, 1, 0

# How firmly a thing at this stage is vouched for, unless the lexicon says otherwise.
LEVELS: dict[str, int] = {"done": CERTAIN, "ongoing": CERTAIN, "announced": CERTAIN, "planned": NONE, "ordered": NONE, "attempted": NONE,
          "threatened": NONE, "requested": NONE, "possible": POSSIBLE, "conditional": NONE, "unknown": NONE}  # fmt: skip
_NAMED = {"certain": CERTAIN, "probable": PROBABLE, "possible": POSSIBLE, "none": NONE}


class State(NamedTuple):
    """What is said of a thing so far; `status` None leaves the stage to tense, `soft` gives way to a definite article."""

    status: Status | None = None
    level: int = CERTAIN
    positive: bool = True
    cue: Token | None = None
    rule: str = "plain"
    voice: str = ""  # "deny" or "alleged": reported, but not as true
    soft: bool = False


PLAIN = State()
OPEN = State("unknown", NONE, True, None, "open")


class Effect(NamedTuple):
    """One effect of the lexicon: `kind` is `keep`, `turn`, `fact`, `own`, `deny`, `slated`, `must`, `able`, `set` or a word of cues.txt."""

    kind: str
    status: Status | None = None
    level: int = CERTAIN
    positive: bool = True


class Frame(NamedTuple):
    """Effects of a governor in one frame, when it is affirmed and when it is denied."""

    plain: Effect
    negated: Effect


type Frames = dict[str, Frame]

_KINDS = {"=": "keep", "!": "turn", "fact": "fact", "own": "own", "deny": "deny", "would": "would",
          "slated": "slated", "must": "must", "able": "able", "alleged": "alleged", "before": "before", "as it is": "own", "future": "future"}  # fmt: skip


def effect(word: str) -> Effect:
    """Read an effect. Raises OptionError for a word that is none."""
    if word in _KINDS:
        return Effect(_KINDS[word])
    name, _, level = word.removeprefix("-").partition(":")
    positive = not word.startswith("-")
    if name == "open":
        return Effect("set", "unknown", NONE, positive)
    if name in ("certain", "probable"):
        return Effect("set", None, _NAMED[name], positive)
    if name not in LEVELS:
        raise OptionError(f"{word!r} is no effect")
    return Effect("set", name, _NAMED[level] if level else LEVELS[name], positive)  # type: ignore[arg-type]


@cache
def governors(section: str) -> dict[str, Frames]:
    """Governors of a section of governors.txt by lemma, form or lemma with particle.

    Raises OptionError for a word that has two rows for one frame.
    """
    found: dict[str, Frames] = {}
    for words, frames, plain, *negated in sections(FOLDER / "governors.txt")[section]:
        frame = Frame(effect(plain), effect(negated[0]) if negated else _negated(plain))
        for word in words.split(", "):
            entry = found.setdefault(word, {})
            for name in frames.split(","):
                if name in entry:
                    raise OptionError(f"governors.txt, [{section}]: {word!r} has two rows for {name!r}")
                entry[name] = frame
    return found


def _negated(word: str) -> Effect:
    """What a governor does when it is denied, by default: nothing is known of what it would have set going."""
    if word in ("=", "!", "fact"):
        return effect(word)
    return Effect("set", "unknown", NONE)


@cache
def cues(section: str) -> dict[str, Effect]:
    """Effects of the words of a section of cues.txt."""
    return {word: effect(row[1]) for row in sections(FOLDER / "cues.txt")[section] for word in row[0].split(", ")}


@cache
def main_conditions() -> frozenset[str]:
    """Conjunctions that make the clause they hang on conditional, too."""
    return frozenset(
        word for row in sections(FOLDER / "cues.txt")["conjunctions"] if row[2:] for word in row[0].split(", ")
    )


@cache
def negative_words() -> frozenset[str]:
    """Determiners and pronouns that deny their clause."""
    return frozenset(row[0] for row in sections(FOLDER / "cues.txt")["negative words"])
