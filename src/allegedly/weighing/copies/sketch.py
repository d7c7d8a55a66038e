"""A sketch of a text: a few of its shingles' hashes, chosen so that texts with words in common have hashes in common.

Two choices, both made by the hashes alone, so the same words are chosen wherever they stand:

* the least hash of every window of :data:`WINDOW` shingles (winnowing: Schleimer, Wilkerson and Aiken 2003). Two texts that share
  :data:`SURE` words in a row share such a hash, for certain;
* the :data:`LEAST` least hashes of the whole text (bottom-k: Broder 1997; Thorup 2013), for texts that are alike with many small
  changes. Of two texts whose shingles have Jaccard index J, they miss each other with a probability of about (1 - J) ** LEAST.

With each hash go eight bits of the words before it and eight of those after it. A common passage of SURE words has SHINGLE
words more on one side of the hash at least, so where both differ, all that is shared is a turn of phrase.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from allegedly.weighing.copies.words import SHINGLE, Hashes

WINDOW = 12
SURE = WINDOW + SHINGLE - 1
"""Words in a row that two texts share without fail having a hash in common."""
LEAST = 12

Sketch = NDArray[np.uint64]
"""Ascending: the hash in bits 16 to 47, below it eight bits of the words before and eight of those after."""


def sketch(shingles: Hashes) -> Sketch:
    """The chosen hashes with what stands beside them, each once; empty for a text shorter than a shingle."""
    many = len(shingles)
    if not many:
        return np.zeros(0, np.uint64)
    short = brief(shingles).astype(np.uint64)
    # The place below the hash: of equal hashes the first is chosen, in either text.
    placed = (short << np.uint64(32)) | np.arange(many, dtype=np.uint64)
    least = np.sort(placed)
    least = least[np.unique(least >> np.uint64(32), return_index=True)[1][:LEAST]]
    span, width = 1, placed
    while span < WINDOW and len(width) > 1:
        step = min(span, WINDOW - span, len(width) - 1)
        width = np.minimum(width[:-step], width[step:])
        span += step
    at = np.union1d(least, width) & np.uint64(0xFFFFFFFF)
    low = np.zeros(many + 2 * SHINGLE, np.uint64)
    low[SHINGLE : many + SHINGLE] = shingles & np.uint64(0xFF)
    return np.unique((short[at] << np.uint64(16)) | (low[at] << np.uint64(8)) | low[at + np.uint64(2 * SHINGLE)])


def brief(shingles: Hashes) -> NDArray[np.uint32]:
    """The part of a shingle's hash that a sketch keeps."""
    return (shingles >> np.uint64(32)).astype(np.uint32)


def hashes(kept: Sketch) -> NDArray[np.uint32]:
    """The hashes of a sketch, without what stands beside them."""
    return (kept >> np.uint64(16)).astype(np.uint32)
