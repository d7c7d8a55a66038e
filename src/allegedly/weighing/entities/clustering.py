"""Pairs that are one into groups, none of which holds two who are kept apart.

Names that say as much as one another come together first, the surest first. A name that says less than others (*George Bush*)
joins them where they are one; where they are several it joins the one whom nine articles in ten mean, or stays by itself.
What a pair alone does not settle (a surname, a first letter, an abbreviation) waits for the last. The result depends on what
there is to compare and not on its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

import msgspec

from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.people import common, person
from allegedly.weighing.entities.scoring import Verdict

DOMINANT = 0.9
"""Share of the articles of all whom a name may mean, from which on it is taken for the one whom they mean."""
UNSUPPORTED = 0.5
"""Score of a pair below which nothing but what is known of both besides can join it."""
_CHECKED = 24
"""Members of a group, those in most articles, that a newcomer is held against."""


class Pair(msgspec.Struct, frozen=True):
    """Two that may be one, or are not."""

    one: Identity
    other: Identity
    verdict: Verdict


class Given(msgspec.Struct, frozen=True):
    """What people or an authority list say of two: one or not, whatever the names say."""

    one: Identity
    other: Identity
    together: bool
    words: str
    score: float = 1.0


class Joined(msgspec.Struct, frozen=True):
    """Why one belongs to its group."""

    score: float
    words: str


class Group(msgspec.Struct, frozen=True):
    """Those who are one."""

    members: tuple[Identity, ...]
    """In order."""
    why: dict[Identity, Joined]
    """For every member but the one by which the others were joined."""


def groups(
    named: Mapping[Identity, Named],
    pairs: Iterable[Pair],
    given: Sequence[Given] = (),
    judge: Callable[[Named, Named], Verdict] | None = None,
) -> list[Group]:
    """Those of these who are one.

    Args:
        named: Who is there, by identity.
        pairs: What was found of pairs; pairs that are *none* need not be among them.
        given: What people and lists say, what counts first first.
        judge: Gives the verdict of a pair that is not among them, to keep apart who must be.
    """
    return _Grouping(named, pairs, given, judge).made()


class _Grouping:
    def __init__(
        self,
        named: Mapping[Identity, Named],
        pairs: Iterable[Pair],
        given: Sequence[Given],
        judge: Callable[[Named, Named], Verdict] | None,
    ) -> None:
        self.named, self.given, self.judge = named, given, judge
        self.pairs = sorted(pairs, key=lambda p: (-p.verdict.score, *sorted((p.one, p.other))))
        self.of: dict[Identity, Identity] = {one: one for one in named}
        self.members: dict[Identity, list[Identity]] = {one: [one] for one in named}
        self.why: dict[Identity, Joined] = {}
        self.known: dict[tuple[Identity, Identity], str] = {}
        for pair in self.pairs:
            self.known[pair.one, pair.other] = self.known[pair.other, pair.one] = pair.verdict.relation
        self.said: dict[tuple[Identity, Identity], bool] = {}

    def made(self) -> list[Group]:
        for one in self.given:
            if one.one not in self.named or one.other not in self.named:
                continue
            if not one.together:
                self.said.setdefault((one.one, one.other), False)
                self.said.setdefault((one.other, one.one), False)
            elif self._free(one.one, one.other, told=True):
                self._join(one.one, one.other, Joined(one.score, one.words))
                self.said[one.one, one.other] = self.said[one.other, one.one] = True
        for pair in self.pairs:
            if pair.verdict.relation == "same":
                self._try(pair.one, pair.other, pair.verdict)
        self._attach("")
        self._attach("perhaps ")
        roots = sorted({*self.of.values()}, key=lambda root: min(self.members[root]))
        made = []
        for root in roots:
            every = tuple(sorted(self.members[root]))
            made.append(Group(every, {one: self.why[one] for one in every if one in self.why}))
        return made

    def _try(self, one: Identity, other: Identity, verdict: Verdict) -> bool:
        if self.of[one] == self.of[other]:
            return True
        if not self._free(one, other):
            return False
        self._join(one, other, Joined(verdict.score, verdict.words))
        return True

    def _free(self, one: Identity, other: Identity, *, told: bool = False) -> bool:
        """Whether nobody of the one's group is kept apart from somebody of the other's. ``told``: by people and lists alone."""
        mine, theirs = self._leading(self.of[one]), self._leading(self.of[other])
        for a, b in product(self.members[self.of[one]], self.members[self.of[other]]) if self.said else ():
            if self.said.get((a, b)) is False:
                return False
        return told or all(self._relation(a, b) != "apart" for a, b in product(mine, theirs))

    def _leading(self, root: Identity) -> list[Identity]:
        every = self.members[root]
        if len(every) <= _CHECKED:
            return every
        return sorted(every, key=lambda one: (-self.named[one].articles, one))[:_CHECKED]

    def _relation(self, one: Identity, other: Identity) -> str:
        found = self.known.get((one, other))
        if found is None:
            found = self.judge(self.named[one], self.named[other]).relation if self.judge else "none"
            self.known[one, other] = self.known[other, one] = found
        return found

    def _join(self, one: Identity, other: Identity, why: Joined) -> None:
        a, b = self.of[one], self.of[other]
        if a == b:
            return
        if (len(self.members[a]), b) < (len(self.members[b]), a):
            a, b, one, other = b, a, other, one
        # The reason stands with whoever of the two had none yet, so that all but one of a group have theirs.
        self._give(other, b, why)
        for member in self.members[b]:
            self.of[member] = a
        self.members[a] += self.members.pop(b)

    def _give(self, one: Identity, root: Identity, why: Joined) -> None:
        """Put the reason where a member of the group that joins has none: its own where it can be."""
        if one in self.why:
            one = next(m for m in self.members[root] if m not in self.why)
        self.why[one] = why

    def _attach(self, sort: str) -> None:
        """Those who say less to those who say more; ``sort`` is *perhaps * for what the pair alone does not settle."""
        targets: dict[Identity, list[tuple[Identity, Verdict]]] = {}
        for pair in self.pairs:
            if pair.verdict.relation == f"{sort}less":
                targets.setdefault(pair.one, []).append((pair.other, pair.verdict))
            elif pair.verdict.relation == f"{sort}more":
                targets.setdefault(pair.other, []).append((pair.one, pair.verdict))
        for one in sorted(targets, key=lambda one: (-len(one[0].split()), one)):
            self._settle(one, targets[one], settled=not sort)

    def _settle(self, one: Identity, found: list[tuple[Identity, Verdict]], *, settled: bool) -> None:
        best: dict[Identity, tuple[Identity, Verdict]] = {}
        for other, verdict in found:
            root = self.of[other]
            if root == self.of[one]:
                if settled:
                    continue
                return
            if self._free(one, other):
                best.setdefault(root, (other, verdict))
        if not best:
            return
        weights = {root: sum(self.named[m].articles for m in self.members[root]) for root in best}
        whole = sum(weights.values())
        ranked = sorted(best, key=lambda root: (-best[root][1].score, -weights[root], root))
        first = ranked[0]
        other, verdict = best[first]
        alone = len(ranked) == 1
        if not settled and verdict.score < UNSUPPORTED:
            return
        surer = alone or verdict.score - best[ranked[1]][1].score > 0.1
        share = weights[first] / whole
        if surer and settled or (share >= DOMINANT and (settled or self._rare(one))):
            if settled and surer:
                words = verdict.words
            elif alone:
                words = f"{verdict.words}; nobody else in the ledger may be meant"
            else:
                words = f"{verdict.words}; of {whole} articles on those who may be meant, {weights[first]} are on this one"
            self._try(one, other, verdict._replace(words=words, score=round(verdict.score * (1 if settled else 0.5 + share / 2), 2)))

    def _rare(self, one: Identity) -> bool:
        """Whether a name that says little is at least no common one."""
        name = person(self.named[one].shown or one[0]) if one[1] == "person" else None
        return name is None or name.surname not in common()
