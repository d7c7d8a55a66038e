"""From candidates to claims: pairs are compared twice, first by their words, then, where that is promising, by the encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.clusters import LEAST, gathered
from allegedly.weighing.claims.matching import held, likely, plausible, retold
from allegedly.weighing.claims.pairs import article_vectors, table
from allegedly.weighing.claims.rivals import rivals
from allegedly.weighing.claims.said import Put, Stems, head_span, said
from allegedly.weighing.encoder import WIDTH, around

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLAUSIBLE, PLAIN = 0.5, 0.9
"""Between what likelihoods, by its words alone, a pair is put before the encoder: others are not the same, or plainly so."""
_NEAREST = 8
"""So many of a statement's likeliest candidates are looked at."""
FAINT = 0.05
"""How likely two say the same, at least, for it to count in their groups."""
_AT_ONCE = 20_000
"""Pairs whose vectors are in memory at once."""


class Gathered(NamedTuple):
    """What :func:`gather` makes."""

    groups: list[list[int]]
    """Of two members and more: numbers of statements, in order."""
    central: dict[int, float]
    """For each statement in a group, how likely it says the same as the others of its group, on average."""


def compare(
    puts: Sequence[Put],
    pairs: NDArray[np.int64],
    told: NDArray[np.bool_],
    *,
    retelling: Callable[[NDArray[np.float32]], NDArray[np.float64]] = retold,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The promising pairs and how likely each says the same.

    Args:
        puts: The statements.
        pairs: Candidates, by the statements' numbers, two in a row.
        told: Which of them stand in articles that tell of the same: what these have in other words counts there.
        retelling: What judges these.
        progress: Told how many statements of how many the encoder has done.
    """
    stems = Stems()
    every = said(puts, stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    nothing = np.full((len(pairs), 2), -1.0, np.float32)
    first = table(every, pairs, nothing, articles, told)
    sure, again = plausible(first), np.zeros(len(pairs))
    again[told] = retelling(first[told])
    kept = _nearest(pairs, np.maximum(sure, again))
    pairs, first, sure, again = pairs[kept], first[kept], sure[kept], again[kept]
    open_ = (sure >= PLAUSIBLE) & (sure < PLAIN) & (again < LEAST)
    seen = first[open_]
    seen[:, :2] = encoded(puts, pairs[open_], progress=progress)
    sure[open_] = likely(seen)
    first[open_] = seen
    sure[~open_ & (sure < PLAIN)] = 0
    sure = np.maximum(held(first, sure), again)
    for i in np.nonzero(sure >= FAINT)[0].tolist():
        a, b = pairs[i]
        if rivals(puts[a].text, puts[b].text):
            sure[i] = 0
    return pairs, sure


def encoded(
    puts: Sequence[Put], pairs: NDArray[np.int64], *, progress: Callable[[int, int], None] | None = None
) -> NDArray[np.float32]:
    """What the encoder makes of pairs: the cosines of the statements and of their heads in them, for each pair."""
    needed, local = np.unique(pairs, return_inverse=True)
    sentence = np.zeros((len(needed), WIDTH), np.float16)
    head = np.zeros((len(needed), WIDTH), np.float16)
    own = [puts[i] for i in needed.tolist()]
    # Those of the same words one after the other: a quarter of them are, and the encoder sees to these once.
    for done, at in enumerate(sorted(range(len(own)), key=lambda at: own[at].text)):
        sentence[at], head[at] = around(own[at].text, head_span(own[at]))
        if progress:
            progress(done + 1, len(needed))
    inner = local.reshape(-1, 2)
    return np.stack([_cosines(sentence, inner), _cosines(head, inner)], axis=1)


def _cosines(vectors: NDArray[np.float16], pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    found = np.zeros(len(pairs), np.float32)
    for low in range(0, len(pairs), _AT_ONCE):
        a, b = pairs[low : low + _AT_ONCE, 0], pairs[low : low + _AT_ONCE, 1]
        found[low : low + _AT_ONCE] = (vectors[a].astype(np.float32) * vectors[b].astype(np.float32)).sum(1)
    return found


def _nearest(pairs: NDArray[np.int64], sure: NDArray[np.float64]) -> NDArray[np.int64]:
    """Which pairs are plausible, and of either statement's likeliest."""
    at = np.nonzero(sure >= PLAUSIBLE)[0]
    wanted = np.zeros(len(pairs), bool)
    for side in (0, 1):
        order = at[np.lexsort((at, -sure[at], pairs[at, side]))]
        owner = pairs[order, side]
        first = np.searchsorted(owner, owner, side="left")
        wanted[order[np.arange(len(order)) - first < _NEAREST]] = True
    return np.nonzero(wanted)[0]


def group(
    members: int, pairs: NDArray[np.int64], sure: NDArray[np.float64], apart: Callable[[int, int], bool] | None = None
) -> Gathered:
    """Statements in groups, by the pairs' likelihood and by what keeps two apart."""
    root = list(range(members))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    rows = [(a, b, p) for (a, b), p in zip(pairs.tolist(), sure.tolist(), strict=True) if p >= FAINT]
    for a, b, _ in rows:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    parts: dict[int, list[tuple[int, int, float]]] = {}
    for row in rows:
        parts.setdefault(find(row[0]), []).append(row)
    groups: list[list[int]] = []
    central: dict[int, float] = {}
    for part in parts.values():
        own = sorted({i for a, b, _ in part for i in (a, b)})
        place = {i: k for k, i in enumerate(own)}
        inner = [(place[a], place[b], p) for a, b, p in part]
        never = [(place[a], place[b]) for a, b, _ in part if apart and apart(a, b)]
        near: dict[tuple[int, int], float] = {(a, b): p for a, b, p in inner}
        for found in gathered(len(own), inner, never):
            if len(found) < 2:
                continue
            groups.append([own[k] for k in found])
            for k in found:
                total = sum(near.get((min(k, m), max(k, m)), 0.0) for m in found if m != k)
                central[own[k]] = total / (len(found) - 1)
    return Gathered(sorted(groups), central)
