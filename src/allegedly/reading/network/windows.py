"""Word pieces of an article, in windows of whole paragraphs.

Every window is encoded by itself and unpadded, so nothing else that is read can change what comes out of it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegedly.reading.parse import Parse

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PIECES = 160
"""Word pieces of a window, its two end marks left out; a paragraph that is longer is cut at a sentence, else anywhere."""


@dataclass(slots=True)
class Window:
    """Tokens ``first`` to ``last`` inclusive of the parse and their word pieces."""

    first: int
    last: int
    pieces: list[int]
    """Ids of the word pieces, end marks included."""
    places: list[int]
    """For each token the place of its first piece in ``pieces``: spaces and what has no piece get 0, the opening mark."""


def windows(parse: Parse, tokenizer: Tokenizer, seen: str, size: int = PIECES) -> list[Window]:
    """The article's windows in order: together they hold every token once.

    Args:
        parse: The article's parse.
        tokenizer: WordPiece without truncation or padding.
        seen: The text as the parser saw it, as long as the text.
        size: Most word pieces in one, end marks left out.
    """
    if not len(parse):
        return []
    pieces, at = _encoded(parse, tokenizer, seen)
    found: list[Window] = []
    first = 0
    for cut in _cuts(parse, at, size):
        low, high = at[first], at[cut]
        ids = [pieces[0][0], *pieces[1][low : min(high, low + size)], pieces[0][1]]  # one token may have more than all
        places = [at[i] - low + 1 if at[i + 1] > at[i] else 0 for i in range(first, cut)]
        found.append(Window(first, cut - 1, ids, places))
        first = cut
    return found


def _encoded(parse: Parse, tokenizer: Tokenizer, seen: str) -> tuple[tuple[tuple[int, int], list[int]], list[int]]:
    """The end marks, all pieces, and for each token the number of the first piece that begins in it or after it."""
    opening, closing = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    ids: list[int] = []
    starts: list[int] = []
    for first, last in parse.paragraphs:
        begin, end = parse.span(first, last)
        encoding = tokenizer.encode(seen[begin:end], add_special_tokens=False)
        ids.extend(encoding.ids)
        starts.extend(begin + start for start, _ in encoding.offsets)
    at = [bisect_left(starts, start) for start in parse.start]
    return ((opening, closing), ids), [*at, len(ids)]


def _cuts(parse: Parse, at: list[int], size: int) -> list[int]:
    """Tokens before which a new window begins, and the number of tokens at the end."""
    cuts: list[int] = []
    first = 0
    ends = [last + 1 for _, last in parse.paragraphs]
    sentences = [last + 1 for _, last in parse.sentences]
    while first < len(parse):
        cut = first
        for bounds in (ends, sentences):
            i = bisect_left(bounds, first + 1)
            while i < len(bounds) and at[bounds[i]] - at[first] <= size:
                cut = bounds[i]
                i += 1
            if cut > first:
                break
        if cut == first:
            cut = first + 1
            while cut < len(parse) and at[cut + 1] - at[first] <= size:
                cut += 1
        cuts.append(cut)
        first = cut
    return cuts
