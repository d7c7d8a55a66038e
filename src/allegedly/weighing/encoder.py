"""Vectors of sentences: what lies near is said alike.

A six-layer MiniLM (Wang et al. 2020; the weights of *all-MiniLM-L6-v2*, Reimers and Gurevych 2019) in 8-bit integers, run by
ONNX Runtime on one thread. Every sentence is encoded by itself and unpadded, so what else is encoded changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.reading.network.marks import mark, tokenizer
from allegedly.reading.network.words import WIDTH, words_of
from allegedly.reading.runtime import session

if TYPE_CHECKING:
    from numpy.typing import NDArray

PIECES = 96
"""Word pieces of a sentence that are looked at, end marks left out: longer statements are cut there."""


def _graph() -> bytes:
    return resources.files("allegedly.weighing").joinpath("data", "encoder.onnx").read_bytes()


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime ships no types
    return session(_graph())


def size() -> int:
    """Bytes of the graph in the package; it is loaded, so that what is broken shows."""
    _session()
    return len(_graph())


def pieces_and_vectors(sentence: str | list[int]) -> tuple[list[int], NDArray[np.float32]]:
    """The word pieces of a sentence (or these pieces), and a vector of each in its place there: shape (pieces, WIDTH)."""
    pieces, (_, tokens) = _run(sentence)
    return pieces, tokens[1:-1]


def vectors(sentences: Iterable[str]) -> NDArray[np.float32]:
    """One row of unit length for each sentence: shape (sentences, WIDTH)."""
    rows = [_run(sentence)[1][0] for sentence in sentences]
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)


def around(sentence: str, span: tuple[int, int] | None) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A sentence's vector and that of the words at a span of it, in their place there; each of unit length."""
    offsets, whole, each = placed(sentence)
    inside = [i for i, (start, end) in enumerate(offsets) if span and start < span[1] and span[0] < end]
    mean = each[1:-1][inside].mean(0) if inside else each.mean(0)
    return whole, mean / max(float(np.linalg.norm(mean)), 1e-9)


@lru_cache(maxsize=8)  # several events of one sentence come one after the other, in each thread
def placed(sentence: str) -> tuple[list[tuple[int, int]], NDArray[np.float32], NDArray[np.float32]]:
    """Where the word pieces of a sentence stand, its vector, and one of each piece in its place, with the marks at both ends."""
    found = tokenizer().encode(sentence, add_special_tokens=False)
    _, (whole, each) = _run(found.ids[:PIECES])
    return found.offsets[:PIECES], whole, each


def _run(sentence: str | list[int]) -> tuple[list[int], list[NDArray[np.float32]]]:
    pieces = tokenizer().encode(sentence, add_special_tokens=False).ids[:PIECES] if isinstance(sentence, str) else sentence
    ids = [mark("[CLS]"), *pieces, mark("[SEP]")]
    return pieces, _session().run(None, {"words": words_of(ids)})
