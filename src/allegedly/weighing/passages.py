"""How likely two passages of news are the word of one source: *the foreman said* and *Mr. Brandt, who runs the shift*.

A five-layer MiniLM (Wang et al. 2020) that reads both passages at once, as a cross-encoder does (Nogueira and Cho 2019), in 8-bit
integers and on one thread. ``training/origins`` trains it on the development stories of ``benchmarks/origins``; the vectors of
its word pieces are those of :mod:`allegedly.weighing.encoder`, which stay as they are.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import numpy as np

from allegedly.reading.network.marks import tokenizer
from allegedly.reading.runtime import session
from allegedly.weighing.encoder import words

BEFORE, SAID, AFTER, OUTLET = 48, 64, 24, 10
"""Word pieces that are looked at: of what stands before, of what is said, of what comes after, and of the outlet's name."""
_LETTERS = 8
"""Characters of a word piece, more than which few are long."""
CLS, SEP, OPENS, CLOSES = "[CLS]", "[SEP]", "[unused1]", "[unused2]"


class Passage(NamedTuple):
    """What is said in an article, in its place there."""

    outlet: str
    before: str
    said: str
    after: str


def passage(outlet: str, text: str, start: int, end: int) -> Passage:
    """What stands at a span of an article's text, with as much around it as is looked at."""
    return Passage(outlet, text[max(0, start - BEFORE * _LETTERS) : start], text[start:end], text[end : end + AFTER * _LETTERS])


@lru_cache(maxsize=256)  # every end of a claim is compared with every other
def pieces(of: Passage) -> tuple[int, ...]:
    """The word pieces of a passage, as the network has it."""
    encoded = tokenizer()

    def ids(text: str) -> list[int]:
        found: list[int] = encoded.encode(text, add_special_tokens=False).ids
        return found

    sep, opens, closes = (encoded.token_to_id(name) for name in (SEP, OPENS, CLOSES))
    said = ids(of.said[: SAID * _LETTERS * 2])[:SAID]
    return (*ids(of.outlet)[:OUTLET], sep, *ids(of.before)[-BEFORE:], opens, *said, closes, *ids(of.after)[:AFTER])


class Network:
    """The graph, ready to run."""

    def __init__(self, graph: bytes) -> None:
        self._session = session(graph)

    def one_source(self, a: Passage, b: Passage) -> float:
        """The probability that both passages are the word of one source. The order changes it a little."""
        encoded = tokenizer()
        cls, sep = encoded.token_to_id(CLS), encoded.token_to_id(SEP)
        first, second = [cls, *pieces(a), sep], [*pieces(b), sep]
        types = np.array([[0] * len(first) + [1] * len(second)], dtype=np.int64)
        (found,) = self._session.run(["same"], {"words": words(first + second)[None], "types": types})
        return float(found)


@cache
def network() -> Network:
    """That of the package."""
    return Network(_graph())


def _graph() -> bytes:
    return resources.files("allegedly.weighing").joinpath("data", "passages.onnx").read_bytes()


def size() -> int:
    """Bytes of the graph in the package; it is loaded, so that what is broken shows."""
    network()
    return len(_graph())
