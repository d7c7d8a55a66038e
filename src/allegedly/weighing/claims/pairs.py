"""What two statements have in common, and what keeps them apart: numbers for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims import meanings
from allegedly.weighing.claims.said import NAME, NUMBER, Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS = (
    "cosine",
    "heads in context",
    "lesser in context",
    "greater in context",
    "static cosine",
    "shared",
    "shared of both",
    "rarest shared",
    "second shared",
    "rarest lacking",
    "names shared",
    "names apart",
    "numbers shared",
    "numbers apart",
    "same head",
    "head cosine",
    "heads met",
    "articles",
    "same article",
    "contrary",
    "shorter",
    "longer",
    "earlier start",
    "later start",
    "narrated",
    "same voice",
    "denied",
    "one negates",
    "fewer statements",
    "more statements",
    "days apart",
    "lesser name lacking",
    "greater name lacking",
    "events",
    *meanings.COLUMNS,
)
"""What :func:`table` says of a pair, in its order."""
ENCODED = 4
"""So many of them, the first, are what the encoder makes of the pair."""

ARTICLE = 512
"""Numbers of an article's vector."""
_AT_ONCE = 20_000
"""Pairs that are compared in one go."""


class Articles(NamedTuple):
    """What :func:`article_vectors` finds."""

    vectors: NDArray[np.float32]
    """Of unit length, one an article: (articles, ARTICLE)."""
    place: NDArray[np.int64]
    """For each statement the row of its article."""
    statements: NDArray[np.int64]
    """For each statement how many of its article there are."""


def table(
    said: Said,
    pairs: NDArray[np.int64],
    cosines: NDArray[np.float32],
    articles: Articles,
    told: NDArray[np.bool_] | None = None,
) -> NDArray[np.float32]:
    """One row for each pair, one number for each of :data:`COLUMNS`.

    Args:
        said: The statements.
        pairs: Their numbers, two in a row.
        cosines: What the encoder makes of each pair: (pairs, ENCODED).
        articles: What their articles speak of.
        told: Of which pairs the meanings of their words are compared; of others nothing is known of these.
    """
    return np.concatenate([np.zeros((0, len(COLUMNS)), np.float32), *tables(said, pairs, cosines, articles, told)])


def tables(
    said: Said,
    pairs: NDArray[np.int64],
    cosines: NDArray[np.float32],
    articles: Articles,
    told: NDArray[np.bool_] | None = None,
) -> Iterator[NDArray[np.float32]]:
    """What :func:`table` gives, some rows after others: all of them at once would fill the memory."""
    masses = _Masses(
        _sums(said, said.idf),
        _sums(said, np.where(said.kind == NAME, said.idf, 0)),
        _sums(said, (said.kind == NUMBER).astype(np.float32)),
    )
    compared = np.zeros(len(pairs), np.bool_) if told is None else told
    meant = meanings.meanings(said, pairs[compared])
    done = 0
    for low in range(0, len(pairs), _AT_ONCE):
        own = slice(low, low + _AT_ONCE)
        of_told = np.full((len(pairs[own]), len(meanings.COLUMNS)), -1, np.float32)
        count = int(compared[own].sum())
        of_told[compared[own]] = meant[done : done + count]
        done += count
        yield np.concatenate([_part(said, pairs[own], cosines[own], articles, masses), of_told], axis=1)


class _Masses(NamedTuple):
    """What each statement's words weigh together."""

    words: NDArray[np.float64]
    names: NDArray[np.float64]
    numbers: NDArray[np.float64]
    """How many there are."""


def _part(
    said: Said, pairs: NDArray[np.int64], cosines: NDArray[np.float32], articles: Articles, masses: _Masses
) -> NDArray[np.float32]:
    a, b = pairs[:, 0], pairs[:, 1]
    n = len(pairs)
    of_a, of_b = _words(said, a), _words(said, b)
    shared, first, second = np.zeros(n), np.zeros(n), np.zeros(n)
    names, numbers = np.zeros(n), np.zeros(n)
    base = np.int64(max(int(said.stems.max()) + 1, 1)) if len(said.stems) else np.int64(1)
    key_a, key_b = of_a[0] * base + said.stems[of_a[1]], of_b[0] * base + said.stems[of_b[1]]
    _, at_a, at_b = np.intersect1d(key_a, key_b, assume_unique=True, return_indices=True)
    pair, word = of_a[0][at_a], of_a[1][at_a]
    idf, kind = said.idf[word], said.kind[word]
    np.add.at(shared, pair, idf)
    np.maximum.at(first, pair, idf)
    rest = idf.copy()
    # The rarest once: what remains below it, or equals it a second time.
    order = np.lexsort((-idf, pair))
    leads = np.ones(len(order), bool)
    leads[1:] = pair[order][1:] != pair[order][:-1]
    rest[order[leads]] = 0
    np.maximum.at(second, pair, rest)
    named = np.maximum(kind, said.kind[of_b[1][at_b]])
    np.add.at(names, pair[named == NAME], idf[named == NAME])
    np.add.at(numbers, pair[named == NUMBER], 1)
    mass, name_mass, number_count = masses
    lacking, name_lacking = _rarest_lacking(said, of_a, at_a, n)
    other, other_name = _rarest_lacking(said, of_b, at_b, n)
    least, most = np.minimum(mass[a], mass[b]), np.maximum(mass[a], mass[b])
    least_names = np.minimum(name_mass[a], name_mass[b])
    both_numbers = (number_count[a] > 0) & (number_count[b] > 0)
    heads = (said.head[a] >= 0) & (said.head[b] >= 0)
    met = np.zeros(n)
    for rows in (a, b):
        met[np.unique(pair[said.stems[word] == said.head[rows[pair]]])] += 1
    return np.stack(
        [
            *cosines.T,
            _cosines(said.vectors, a, b),
            shared / np.maximum(least, 1),
            shared / np.maximum(most, 1),
            first,
            second,
            np.minimum(lacking, other),
            np.where(least_names > 0, names / np.maximum(least_names, 1e-6), -1),
            (least_names > 0) & (names == 0),
            numbers,
            both_numbers & (numbers == 0),
            heads & (said.head[a] == said.head[b]),
            np.where(heads, _cosines(said.head_vectors, a, b), -1),
            met,
            (articles.vectors[articles.place[a]] * articles.vectors[articles.place[b]]).sum(1),
            said.article[a] == said.article[b],
            said.negative[a] != said.negative[b],
            np.log1p(np.minimum(said.length[a], said.length[b])),
            np.log1p(np.maximum(said.length[a], said.length[b])),
            np.minimum(said.start[a], said.start[b]),
            np.maximum(said.start[a], said.start[b]),
            said.narrated[a].astype(np.int8) + said.narrated[b],
            (said.voice[a] == said.voice[b]) & (said.voice[a] > 0),
            said.denied[a].astype(np.int8) + said.denied[b],
            said.negated[a] != said.negated[b],
            np.minimum(articles.statements[a], articles.statements[b]),
            np.maximum(articles.statements[a], articles.statements[b]),
            np.where((said.day[a] > 0) & (said.day[b] > 0), np.log1p(np.abs(said.day[a] - said.day[b])), -1),
            np.minimum(name_lacking, other_name),
            np.maximum(name_lacking, other_name),
            np.full(n, -1),
        ],
        axis=1,
    ).astype(np.float32)


def _rarest_lacking(
    said: Said, words: tuple[NDArray[np.int64], NDArray[np.int64]], shared: NDArray[np.int64], pairs: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What the rarest word weighs that one statement of each pair has alone, and the rarest name."""
    word, name = np.zeros(pairs), np.zeros(pairs)
    only = np.ones(len(words[0]), bool)
    only[shared] = False
    pair, place = words[0][only], words[1][only]
    np.maximum.at(word, pair, said.idf[place])
    named = said.kind[place] == NAME
    np.maximum.at(name, pair[named], said.idf[place[named]])
    return word, name


def _words(said: Said, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each word of the rows' statements: the place of the row among them, and that of the word in ``stems``."""
    start, end = said.bounds[rows], said.bounds[rows + 1]
    many = end - start
    place = np.repeat(np.arange(len(rows)), many)
    first = np.cumsum(many) - many
    return place, np.arange(int(many.sum())) - np.repeat(first, many) + np.repeat(start, many)


def _sums(said: Said, values: NDArray[np.float32]) -> NDArray[np.float64]:
    whole = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    found: NDArray[np.float64] = whole[said.bounds[1:]] - whole[said.bounds[:-1]]
    return found


def _cosines(vectors: NDArray[np.int8], a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float32]:
    one, two = vectors[a].astype(np.float32), vectors[b].astype(np.float32)
    found: NDArray[np.float32] = (one * two).sum(1) / np.maximum(np.linalg.norm(one, axis=1) * np.linalg.norm(two, axis=1), 1e-6)
    return found


def article_vectors(said: Said, hashes: NDArray[np.int64]) -> Articles:
    """What each article's statements together speak of.

    Words weighed by how often and how rarely they stand, hashed into few places with a sign each (Weinberger et al. 2009).

    Args:
        said: The statements.
        hashes: Of the stems, by their number.
    """
    _, place = np.unique(said.article, return_inverse=True)
    articles = int(place.max()) + 1 if len(place) else 0
    owner = np.repeat(place, np.diff(said.bounds)).astype(np.int64)
    base = np.int64(len(hashes) + 1)
    keys, counts = np.unique(owner * base + said.stems, return_counts=True)
    stems = keys % base
    weight = np.zeros(len(hashes), np.float32)
    weight[said.stems] = said.idf
    value = (1 + np.log(counts)) * weight[stems]
    hashed = hashes[stems]
    vectors = np.zeros(articles * ARTICLE, np.float64)
    np.add.at(vectors, keys // base * ARTICLE + hashed % ARTICLE, np.where(hashed // ARTICLE % 2 == 0, value, -value))
    table = vectors.reshape(articles, ARTICLE)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return Articles(table.astype(np.float32), place.astype(np.int64), np.bincount(place, minlength=articles)[place])
