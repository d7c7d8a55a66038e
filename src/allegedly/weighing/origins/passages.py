"""Two passages read at once: are they the word of one source, does each give a source at all, is one from the other?

The first layers of MiniLM (Wang et al. 2020) over both passages, trained further (``training/origins``) on stories with known
origins, on pairs of passages written for it, and on judged claims of news; 8-bit integers, run by ONNX Runtime on one thread.
Of each it reads the outlet, the sentences around the claim's words, and what rules take for the source, described as it is
anywhere in its article: *voice: Ana Ruiz engineer* tells more than the *she* that stands beside the words. Each pair is run by
itself and unpadded, once in either order, so what else is read changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from allegedly.reading.network.marks import mark, tokenizer
from allegedly.reading.network.words import words_of
from allegedly.reading.runtime import session

if TYPE_CHECKING:
    from numpy.typing import NDArray

PIECES, OUTLET, SOURCE = 60, 8, 16
"""Word pieces of a passage with its outlet, those of the outlet's name among them, and those of its source behind them."""
AROUND = 330
"""Characters of the sentences that are read."""
_FAR = 1_000
"""Characters before, within and behind a claim's words beyond which nothing is looked at: so many are more than are read."""
_ENDS = re.compile(r"(?<=[.!?”\"’'])\s+(?=[“\"‘'A-Z0-9])|\n+")
_BLANK = "unknown"
"""What is read in place of an outlet's name where there is none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where an article carries a claim."""

    outlet: str
    text: str
    start: int
    end: int
    source: str = ""
    """What rules find for its source, in words; empty where they were not asked."""

    def pieces(self) -> list[int]:
        """The outlet, the sentences around the claim's words, with bars around these, and the source."""
        bar = mark("|")
        low, high = self._around()
        before, after = _pieces(self.text[max(low, self.start - _FAR) : self.start]), _pieces(self.text[self.end : high][:_FAR])
        inside = _pieces(self.text[self.start : self.end][:_FAR])
        outlet = _pieces(self.outlet or _BLANK)[:OUTLET]
        room = PIECES - len(outlet) - 3
        inside = inside[:room]
        left = room - len(inside)
        after = after[: max(left // 2, left - len(before))]
        before = before[max(0, len(before) - (left - len(after))) :]
        return [*outlet, bar, *before, bar, *inside, bar, *after, bar, *_pieces(self.source[:_FAR])[:SOURCE]]

    def _around(self) -> tuple[int, int]:
        near = max(0, self.start - _FAR), min(len(self.text), self.end + _FAR)
        ends = [near[0], *(m.end() for m in _ENDS.finditer(self.text, *near)), near[1]]
        first = max((i for i, at in enumerate(ends[:-1]) if at <= self.start), default=0)
        last = min((i for i, at in enumerate(ends) if i and at >= self.end), default=len(ends) - 1)
        grown = True
        while grown:
            grown = False
            if first and ends[last] - ends[first - 1] <= AROUND:
                first, grown = first - 1, True
            if last + 1 < len(ends) and ends[last + 1] - ends[first] <= AROUND:
                last, grown = last + 1, True
        return ends[first], ends[last]


class Odds(NamedTuple):
    """Of two passages, in log odds."""

    one: float
    """That they are the word of one source."""
    bare: float
    """That the first gives no source."""
    other_bare: float
    """That the second gives none."""
    cites: float
    """That the first is from the second's article."""
    cited: float
    """That the second is from the first's article."""


def odds(a: Passage, b: Passage) -> Odds:
    """What the network makes of two passages, on the average of both orders."""
    first, second = _read(a), _read(b)
    one, turned = _run(first, second), _run(second, first)
    found = (one + turned[[0, 2, 1, 4, 3]]) / 2
    return Odds(*found.tolist())


def turned(found: Odds) -> Odds:
    """The same, with the other passage first."""
    return Odds(found.one, found.other_bare, found.bare, found.cited, found.cites)


def joined(a: list[int], b: list[int]) -> tuple[list[int], list[int]]:
    """The word pieces of both passages with the marks between them, and for each whether it is of the first (0) or second (1)."""
    start, end = mark("[CLS]"), mark("[SEP]")
    return [start, *a, end, *b, end], [0] * (len(a) + 2) + [1] * (len(b) + 1)


def size() -> int:
    """Bytes of the graph in the package; it is loaded, so that what is broken shows."""
    _session()
    return len(_graph())


@lru_cache(maxsize=64)  # each is read beside all others of its claim
def _read(passage: Passage) -> list[int]:
    return passage.pieces()


def _run(a: list[int], b: list[int]) -> NDArray[np.float32]:
    pieces, sorts = joined(a, b)
    (found,) = _session().run(None, {"words": words_of(pieces), "sorts": np.array([sorts], dtype=np.int64)})
    made: NDArray[np.float32] = found[0]
    return made


def _graph() -> bytes:
    return resources.files("allegedly.weighing").joinpath("data", "passages.onnx").read_bytes()


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime ships no types
    return session(_graph())


def _pieces(text: str) -> list[int]:
    found: list[int] = tokenizer().encode(text, add_special_tokens=False).ids
    return found
