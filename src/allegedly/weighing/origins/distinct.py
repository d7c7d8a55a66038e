"""How likely two ends of a claim in reports are two: called otherwise is not yet another.

In a report dozens of people speak, under names, offices and bodies by turns, and each sentence has somebody near it who might be
taken for its speaker. So where rules leave two origins of what two reports say, readers of the reports find two in one claim of
five. A logistic regression over few signs, fitted to what they found (``training/origins``), says how likely two are; what is
less likely than :data:`TWO` is counted once (average linkage, Sokal and Michener 1958), and the reason says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import combinations

from allegedly.weighing.origins.likeness import End, Joint, telling
from allegedly.weighing.origins.namesakes import words_of
from allegedly.weighing.origins.parts import FOR

TWO = 0.35
"""How likely it is, on the average, at least, where groups stay two."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_LONG = 3
"""Letters of a name's word that is looked for."""


def joints(ends: Sequence[End], groups: Sequence[int]) -> Iterator[Joint]:
    """Which groups of ends for a claim, all of them met in long reports, are not shown to be two, the least likely first.

    Args:
        ends: The ends.
        groups: For each the number of the group that it is in so far.
    """
    members = {
        group: own
        for group in sorted(set(groups))
        if (own := [i for i, its in enumerate(groups) if its == group and ends[i].side == FOR]) and all(ends[i].long for i in own)
    }
    left = sorted(i for own in members.values() for i in own)
    sure = {frozenset(pair): likely(signs(ends[pair[0]], ends[pair[1]])) for pair in combinations(left, 2)}
    while len(members) > 1:
        fits = [
            (sum(sure[frozenset((i, j))] for i in members[a] for j in members[b]) / (len(members[a]) * len(members[b])), a, b)
            for a, b in combinations(sorted(members), 2)
        ]
        least, a, b = min(fits)
        if least >= TWO:
            return
        yield Joint(members[a][0], members[b][0], least)
        members[a] += members.pop(b)


def signs(a: End, b: End) -> dict[str, float]:
    """What is measured of two ends, each as 0 to 1 or a small count."""
    said, told = telling(a.said), telling(b.said)
    numbers, others = set(_NUMBER.findall(a.said)), set(_NUMBER.findall(b.said))
    found = sorted((_named(a, b.around), _named(b, a.around)))
    return {
        "said alike": len(said & told) / max(1, len(said | told)),
        "a number alike": float(not numbers.isdisjoint(others)),
        "how sure the less sure statement is": min(a.sure, b.sure),
        "voices of the longer chain": float(max(a.voices, b.voices)),
        "the one's name beside the other": found[1],
        "and the other's beside the one": found[0],
        "offices of both": float(bool(a.node.offices and b.node.offices)),
        "not named": float((a.node.kind == "unnamed") + (b.node.kind == "unnamed")),
    }


def _named(end: End, around: str) -> float:
    """Which part of what an end is called stands around another's words."""
    found = [word for word in words_of(end.node.name) if len(word) > _LONG]
    return sum(word in around for word in found) / max(1, len(found))


@cache
def weights() -> dict[str, float]:
    """Weight of each sign, in log odds; that of the empty one is added always."""
    lines = resources.files("allegedly.weighing").joinpath("data", "distinct.tsv").read_text(encoding="utf-8").splitlines()
    return {sign: float(weight) for sign, weight in (line.split("\t") for line in lines[1:])}


def likely(measured: dict[str, float]) -> float:
    """Probability, 0 to 1, that two ends are two."""
    known = weights()
    return 1.0 / (1.0 + math.exp(-math.fsum((known[""], *(known[sign] * value for sign, value in measured.items())))))
