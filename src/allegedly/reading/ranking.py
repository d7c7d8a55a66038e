"""Log-linear rankers: every candidate has signs, every sign a weight, the largest sum is taken.

The weights are tables of ``vocabulary/``, made by ``training/antecedents.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from allegedly.reading.vocabularies import rows

Signs = dict[str, float]
Choice = tuple[int, Signs]
"""Place of a figure (-1: none of them), and what speaks for it."""


@cache
def weights(table: str) -> Mapping[str, float]:
    """Sign → weight of a ranker, from ``vocabulary/TABLE.tsv``."""
    return MappingProxyType({r["sign"]: float(r["weight"]) for r in rows(table)})


def choose(choices: Sequence[Choice], table: Mapping[str, float]) -> int | None:
    """The place of the best choice, None where it is nobody or there is no choice; the first wins of equals."""
    best, most = -1, None
    for place, signs in choices:
        total = 0.0
        for sign, value in signs.items():
            weight = table.get(sign)
            if weight is not None:
                total += weight * value
        if most is None or total > most:
            best, most = place, total
    return best if best >= 0 else None
