"""What the network makes of an article: how likely each token heads a cue, and for a cue what each token around it is to it.

Two graphs run one after the other (ONNX Runtime, one thread): the *encoder*, a six-layer MiniLM (Wang et al. 2020) in
8-bit integers, turns a window of word pieces into a vector a token; the *linker* scores every token of the window against
a cue (the biaffine form of Dozat and Manning 2017, with the grammar between the two added). Nothing is batched across
windows, so what else is read changes nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.reading.network.features import Pairs, of_tokens
from allegedly.reading.network.windows import Window, windows
from allegedly.reading.network.words import words_of
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import plain
from allegedly.reading.quotations import Quotation
from allegedly.reading.runtime import session

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

NONE, SOURCE, CONTENT, CUE = range(4)
"""Columns of what :meth:`Marks.roles` gives: what a token is to a cue."""

_AT_ONCE = 32
"""Cues that are linked in one call: memory stays flat where a window is nothing but cues."""


@cache
def _session(name: str) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    graph = resources.files("allegedly.reading").joinpath("data", "network", f"{name}.onnx").read_bytes()
    return session(graph)


def size() -> int:
    """Bytes of the network in the package; its graphs are loaded, so that what is broken shows."""
    _session("encoder"), _session("linker"), tokenizer()
    folder = resources.files("allegedly.reading").joinpath("data", "network")
    return sum(len(file.read_bytes()) for file in folder.iterdir() if file.is_file())


@cache
def tokenizer() -> Tokenizer:
    """The encoder's WordPiece tokenizer, lower-casing, without truncation or padding."""
    from tokenizers import Tokenizer

    text = resources.files("allegedly.reading").joinpath("data", "network", "tokenizer.json").read_text(encoding="utf-8")
    made = Tokenizer.from_str(text)
    made.no_truncation()
    made.no_padding()
    return made


@cache
def mark(name: str) -> int:
    """The number of a word piece that the tokenizer knows, as ``[CLS]``."""
    found: int | None = tokenizer().token_to_id(name)
    assert found is not None  # the tokenizer is ours
    return found


@dataclass(slots=True)
class View:
    """What the tokens of a window are to one cue, as plain lists: quick to look into one by one."""

    first: int
    is_word: list[bool]
    """Whether a token has letters or digits to begin with."""
    content: list[float]
    source: list[float]
    by_source: list[int]
    """The words, the likeliest to be the source first."""
    total: float
    """Expected number of words of content."""


class Marks:
    """The network's view of one article."""

    def __init__(self, parse: Parse, quotations: list[Quotation]) -> None:
        self._windows = windows(parse, tokenizer(), plain(parse.text))
        self._firsts = [window.first for window in self._windows]
        self._parse = parse
        self._views: dict[int, View] = {}
        self._pairs = Pairs(parse, quotations)
        self._vectors: list[NDArray[np.float32]] = []
        self._roles: dict[int, NDArray[np.float32]] = {}
        codes = of_tokens(parse, quotations)
        self.cue: NDArray[np.float32] = np.zeros(len(parse), dtype=np.float32)
        """For each token the probability that it heads a cue."""
        for window in self._windows:
            vectors, cue = _session("encoder").run(
                None,
                {
                    "words": words_of(window.pieces),
                    "places": np.array(window.places, dtype=np.int64),
                    "tokens": codes[window.first : window.last + 1],
                },
            )
            self._vectors.append(vectors)
            self.cue[window.first : window.last + 1] = cue

    def window(self, token: int) -> Window:
        """The window that holds the token."""
        return self._windows[bisect_right(self._firsts, token) - 1]

    def link(self, cues: list[int]) -> None:
        """Work out the roles for these cues at once, which is quicker than one by one."""
        of_window: dict[int, list[int]] = {}
        for cue in sorted(set(cues)):
            if cue not in self._roles:
                of_window.setdefault(bisect_right(self._firsts, cue) - 1, []).append(cue)
        for number, members in of_window.items():
            window = self._windows[number]
            for low in range(0, len(members), _AT_ONCE):
                some = members[low : low + _AT_ONCE]
                (roles,) = _session("linker").run(
                    None,
                    {
                        "vectors": self._vectors[number],
                        "cues": np.array(some, dtype=np.int64) - window.first,
                        "pairs": np.stack([self._pairs.of(cue, window.first, window.last) for cue in some]),
                    },
                )
                self._roles.update(zip(some, roles, strict=True))

    def view(self, cue: int) -> View:
        """The window as the cue sees it."""
        if cue not in self._views:
            roles = self.roles(cue)
            first = self.window(cue).first
            is_word = [self._parse.word[first + i][:1].isalnum() for i in range(len(roles))]
            content, source = roles[:, CONTENT].tolist(), roles[:, SOURCE].tolist()
            words = [i for i, word in enumerate(is_word) if word]
            words.sort(key=lambda i: (-source[i], i))
            total = math.fsum(content[i] for i in words)
            self._views[cue] = View(first, is_word, content, source, words, total)
        return self._views[cue]

    def roles(self, cue: int) -> NDArray[np.float32]:
        """For each token of the cue's window how likely it is nothing, source, content or cue: shape (tokens, 4)."""
        if cue not in self._roles:
            self.link([cue])
        return self._roles[cue]
