"""Copies: the same words in two reports, found by MinHash bands (rensa) and decided by comparing the texts."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from typing import NamedTuple

RUN = 5  # words of a run: long enough that two stories share one only by copying, or by quoting the same sentence
HASHES, BAND = (
    60,
    3,
)  # 20 bands of 3: nine in ten pairs that share half their runs meet, one in 50,000 of those that share a hundredth
COPY, PART = 0.8, 0.5  # shares of the shorter text's runs that stand in the other
_WORDS = re.compile(r"\w+")


class Copy(NamedTuple):
    """What a report is a copy of: kind and share of its runs that stand there."""

    kind: str
    share: float


def runs(text: str) -> frozenset[str]:
    """All runs of five words, in lower case, without marks; a shorter text is one run."""
    words = _WORDS.findall(text.lower())
    return frozenset(" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def bands(found: frozenset[str]) -> list[int]:
    """Hashes of the bands of a text's MinHash signature, as signed 32-bit numbers: a rare chance meeting costs one comparison."""
    if not found:
        return []
    from rensa import RMinHash

    signature = RMinHash(num_perm=HASHES, seed=1)
    signature.update(sorted(found))
    digest = signature.digest()
    return [_band(at, digest[at : at + BAND]) for at in range(0, HASHES, BAND)]


def _band(at: int, values: Iterable[int]) -> int:
    import hashlib

    data = struct.pack(f"<B{BAND}Q", at, *values)
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "little", signed=True)


def compare(new: frozenset[str], old: frozenset[str]) -> Copy | None:
    """What the new text is to the old one: the same, a copy (cut or with a few changes), half of it, or nothing (None)."""
    if not new or not old:
        return None
    if new == old:
        return Copy("same text", 1.0)
    shared = len(new & old)
    share = shared / min(len(new), len(old))
    if share < PART:
        return None
    return Copy("copy" if share >= COPY else "part", round(shared / len(new), 3))
