"""How likely two ends of a claim are two: called otherwise is not yet another.

In a report dozens of people speak, under names, offices and bodies by turns, and each sentence has somebody near it who might be
taken for its speaker. So where rules leave two origins of what two reports say, readers of the reports find two in one claim of
five, and of two short notes in one of three. A logistic regression over few signs, fitted to what they found
(``training/origins``), says how likely two are; what is less likely than :data:`TWO` is counted once (average linkage, Sokal and
Michener 1958), and the reason says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations, product
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from allegedly.ledger.names import folded
from allegedly.weighing.encoder import vectors
from allegedly.weighing.origins.likeness import End, Joint, surely_two, telling
from allegedly.weighing.origins.namesakes import words_of
from allegedly.weighing.origins.parts import FOR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TWO = 0.4
"""How likely it is, on the average, at least, where groups stay two that are met in long reports alone."""
TWO_OF_NOTES = 0.1
"""The same where one is met in a note, which tells of one matter and mostly says who says so."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_LONG = 3
"""Letters of a name's word that is looked for."""
_BEGINNING = 300
"""Characters of a statement or a sentence that are compared."""
_MANY = 60
"""More ends than this in one claim are left as the rules have them."""


def joints(ends: Sequence[End], groups: Sequence[int]) -> Iterator[Joint]:
    """Which groups of ends for a claim are not shown to be two, the least likely first.

    Args:
        ends: The ends.
        groups: For each the number of the group that it is in so far.
    """
    members: dict[int, list[int]] = {}
    for i, group in enumerate(groups):
        if ends[i].side == FOR:
            members.setdefault(group, []).append(i)
    if sum(map(len, members.values())) > _MANY:
        return
    sure = {
        (i, j): 1.0 if _two_in_a_note(ends[i], ends[j]) else likely(signs(ends[i], ends[j]))
        for a, b in combinations(sorted(members), 2)
        for i, j in product(members[a], members[b])
    }
    while len(members) > 1:
        fits = []
        for a, b in combinations(sorted(members), 2):
            mean = _mean(sure, members[a], members[b])
            least = TWO if all(ends[i].met.report for i in (*members[a], *members[b])) else TWO_OF_NOTES
            fits.append((mean - least, mean, a, b))
        beyond, mean, a, b = min(fits)
        if beyond >= 0:
            return
        yield Joint(members[a][0], members[b][0], mean)
        members[a] += members.pop(b)


def _two_in_a_note(a: End, b: End) -> bool:
    """Whether two are two whatever the signs say; in reports the names are too often not those of who speaks."""
    return a.node.bare or b.node.bare or (not (a.met.report and b.met.report) and surely_two(a, b))


def _mean(sure: Mapping[tuple[int, int], float], one: Sequence[int], other: Sequence[int]) -> float:
    found = [sure[i, j] if (i, j) in sure else sure[j, i] for i, j in product(one, other)]
    return sum(found) / len(found)


def signs(a: End, b: End) -> dict[str, float]:
    """What is measured of two ends; each is between 0 and 1, or a small count."""
    x, y, its, others = a.node, b.node, a.met, b.met
    said, told = telling(a.said), telling(b.said)
    return {
        "said alike": len(said & told) / max(1, len(said | told)),
        "letters alike": JaroWinkler.similarity(folded(a.said)[:_BEGINNING], folded(b.said)[:_BEGINNING]),
        "a number alike": float(not {*_NUMBER.findall(a.said)}.isdisjoint(_NUMBER.findall(b.said))),
        "how sure the less sure statement is": min(its.sure, others.sure),
        "voices of both chains": float(its.voices + others.voices),
        "each one's name beside the other": min(_named(a, others.around), _named(b, its.around)),
        "one speaks beside the other": float(x.whole in others.beside or y.whole in its.beside),
        "one is meant by the other's sentence": max(_meant(x.name, others.sentence), _meant(y.name, its.sentence)),
        "without a name": float(x.name.islower() + y.name.islower()),
        "not named": float((x.kind == "unnamed") + (y.kind == "unnamed")),
        "states": float((x.sort == "state") + (y.sort == "state")),
    }


def _named(end: End, around: str) -> float:
    """Which part of what an end is called stands around another's words."""
    found = [word for word in words_of(end.node.name) if len(word) > _LONG]
    return sum(word in around for word in found) / max(1, len(found))


def _meant(name: str, sentence: str) -> float:
    """How near what somebody is called lies to a sentence: the cosine of their vectors."""
    return float(_vector(name) @ _vector(sentence))


@lru_cache(maxsize=256)
def _vector(words: str) -> NDArray[np.float32]:
    found: NDArray[np.float32] = vectors([words[:_BEGINNING]])[0]
    return found


@cache
def weights() -> dict[str, float]:
    """Weight of each sign, in log odds; that of the empty one is added always."""
    lines = resources.files("allegedly.weighing").joinpath("data", "distinct.tsv").read_text(encoding="utf-8").splitlines()
    return {sign: float(weight) for sign, weight in (line.split("\t") for line in lines[1:])}


def likely(measured: dict[str, float]) -> float:
    """Probability, 0 to 1, that two ends are two."""
    known = weights()
    return 1.0 / (1.0 + math.exp(-math.fsum((known[""], *(known[sign] * value for sign, value in measured.items())))))
