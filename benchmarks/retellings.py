"""Statements of articles that tell of the same, and which of them say the same: stories of ours, and news.

Stories (``benchmarks/origins/dev.jsonl``): what is marked is taken from them, what is read from the reader, and which pairs are
looked at from weighing, all stories in one ledger. A pair of which neither is marked says nothing, and a story's list of
statements is not complete: for each article, side and origin it has one at least.

News: ``judged.tsv`` has pairs out of articles of AllSides (their lines in its file, and the characters of the two statements) of
which a language model judged by reading whether they say the same. They were drawn from what earlier states of the trees had
taken for likely, so they are harder than most. ``judged_held.tsv`` has such to which nothing was fitted.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from allegedly.intake import article_from_text
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.store import writing
from allegedly.reading.reader import read_article
from allegedly.weighing.claims.gathering import encoded
from allegedly.weighing.claims.keeping import write_keys
from allegedly.weighing.claims.matching import held, likely
from allegedly.weighing.claims.paired import Paired, paired
from allegedly.weighing.claims.pairs import COLUMNS, article_vectors, table
from allegedly.weighing.claims.reading import picked, stated
from allegedly.weighing.claims.said import Put, Stems, said
from allegedly.weighing.entities import keeping as entities
from benchmarks.shared import data
from benchmarks.shared import rows as lines
from benchmarks.weigh_origins import article_of, connected, meant, read, stored, stories

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from allegedly.weighing.claims.reading import Stated


_LIKE = 0.7
"""How much of its place a statement has in common with what was judged, at least."""


class Marked(NamedTuple):
    """A statement that carries a claim, as a story has it."""

    story: int
    claim: str
    article: int
    side: str
    statement: int
    """Its row number."""
    place: int | None
    """Its place among the statements that weighing looks at; nothing: it is like no other there."""
    words: str


@dataclass(slots=True)
class Retellings:
    """Statements of stories, and the pairs of them that weighing looks at."""

    which: list[Stated]
    paired: Paired
    story: NDArray[np.int64]
    """Of each statement."""
    claims: list[frozenset[str]]
    """Of each statement the claims that it is marked to carry."""
    marked: list[Marked]
    """Each statement that is marked to carry a claim, for it or against it, whether it is among the others or not."""

    def judged(self) -> NDArray[np.bool_]:
        """Which pairs say something: of one story, two articles, one of them marked, and the other not inside a marked one."""
        a, b = self.paired.pairs.T
        article = np.array([one.article for one in self.which])
        marked = np.array([bool(own) for own in self.claims])
        inside = self._inside()
        able: NDArray[np.bool_] = (self.story[a] == self.story[b]) & (article[a] != article[b]) & (marked[a] | marked[b])
        able &= ~inside[a] & ~inside[b]
        return able

    def same(self) -> NDArray[np.bool_]:
        """Whether both of a pair are marked to carry one claim."""
        return np.array([bool(self.claims[a] & self.claims[b]) for a, b in self.paired.pairs.tolist()], np.bool_)

    def rows(self, which: NDArray[np.bool_]) -> NDArray[np.float32]:
        """What is known in the end of these pairs."""
        return known_of(self.paired.puts, self.paired.pairs[which])

    def _inside(self) -> NDArray[np.bool_]:
        """Statements that are not marked and overlap with one of their article that is."""
        found = np.zeros(len(self.which), np.bool_)
        by_article: dict[int, list[int]] = {}
        for i, one in enumerate(self.which):
            by_article.setdefault(one.article, []).append(i)
        for own in by_article.values():
            for i in own:
                one = self.which[i]
                others = [self.which[k] for k in own if self.claims[k]]
                found[i] = not self.claims[i] and any(o.start < one.end and one.start < o.end for o in others)
        return found


def load() -> Retellings:
    """The stories, read and put in one ledger."""
    every = stories("dev")
    readings = read(every)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "stories.ledger", make=True) as ledger:
        connection = connected(ledger)
        rows = stored(ledger, every, readings)
        entities.bring_up_to_date(connection)
        articles = sorted(rows.values())
        with writing(connection):
            write_keys(connection, articles)
        return _retellings(every, rows, connection, paired(connection, articles))


def _retellings(every: list[Any], rows: dict[tuple[str, str], int], connection: Any, found: Paired) -> Retellings:  # noqa: ANN401
    own = found.statements.tolist()
    which = picked(connection, own)
    place = {statement: i for i, statement in enumerate(own)}
    of_article = {
        row: number for number, story in enumerate(every) for row in (rows[story["id"], a["id"]] for a in story["articles"])
    }
    claims: list[set[str]] = [set() for _ in own]
    marked: dict[tuple[int, str, int], Marked] = {}
    for number, story in enumerate(every):
        texts = {a["id"]: article_of(a).text for a in story["articles"]}
        for claim in story["claims"]:
            for given in claim["statements"]:
                row = rows[story["id"], given["article"]]
                at = texts[given["article"]].index(given["quote"])
                statements = meant(connection, row, at, at + len(given["quote"]))
                for statement in statements:
                    i = place.get(statement)
                    if i is not None:
                        claims[i].add(claim["id"])
                    if given["side"] != "neutral":
                        one = Marked(number, claim["id"], row, given["side"], statement, i, given["quote"])
                        marked.setdefault((number, claim["id"], statement), one)
    story_of = np.array([of_article[one.article] for one in which], np.int64)
    return Retellings(which, found, story_of, [frozenset(c) for c in claims], list(marked.values()))


class News(NamedTuple):
    """Pairs of news that were judged."""

    rows: NDArray[np.float32]
    """What is known of each, as the last judge is told it."""
    same: NDArray[np.bool_]
    """Whether the two say the same."""
    topic: NDArray[np.int64]
    """A number for all pairs whose articles hang together by pairs: what is fitted to one of them has seen the others."""

    def some(self, which: NDArray[np.bool_]) -> News:
        """Those of them."""
        return News(self.rows[which], self.same[which], self.topic[which])


def judged(name: str = "judged.tsv") -> News:
    """The pairs of news in one of the two files."""
    with (Path(__file__).resolve().parent / name).open(encoding="utf-8") as file:
        next(file)
        wanted = [tuple(map(int, line.split("\t"))) for line in file]
    numbers = {number for row in wanted for number in (row[0], row[3])}
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "news.ledger", make=True) as ledger:
        connection = connected(ledger)
        run, ids = Adding(connection, "benchmark"), {}
        for number, row in enumerate(lines(data("bulk/allsides_articles.jsonl.gz"))):
            if number in numbers:
                about = {name: row[name] for name in ("title", "outlet", "url")}
                article = article_from_text(row["text"], published=row["date"], **about)
                run.put(article, read_article(article))
                ids[number] = article.id
        run.flush()
        entities.bring_up_to_date(connection)
        known = dict(connection.execute("SELECT id, article FROM articles").fetchall())
        # In a ledger of any size nearly all statements of an article resemble some other: what it speaks of is told by all.
        every = list(stated(connection, sorted(known[one] for one in ids.values())))
    by_article: dict[int, list[int]] = {}
    for i, one in enumerate(every):
        by_article.setdefault(one.article, []).append(i)
    pairs, same, linked = [], [], []
    for row in wanted:
        articles = [known[ids[number]] for number in (row[0], row[3])]
        ends = [_nearest(every, by_article[a], *span) for a, span in zip(articles, (row[1:3], row[4:6]), strict=True)]
        if None not in ends:
            pairs.append(ends)
            same.append(row[6] == 1)
            linked.append(articles)
    rows = known_of([one.put() for one in every], np.array(pairs, np.int64))
    return News(rows, np.array(same, np.bool_), _topics(linked))


def _topics(linked: list[list[int]]) -> NDArray[np.int64]:
    """For each two articles a number of all that hang together with them."""
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for one, two in linked:
        root[find(two)] = find(one)
    return np.unique([find(one) for one, _ in linked], return_inverse=True)[1]


def known_of(puts: list[Put], pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    """What is known of pairs out of two articles in the end."""
    stems = Stems()
    every = said(puts, stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    seen = encoded([put.text for put in puts], every.heads, pairs)
    rows = table(every, pairs, seen, articles, np.ones(len(pairs), np.bool_))
    rows[:, COLUMNS.index("events")] = held(rows, likely(rows))
    return rows


def _nearest(every: list[Stated], own: list[int], start: int, end: int) -> int | None:
    """The statement of an article that stands most nearly there; none, where the reader no longer finds it."""
    best = max(own, key=lambda i: (_overlap(every[i], start, end), -i), default=None)
    return best if best is not None and _overlap(every[best], start, end) >= _LIKE else None


def _overlap(one: Stated, start: int, end: int) -> float:
    common = min(one.end, end) - max(one.start, start)
    return max(common, 0) / (max(one.end, end) - min(one.start, start))
