"""Pairs that are one into groups, none of which holds two who are kept apart.

Names that say as much as one another come together first, the surest first. A name that says less than others (*George Bush*)
joins them where they are one; where they are several it joins the one whom nearly all articles mean, or stays by itself.
What a pair alone does not settle (a surname, a first letter, an abbreviation) waits for the last, and nothing then hangs on it.
So the result depends on what there is to compare and not on its order, and what is compared with nobody of a group does not
change that group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

import msgspec

from allegedly.weighing.entities.named import EXACTLY, Identity, Named
from allegedly.weighing.entities.people import common, person
from allegedly.weighing.entities.scoring import Verdict

DOMINANT = 0.85
"""Share of one of the two in most articles whom a name may mean, from which on it is taken for that one."""
SURER = 0.05
"""By how much the score of one must be above that of another to be taken before it."""
FITS = 0.7
"""Score of a pair from which on more than the name speaks for it."""
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
    """What people or a list say of two: one or not, whatever the names say."""

    one: Identity
    other: Identity
    words: str
    together: bool = True


class Tie(msgspec.Struct, frozen=True):
    """What joins two of a group."""

    one: Identity
    other: Identity
    score: float
    words: str


class Group(msgspec.Struct, frozen=True):
    """Those who are one."""

    members: tuple[Identity, ...]
    """In order; those whom the names alone settle, and after them the others."""
    ties: tuple[Tie, ...] = ()
    """One less than members, by which each hangs together with every other."""
    loose: frozenset[Identity] = frozenset()
    """Members that no pair alone settles."""

    def why(self, first: Identity) -> dict[Identity, Tie]:
        """For every member but this one, what ties it to one that is nearer to this one."""
        near: dict[Identity, list[tuple[Identity, Tie]]] = {}
        for tie in self.ties:
            near.setdefault(tie.one, []).append((tie.other, tie))
            near.setdefault(tie.other, []).append((tie.one, tie))
        found: dict[Identity, Tie] = {}
        ahead = [first]
        while ahead:
            for other, tie in near.get(ahead.pop(), ()):
                if other != first and other not in found:
                    found[other] = tie
                    ahead.append(other)
        return found


def groups(
    named: Mapping[Identity, Named],
    pairs: Iterable[Pair],
    given: Sequence[Given] = (),
    marks: Mapping[Identity, int] | None = None,
    judge: Callable[[Named, Named], Verdict] | None = None,
) -> list[Group]:
    """Those of these who are one.

    Args:
        named: Who is there, by identity.
        pairs: What was found of pairs; pairs that are *none* need not be among them, nor those *apart* that ``judge`` finds.
        given: What people and lists say, what counts first first.
        marks: Who stands in the user's lists, by a number for each entry; two entries are two, unless people say otherwise.
        judge: Gives the verdict of a pair that is not among them, to keep apart who must be.
    """
    return _Grouping(named, pairs, given, marks or {}, judge).made()


def _share(weights: Mapping[Identity, int], most: Identity) -> tuple[float, str]:
    """The share of articles on the first of those who may be meant, of those on the first two; and the words for it."""
    own, next_ = weights[most], max((weight for root, weight in weights.items() if root != most), default=0)
    if len(weights) == 1:
        return 1.0, "; nobody else in the ledger may be meant"
    about = "about " if own + next_ >= EXACTLY else ""
    words = f"; of {about}{own + next_} articles on the two who may be meant most likely, {about}{own} are on this one"
    return own / ((own + next_) or 1), words


class _Grouping:
    def __init__(
        self,
        named: Mapping[Identity, Named],
        pairs: Iterable[Pair],
        given: Sequence[Given],
        marks: Mapping[Identity, int],
        judge: Callable[[Named, Named], Verdict] | None,
    ) -> None:
        self.named, self.given, self.judge = named, given, judge
        every = list(pairs)
        # Those who are two join nobody: of them no more is asked than that they are.
        self.pairs: dict[str, list[Pair]] = {sort: [] for sort in ("same", "less", "perhaps less", "perhaps same")}
        """By relation, those of *less* and *more* together; the surest first."""
        for pair in every:
            sort = pair.verdict.relation.replace("more", "less")
            if sort in self.pairs:
                self.pairs[sort].append(pair)
        for joining in self.pairs.values():
            joining.sort(key=lambda p: (-p.verdict.score, *sorted((p.one, p.other))))
        self.of: dict[Identity, Identity] = {one: one for one in named}
        self.members: dict[Identity, list[Identity]] = {one: [one] for one in named}
        self.marks: dict[Identity, int] = {one: mark for one, mark in marks.items() if one in named}
        """Of groups, by their roots."""
        self.ties: dict[Identity, list[Tie]] = {}
        """Of groups, by their roots."""
        self.loose: set[Identity] = set()
        self.known: dict[tuple[Identity, Identity], str] = {}
        for pair in every:
            self.known[pair.one, pair.other] = self.known[pair.other, pair.one] = pair.verdict.relation
        self.apart: dict[Identity, set[Identity]] = {}
        """Whom people keep apart."""

    def made(self) -> list[Group]:
        self._given()
        for pair in self.pairs["same"]:
            self._try(pair.one, pair.other, pair.verdict)
        self._attach("", own=True)
        self._attach("")
        self._attach("perhaps ")
        for pair in self.pairs["perhaps same"]:
            # One word alone, which nobody has in full: those who are left are one as far as anybody can tell.
            if pair.one not in self.loose and pair.other not in self.loose and self._rare(pair.one):
                self._try(pair.one, pair.other, pair.verdict)
        made = []
        for root in sorted(self.members, key=lambda root: min(self.members[root])):
            every = self.members[root]
            if len(every) > 1:
                every = sorted(every, key=lambda one: (one in self.loose, one))
            made.append(Group(tuple(every), tuple(self.ties.get(root, ())), frozenset(self.loose.intersection(every))))
        return made

    def _given(self) -> None:
        there = [one for one in self.given if one.one in self.named and one.other in self.named]
        for one in there:
            if one.together:
                if self.of[one.one] != self.of[one.other] and not self._told_apart(one.one, one.other):
                    self._join(one.one, one.other, 1.0, one.words)
            elif self.of[one.one] != self.of[one.other]:
                self.apart.setdefault(one.one, set()).add(one.other)
                self.apart.setdefault(one.other, set()).add(one.one)

    def _told_apart(self, one: Identity, other: Identity) -> bool:
        theirs = self.members[self.of[other]]
        return any(not self.apart[a].isdisjoint(theirs) for a in self.members[self.of[one]] if a in self.apart)

    def _try(self, one: Identity, other: Identity, verdict: Verdict) -> None:
        if self.of[one] != self.of[other] and self._free(one, other):
            self._join(one, other, verdict.score, verdict.words)

    def _free(self, one: Identity, other: Identity) -> bool:
        """Whether nobody of the one's group is kept apart from somebody of the other's."""
        if not self._one_entry(one, other) or self._told_apart(one, other):
            return False
        every = product(self._leading(self.of[one]), self._leading(self.of[other]))
        return all(self._relation(a, b) != "apart" for a, b in every)

    def _one_entry(self, one: Identity, other: Identity) -> bool:
        """Whether the two groups are not two entries of the user's lists."""
        a, b = (self.marks.get(self.of[each]) for each in (one, other))
        return a is None or b is None or a == b

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

    def _join(self, one: Identity, other: Identity, score: float, words: str) -> None:
        a, b = self.of[one], self.of[other]
        if (len(self.members[a]), b) < (len(self.members[b]), a):
            a, b = b, a
        for member in self.members[b]:
            self.of[member] = a
        self.members[a] += self.members.pop(b)
        self.ties.setdefault(a, []).extend((*self.ties.pop(b, ()), Tie(one, other, score, words)))
        if b in self.marks:
            self.marks.setdefault(a, self.marks[b])

    def _attach(self, sort: str, *, own: bool = False) -> None:
        """Those who say less to those who say more.

        Args:
            sort: *perhaps * for what the pair alone does not settle.
            own: Only those of the same name, of whom nothing tells which of its bearers they are.
        """
        targets: dict[Identity, list[tuple[Identity, Verdict]]] = {}
        for pair in self.pairs[f"{sort}less"]:
            if own and pair.one[0] != pair.other[0]:
                continue
            if pair.verdict.relation == f"{sort}less":
                targets.setdefault(pair.one, []).append((pair.other, pair.verdict))
            else:
                targets.setdefault(pair.other, []).append((pair.one, pair.verdict))
        for one in sorted(targets, key=lambda one: (-len(one[0].split()), one)):
            if not sort:
                self._settle(one, targets[one])
            elif len(self.members[self.of[one]]) == 1:
                self._guess(one, targets[one])

    def _weight(self, root: Identity) -> int:
        """Articles on those of a group whom the names alone settle."""
        return sum(self.named[one].articles for one in self.members[root] if one not in self.loose)

    def _best(self, one: Identity, found: list[tuple[Identity, Verdict]]) -> dict[Identity, tuple[Identity, Verdict]]:
        """The surest of those found in each group that this one may join."""
        best: dict[Identity, tuple[Identity, Verdict]] = {}
        for other, verdict in found:
            if other not in self.loose and self.of[other] != self.of[one] and self._free(one, other):
                best.setdefault(self.of[other], (other, verdict))
        return best

    def _settle(self, one: Identity, found: list[tuple[Identity, Verdict]]) -> None:
        """Join the one group to which the name belongs, if it is one."""
        best = self._best(one, found)
        if not best:
            return
        weights = {root: self._weight(root) for root in best}
        first, *rest = sorted(best, key=lambda root: (-best[root][1].score, -weights[root], root))
        other, verdict = best[first]
        if not rest or verdict.score - best[rest[0]][1].score > SURER:
            self._try(one, other, verdict)
            return
        most = max(best, key=lambda root: (weights[root], best[root][1].score, root))
        share, words = _share(weights, most)
        if share >= DOMINANT:
            other, verdict = best[most]
            self._try(one, other, verdict._replace(words=verdict.words + words, score=round(verdict.score * share, 2)))

    def _guess(self, one: Identity, found: list[tuple[Identity, Verdict]]) -> None:
        """Join the only group that may be meant, or the one that nearly every article means; a common name joins none."""
        best: dict[Identity, tuple[Identity, Verdict]] = {}
        for other, verdict in found:
            # Whoever else is in the group says nothing of one word alone.
            if (
                verdict.score >= UNSUPPORTED
                and other not in self.loose
                and not self._told_apart(one, other)
                and self._one_entry(one, other)
            ):
                best.setdefault(self.of[other], (other, verdict))
        if not best:
            return
        first, *rest = sorted(best, key=lambda root: (-best[root][1].score, root))
        other, verdict = best[first]
        if verdict.score >= FITS and (not rest or verdict.score - best[rest[0]][1].score > SURER):
            self._join(other, one, verdict.score, verdict.words)
            self.loose.add(one)
            return
        if not self._rare(one):
            return
        # With more than the name to go by, only those count for whom that speaks.
        least = verdict.score - SURER if verdict.score >= FITS else 0.0
        counted = {root: self._weight(root) for root, pair in best.items() if pair[1].score >= least}
        most = max(counted, key=lambda root: (counted[root], best[root][1].score, root))
        share, words = _share(counted, most)
        if share >= DOMINANT:
            other, verdict = best[most]
            self._join(other, one, round(verdict.score * share, 2), verdict.words + words)
            self.loose.add(one)

    def _rare(self, one: Identity) -> bool:
        """Whether a name that says little is at least no common one."""
        name = person(self.named[one].shown or one[0]) if one[1] == "person" else None
        return name is None or name.surname not in common()
