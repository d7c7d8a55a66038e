"""From candidates to claims: pairs are compared twice, first by their words, then, where that is promising, by the encoder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.reading.network.words import WIDTH
from allegedly.weighing.claims.alignment import Pieces, aligned, pieces
from allegedly.weighing.claims.clusters import gathered
from allegedly.weighing.claims.figures import taken_anew
from allegedly.weighing.claims.matching import JUDGES, Judges, held, plainly, repeated
from allegedly.weighing.claims.meanings import COLUMNS as MEANT
from allegedly.weighing.claims.meanings import meanings
from allegedly.weighing.claims.pairs import COLUMNS, ENCODED, Articles, article_vectors, tables
from allegedly.weighing.claims.rivals import rivals
from allegedly.weighing.claims.said import Put, Said, Stems, said
from allegedly.weighing.encoder import around

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLAUSIBLE, PLAIN = 0.5, 0.9
"""Between what likelihoods, by its words alone, a pair of one article is put before the encoder: others are not the same, or
plainly so."""
_OPEN = 0.35
"""How likely a pair of two articles must be by its words to be put before it."""
_SAME_ARTICLE, _EVENTS = COLUMNS.index("same article"), COLUMNS.index("events")
_NEAREST = 12
"""So many of a statement's likeliest candidates are looked at."""
FAINT = 0.05
"""How likely two say the same, at least, for it to count in their groups."""
_THREADS, _BLOCK = 2, 16
"""Of the encoder, and how many statements one of these takes at a time."""
_AT_ONCE = 20_000
"""Pairs whose vectors are in memory at once."""


class Gathered(NamedTuple):
    """What :func:`gather` makes."""

    groups: list[list[int]]
    """Of two members and more: numbers of statements, in order."""
    central: dict[int, float]
    """For each statement in a group, how likely it says the same as the others of its group, on average."""


class Looked(NamedTuple):
    """What is known of statements by themselves."""

    said: Said
    articles: Articles


def looked(puts: Sequence[Put]) -> Looked:
    """Look at statements by themselves: most of what :func:`compare` does before it compares."""
    stems = Stems()
    every = said(puts, stems)
    return Looked(every, article_vectors(every, np.array(stems.hash, np.int64)))


def compare(
    puts: Sequence[Put],
    pairs: NDArray[np.int64],
    told: NDArray[np.bool_],
    known: Looked | None = None,
    *,
    judges: Judges = JUDGES,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The promising pairs and how likely each says the same.

    Args:
        puts: The statements.
        pairs: Candidates, by the statements' numbers, two in a row.
        told: Which of them stand in articles that tell of the same: what these have in other words counts there.
        known: What :func:`looked` gives of the statements, where it is at hand.
        judges: Who judges them.
        progress: Told how many statements of how many the encoder has done.
    """
    every, articles = known or looked(puts)
    pairs, rows, sure = _promising(every, pairs, articles, told, judges)
    # Before the encoder sees to any: captions that differ in a number would be most of what it is asked.
    alone = np.array([set_apart(puts[a].text, puts[b].text) for a, b in pairs.tolist()], np.bool_)
    pairs, rows, sure = pairs[~alone], rows[~alone], sure[~alone]
    within = rows[:, _SAME_ARTICLE] > 0
    asked = ~within | (sure < PLAIN)
    rows[asked, :ENCODED] = encoded([put.text for put in puts], every.heads, pairs[asked], progress=progress)
    sure[asked] = judges.likely(rows[asked])
    rows[:, _EVENTS] = sure = held(rows, sure)
    sure[~within] = judges.last(rows[~within])
    return pairs, sure


def set_apart(text: str, other: str) -> bool:
    """Whether the words of two statements show that they are of two matters: of namesakes, of two polls."""
    return rivals(text, other) or taken_anew(text, other)


def _promising(
    every: Said,
    pairs: NDArray[np.int64],
    articles: Articles,
    told: NDArray[np.bool_],
    judges: Judges,
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]:
    """Pairs that may say the same by their words; of each what is known, and how likely it is."""
    unknown = np.broadcast_to(np.float32(-1), (len(pairs), ENCODED))
    rows, sure = [np.zeros((0, len(COLUMNS)), np.float32)], [np.zeros(0)]
    able = np.zeros(len(pairs), np.bool_)
    done = 0
    for some in tables(every, pairs, unknown, articles, told):
        own = slice(done, done + len(some))
        done += len(some)
        within = some[:, _SAME_ARTICLE] > 0
        # Of articles that tell of the same the trees that come next judge at once.
        judged = np.zeros(len(some))
        judged[~told[own]] = judges.plausible(some[~told[own]])
        far = ~told[own] & ~within & (judged >= PLAUSIBLE)
        again = ~told[own] & ~far & repeated(some, judged)
        some[far | again, -len(MEANT) :] = meanings(every, pairs[own][far | again])
        two = told[own] | far | again
        elsewhere = np.zeros(len(some))
        elsewhere[two] = judges.first(some[two])
        elsewhere[again] = plainly(elsewhere[again])
        able[own] = np.where(within, judged >= PLAUSIBLE, elsewhere >= _OPEN)
        rows.append(some[able[own]])
        sure.append(np.where(within, judged, elsewhere)[able[own]])
    pairs, found, judged = pairs[able], np.concatenate(rows), np.concatenate(sure)
    kept = _nearest(pairs, judged)
    return pairs[kept], found[kept], judged[kept]


def encoded(
    texts: Sequence[str],
    heads: NDArray[np.int64],
    pairs: NDArray[np.int64],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> NDArray[np.float32]:
    """What the encoder makes of pairs, (pairs, ENCODED): the cosines of the statements and of their heads, and how they align.

    Args:
        texts: What is said.
        heads: Where in it stands the word that says what happens, as in :class:`allegedly.weighing.claims.said.Said`.
        pairs: Of these, two in a row.
        progress: Told how many statements of how many are done.
    """
    found = np.ones((len(pairs), ENCODED), np.float32)
    # What stands in the same words says the same: nearly half of the pairs of news, and the encoder need not be asked.
    differ = np.array([texts[a] != texts[b] or (heads[a] != heads[b]).any() for a, b in pairs.tolist()], np.bool_)
    needed, local = np.unique(pairs[differ], return_inverse=True)
    sentence = np.zeros((len(needed), WIDTH), np.float16)
    head = np.zeros((len(needed), WIDTH), np.float16)
    spelled = [Pieces(np.zeros((0, 0), np.int8), np.zeros(0, np.float32))] * len(needed)
    own = needed.tolist()
    # Those of the same words one after the other: a quarter of them are, and the encoder sees to these once.
    order = sorted(range(len(own)), key=lambda at: texts[own[at]])

    def encode(some: Sequence[int]) -> int:
        for at in some:
            start, end = heads[own[at]].tolist()
            sentence[at], head[at] = around(texts[own[at]], None if start < 0 else (start, end))
            spelled[at] = pieces(texts[own[at]])
        return len(some)

    # The first by itself: it loads the encoder, which two threads at once would load twice.
    done = encode(order[:1])
    # The encoder works on one processor; beside it there is room for another that works on other statements.
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), thread_name_prefix="encoding") as pool:
        try:
            for many in pool.map(encode, [order[i : i + _BLOCK] for i in range(1, len(order), _BLOCK)]):
                done += many
                if progress:
                    progress(done, len(needed))
        except BaseException:
            pool.shutdown(cancel_futures=True)  # whoever stops it does not wait for the rest
            raise
    inner = local.reshape(-1, 2)
    near = np.array([aligned(spelled[a], spelled[b]) for a, b in inner.tolist()], np.float32).reshape(-1, 2)
    found[differ] = np.concatenate([_cosines(sentence, inner)[:, None], _cosines(head, inner)[:, None], near], axis=1)
    return found


def _cosines(vectors: NDArray[np.float16], pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    found = np.zeros(len(pairs), np.float32)
    for low in range(0, len(pairs), _AT_ONCE):
        a, b = pairs[low : low + _AT_ONCE, 0], pairs[low : low + _AT_ONCE, 1]
        found[low : low + _AT_ONCE] = (vectors[a].astype(np.float32) * vectors[b].astype(np.float32)).sum(1)
    return found


def _nearest(pairs: NDArray[np.int64], sure: NDArray[np.float64]) -> NDArray[np.int64]:
    """Which pairs are of either statement's likeliest."""
    wanted = np.zeros(len(pairs), bool)
    for side in (0, 1):
        order = np.lexsort((np.arange(len(pairs)), -sure, pairs[:, side]))
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
        of: dict[int, int] = {}
        total: dict[int, float] = {}
        for found in gathered(len(own), inner, never):
            if len(found) < 2:
                continue
            of.update(dict.fromkeys(found, len(groups)))
            groups.append([own[k] for k in found])
            total.update(dict.fromkeys(found, 0.0))
        for (a, b), p in near.items():
            if a in of and of[a] == of.get(b):
                total[a] += p
                total[b] += p
        central |= {own[k]: whole / (len(groups[of[k]]) - 1) for k, whole in total.items()}
    return Gathered(sorted(groups), central)
