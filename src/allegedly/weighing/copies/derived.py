"""From which other articles an article most likely has what it says: they share rare words, names, numbers and turns of phrase.

The article is the query and the others are ranked by BM25 (Robertson and Zaragoza 2009) over words and pairs of words, names and
numbers counting double. What came out more than a day later is left out. Articles with the very same words take one place, for
nothing tells from which of them the article has it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from allegedly.model import Article
from allegedly.weighing.copies.side import day

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SATURATION = 1.2
"""BM25's k1: how soon a word that recurs counts no more."""
_LENGTH = 0.5
"""BM25's b: how much a long text is held against it."""
_NAME = 2.0
"""Weight of names and numbers."""
_PAIR = 0.5
"""Weight of two words that follow one another in both."""
_SHORT = 3
"""Letters of words that tell nothing, unless they are names."""
_SHOWN = 4
"""Words that the reason names."""


class Source(NamedTuple):
    """An article that another may be derived from."""

    place: int
    """Its place among those that were given; of several with the same words, the earliest one's."""
    also: tuple[int, ...]
    """The places of the others that have the same words, in order."""
    score: float
    """0 to 1: which part of what is particular to the article stands in it."""
    reason: str
    """A sentence."""


class Described:
    """An article's words, with its headline's, made ready to be ranked."""

    def __init__(self, article: Article) -> None:
        self.article = article
        words = [*_WORD.findall(article.title or ""), *_WORD.findall(article.text)]
        folded = [w.casefold() for w in words]
        self.words = " ".join(folded)
        self.counts: Counter[str] = Counter(folded)
        self.counts.update(f"{one} {other}" for one, other in pairwise(folded))
        self.length = len(words)
        # A word that is always written with a capital, or begins with a digit; at the beginning of a sentence all have one.
        small = {w for w in words if w[0].islower()}
        self.names = {w.casefold() for w in words if w[0].isdigit() or (w[0].isupper() and w.casefold() not in small)}

    @cached_property
    def day(self) -> int:
        """The number of its day of publication; -1 where it is not known."""
        return day(self.article.published)


def likely_sources(article: Described, others: Sequence[Described], *, most: int = 5) -> list[Source]:
    """The articles that this one is most likely derived from, the likeliest first.

    Args:
        article: What may be derived from others.
        others: What it may be derived from; rare is what few of them have.
        most: How many are given.
    """
    total = len(others) + 1
    found = Counter(word for other in (article, *others) for word in other.counts if word in article.counts)
    weights = {
        word: math.log(1 + (total - many + 0.5) / (many + 0.5)) * _weight(word, article.names) for word, many in found.items()
    }
    mean = sum(other.length for other in others) / max(len(others), 1)
    whole = _score(article, article, weights, mean)
    ranked: dict[str, tuple[float, list[int]]] = {}
    for place in sorted(range(len(others)), key=lambda at: (others[at].article.published or "9", at)):
        other = others[place]
        if article.day >= 0 and other.day > article.day + 1:
            continue
        if other.words in ranked:
            ranked[other.words][1].append(place)
        elif (score := _score(article, other, weights, mean)) > 0:
            ranked[other.words] = -score, [place]
    return [
        Source(first, tuple(sorted(also)), round(min(1.0, -score / whole), 4), _reason(article, others[first], weights))
        for score, (first, *also) in sorted(ranked.values())[:most]
    ]


def _score(article: Described, other: Described, weights: dict[str, float], mean: float) -> float:
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * other.length / max(mean, 1))
    few, many = sorted((article.counts, other.counts), key=len)
    return math.fsum(
        weights[word] * other.counts[word] * (_SATURATION + 1) / (other.counts[word] + norm) for word in few if word in many
    )


def _reason(article: Described, other: Described, weights: dict[str, float]) -> str:
    telling = (w for w in article.counts if w in other.counts and " " not in w and (w in article.names or len(w) > _SHORT))
    shown = sorted(telling, key=lambda w: (-weights[w], w))[:_SHOWN]
    return f"both have {', '.join(shown)}" if shown else "both have common words alone"


def _weight(word: str, names: set[str]) -> float:
    if " " in word:
        return _NAME if set(word.split()) <= names else _PAIR
    return _NAME if word in names else 1.0
