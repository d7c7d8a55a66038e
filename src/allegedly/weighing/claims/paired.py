"""Whom new statements are compared with, and all that is worked out of both before anybody judges them.

It rests on the articles' own words and names; of who is who across articles only voices do, which are looked up anew at the end.
So another process can work it out ahead while this one still sees who is who.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.candidates import candidates, key, packed, unpacked
from allegedly.weighing.claims.gathering import Looked, looked
from allegedly.weighing.claims.reading import Stated, picked, says_enough, stated, voiced
from allegedly.weighing.claims.said import Put, numbered
from allegedly.weighing.claims.stories import alike, beside
from allegedly.weighing.claims.words import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 20_000
"""Statements that are taken out of the ledger in one go."""
AtHand = dict[int, Stated] | None
"""Statements that have been read, by their row numbers; none: they are not kept."""
Keys = list[tuple[int, bytes]]
"""Of an article's statements that others could repeat: their row numbers and keys."""


State = tuple[int, int]
"""The last review and the last reading of a ledger: others came in since where they are not the same any more."""


class Paired(NamedTuple):
    """Statements that could say the same."""

    statements: NDArray[np.int64]
    """Their row numbers."""
    puts: list[Put]
    """What each of them says."""
    pairs: NDArray[np.int64]
    """By their places among these, two in a row."""
    told: NDArray[np.bool_]
    """Of each pair, whether it stands in articles that tell of the same."""
    looked: Looked | None = None
    """What is known of the statements, where it is worked out."""


class _Could(NamedTuple):
    """Which statements could say the same, as in :class:`Paired`."""

    statements: NDArray[np.int64]
    pairs: NDArray[np.int64]
    told: NDArray[np.bool_]


class Ahead(NamedTuple):
    """All of it for a few new articles, before anything is written down."""

    state: State
    every: dict[int, list[Stated]]
    """The statements of each of these articles."""
    keys: dict[int, Keys]
    """Of each of them."""
    others: list[Stated]
    """Statements of other articles with which these are compared."""
    could: _Could
    looked: Looked
    """What is known of those that could say the same, but for whose voices they are."""

    def voiced(self, connection: sqlite3.Connection) -> Ahead:
        """The same with the voices that the statements have by now."""
        own = {article: list(voiced(connection, every)) for article, every in self.every.items()}
        return self._replace(every=own, others=list(voiced(connection, self.others)))

    def paired(self) -> Paired:
        """The statements side by side."""
        statements, pairs, told = self.could
        read = {one.statement: one for every in (*self.every.values(), self.others) for one in every}
        puts = [read[statement].put() for statement in statements.tolist()]
        said = replace(self.looked.said, voice=numbered(puts))
        return Paired(statements, puts, pairs, told, self.looked._replace(said=said))


def ahead_in(path: str, articles: Sequence[int]) -> Ahead:
    """Work all of it out for these articles of a ledger, of which nothing is written down yet, and write nothing: in a helper."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN")  # all as it is at one moment, whoever writes meanwhile
        return ahead_of(connection, articles)


def ahead_of(connection: sqlite3.Connection, articles: Sequence[int]) -> Ahead:
    """What :func:`ahead_in` gives, of an open ledger."""
    every = {article: list(stated(connection, [article], least=0)) for article in articles}
    keys = {article: keys_of(own) for article, own in every.items()}
    rows = [row for row in _kept(connection) if row[2] not in keys]
    for article, own in keys.items():
        when, name = connection.execute(
            "SELECT coalesce(published, ''), id FROM articles WHERE article = ?", (article,)
        ).fetchone()
        if own:
            rows.append((when, name, article, packed(own)))
    could = _could(connection, rows, articles)
    read = {one.statement: one for own in every.values() for one in own}
    new = set(read)
    puts = [one.put() for one in picked(connection, could.statements.tolist(), read)]
    return Ahead(
        state_of(connection), every, keys, [one for statement, one in read.items() if statement not in new], could, looked(puts)
    )


def state_of(connection: sqlite3.Connection) -> State:
    """By which it shows whether something was read or reviewed since."""
    reviews, readings = connection.execute(
        "SELECT (SELECT coalesce(max(review), 0) FROM reviews), (SELECT coalesce(max(reading), 0) FROM readings)"
    ).fetchone()
    return reviews, readings


def keys_of(every: Iterable[Stated]) -> Keys:
    """Of those of an article's statements that others could repeat."""
    return [(one.statement, key({*words(one.text).stems, *one.names})) for one in every if says_enough(one)]


def paired(connection: sqlite3.Connection, articles: Sequence[int], at_hand: AtHand = None) -> Paired:
    """Those of which one is of these articles, the keys of all having been written down.

    Args:
        connection: The ledger.
        articles: The articles.
        at_hand: For :func:`picked`.
    """
    own, pairs, told = _could(connection, _kept(connection), articles)
    some = (own[at : at + _AT_ONCE].tolist() for at in range(0, len(own), _AT_ONCE))
    puts = [one.put() for statements in some for one in picked(connection, statements, at_hand)]
    return Paired(own, puts, pairs, told)


class _Keys(NamedTuple):
    """Of all statements, in the order of their articles' days."""

    ids: NDArray[np.int64]
    """Their row numbers."""
    keys: NDArray[np.uint32]
    article: NDArray[np.int64]
    day: NDArray[np.int64]
    """On which the article was published, as an ordinal; 0: nobody knows."""


_Row = tuple[str, str, int, bytes]
"""An article's day, id and row, and the keys of its statements."""


def _kept(connection: sqlite3.Connection) -> list[_Row]:
    return connection.execute(
        "SELECT coalesce(published, ''), id, article, keys FROM statement_keys JOIN articles USING (article) WHERE newer IS NULL"
    ).fetchall()


def _keys(rows: list[_Row]) -> _Keys:
    # Put in order here: in the order of days they would be read from all over the file.
    rows.sort()
    ids, keys, many = unpacked([own for *_, own in rows])
    days = [date.fromisoformat(day[:10]).toordinal() if day else 0 for day, *_ in rows]
    article, day = (np.repeat(np.array(each, np.int64), many) for each in ([row for _, _, row, _ in rows], days))
    return _Keys(ids, keys, article, day)


def _could(connection: sqlite3.Connection, rows: list[_Row], articles: Sequence[int]) -> _Could:
    every = _keys(rows)
    pairs, told = _candidates(connection, every, np.isin(every.article, np.array(articles, np.int64)))
    needed = np.zeros(len(every.ids), np.bool_)
    needed[pairs] = True
    return _Could(every.ids[needed], (np.cumsum(needed) - 1)[pairs], told)


def _candidates(
    connection: sqlite3.Connection, every: _Keys, new: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Pairs that share rare words, and those of articles that tell of the same; for each pair whether it is one of the latter."""
    ids, keys, article, day = every

    def starts(own: NDArray[np.int64]) -> NDArray[np.int64]:
        (whole,) = np.unique(article[own]).tolist()
        known = dict(connection.execute("SELECT statement, start FROM statements WHERE article = ?", (whole,)))
        return np.array([known[one] for one in ids[own].tolist()], np.int64)

    near = alike(keys, article, day, new)
    some, others = candidates(keys, new), beside(keys, article, near, starts, new)
    # As one number each: NumPy sorts such many times as fast as rows of two.
    of = max(len(ids), 1)
    one, two = (pairs[:, 0] * of + pairs[:, 1] for pairs in (some, others))
    both = np.unique(np.concatenate([one, two]))
    told = np.zeros(len(both), np.bool_)
    told[np.searchsorted(both, two)] = True
    return np.stack([both // of, both % of], axis=1), told
