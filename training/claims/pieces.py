"""The axes along which word pieces in their places differ most: what is kept of the encoder's vectors of them.

Principal components of the vectors of all pieces of some thousand sentences of news.
"""

from __future__ import annotations

import numpy as np

from allegedly.weighing.encoder import pieces_and_vectors
from training.claims.places import PIECES
from training.claims.sentences import sentences

AXES = 64
SENTENCES = 3_000


def make() -> None:
    """Write the mean, and below it the axes, in 16 bits."""
    every = sentences(each=14, every=9)
    vectors = np.concatenate([pieces_and_vectors(one)[1] for one in every[:: max(1, len(every) // SENTENCES)]])
    mean = vectors.mean(0)
    _, axes = np.linalg.eigh(np.cov((vectors - mean).T.astype(np.float64)))
    np.save(PIECES, np.concatenate([mean[None], axes[:, ::-1][:, :AXES].T]).astype(np.float16))
    print(f"axes of pieces: {AXES}, of {len(vectors):,} pieces; written to {PIECES.name}")
