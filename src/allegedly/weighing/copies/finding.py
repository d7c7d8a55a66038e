"""Copies among articles: sketches, candidate pairs, and what each pair is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from allegedly.model import Article
from allegedly.model_claims import Copy, Passage
from allegedly.weighing.copies.candidates import Index
from allegedly.weighing.copies.credit import owner
from allegedly.weighing.copies.deciding import Found, decide
from allegedly.weighing.copies.passages import Text
from allegedly.weighing.copies.side import Side, day
from allegedly.weighing.copies.sketch import Sketch, sketch

_KEPT = 5_000_000
"""Words of articles that are kept ready at once; about 400 MB."""


class Pair(NamedTuple):
    """Two articles that share text, by their places in what was given, and what they are to one another."""

    a: int
    b: int
    found: Found


def sketch_of(article: Article) -> Sketch:
    """The article's sketch."""
    return sketch(Text(article.text).shingles)


def find_copies(articles: Sequence[Article]) -> list[Copy]:
    """Which of these articles share text, and what they are to one another.

    Of two, ``a`` is the one that was published first, where that is known. The order of the articles makes no difference.
    """
    found = []
    for a, b, it in pairs_of(articles):
        one, other = articles[a].id, articles[b].id
        passages = tuple(Passage(a=here, b=there) for here, there in it.passages)
        original = None if it.original is None else one if it.original == "a" else other
        found.append(
            Copy(
                a=one,
                b=other,
                kind=it.kind,
                original=original,
                jaccard=it.jaccard,
                containment=it.containment,
                passages=passages,
                confidence=it.confidence,
                reason=it.reason,
            )
        )
    return found


def pairs_of(articles: Sequence[Article]) -> list[Pair]:
    """The same by the articles' places in what was given."""
    order = sorted(range(len(articles)), key=lambda i: (day(articles[i].published), articles[i].id, i))
    ordered = [articles[i] for i in order]
    index = index_of([sketch_of(a) for a in ordered], [a.outlet for a in ordered], [day(a.published) for a in ordered])
    pairs = compare(index, index.pairs().tolist(), ordered.__getitem__)
    return [Pair(order[a], order[b], found) for a, b, found in pairs]


def index_of(
    sketches: Sequence[Sketch], outlets: Sequence[str | None], days: Sequence[int], new: Sequence[bool] | None = None
) -> Index:
    """The index of articles with these outlets and days, the oldest first."""
    owners: dict[str, int] = {}
    numbers = [-1 if name is None else owners.setdefault(name, len(owners)) for name in map(owner, outlets)]
    return Index(sketches, numbers, days, new)


def compare(index: Index, pairs: Iterable[tuple[int, int]], article: Callable[[int], Article]) -> Iterator[Pair]:
    """What each of these candidates is; those that share nothing that counts are left out.

    Args:
        index: Of all articles.
        pairs: By their places in the index.
        article: Gives the article of a place.
    """
    sides: OrderedDict[int, Side] = OrderedDict()
    kept = 0

    def side(number: int) -> Side:
        nonlocal kept
        if number in sides:
            sides.move_to_end(number)
            return sides[number]
        made = sides[number] = Side(article(number))
        kept += len(made.words.hashes)
        while kept > _KEPT and len(sides) > 2:
            kept -= len(sides.popitem(last=False)[1].words.hashes)
        return made

    for a, b in pairs:
        found = decide(side(a), side(b), partial(index.hashed, a, b))
        if found is not None:
            yield Pair(a, b, found)
