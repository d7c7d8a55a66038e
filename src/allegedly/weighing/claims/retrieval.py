"""Which of many known claims somebody's words repeat: by rare words in common and by the encoder's vectors, weighed together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

import numpy as np

from allegedly.weighing.claims.words import words
from allegedly.weighing.encoder import vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SATURATION, _LENGTH = 1.2, 0.75
"""Of BM25 (Robertson and Zaragoza 2009): how soon a word counts no more, and how much long claims are held back."""
_WORDS = 0.45
"""What the words count beside the vectors, the best claim's words being 1."""
_JOINED = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])")
_LINKS = re.compile(r"(?:https?://|pic\.twitter|www\.)\S+")


class Known:
    """Claims that can be asked for. Each may have several wordings; it is as near as the nearest of these."""

    def __init__(self, wordings: Sequence[Sequence[str]]) -> None:
        """The wordings of each claim."""
        self._claims = len(wordings)
        owners = [claim for claim, own in enumerate(wordings) for _ in own]
        self._owners = np.array(owners, np.int64)
        self._vectors = vectors(text for own in wordings for text in own)
        found = [Counter(_terms(" ".join(own))) for own in wordings]
        lengths = [sum(terms.values()) for terms in found]
        mean = sum(lengths) / max(1, len(lengths)) or 1.0
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for claim, (terms, length) in enumerate(zip(found, lengths, strict=True)):
            for term, times in terms.items():
                worth = times * (_SATURATION + 1) / (times + _SATURATION * (1 - _LENGTH + _LENGTH * length / mean))
                self._holders[term].append((claim, worth))

    def nearest(self, text: str, many: int = 5) -> list[tuple[int, float]]:
        """The likeliest claims, the likeliest first, and how near each is: 1.45 for the claim's own words."""
        near = self._near(vectors([text])[0]) + _WORDS * self._worded(text)
        order = np.lexsort((np.arange(self._claims), -near))[:many]
        return [(int(claim), float(near[claim])) for claim in order]

    def _near(self, vector: NDArray[np.float32]) -> NDArray[np.float64]:
        near = np.full(self._claims, -1.0)
        np.maximum.at(near, self._owners, self._vectors @ vector)
        return near

    def _worded(self, text: str) -> NDArray[np.float64]:
        found = np.zeros(self._claims)
        for term in sorted(set(_terms(text))):
            holders = self._holders.get(term, ())
            idf = log(1 + (self._claims - len(holders) + 0.5) / (len(holders) + 0.5))
            for claim, worth in holders:
                found[claim] += idf * worth
        most = found.max(initial=0.0)
        return found / most if most else found


def _terms(text: str) -> tuple[str, ...]:
    """Stems, those in *#ClimateMarch* and *@FirstLady* one by one, without web addresses."""
    return words(_JOINED.sub(" ", _LINKS.sub(" ", text))).stems
