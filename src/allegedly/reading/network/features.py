"""What the network is told of an article beside its letters: grammar, quotation marks and the cue vocabulary, as numbers.

Training and reading both call these functions, so the network sees the same in both. Codes are small integers; 0 always
means *none of the known ones*.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from allegedly.reading.cues import family_of
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOKEN = ("tag", "dep", "name", "family", "quoted")
"""Columns of :func:`of_tokens`."""
PAIR = ("distance", "sentence", "up", "down", "side", "cue side", "quotation")
"""Columns of :func:`of_pairs`."""

_TAGS = """$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR
RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``""".split()
_DEPS = """ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep
det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt
punct quantmod relcl xcomp""".split()
_NAMES = """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME
WORK_OF_ART""".split()
_TAG = {tag: i for i, tag in enumerate(_TAGS, 1)}
_DEP = {dep: i for i, dep in enumerate(_DEPS, 1)}
_NAME = {name: i for i, name in enumerate(_NAMES, 1)}

_NEAR = 8
_FAR = (9, 13, 21, 41)
_SENTENCES = 3
_UP = 5
_ELSEWHERE = _UP + 1
"""Code of *up* for words of another sentence."""
_DOWN = 3
_QUOTATIONS = 3
_DEEPEST = 40
"""Steps up from a cue that are followed: no sentence that people write needs more."""


@cache
def _families() -> dict[str, int]:
    return {act: i for i, act in enumerate(sorted({row["act"] for row in rows("stances")}), 1)}


def token_sizes() -> list[int]:
    """How many codes each column of :func:`of_tokens` has."""
    return [len(_TAGS) + 1, len(_DEPS) + 1, len(_NAMES) + 1, len(_families()) + 2, 3]


def pair_sizes() -> list[int]:
    """How many codes each column of :func:`of_pairs` has."""
    distances = 2 * (_NEAR + len(_FAR)) + 1
    return [distances, 2 * _SENTENCES + 1, _ELSEWHERE + 1, _DOWN + 2, len(_DEPS) + 1, len(_DEPS) + 1, 4 + 2 * _QUOTATIONS]


def of_tokens(parse: Parse, quotations: list[Quotation]) -> NDArray[np.int64]:
    """Codes of every token: shape (tokens, ``len(TOKEN)``)."""
    codes = np.zeros((len(parse), len(TOKEN)), dtype=np.int64)
    families = _families()
    codes[:, 0] = [_TAG.get(tag, 0) for tag in parse.tag]
    codes[:, 1] = [_DEP.get(dep, 0) for dep in parse.dep]
    for name in parse.names:
        codes[name.first : name.last + 1, 2] = _NAME.get(name.label, 0)
    for i, word in enumerate(parse.lower):
        if word[:1].isalpha():
            codes[i, 3] = families.get(family_of(lemma_of(word)), 0)
    inside = _quotation_of(parse, quotations)
    for i, k in enumerate(inside):
        if k >= 0:
            codes[i, 4] = 2 if quotations[k].single else 1
    return codes


def _quotation_of(parse: Parse, quotations: list[Quotation]) -> list[int]:
    """For each token the index of the quotation that holds it, or -1."""
    starts = [q.start for q in quotations]
    found = []
    for start in parse.start:
        k = bisect_right(starts, start) - 1
        found.append(k if k >= 0 and start < quotations[k].end else -1)
    return found


class Pairs:
    """Codes of how each token of a window stands to a cue, for one article."""

    def __init__(self, parse: Parse, quotations: list[Quotation]) -> None:
        self.parse = parse
        self.sentence = np.array(parse.sentence, dtype=np.int64)
        self.quotation = np.array(_quotation_of(parse, quotations), dtype=np.int64)
        starts = [q.start for q in quotations]
        # How many quotations have begun at or before each token: their order, whether the token is in one or not.
        self.begun = np.array([bisect_right(starts, start) for start in parse.start], dtype=np.int64)

    def of(self, cue: int, first: int, last: int) -> NDArray[np.int64]:
        """Codes of tokens ``first`` to ``last`` inclusive against the cue's head: shape (tokens, ``len(PAIR)``)."""
        size = last - first + 1
        codes = np.zeros((size, len(PAIR)), dtype=np.int64)
        away = np.arange(first, last + 1) - cue
        size_of = np.abs(away)
        bucket = np.where(size_of <= _NEAR, size_of, _NEAR + np.searchsorted(_FAR, size_of, side="right"))
        codes[:, 0] = np.sign(away) * bucket + _NEAR + len(_FAR)
        codes[:, 1] = np.clip(self.sentence[first : last + 1] - self.sentence[cue], -_SENTENCES, _SENTENCES) + _SENTENCES
        codes[:, 2] = _ELSEWHERE
        self._paths(codes, cue, first, last)
        held = self.quotation[first : last + 1]
        mine = self.quotation[cue]
        if mine >= 0:
            codes[:, 6] = np.where(held == mine, 1, np.where(held >= 0, 2, 3))
        else:
            order = np.clip(self.begun[first : last + 1] - self.begun[cue], -_QUOTATIONS + 1, _QUOTATIONS)
            codes[:, 6] = np.where(held >= 0, 4 + order + _QUOTATIONS - 1, 0)
        return codes

    def _paths(self, codes: NDArray[np.int64], cue: int, first: int, last: int) -> None:
        """The way through the parse: steps up from the cue to what holds both, steps down, and the relations there."""
        parse = self.parse
        chain = [cue]
        while parse.head[chain[-1]] != chain[-1] and len(chain) < _DEEPEST:
            chain.append(parse.head[chain[-1]])
        for up in range(len(chain) - 1, -1, -1):
            top = chain[up]
            side = _DEP.get(parse.dep[chain[up - 1]], 0) if up else 0
            low, high = max(parse.left[top], first) - first, min(parse.right[top], last) - first + 1
            if low >= high:
                continue
            codes[low:high, 2] = min(up, _UP)
            codes[low:high, 5] = side
            codes[low:high, 3] = 0
            codes[low:high, 4] = 0
            if first <= top <= last:
                codes[top - first, 3] = 1
            for child in parse.children[top]:
                if up and child == chain[up - 1]:
                    continue
                low, high = max(parse.left[child], first) - first, min(parse.right[child], last) - first + 1
                if low < high:
                    codes[low:high, 4] = _DEP.get(parse.dep[child], 0)
                    codes[low:high, 3] = 3
                if first <= child <= last:
                    codes[child - first, 3] = 2
                    codes[child - first, 4] = _DEP.get(parse.dep[child], 0)
