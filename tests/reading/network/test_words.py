"""The word vectors that all networks begin with: one table, a row for each piece that the tokenizer knows."""

from __future__ import annotations

import numpy as np

from allegedly.reading.network.marks import tokenizer
from allegedly.reading.network.words import WIDTH, words_of


def test_a_row_for_each_piece() -> None:
    """The same piece has the same row wherever it stands, and the last that the tokenizer knows has one."""
    size = tokenizer().get_vocab_size()
    rows = words_of([7, size - 1, 7])
    assert (rows.shape, rows.dtype) == ((1, 3, WIDTH), np.uint8)
    assert np.array_equal(rows[0, 0], rows[0, 2])
    assert not np.array_equal(rows[0, 0], rows[0, 1])


def test_no_pieces() -> None:
    """Nothing is no error."""
    assert words_of([]).shape == (1, 0, WIDTH)
