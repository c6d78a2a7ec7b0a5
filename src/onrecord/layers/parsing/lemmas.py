"""Lemmas by tag and table: spaCy's English rules and exceptions, looked up by Penn Treebank tag instead of Universal POS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_CLASS = {"NNS": "noun", "NNPS": "noun", "VBD": "verb", "VBG": "verb", "VBN": "verb", "VBP": "verb", "VBZ": "verb",
          "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv", "MD": "verb"}  # fmt: skip
_KINDS = ("noun", "verb", "adj", "adv")
# Clitics by (form, tag); "" holds for every tag.
_CLITICS = {
    ("n't", ""): "not", ("'ll", ""): "will", ("'ve", ""): "have", ("'re", ""): "be", ("'m", ""): "be", ("'d", "MD"): "would",
    ("'d", ""): "have", ("ca", "MD"): "can", ("wo", "MD"): "will", ("sha", "MD"): "shall", ("'s", "VBZ"): "be", ("'s", "PRP"): "us",
    ("an", "DT"): "a", ("am", ""): "be", ("is", ""): "be", ("are", ""): "be", ("was", ""): "be", ("were", ""): "be", ("been", ""): "be",
    ("being", ""): "be", ("has", ""): "have", ("had", ""): "have", ("could", ""): "could", ("would", ""): "would",
    ("should", ""): "should", ("might", ""): "might", ("me", "PRP"): "I", ("i", "PRP"): "I", ("him", "PRP"): "he", ("her", "PRP"): "she",
    ("them", "PRP"): "they", ("us", "PRP"): "we",
}  # fmt: skip


class Lemmas:
    """A lemmatizer; `of` is cached, since a report repeats its words."""

    def __init__(self, nlp: Language) -> None:
        lookups: Any = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.component_names else None  # type: ignore[attr-defined]
        self._rules, self._exceptions, self._index = (
            ({}, {}, {})
            if lookups is None
            else (lookups.get_table(f"lemma_{name}", {}) for name in ("rules", "exc", "index"))
        )
        self._known: dict[tuple[str, str], str] = {}
        self._words: dict[str, bool] = {}

    def of(self, text: str, tag: str) -> str:
        """The lemma of a word; names keep their form, other words are lower-cased."""
        key = (text, tag)
        lemma = self._known.get(key)
        if lemma is None:
            lemma = self._known[key] = self._find(text, tag)
        return lemma

    def knows(self, word: str) -> bool:
        """Is a word in lower case, or what it is a form of, in the tables of nouns, verbs, adjectives or adverbs?"""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = not self._index or any(self._has(kind, word) for kind in _KINDS)
        return found

    def _has(self, kind: str, word: str) -> bool:
        index = self._index.get(kind, {})
        if word in index or word in self._exceptions.get(kind, {}):
            return True
        return any(
            old and word.endswith(old) and word[: -len(old)] + new in index for old, new in self._rules.get(kind, ())
        )

    def _find(self, text: str, tag: str) -> str:
        if tag in ("NNP", "NNPS"):
            return text
        lower = text.lower()
        fixed = _CLITICS.get((lower, tag)) or _CLITICS.get((lower, ""))
        kind = _CLASS.get(tag)
        if fixed or not kind:
            return fixed or lower
        exceptions = self._exceptions.get(kind, {}).get(lower)
        if exceptions:
            return str(exceptions[0])
        index = self._index.get(kind, {})
        forms = [lower[: -len(old)] + new for old, new in self._rules.get(kind, ()) if old and lower.endswith(old)]
        known = [form for form in forms if form in index]
        return str((known or [lower if lower in index or not forms else forms[0]])[0])
