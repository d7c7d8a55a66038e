"""What an article has to do with a claim: whether it is about it at all, and if so, for it, against it or passing it on.

Looked at are the article's sentences, not a reading of it: how near they are to the claim (the encoder's vectors, words in
common), and the words near to it that reject, doubt, pass on or confirm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.said import weight
from allegedly.weighing.claims.words import Words, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

USES = ("rejects", "doubts", "reports", "confirms")
COLUMNS = (
    "lead cosine", "best cosine", "second cosine", "third cosine", "mean of five",
    "shared best", "shared lead", "shared whole", "rarest shared", "rarest lacking", "names shared",
    "numbers shared", "numbers apart", "claim negated", "best negated", "negations differ", "claim asks", "lead asks",
    *(f"claim {use}" for use in USES), *(f"lead {use}" for use in USES), *(f"best {use}" for use in USES),
    *(f"whole {use}" for use in USES), "sentences",
)  # fmt: skip
"""What :func:`row` says, in its order."""
RELATED = 0.4
"""How likely an article is about a claim, for it to be taken so."""
LEAD = 3
"""Sentences of an article that are its beginning."""
_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


@cache
def _uses() -> dict[str, int]:
    return {line["word"]: USES.index(line["use"]) for line in rows("standpoints", "weighing")}


def _counted(text: str) -> NDArray[np.float32]:
    found = np.zeros(len(USES), np.float32)
    uses = _uses()
    for word in _WORD.findall(text.lower().replace("’", "'")):
        if word in uses:
            found[uses[word]] += 1
    return found


def row(claim: str, vector: NDArray[np.float32], sentences: Sequence[str], near: NDArray[np.float32]) -> list[float]:
    """One number for each of :data:`COLUMNS`.

    Args:
        claim: The claim, or a headline that makes one.
        vector: Its vector.
        sentences: The article's, in order; at least one.
        near: Their vectors.
    """
    cosines = near @ vector
    order = np.argsort(-cosines, kind="stable")
    top = [float(cosines[i]) for i in order[:5]]
    best = [sentences[i] for i in order[:LEAD]]
    own = words(claim)
    every = [words(sentence) for sentence in sentences]
    mine = set(own.stems)
    theirs = {one for found in every for one in found.stems}
    first = every[int(order[0])]
    lacking, common = mine - theirs, mine & theirs
    numbers = {one for found in every for one in found.numbers}
    names = {one for one in own.stems if one in own.names}
    counts = np.array([_counted(sentence) for sentence in sentences])
    beginning = sentences[:LEAD]
    return [
        float(cosines[:LEAD].max()), top[0], top[min(1, len(top) - 1)], top[min(2, len(top) - 1)], float(np.mean(top)),
        max(_share(mine, found) for found in every), max(_share(mine, found) for found in every[:LEAD]), _part(mine, theirs),
        max((weight(one) for one in common), default=0.0), max((weight(one) for one in lacking), default=0.0),
        len(names & theirs) / max(1, len(names)),
        float(len(own.numbers & numbers)), float(bool(own.numbers and numbers and not own.numbers & numbers)),
        float(own.negations), float(first.negations), float(own.negations % 2 != first.negations % 2),
        float("?" in claim), float(any("?" in sentence for sentence in beginning)),
        *map(float, _counted(claim)), *map(float, counts[:LEAD].sum(0)),
        *map(float, sum((_counted(sentence) for sentence in best), np.zeros(len(USES), np.float32))),
        *map(float, counts.mean(0)), float(len(sentences)),
    ]  # fmt: skip


def headline_row(claim: str, vector: NDArray[np.float32], headline: str, near: NDArray[np.float32]) -> list[float]:
    """What a headline alone shows of a claim: few numbers, for there is little to learn from.

    Args:
        claim: The claim.
        vector: Its vector.
        headline: The headline.
        near: Its vector.
    """
    own, theirs = words(claim), words(headline)
    mine, said = set(own.stems), set(theirs.stems)
    rejects, doubts, reports, confirms = (float(number) for number in _counted(headline))
    turned = float(own.negations % 2 != theirs.negations % 2)
    asks = float("?" in headline)
    against, open_ = rejects + turned, reports + doubts + asks
    numbers = own.numbers & theirs.numbers
    return [
        against, float(against > 0), open_, float(open_ > 0),
        rejects, doubts, reports, confirms, asks, float(theirs.negations > 0),
        float(vector @ near), _part(mine, said), _part(said, mine),
        float(len(numbers)), float(bool(own.numbers and theirs.numbers and not numbers)),
        float(len(own.stems)), float(len(theirs.stems)),
        float(_counted(claim)[USES.index("reports")] > 0), float(" will " in claim), float(":" in headline),
    ]  # fmt: skip


def _share(mine: set[str], found: Words) -> float:
    return _part(mine, set(found.stems))


def _part(mine: set[str], theirs: set[str]) -> float:
    whole = sum(map(weight, sorted(mine)))
    return sum(map(weight, sorted(mine & theirs))) / whole if whole else 0.0
