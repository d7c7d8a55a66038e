"""All that go by names in a ledger, or a part of them that belongs together, into groups that are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from allegedly.weighing.entities.clustering import Given, Group, Pair, groups
from allegedly.weighing.entities.keys import FULL, SHORT, keys
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.scoring import Verdict, strangers, verdict

WINDOW = 100
"""Of those that share a key, each is compared with so many that come after it in order: more share one by mischief alone."""
BEARERS = 1000
"""Full names with which a surname is compared at most."""


def resolve(
    named: Iterable[Named],
    given: Sequence[Given] = (),
    marks: Mapping[Identity, int] | None = None,
    judge: Callable[[Named, Named], Verdict] = verdict,
) -> list[Group]:
    """Those who are one, each with a score and a sentence. The order in which they are given does not matter.

    Args:
        named: What goes by names; two with the same name, kind and facet are given as one.
        given: What people and lists say of pairs, what counts first first.
        marks: Who stands in the user's lists, by a number for each entry.
        judge: Gives the verdict of two, the one of lesser identity first.
    """
    every = {one.identity: one for one in named}
    pairs = [pair for pair in compared(every, judge) if pair.verdict.relation != "none"]
    return groups(every, pairs, given, marks, judge)


def compared(every: dict[Identity, Named], judge: Callable[[Named, Named], Verdict]) -> Iterator[Pair]:
    """The pairs that share a key, each once, with their verdicts; without people who are strangers at first sight."""
    # By their places in order: a number is looked up many times as fast as a name with its kind and facet.
    order = sorted(every)
    people = [every[identity] for identity in order]
    blocks: dict[str, tuple[list[int], list[int], list[int]]] = {}
    same: dict[tuple[str, str], list[int]] = {}
    for place, identity in enumerate(order):
        for key, side in keys(people[place]):
            blocks.setdefault(key, ([], [], []))[side].append(place)
        same.setdefault(identity[:2], []).append(place)
    done: set[int] = set()
    for key in sorted(key for key, block in blocks.items() if sum(map(len, block)) > 1):
        for one, other in _pairs(blocks[key]):
            pair = one * len(order) + other
            if pair not in done:
                done.add(pair)
                if people[one].name == people[other].name or not strangers(people[one], people[other]):
                    yield Pair(order[one], order[other], judge(people[one], people[other]))
    for name in sorted(same):
        for at, one in enumerate(same[name]):
            for other in same[name][at + 1 :]:
                if one * len(order) + other not in done:
                    done.add(one * len(order) + other)
                    yield Pair(order[one], order[other], judge(people[one], people[other]))


def _pairs(block: tuple[list[int], list[int], list[int]]) -> Iterator[tuple[int, int]]:
    both = block[0]
    for at, one in enumerate(both):
        for other in both[at + 1 : at + 1 + WINDOW]:
            yield one, other
    for one in block[SHORT]:
        for other in block[FULL][:BEARERS]:
            yield (one, other) if one < other else (other, one)
