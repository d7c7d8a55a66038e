"""Statements gathered into claims by how likely each two say the same, and by what keeps two apart.

Average-link clustering: two groups become one where their members on average are likely enough to say the same, likeliest first,
so that no long chain of similar pairs ties together what has nothing to do with one another. The average is that of the squares:
what plainly says the same as most of a group is not kept out of it by the few that put it in other words. Large groups need more
than small ones, for one wrong step there makes many wrong pairs. Two that contradict one another never come together, whatever
lies between them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

LEAST = 0.56
"""How likely members of a claim say the same, on average: the square root of the squares' mean."""
_MORE = 0.04
"""So much more the squares' mean must be each time that the smaller of two groups is twice as large."""


def gathered(
    members: int, likely: Iterable[tuple[int, int, float]], apart: Iterable[tuple[int, int]] = (), least: float = LEAST
) -> list[list[int]]:
    """Groups of the members 0, 1, …: each in order, the groups by their first; those alone among them.

    Args:
        members: How many there are.
        likely: Pairs, each once, and how likely they say the same; any other pair is not at all likely.
        apart: Pairs that may not come together.
        least: The least average likelihood between a group and a member that become one; between two groups it is more.
    """

    def enough(average: float, a: int, b: int) -> bool:
        return average >= least * least + _MORE * (min(len(groups[a]), len(groups[b])).bit_length() - 1)

    near: list[dict[int, float]] = [{} for _ in range(members)]
    never: list[set[int]] = [set() for _ in range(members)]
    groups: list[list[int]] = [[i] for i in range(members)]
    heap: list[tuple[float, int, int]] = []
    for a, b, sure in likely:
        near[a][b] = near[b][a] = square = sure * sure
        if enough(square, a, b):
            heap.append((-square, min(a, b), max(a, b)))
    for a, b in apart:
        never[a].add(b)
        never[b].add(a)
    heapq.heapify(heap)
    while heap:
        sure, a, b = heapq.heappop(heap)
        # Groups keep the number of their first member; one that has grown since is in the heap again with its new average.
        if not groups[a] or not groups[b] or -near[a].get(b, 0.0) / (len(groups[a]) * len(groups[b])) != sure or b in never[a]:
            continue
        if not enough(-sure, a, b):  # the same average, of groups that have both grown
            continue
        groups[a] += groups[b]
        groups[b] = []
        for c, total in sorted(near[b].items()):
            if c != a and groups[c]:
                near[a][c] = near[c][a] = near[a].get(c, 0.0) + total
            near[c].pop(b, None)
        near[b] = {}
        for c in sorted(never[b]):
            never[c].discard(b)
            never[c].add(a)
            never[a].add(c)
        for c, total in near[a].items():
            average = total / (len(groups[a]) * len(groups[c])) if groups[c] else 0.0
            if groups[c] and c not in never[a] and enough(average, a, c):
                heapq.heappush(heap, (-average, min(a, c), max(a, c)))
    return [sorted(group) for group in groups if group]
