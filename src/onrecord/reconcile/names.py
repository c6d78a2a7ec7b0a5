"""Names across reports: outlets and people written in several ways."""

from __future__ import annotations

import re

_NOISE = {
    "the",
    "news",
    "online",
    "web",
    "agency",
    "com",
    "co",
    "uk",
    "www",
    "org",
    "net",
    "channel",
    "tv",
    "newspaper",
}
_WORD = re.compile(r"[\w&'’-]+")
_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "president", "prime", "minister", "gen", "general", "lt", "col", "colonel",
    "adm", "admiral", "capt", "captain", "maj", "major", "sen", "senator", "rep", "secretary", "king", "queen", "prince", "the",
}  # fmt: skip


def outlet(name: str | None) -> str:
    """An outlet's name without what differs between its names: "www.bbc.com", "BBC News" and "the BBC" are one."""
    words = _WORD.findall(re.sub(r"\(.*?\)", " ", (name or "").lower().replace(".", " ")))
    return " ".join(word for word in words if word not in _NOISE) or (name or "").lower()


def person(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles."""
    words = [word.strip("'’").removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name.lower())]
    return tuple(word for word in words if word not in _TITLES)


def one_person(one: str, other: str) -> bool:
    """True when two names may be one person: equal, or a surname beside a full name; two first names are two people."""
    first, second = sorted((person(one), person(other)), key=len)
    if not first:
        return False
    return first == second or (len(first) == 1 and first[0] == second[-1])
