"""How sure the reader is of an attribution: the signs of a candidate, weighed.

The weights are those of a logistic regression over :mod:`allegedly.reading.signs`, fitted by ``training/attribution`` to
the training part of PolNeAR (Newell et al. 2018), so that of the candidates at 0.8 about 80 % are right: source and
content both as a trained annotator has them. A sign that the fit has not seen weighs nothing.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources


@cache
def weights() -> dict[str, float]:
    """Weight of each sign, in log odds."""
    lines = resources.files("allegedly.reading").joinpath("data", "weights.tsv").read_text(encoding="utf-8").splitlines()
    return {sign: float(weight) for sign, weight in (line.split("\t") for line in lines[1:])}


def confidence(signs: list[str]) -> float:
    """Probability, 0 to 1, that a candidate with these signs is an attribution. Rounded to four places."""
    known = weights()
    # Sorted, so that the sum of floating-point numbers does not depend on the order in which signs were found.
    total = math.fsum(known.get(sign, 0.0) for sign in set(signs))
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)
