"""What is heard in the notes of a claim, read two by two: which passages give a source, and whose word is one.

In a note every word counts: *the boat's owner* is *Tembo* two papers on, *it sank within minutes* is from whoever spoke in the
paragraph before. No rule has them all. A network reads any two of the passages that carry the claim at once (``passages.py``);
two logistic regressions, fitted to stories and news that neither rules nor network were made from (``training/origins``), say
from its odds, and from what rules and trees know, how likely a passage has a source and how likely two are the word of one.
Origins that are likely enough to be one are joined, the likeliest first (average linkage, Sokal and Michener 1958), but none
with one from which the texts tell it apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import combinations, product

from allegedly.weighing.origins import distinct, likeness
from allegedly.weighing.origins.likeness import End, Joint
from allegedly.weighing.origins.passages import Odds, Passage, odds, turned

ONE = 0.45
"""How likely it is, on the average, at least, where groups are one."""
SOURCE, FIRST = 0.85, 0.6
"""How likely a passage has a source, at least, that has one though no rule finds it; and where the claim has no other source."""
MANY = 14
"""More carryings than this in one claim are left as the rules have them: their pairs grow with the square."""
_SURE = 9.2
"""The farthest that log odds of the trees go."""
Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Carrying:
    """Where an article carries a claim, and how far rules lead from there."""

    end: End
    """Where that ends; its node has no name where rules find no source."""
    passage: Passage
    node: int | None
    """The end's number; null where rules find no source."""
    bare: bool
    """Whether rules find no source for its article at all."""
    cited: bool
    """Whether others rest on its article."""
    ways: int
    """How many ways lead from its article."""

    @property
    def row(self) -> int:
        """Its article."""
        return self.end.node.article


class Hearing:
    """One claim's carryings, read two by two.

    Args:
        carryings: Where its articles carry it, at most :data:`MANY`.
        articles: How many articles put it forward.
    """

    def __init__(self, carryings: Sequence[Carrying], articles: int) -> None:
        self.carryings, self.articles = carryings, articles
        # Where an outlet gives no source, it is no end whose name or sort tells anything.
        self._ended = {i for i, own in enumerate(carryings) if own.node is not None and not own.end.node.bare}
        self._odds: dict[tuple[int, int], Odds] = {}

    def heard(self, i: int, j: int) -> Odds:
        """What the network makes of two carryings, worked out when it is first asked for: most of the time goes there."""
        if i > j:
            return turned(self.heard(j, i))
        if (i, j) not in self._odds:
            self._odds[i, j] = odds(self.carryings[i].passage, self.carryings[j].passage)
        return self._odds[i, j]

    def source(self, i: int) -> float:
        """How likely a carrying has a source, 0 to 1."""
        return likely("source", self.signs_of_source(i))

    def joints(self, heard: Sequence[int], groups: Sequence[int]) -> Iterator[Joint]:
        """Which groups of carryings are one, the likeliest first.

        Args:
            heard: The carryings, by their numbers here.
            groups: For each of them the number of the group that it is in so far.
        """
        members: dict[int, list[int]] = {}
        for at, group in zip(heard, groups, strict=True):
            members.setdefault(group, []).append(at)
        sure = {(i, j): self._one(i, j) for a, b in combinations(sorted(members), 2) for i, j in product(members[a], members[b])}
        while len(members) > 1:
            fits = []
            for a, b in combinations(sorted(members), 2):
                each = [sure[i, j] if (i, j) in sure else sure[j, i] for i, j in product(members[a], members[b])]
                fits.append((sum(each) / len(each) if all(each) else 0.0, -a, -b))
            best, less, lesser = max(fits)
            if best < ONE:
                return
            a, b = -less, -lesser
            yield Joint(members[a][0], members[b][0], best)
            members[a] += members.pop(b)

    def _one(self, i: int, j: int) -> float:
        """How likely two carryings are one; what the texts tell apart is two whatever is heard."""
        two = {i, j} <= self._ended and likeness.surely_two(self.carryings[i].end, self.carryings[j].end)
        return 0.0 if two else likely("one", self.signs_of_one(i, j))

    def signs_of_source(self, i: int) -> Signs:
        """What is measured of a carrying: whether rules find a source there, and what the network hears."""
        carrying, others = self.carryings[i], [j for j in range(len(self.carryings)) if j != i]
        bare = [self.heard(i, j).bare for j in others] or [0.0]
        elsewhere = [self.heard(i, j).cites for j in others if self.carryings[j].row != carrying.row] or [-_SURE]
        beside = [j for j in others if self.carryings[j].row == carrying.row and j in self._ended]
        kind = carrying.end.node.kind
        return {
            "has an end": float(i in self._ended),
            "bare article": float(carrying.bare),
            "outlet not known": float(not carrying.end.outlet),
            **{name: float(i in self._ended and kind == name) for name in ("voice", "unnamed", "external")},
            "ways of the article": float(carrying.ways),
            "others rest on it": float(carrying.cited),
            "heard bare": sum(bare) / len(bare),
            "least bare": min(bare),
            "most bare": max(bare),
            "from another": max(elsewhere),
            "one with its article's": max((self.heard(i, j).one for j in beside), default=-5.0),
            "its article's ends": float(len(beside) + (i in self._ended)),
            "voices": float(carrying.end.met.voices),
            "sure": carrying.end.met.sure,
        }

    def signs_of_one(self, i: int, j: int) -> Signs:
        """What is measured of two carryings that rules leave apart."""
        heard, (a, b) = self.heard(i, j), (self.carryings[i].end, self.carryings[j].end)
        both = {i, j} <= self._ended
        kinds = [self.carryings[k].end.node.kind for k in (i, j) if k in self._ended]
        known = likeness.apart(a, b) if both else (False, False, False)
        return {
            "both have ends": float(both),
            "by trees": self._by_trees[min(i, j), max(i, j)] if both else 0.0,
            "surely two": float(known[0]),
            "named apart": float(known[1]),
            "strangers": float(known[2]),
            "heard as one": heard.one,
            "more bare": max(heard.bare, heard.other_bare),
            "less bare": min(heard.bare, heard.other_bare),
            "one article": float(self.carryings[i].row == self.carryings[j].row),
            "one outlet": float(a.outlet == b.outlet),
            "outlets not known": float((not a.outlet) + (not b.outlet)),
            "one statement": float(a.node.statement == b.node.statement),
            "carryings": float(len(self.carryings)),
            "articles": float(self.articles),
            "documents": float(kinds.count("document")),
            "an outlet's bare word": float(a.node.bare or b.node.bare),
            **distinct.signs(a, b),
        }

    @cached_property
    def _by_trees(self) -> Mapping[tuple[int, int], float]:
        """Of each two that have ends the log odds of being one, by the trees of ``likeness.py``."""
        own = sorted(self._ended)
        pairs = list(combinations(range(len(own)), 2))
        if not pairs:
            return {}
        found = likeness.likely(likeness.table([self.carryings[i].end for i in own], pairs)).tolist()
        return {(own[a], own[b]): odds_of(p) for (a, b), p in zip(pairs, found, strict=True)}


def odds_of(likely: float) -> float:
    """The log odds of a probability, none farther from 0 than the trees' go."""
    least = 1 / (1 + math.exp(_SURE))
    kept = min(1 - least, max(least, likely))
    return math.log(kept / (1 - kept))


@cache
def weights() -> dict[str, Signs]:
    """Of each question (*source*, *one*) the weight of each sign, in log odds; that of the empty one is added always."""
    lines = resources.files("allegedly.weighing").joinpath("data", "heard.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, Signs] = {}
    for question, sign, weight in (line.split("\t") for line in lines[1:]):
        found.setdefault(question, {})[sign] = float(weight)
    return found


def likely(question: str, measured: Signs) -> float:
    """The probability, 0 to 1, that these signs give."""
    known = weights()[question]
    total = math.fsum((known[""], *(known[sign] * value for sign, value in measured.items())))
    return 1.0 / (1.0 + math.exp(-max(-700.0, min(700.0, total))))
