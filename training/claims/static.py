"""Static vectors: what the sentence encoder makes of each word piece on average, in fewer numbers.

Each piece's vectors in real sentences are averaged (Bommasani, Davis and Cardie 2020), together with that of the piece alone,
which counts as :data:`ALONE` sentences, so that rare pieces have one too. Their principal components are what is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegedly.reading.network.marks import tokenizer
from allegedly.reading.network.words import WIDTH as WHOLE
from allegedly.weighing.claims.said import WIDTH
from allegedly.weighing.encoder import pieces_and_vectors
from training.claims.places import STATIC
from training.claims.sentences import sentences

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALONE = 3
SENTENCES = 28_000


def make() -> None:
    """Write the vectors, one a piece of the encoder's vocabulary, in 8-bit integers."""
    size = tokenizer().get_vocab_size()
    sums, seen = np.zeros((size, WHOLE)), np.zeros(size)
    every = sentences(each=14, every=9)
    for sentence in every[:: max(1, len(every) // SENTENCES)]:
        pieces, vectors = pieces_and_vectors(sentence)
        np.add.at(sums, pieces, vectors)
        np.add.at(seen, pieces, 1)
    alone = np.stack([pieces_and_vectors([piece])[1][0] for piece in range(size)])
    write(sums, seen, alone)


def write(sums: NDArray[np.float64], seen: NDArray[np.float64], alone: NDArray[np.float32]) -> None:
    """Average, centre, reduce, pack."""
    means = (sums + ALONE * alone) / (seen + ALONE)[:, None]
    weight = np.sqrt(seen + 0.1)
    weight /= weight.sum()
    centred = means - weight @ means
    _, axes = np.linalg.eigh((centred * weight[:, None]).T @ centred)
    kept = centred @ axes[:, ::-1][:, :WIDTH]
    kept /= np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-9)
    np.save(STATIC, np.rint(kept * 127).astype(np.int8))
    print(f"static vectors: {kept.shape}, of {int((seen > 0).sum())} pieces seen in sentences; written to {STATIC.name}")
